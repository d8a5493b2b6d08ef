# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictBool, StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.scalars import StrictInt


class CoverImage(Model):
    """Banner picture shown at the top of the page of an entity such as a domain, glossary or data product.

    Source: `type/basic.json#/definitions/coverImage`
    """

    url: StrictStr | None = None
    """Address from which the banner picture is loaded."""

    position: StrictStr | None = None
    """How the banner picture is aligned in its frame, as a CSS `background-position`: a keyword such as `center` or
    offsets such as `0 40px`.
    """


class ProviderType(OpenEnum):
    """Who supplied an entity: `system` ones ship with the product and can be disabled but usually not deleted, `user`
    ones were created by people, `automation` ones by apps and may be deleted.

    Source: `type/basic.json#/definitions/providerType`
    """

    system = "system"
    user = "user"
    automation = "automation"


class SemanticsRule(Model):
    """A rule of a data contract that the metadata of an asset has to satisfy, for example that it has an owner.

    Source: `type/basic.json#/definitions/semanticsRule`
    """

    name: StrictStr
    """Short name by which the rule is listed in the contract."""

    description: StrictStr
    """Markdown text on what the rule demands and why."""

    rule: StrictStr
    """Condition to evaluate against the entity, as JsonLogic text produced by the query builder."""

    enabled: StrictBool
    """If `false`, the rule is kept but not evaluated."""

    entityType: StrictStr | None = None
    """Restricts the rule to entities of this type, for example `table`."""

    ignoredEntities: list[StrictStr] | None = []
    """Entity types the rule skips, for example `testSuite`."""

    jsonTree: StrictStr | None = None
    """Query builder tree of the rule serialised as JSON, from which the UI redraws the editor."""

    provider: ProviderType | None = None
    """Who supplied an entity: `system` ones ship with the product and can be disabled but usually not deleted, `user`
    ones were created by people, `automation` ones by apps and may be deleted.
    """

    inherited: StrictBool | None = False
    """`true` if the rule comes from the contract of a data product that contains the asset, `false` if it was set on
    the asset.
    """


class BasicStatus(OpenEnum):
    """Outcome or progress of an operation started through the API, such as `running` or `partialSuccess`.

    Source: `type/basic.json#/definitions/status`
    """

    success = "success"
    failure = "failure"
    aborted = "aborted"
    partialSuccess = "partialSuccess"
    running = "running"


class Style(Model):
    """Colour, icon and banner that set an entity apart in the UI.

    Source: `type/basic.json#/definitions/style`
    """

    color: StrictStr | None = None
    """Colour as a hexadecimal code, for example `#1E88E5`, used to mark the term, tag, domain or data product."""

    iconURL: StrictStr | None = None
    """Address of the icon displayed next to the term, tag, domain or data product."""

    coverImage: CoverImage | None = None
    """Banner picture displayed on the page of the entity, with its alignment."""


class TimeInterval(Model):
    """A span of time between two instants given in epoch milliseconds.

    Source: `type/basic.json#/definitions/timeInterval`
    """

    start: StrictInt | None = None
    """Instant at which the interval begins, in milliseconds since the Unix epoch."""

    end: StrictInt | None = None
    """Instant at which the interval finishes, in milliseconds since the Unix epoch."""
