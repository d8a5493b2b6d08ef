"""What a sandbox can be told at start."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable


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
    page: bool = True
    """False leaves out the pages at `/`, which people on this machine can read without a token."""
