# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated

from pydantic import StrictBool, StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.scalars import SecretStr
from openmetadata_provider.model.unions import OneOf

from .....security.credentials.bitbucket_credentials import BitbucketCredentials
from .....security.credentials.github_credentials import GithubCredentials
from .....security.credentials.gitlab_credentials import GitlabCredentials
from .....type.filter_pattern import FilterPattern


class LookerType(OpenEnum):
    """Connector identifier of Looker.

    Source: `entity/services/connections/dashboard/lookerConnection.json#/definitions/lookerType`
    """

    Looker = "Looker"


class NoGitCredentials(Model):
    """Empty object that turns LookML reading off; views and their lineage are then missing.

    Source: `entity/services/connections/dashboard/lookerConnection.json#/definitions/noGitCredentials`
    """


class LookerConnection(Model):
    """How to reach a Looker instance and, for lineage, the Git repository that holds its LookML.

    Source: `entity/services/connections/dashboard/lookerConnection.json`
    """

    type: LookerType | None = LookerType.Looker
    """Always `Looker`; picks the Looker connector."""

    clientId: StrictStr
    """Client identifier of a Looker API key pair; its user needs read access to every folder and model to ingest."""

    clientSecret: SecretStr
    """Secret half of the Looker API key pair named by `clientId`."""

    hostPort: StrictStr
    """Base URL of the Looker instance, for example `https://acme.cloud.looker.com`."""

    gitCredentials: Annotated[
        NoGitCredentials | StrictStr | GithubCredentials | BitbucketCredentials | GitlabCredentials | None, OneOf
    ] = None
    """Where the LookML files come from: a GitHub, Bitbucket or GitLab repository, a local checkout, or nowhere. View
    definitions and column lineage need them.
    """

    dashboardFilterPattern: FilterPattern | None = None
    """Regular expressions on dashboard titles; Looker dashboards that fail them are left out."""

    chartFilterPattern: FilterPattern | None = None
    """Regular expressions on tile and Look titles; those that fail are not ingested as charts."""

    dataModelFilterPattern: FilterPattern | None = None
    """Regular expressions on LookML models, explores and views; those that fail are not ingested as data models."""

    projectFilterPattern: FilterPattern | None = None
    """Regular expressions on the projects or folders that group Looker content."""

    supportsMetadataExtraction: StrictBool | None = True
    """Capability flag: a metadata ingestion pipeline can be run against the service."""
