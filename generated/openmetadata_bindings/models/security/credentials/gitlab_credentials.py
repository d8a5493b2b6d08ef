# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.scalars import SecretStr


class GitlabType(OpenEnum):
    """Discriminator value that marks credentials as belonging to GitLab.

    Source: `security/credentials/gitlabCredentials.json#/definitions/gitlabType`
    """

    Gitlab = "Gitlab"


class GitlabCredentials(Model):
    """How to reach a repository hosted on GitLab.

    Source: `security/credentials/gitlabCredentials.json`
    """

    type: GitlabType | None = GitlabType.Gitlab
    """Discriminator of the Git host; always `Gitlab` here."""

    gitHostURL: StrictStr | None = "https://gitlab.com"
    """Base URL of the GitLab server: `https://gitlab.com`, or the address of a self-managed installation."""

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
