"""Texts that do not show themselves: passwords, and the token of a request."""

from __future__ import annotations

import json
import re
from base64 import b64encode, urlsafe_b64decode
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any, Final, NoReturn

from openmetadata_provider.errors import ConfigurationError

MASK: Final = "**********"
SHORTEST: Final = 4
"""Characters of a secret that is looked for in foreign text: masking a shorter one would only garble the text."""
SECRET_LIKE: Final = re.compile(
    r"secret|passw|token|passphrase|credential|certificate|authentication|(private|api|access|ssl).?key", re.I
)
"""Keys whose values are not shown, also where a schema does not call them passwords."""
_PRINTABLE = re.compile(r"[!-~]+\Z")


class Secret:
    """A text that is absent from repr and str, refuses to be pickled and removes itself from foreign text."""

    __slots__ = ("_value",)
    _value: str

    def __init__(self, value: str | Secret | None) -> None:
        self._value = (value._value if isinstance(value, Secret) else value) or ""

    def reveal(self) -> str:
        """The text. Do not keep it in a variable: tracebacks show those."""
        return self._value

    def base64(self) -> Secret:
        """The text in base64."""
        return Secret(b64encode(self._value.encode()).decode())

    def removed_from(self, text: str) -> str:
        """The text with every occurrence masked, also in JSON and HTML: some error pages repeat the request."""
        if len(self._value) < SHORTEST:
            return text
        for spelled in (self._value, json.dumps(self._value)[1:-1], escape(self._value)):
            text = text.replace(spelled, MASK)
        return text

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and self._value == other._value

    def __hash__(self) -> int:
        return hash(self._value)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({MASK})"

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"a {type(self).__name__} is not pickled: it would leave the process in plain text")


def secrets_in(value: object, key: str = "") -> Iterator[Secret]:
    """The texts in a JSON value that stand under keys of passwords."""
    if isinstance(value, Mapping):
        for name, item in value.items():
            yield from secrets_in(item, str(name))
    elif isinstance(value, list):
        for item in value:
            yield from secrets_in(item, key)
    elif isinstance(value, str) and SECRET_LIKE.search(key):
        yield Secret(value)


def without_secrets(text: str, body: object) -> str:
    """The text, with the passwords of a request's body masked in it."""
    for secret in secrets_in(body):
        text = secret.removed_from(text)
    return text


class Token(Secret):
    """A bearer token.

    Takes the token as users paste it: surrounding whitespace and a leading `Bearer ` are dropped. Making one never
    fails, so that no traceback of ours has a frame that holds the text; `check` is the second step.
    """

    __slots__ = ("_header",)
    _header: str

    def __init__(self, value: str | Secret | None) -> None:
        super().__init__(value)
        self._value = self._value.strip().removeprefix("Bearer ").strip()
        self._header = f"Bearer {self._value}"

    @property
    def is_sendable(self) -> bool:
        """False for an empty token, and for one that no header can carry."""
        return bool(_PRINTABLE.match(self._value))

    def check(self, name: str = "jwt_token") -> None:
        """Raises ConfigurationError, without the value, for a token that is not sendable. `name` says where from."""
        if not self.is_sendable:
            raise ConfigurationError(
                f"{name} is empty or holds characters that no token has. Paste the token alone, "
                "as the server's settings show it (Bots, or Access Tokens)."
            )

    @property
    def header(self) -> str:
        """Value of the `Authorization` header. Do not keep it in a variable: tracebacks show those."""
        return self._header

    def claims(self) -> dict[str, Any]:
        """What the token says of itself if it is a JWT, unverified; empty for any other token."""
        parts = self._value.split(".")
        if len(parts) != 3:
            return {}
        try:
            claims = json.loads(urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
        except (ValueError, RecursionError):
            return {}
        return claims if isinstance(claims, dict) else {}
