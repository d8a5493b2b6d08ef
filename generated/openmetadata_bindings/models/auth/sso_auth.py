# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.unions import OneOf

from ..security.client.auth_0_sso_client_config import Auth0SSOClientConfig
from ..security.client.azure_sso_client_config import AzureSSOClientConfig
from ..security.client.custom_oidc_sso_client_config import CustomOidcSSOClientConfig
from ..security.client.google_sso_client_config import GoogleSSOClientConfig
from ..security.client.okta_sso_client_config import OktaSSOClientConfig
from ..security.client.saml_sso_client_config import SamlSSOClientConfig


class SsoAuthSsoServiceType(OpenEnum):
    """Identity provider in use: `google`, `okta`, `auth0`, `azure` or any other OpenID Connect one (`custom-oidc`).

    Source: `auth/ssoAuth.json#/SsoAuth/ssoServiceType`
    """

    google = "google"
    okta = "okta"
    auth0 = "auth0"
    custom_oidc = "custom-oidc"
    azure = "azure"


class SsoAuth(Model):
    """Settings of an account that authenticates through an outside single sign-on provider.

    Source: `auth/ssoAuth.json`
    """

    ssoServiceType: SsoAuthSsoServiceType | None = None
    """Identity provider in use: `google`, `okta`, `auth0`, `azure` or any other OpenID Connect one (`custom-oidc`)."""

    authConfig: Annotated[
        GoogleSSOClientConfig
        | OktaSSOClientConfig
        | Auth0SSOClientConfig
        | AzureSSOClientConfig
        | CustomOidcSSOClientConfig
        | SamlSSOClientConfig
        | None,
        OneOf,
    ] = None
    """Client settings for the chosen identity provider; the form depends on `ssoServiceType`."""
