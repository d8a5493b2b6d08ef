# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from openmetadata_provider.model.enums import OpenEnum


class SslMode(OpenEnum):
    """How strictly a database connection insists on TLS, from `disable` (never) to `verify-full` (encrypted, with
    authority and host name checked).

    Source: `security/ssl/verifySSLConfig.json#/definitions/sslMode`
    """

    disable = "disable"
    allow = "allow"
    prefer = "prefer"
    require = "require"
    verify_ca = "verify-ca"
    verify_full = "verify-full"


class VerifySSL(OpenEnum):
    """Certificate checking by the client: `no-ssl` for none, `ignore` to encrypt without checking, `validate` to check
    against `sslConfig`.

    Source: `security/ssl/verifySSLConfig.json#/definitions/verifySSL`
    """

    no_ssl = "no-ssl"
    ignore = "ignore"
    validate = "validate"
