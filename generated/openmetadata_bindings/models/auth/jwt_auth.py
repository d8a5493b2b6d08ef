# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.scalars import SecretStr, StrictInt


class JwtAuthJWTTokenExpiry(OpenEnum):
    """Lifetime chosen when the token is issued: one hour, a number of days, or `Unlimited`.

    Source: `auth/jwtAuth.json#/definitions/JWTTokenExpiry`
    """

    OneHour = "OneHour"
    field_1 = "1"
    field_7 = "7"
    field_30 = "30"
    field_60 = "60"
    field_90 = "90"
    Unlimited = "Unlimited"


class JwtAuth(Model):
    """Settings of an account, mostly a bot, that authenticates with a JWT issued by the catalogue.

    Source: `auth/jwtAuth.json`
    """

    JWTToken: SecretStr | None = None
    """Signed token that the account sends as its bearer credential when it calls the API."""

    JWTTokenExpiry: JwtAuthJWTTokenExpiry
    """Lifetime chosen when the token is issued: one hour, a number of days, or `Unlimited`."""

    JWTTokenExpiresAt: StrictInt | None = None
    """Moment at which the token stops being valid, in milliseconds since the Unix epoch; absent if it never does."""
