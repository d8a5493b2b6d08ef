# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.scalars import SecretStr


class GithubType(OpenEnum):
    """Discriminator value that marks credentials as belonging to GitHub.

    Source: `security/credentials/githubCredentials.json#/definitions/githubType`
    """

    GitHub = "GitHub"


class GithubCredentials(Model):
    """How to reach a repository hosted on GitHub.

    Source: `security/credentials/githubCredentials.json`
    """

    type: GithubType | None = GithubType.GitHub
    """Discriminator of the Git host; always `GitHub` here."""

    gitHostURL: StrictStr | None = "https://github.com"
    """Base URL of the GitHub server: `https://github.com`, or the address of a GitHub Enterprise installation."""

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
