"""Names that users import: they exist, they are sorted, and they are found when they are asked for."""

from __future__ import annotations

import importlib
import sys

import pytest

import openmetadata_bindings.models
import openmetadata_bindings.registry
import openmetadata_bindings.resources
import openmetadata_provider

PACKAGES = [
    "openmetadata_spec",
    "openmetadata_provider",
    "openmetadata_provider.cli",
    "openmetadata_provider.sandbox",
    "openmetadata_provider.validation",
    "openmetadata_bindings.models",
    "openmetadata_bindings.resources",
]


@pytest.mark.parametrize("name", PACKAGES)
def test_all_is_sorted_without_repeats_and_every_name_is_real(name: str) -> None:
    package = importlib.import_module(name)
    assert list(package.__all__) == sorted(set(package.__all__))
    missing = [public for public in package.__all__ if not hasattr(package, public)]
    assert missing == []


def test_a_class_of_the_bindings_is_the_same_from_the_package_root() -> None:
    assert openmetadata_provider.CreateDashboardRequest is openmetadata_bindings.models.CreateDashboardRequest
    assert openmetadata_provider.Dashboards is openmetadata_bindings.resources.Dashboards


def test_every_error_is_public_and_has_the_root() -> None:
    errors = importlib.import_module("openmetadata_provider.errors")
    classes = {n for n, v in vars(errors).items() if isinstance(v, type) and issubclass(v, Exception)}
    assert {n for n in classes if not n.startswith("_")} <= set(openmetadata_provider.__all__)
    assert all(issubclass(getattr(errors, name), openmetadata_provider.OpenMetadataError) for name in classes)


def test_the_registry_names_classes_that_exist() -> None:
    for entry in openmetadata_bindings.registry.ENTITIES.values():
        for path in (entry.resource, entry.async_resource, entry.request, entry.entity):
            module, _, name = path.partition(":")
            assert hasattr(importlib.import_module(module), name), path


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError):
        _ = openmetadata_bindings.models.NoSuchModel
    with pytest.raises(AttributeError):
        _ = openmetadata_provider.no_such_name


def test_the_bindings_list_their_names_without_loading_them() -> None:
    before = set(sys.modules)
    assert "LookerConnection" in dir(openmetadata_bindings.models)
    assert set(sys.modules) == before
