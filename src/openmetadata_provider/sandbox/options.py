"""What a sandbox can be told at start."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

from .errors import SettingError
from .faults import Fault
from .releases import BULK, RULES, SANITIZED_WRITES, SECOND, Release, release_of

Sanitizer = Literal["off", "1.13", "2.0"]
ErrorText = Literal["old", "new"]


def fresh_token() -> str:
    """A random bearer token, good until the sandbox stops."""
    return secrets.token_urlsafe(32)


def bundled_schemas() -> Traversable:
    """The folder of JSON Schemas that the generator wrote."""
    return files("openmetadata_bindings").joinpath("schemas")


def now_ms() -> int:
    """Milliseconds since the epoch."""
    return time.time_ns() // 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SandboxOptions:
    """Settings of one sandbox; tokens are random unless given."""

    database: str | None = None
    """Path of the SQLite file; None keeps everything in memory."""
    version: str = "1.13.0"
    """What `GET /api/v1/system/version` answers; behaviours follow it unless set apart below."""
    admin_token: str = field(default_factory=fresh_token, repr=False)
    bot_token: str = field(default_factory=fresh_token, repr=False)
    """Token of `ingestion-bot`: sees secrets, and its PUT spares what people wrote."""
    reader_token: str = field(default_factory=fresh_token, repr=False)
    """Token of user `reader`: every write is a 403."""
    schemas: Traversable = field(default_factory=bundled_schemas, repr=False)
    max_body_bytes: int = 64 * 1024 * 1024

    bulk: bool | None = None
    """False answers 405 to `PUT …/bulk`; None does so before 1.11."""
    multi_domain_rule: bool | None = None
    """False allows several domains on one entity; None does so before 1.10, where no rule engine is."""
    sanitize_descriptions: Sanitizer | None = None
    """`1.13` cleans descriptions of POST and PUT, `2.0` those of PATCH too; None follows the version."""
    json_error_text: ErrorText | None = None
    """`new` says only "Invalid request format" of a body that does not map; None does so from 2.0 on."""
    strict: bool = False
    """True refuses what these schemas take and OpenMetadata does not: `user:jane`, `domain`, a tag without `source`."""
    background_delay_ms: int = 0
    """How long work behind an answer (async deletion, tagging of assets) waits before it is done."""
    clock: Callable[[], int] = field(default=now_ms, repr=False)
    """Milliseconds since the epoch; every time that the sandbox writes or compares comes from here."""

    faults: tuple[Fault, ...] = ()
    """What goes wrong from the start; a running server can be given others."""
    admin: bool = False
    """True adds `/sandbox/faults` and `/sandbox/requests`, for the admin's token."""
    requests_kept: int = 200
    """How many requests the log remembers."""
    page: bool = True
    """False leaves out the pages at `/`, which people on this machine can read without a token."""

    def __post_init__(self) -> None:
        if min(self.max_body_bytes, self.requests_kept) < 1:
            raise SettingError("max_body_bytes and requests_kept are 1 or more")
        if len({self.admin_token, self.bot_token, self.reader_token}) < 3:
            raise SettingError("admin_token, bot_token and reader_token are three different ones")

    @property
    def release(self) -> Release:
        """The release that `version` names."""
        return release_of(self.version)

    @property
    def answers_bulk(self) -> bool:
        """True if `PUT …/bulk` exists."""
        return self.release >= BULK if self.bulk is None else self.bulk

    @property
    def allows_one_domain(self) -> bool:
        """True if a second domain on an entity breaks a rule."""
        return self.release >= RULES if self.multi_domain_rule is None else self.multi_domain_rule

    @property
    def sanitizer(self) -> Sanitizer:
        """Which sanitizer runs."""
        by_version: Sanitizer = "2.0" if self.release >= SECOND else "1.13"
        return self.sanitize_descriptions or (by_version if self.release >= SANITIZED_WRITES else "off")

    @property
    def hides_json_errors(self) -> bool:
        """True if the text of a mapping error says nothing of the body."""
        return (self.json_error_text or ("new" if self.release >= SECOND else "old")) == "new"
