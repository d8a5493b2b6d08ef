# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictBool, StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.scalars import SecretStr, StrictInt


class Idp(Model):
    """Identity provider that authenticates users and issues SAML assertions.

    Source: `security/client/samlSSOClientConfig.json#/definitions/idp`
    """

    entityId: StrictStr
    """Entity ID under which the identity provider issues assertions, as stated in its metadata; often identical to its
    login URL.
    """

    ssoLoginUrl: StrictStr
    """URL of the identity provider to which the browser is redirected to log in."""

    authorityUrl: StrictStr | None = None
    """Former way of naming the identity provider by URL; superseded by `entityId`."""

    idpX509Certificate: SecretStr | None = None
    """PEM certificate of the identity provider, used to check the signatures on its assertions and messages."""

    nameId: StrictStr | None = "urn:oasis:names:tc:SAML:2.0:nameid-format:emailAddress"
    """NameID format requested for the subject of an assertion, as a SAML URN; the default asks for an email address."""


class Security(Model):
    """Signing, encryption and validation rules for the SAML exchange.

    Source: `security/client/samlSSOClientConfig.json#/definitions/security`
    """

    strictMode: StrictBool | None = False
    """If `true`, a SAML response is rejected unless it meets every signature and encryption requirement switched on
    here.
    """

    validateXml: StrictBool | None = False
    """If `true`, incoming messages are also checked against the SAML XML schema; takes effect only in strict mode."""

    tokenValidity: StrictInt | None = 3600
    """Lifetime in seconds of the JWT issued to the user after a successful SAML login."""

    sendEncryptedNameId: StrictBool | None = False
    """If `true`, the NameID in requests sent by this server is encrypted for the identity provider."""

    sendSignedAuthRequest: StrictBool | None = False
    """If `true`, this server signs the authentication requests it sends to the identity provider."""

    signSpMetadata: StrictBool | None = False
    """If `true`, the service provider metadata published by this server carries a signature."""

    wantMessagesSigned: StrictBool | None = False
    """If `true`, SAML messages from the identity provider are refused unless they are signed."""

    wantAssertionsSigned: StrictBool | None = False
    """If `true`, each assertion inside a SAML response must carry its own signature."""

    wantAssertionEncrypted: StrictBool | None = False
    """If `true`, assertions are accepted only when encrypted with the service provider certificate."""

    keyStoreFilePath: StrictStr | None = None
    """Path on the server of the Java key store that contains the signing and decryption key pair."""

    keyStoreAlias: StrictStr | None = None
    """Alias of the key pair to use inside the key store."""

    keyStorePassword: SecretStr | None = None
    """Password that unlocks the key store and its key pair."""


class Sp(Model):
    """This server in its role as SAML service provider, as registered with the identity provider.

    Source: `security/client/samlSSOClientConfig.json#/definitions/sp`
    """

    entityId: StrictStr
    """Entity ID by which the identity provider knows this server."""

    acs: StrictStr
    """Assertion Consumer Service URL of this server, to which the identity provider posts its SAML response."""

    spX509Certificate: SecretStr | None = None
    """PEM certificate of this server, with which the identity provider checks its signatures and encrypts assertions
    for it.
    """

    spPrivateKey: SecretStr | None = None
    """Private key matching the service provider certificate, used to sign outgoing messages and decrypt incoming
    assertions.
    """

    callback: StrictStr
    """URL of the web UI to which the user is sent once the SAML response has been accepted."""


class SamlSSOClientConfig(Model):
    """Settings for single sign-on over SAML 2.0: the identity provider, this server as service provider, and the
    message security between them.

    Source: `security/client/samlSSOClientConfig.json`
    """

    idp: Idp
    """Identity provider that authenticates users and issues SAML assertions."""

    sp: Sp
    """This server in its role as SAML service provider, as registered with the identity provider."""

    security: Security | None = None
    """Signing, encryption and validation rules for the SAML exchange."""

    debugMode: StrictBool | None = False
    """If `true`, the SAML library writes detailed logs of requests and responses; meant for troubleshooting only."""

    samlDisplayNameAttributes: list[StrictStr] | None = None
    """SAML attribute names tried in order to fill a user's display name; the first one present in the assertion is
    used.
    """
