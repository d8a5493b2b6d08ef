"""What a sandbox can be told at start."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable

from .errors import SettingError
from .faults import Fault


def fresh_token() -> str:
    """A random bearer token, good until the sandbox stops."""
    return secrets.token_urlsafe(32)


def bundled_schemas() -> Traversable:
    """The folder of JSON Schemas that the generator wrote."""
    return files("openmetadata_bindings").joinpath("schemas")


@dataclass(frozen=True, slots=True, kw_only=True)
class SandboxOptions:
    """Settings of one sandbox; tokens are random unless given."""

    database: str | None = None
    """Path of the SQLite file; None keeps everything in memory."""
    version: str = "1.13.0"
    """What `GET /api/v1/system/version` answers."""
    admin_token: str = field(default_factory=fresh_token, repr=False)
    bot_token: str = field(default_factory=fresh_token, repr=False)
    """Token of `ingestion-bot`: sees secrets, and its PUT spares what people wrote."""
    reader_token: str = field(default_factory=fresh_token, repr=False)
    """Token of user `reader`: every write is a 403."""
    schemas: Traversable = field(default_factory=bundled_schemas, repr=False)
    max_body_bytes: int = 64 * 1024 * 1024
    bulk: bool = True
    """False answers 405 to `PUT …/bulk`, as releases before 1.11 do."""
    multi_domain_rule: bool = True
    """False allows several domains on one entity."""
    faults: tuple[Fault, ...] = ()
    """What goes wrong from the start; a running server can be given others."""
    admin: bool = False
    """True adds `/sandbox/faults` and `/sandbox/requests`, for the admin's token."""
    requests_kept: int = 200
    """How many requests the log remembers."""

    def __post_init__(self) -> None:
        if min(self.max_body_bytes, self.requests_kept) < 1:
            raise SettingError("max_body_bytes and requests_kept are 1 or more")
        if len({self.admin_token, self.bot_token, self.reader_token}) < 3:
            raise SettingError("admin_token, bot_token and reader_token are three different ones")
