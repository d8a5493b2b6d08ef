# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Literal

from pydantic import StrictStr

from openmetadata_provider.model.base import Model


class GcpExternalAccount(Model):
    """Google Cloud credentials of an external account, that is, an identity from another provider exchanged through
    workload identity federation.

    Source: `security/credentials/gcpExternalAccount.json`
    """

    type: Literal["external_account"] = "external_account"
    """Kind of Google credential; always `external_account`."""

    externalType: Literal["external_account"] = "external_account"
    """Kind of credential as written in the Google configuration file; always `external_account`."""

    audience: StrictStr | None = None
    """Full resource name of the workload identity pool provider, for example
    `//iam.googleapis.com/projects/123/locations/global/workloadIdentityPools/pool/providers/aws`.
    """

    subjectTokenType: StrictStr | None = None
    """OAuth 2.0 token type URN of the external token, for example `urn:ietf:params:oauth:token-type:jwt`."""

    tokenURL: StrictStr | None = None
    """Endpoint of the Google Security Token Service where the external token is exchanged, normally
    `https://sts.googleapis.com/v1/token`.
    """

    credentialSource: dict[str, StrictStr] | None = None
    """Where on the local machine the external token is read from, such as a file, a URL or the AWS metadata service,
    as key/value pairs.
    """
