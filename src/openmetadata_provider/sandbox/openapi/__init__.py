"""The OpenAPI 3.1 document at `/swagger.json`: made from the routes that are served and the bundled JSON Schemas.

`operations` describes what each handler takes and answers; `document` walks the routes and asks it.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

from starlette.requests import Request
from starlette.responses import Response

from ..calls import json_response
from ..catalogue import Catalogue


def swagger(catalogue: Catalogue) -> Callable[[Request], Response]:
    """The endpoint of the document, open to everybody: it tells nothing about the data.

    The document is built when it is first asked for, in a thread of its own, and kept: a start does not pay for it.
    """
    built: list[bytes] = []
    building = Lock()

    def endpoint(request: Request) -> Response:
        with building:
            if not built:
                from .document import document

                built.append(bytes(json_response(document(request.app.routes, catalogue), 200).body))
        return Response(built[0], media_type="application/json")

    return endpoint
