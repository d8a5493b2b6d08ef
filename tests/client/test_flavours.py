"""The sync and the async surface are one surface."""

from __future__ import annotations

import inspect

import pytest

from openmetadata_provider.client.assets import AsyncHoldsAssets, HoldsAssets
from openmetadata_provider.client.bindings import load_class, registry
from openmetadata_provider.client.deleting import AsyncDeletionJob, DeletionJob
from openmetadata_provider.client.resource import AsyncResource, Resource
from openmetadata_provider.client.social import AsyncFollowed, AsyncVoted, Followed, Voted
from openmetadata_provider.client.verb import verb

PAIRS = [
    (Resource, AsyncResource),
    (Followed, AsyncFollowed),
    (Voted, AsyncVoted),
    (HoldsAssets, AsyncHoldsAssets),
    (DeletionJob, AsyncDeletionJob),
]


def _verbs(kind: type) -> dict[str, list[inspect.Parameter]]:
    found = {}
    for name in dir(kind):
        static = inspect.getattr_static(kind, name)
        function = static.__wrapped__ if isinstance(static, verb) else static
        if not name.startswith("_") and inspect.isfunction(function):
            found[name] = list(inspect.signature(function).parameters.values())
    return found


@pytest.mark.parametrize(("sync", "awaited"), PAIRS, ids=lambda kind: kind.__name__)
def test_both_flavours_have_the_same_verbs_with_the_same_arguments(sync: type, awaited: type) -> None:
    assert _verbs(sync) == _verbs(awaited)
    assert _verbs(sync)


@pytest.mark.parametrize(("sync", "awaited"), PAIRS, ids=lambda kind: kind.__name__)
def test_what_is_awaited_is_a_coroutine_or_an_async_generator(sync: type, awaited: type) -> None:
    for name in _verbs(awaited):
        function = inspect.getattr_static(awaited, name)
        assert inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function), name


def test_every_kind_has_the_same_verbs_in_both_flavours() -> None:
    for entry in registry("openmetadata_bindings").values():
        assert _verbs(load_class(entry.resource)).keys() == _verbs(load_class(entry.async_resource)).keys()
