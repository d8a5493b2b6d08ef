# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.scalars import SecretStr


class BitbucketType(OpenEnum):
    """Discriminator value that marks credentials as belonging to Bitbucket.

    Source: `security/credentials/bitbucketCredentials.json#/definitions/bitbucketType`
    """

    BitBucket = "BitBucket"


class BitbucketCredentials(Model):
    """How to reach a repository hosted on Bitbucket.

    Source: `security/credentials/bitbucketCredentials.json`
    """

    type: BitbucketType | None = BitbucketType.BitBucket
    """Discriminator of the Git host; always `BitBucket` here."""

    gitHostURL: StrictStr | None = "https://bitbucket.org"
    """Base URL of the Bitbucket server; `https://bitbucket.org` for the hosted service."""

    repositoryOwner: StrictStr
    """User, organisation or workspace that holds the repository, the first path segment of its URL; `acme` in
    `https://github.com/acme/looker-models`.
    """

    repositoryName: StrictStr
    """Name of the repository without its owner, the last path segment of its URL; `looker-models` in
    `https://github.com/acme/looker-models`.
    """

    token: SecretStr | None = None
    """Access token for the API of the Git host; needed to read private repositories and to get a higher rate limit on
    public ones.
    """

    branch: StrictStr
    """Branch to read files from, usually the production one such as `main`."""
