"""Who is calling: a bearer token to a principal."""

from __future__ import annotations

import hmac

from .catalogue import Principal
from .errors import unauthorized
from .options import SandboxOptions

ADMIN = Principal(name="admin")
BOT = Principal(name="ingestion-bot", is_bot=True)
READER = Principal(name="reader", may_write=False)


def authenticated(options: SandboxOptions, header: str | None) -> Principal:
    """The principal of an `Authorization` header; 401 without a token of ours."""
    scheme, _, token = (header or "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise unauthorized("Not Authorized! Token not present")
    known = ((options.admin_token, ADMIN), (options.bot_token, BOT), (options.reader_token, READER))
    for expected, principal in known:
        if hmac.compare_digest(token.strip().encode(), expected.encode()):
            return principal
    raise unauthorized("Not Authorized! Invalid token.")
