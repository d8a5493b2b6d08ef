"""A local server that answers like OpenMetadata: ASGI over SQLite, for trying things out and for tests.

Independent of the client and of the generated resources: routes and rules are written from the server reference,
bodies are validated with the JSON Schemas.
"""

from __future__ import annotations

from .app import create_app
from .errors import SettingError, StorageError
from .fault_rules import CountedFault, Faults
from .fault_syntax import fault_from_text, text_from_fault
from .faults import Fault
from .options import SandboxOptions
from .request_log import RequestLog, SeenRequest
from .server import SandboxServer

__all__ = [
    "CountedFault",
    "Fault",
    "Faults",
    "RequestLog",
    "SandboxOptions",
    "SandboxServer",
    "SeenRequest",
    "SettingError",
    "StorageError",
    "create_app",
    "fault_from_text",
    "text_from_fault",
]
