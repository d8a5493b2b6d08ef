# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from openmetadata_provider.model.base import Model

from ......security.credentials.aws_credentials import AwsCredentials


class IamAuthConfig(Model):
    """Database sign-in with a short-lived token from AWS IAM in place of a password.

    Source: `entity/services/connections/database/common/iamAuthConfig.json`
    """

    awsConfig: AwsCredentials | None = None
    """How to authenticate to Amazon Web Services."""
