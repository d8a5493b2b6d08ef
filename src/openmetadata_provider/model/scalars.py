"""Scalar types that follow JSON Schema: strict, and secret where the schema says `format: password`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, SerializationInfo, Strict
from pydantic import SecretStr as PydanticSecretStr

REVEAL = "reveal_secrets"
"""Key of the serialization context that makes a secret dump as itself. Only the client sets it, for the wire."""


def whole(value: Any) -> Any:
    """`5.0` as `5`: to JSON Schema both are integers. Everything else as it is."""
    return int(value) if type(value) is float and value.is_integer() else value


def _disclosed(secret: PydanticSecretStr | str, info: SerializationInfo) -> Any:
    if isinstance(secret, str):  # assigned after construction, which pydantic does not check
        secret = PydanticSecretStr(secret)
    if info.context and info.context.get(REVEAL):
        return secret.get_secret_value()
    return str(secret) if info.mode == "json" else secret


StrictInt = Annotated[int, Strict(), BeforeValidator(whole)]
"""An integer: `5` and `5.0`, but neither `"5"` nor `true`."""

if TYPE_CHECKING:
    SecretStr = PydanticSecretStr | str
    """A password. A plain string may be given; what is read back is a `pydantic.SecretStr`."""
else:
    SecretStr = Annotated[PydanticSecretStr, Strict(False), PlainSerializer(_disclosed)]
