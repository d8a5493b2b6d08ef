# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.scalars import SecretStr


class ValidateSSLClientConfig(Model):
    """Certificates and key a client uses when it opens a TLS connection with certificate validation.

    Source: `security/ssl/validateSSLClientConfig.json`
    """

    caCertificate: SecretStr | None = None
    """PEM certificate of the authority trusted to have signed the server certificate."""

    sslCertificate: SecretStr | None = None
    """PEM certificate the client presents to the server for mutual TLS."""

    sslKey: SecretStr | None = None
    """PEM private key that matches the client certificate, needed for mutual TLS."""
