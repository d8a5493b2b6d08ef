"""A token that does not show itself."""

from __future__ import annotations

import re
from typing import Final, NoReturn

from openmetadata_provider.errors import ConfigurationError

MASK: Final = "**********"
_PRINTABLE = re.compile(r"[!-~]+\Z")


class Token:
    """A bearer token: absent from repr and str, refuses to be pickled, removes itself from foreign text.

    Takes the token as users paste it: surrounding whitespace and a leading `Bearer ` are dropped. Making one never
    fails, so that no traceback of ours has a frame that holds the text; `check` is the second step.
    """

    __slots__ = ("_value",)
    _value: str

    def __init__(self, value: str | Token | None) -> None:
        text = value._value if isinstance(value, Token) else value
        self._value = (text or "").strip().removeprefix("Bearer ").strip()

    def check(self) -> None:
        """Raises ConfigurationError, without the value, for an empty token or one that no header can carry."""
        if not _PRINTABLE.match(self._value):
            raise ConfigurationError(
                "jwt_token is empty or holds characters that no token has. Paste the token alone, "
                "as the server's settings show it (Bots, or Access Tokens)."
            )

    @property
    def header(self) -> str:
        """Value of the `Authorization` header. Do not keep it in a variable: tracebacks show those."""
        return f"Bearer {self._value}"

    def removed_from(self, text: str) -> str:
        """The text with every occurrence of the token masked: some error pages repeat the request."""
        return text.replace(self._value, MASK)

    def __repr__(self) -> str:
        return f"Token({MASK})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Token is not pickled: it would leave the process in plain text")
