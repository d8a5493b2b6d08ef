"""The pages for people at `/`: what is in the sandbox, entity by entity, and which calls came last.

Who may see them. The API needs a token; a browser that opens a link has none, and a log-in form would be one more
place that asks for one. So the pages take no token and give nothing away that needs one: they only read, show
secrets masked, never show a token, and answer

- only to clients on this machine (loopback addresses, and no call that a proxy passed on), so a sandbox that listens
  for other machines shows them the API and nothing else;
- only under a loopback name in `Host` (`localhost`, `127.0.0.0/8`, `[::1]`): a web page that makes its own name point
  at 127.0.0.1 (DNS rebinding) is refused, because its requests carry its own name;
- with headers that let no other site frame them or load them, and no script run, not even one of ours.

What is left: other users of the same machine can read the pages. Whoever minds sets `SandboxOptions.page` to False.

Templates and their engine load with the first page, not with the server.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..calls import Endpoints
from ..catalogue import Catalogue
from .gate import HEADERS, refusal


def page_routes(endpoints: Endpoints, catalogue: Catalogue) -> list[Route]:
    """The routes of the pages. They are for people and no part of the API, so `/swagger.json` leaves them out."""

    def route(path: str, name: str) -> Route:
        return Route(path, _endpoint(endpoints, catalogue, name), methods=["GET"], include_in_schema=False)

    return [
        route("/", "overview"),
        route("/style.css", "style"),
        route("/icon.svg", "icon"),
        route("/entities/{type}", "collection"),
        route("/entities/{type}/{id}", "entity"),
        route("/entities/{type}/{id}/versions/{version}", "version"),
    ]


def _endpoint(endpoints: Endpoints, catalogue: Catalogue, name: str) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        if (refused := refusal(request)) is not None:
            status, reason = refused
            return Response(reason, status, HEADERS, media_type="text/plain")
        from .looks import LOOKS
        from .rendering import rendered
        from .views import Overview, with_requests

        view = await endpoints.on_worker(lambda: LOOKS[name](catalogue, request))
        if isinstance(view, Overview):
            view = with_requests(view, getattr(request.app.state, "requests", ()))
        return Response(rendered(view), view.status, HEADERS, media_type=view.media_type)

    return endpoint
