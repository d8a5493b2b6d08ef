# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictBool, StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.scalars import SecretStr


class AwsCredentials(Model):
    """How to authenticate to Amazon Web Services.

    Source: `security/credentials/awsCredentials.json`
    """

    enabled: StrictBool | None = False
    """If `true`, IAM authentication is used and, lacking explicit keys, credentials come from the default AWS provider
    chain (environment, instance profile and so on). Off by default.
    """

    awsAccessKeyId: StrictStr | None = None
    """Public half of the AWS access key pair, for example `AKIAIOSFODNN7EXAMPLE`."""

    awsSecretAccessKey: SecretStr | None = None
    """Secret half of the AWS access key pair, used to sign requests."""

    awsRegion: StrictStr
    """Code of the region in which the AWS service runs, for example `eu-central-1`."""

    awsSessionToken: StrictStr | None = None
    """Token that accompanies temporary access keys issued by AWS STS; leave empty for long-lived keys."""

    endPointURL: StrictStr | None = None
    """Service endpoint to call instead of the regional AWS default, for example a VPC endpoint or a local emulator."""

    profileName: StrictStr | None = None
    """Named profile from the AWS configuration files of the host, from which the session takes its credentials."""

    assumeRoleArn: StrictStr | None = None
    """ARN of the IAM role to switch to before calling AWS, for example
    `arn:aws:iam::123456789012:role/catalog-reader`; needed only to assume a role.
    """

    assumeRoleSessionName: StrictStr | None = "OpenMetadataSession"
    """Name recorded for the assumed role session, which tells callers sharing the role apart in CloudTrail; needed
    only to assume a role.
    """

    assumeRoleSourceIdentity: StrictStr | None = None
    """Source identity passed to AWS STS when the role is assumed, so that CloudTrail shows who started the session;
    optional.
    """
