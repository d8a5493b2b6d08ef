"""A local server that answers like OpenMetadata: ASGI over SQLite, for trying things out and for tests.

Independent of the client and of the generated resources: routes and rules are written from the server reference,
bodies are validated with the JSON Schemas.
"""

from __future__ import annotations

from .app import create_app
from .errors import StorageError
from .options import SandboxOptions
from .server import SandboxServer

__all__ = ["SandboxOptions", "SandboxServer", "StorageError", "create_app"]
