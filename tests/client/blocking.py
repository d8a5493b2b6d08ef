"""An async client that can be called like a sync one, so that one test serves both flavours."""

from __future__ import annotations

import asyncio
import contextlib
import inspect
from collections.abc import Callable, Iterator
from typing import Any

from openmetadata_provider import AsyncDeletionJob


class Blocking:
    """An async client or collection whose verbs wait for their result."""

    def __init__(self, wrapped: Any, loop: asyncio.AbstractEventLoop) -> None:
        self._wrapped, self._loop = wrapped, loop

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._wrapped, name)
        return self._blocking(value) if inspect.ismethod(value) else Blocking(value, self._loop)

    def _blocking(self, verb: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            result = verb(*args, **kwargs)
            if inspect.isasyncgen(result):
                return self._iterated(result)
            value = self._loop.run_until_complete(result)
            return Blocking(value, self._loop) if isinstance(value, AsyncDeletionJob) else value

        return call

    def _iterated(self, items: Any) -> Iterator[Any]:
        with contextlib.suppress(StopAsyncIteration):
            while True:
                yield self._loop.run_until_complete(anext(items))
