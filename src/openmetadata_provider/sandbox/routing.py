"""Routes that know what they do, so that the OpenAPI document is made from what is really served."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from starlette.routing import BaseRoute, Match, Mount, Route
from starlette.types import Scope

from .calls import Answer, Call
from .facts import EntityFacts

KindHandler = Callable[[Call, EntityFacts], Answer]


class KindRoute(Route):
    """One verb on one path of one kind's collection."""

    def __init__(
        self, path: str, endpoint: Any, method: str, *, handler: KindHandler, facts: EntityFacts, content_type: str
    ) -> None:
        super().__init__(path, endpoint, methods=[method])
        self.handler = handler
        self.facts = facts
        self.content_type = content_type
        """The content type that the body must have, if the verb takes one."""


def allowed(routes: Sequence[BaseRoute], scope: Scope) -> Iterator[str]:
    """The methods that the path of `scope` takes, as a 405 lists them in `Allow`; a method may come twice."""
    for route in routes:
        match, inner = route.matches(scope)
        if match is Match.NONE:
            continue
        if isinstance(route, Mount):
            yield from allowed(route.routes, {**scope, **inner})
        elif isinstance(route, Route):
            yield from route.methods or ()
