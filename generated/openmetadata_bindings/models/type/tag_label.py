# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum

from .basic import Style
from .tag_label_metadata import TagLabelMetadata


class TagLabelType(OpenEnum):
    """How the label came to be attached: set by a person (`Manual`), passed along lineage (`Propagated`), found by a
    tool (`Automated`), implied by another tag or term (`Derived`) or produced by an agent (`Generated`).

    Source: `type/tagLabel.json#/TagLabel/labelType`
    """

    Manual = "Manual"
    Propagated = "Propagated"
    Automated = "Automated"
    Derived = "Derived"
    Generated = "Generated"


class TagLabelState(OpenEnum):
    """`Suggested` while the label awaits confirmation by an owner of the entity, `Confirmed` once it is in force.

    Source: `type/tagLabel.json#/TagLabel/state`
    """

    Suggested = "Suggested"
    Confirmed = "Confirmed"


class TagSource(OpenEnum):
    """Source: `type/tagLabel.json#/definitions/TagSource`"""

    Classification = "Classification"
    Glossary = "Glossary"


class TagLabel(Model):
    """A classification tag or glossary term as attached to an entity or column, with how and by whom it was attached.

    Source: `type/tagLabel.json`
    """

    tagFQN: StrictStr

    name: StrictStr | None = None
    """Last part of the tag's full path, for example `Sensitive` for `PII.Sensitive`."""

    displayName: StrictStr | None = None
    """Label under which the UI shows the tag or term."""

    description: StrictStr | None = None
    """Markdown description of the tag or term, copied from its definition."""

    style: Style | None = None
    """Colour, icon and banner that set an entity apart in the UI."""

    source: TagSource | None = None
    """Where the label is defined: `Classification` for a tag, `Glossary` for a term."""

    labelType: TagLabelType | None = TagLabelType.Manual
    """How the label came to be attached: set by a person (`Manual`), passed along lineage (`Propagated`), found by a
    tool (`Automated`), implied by another tag or term (`Derived`) or produced by an agent (`Generated`).
    """

    state: TagLabelState | None = TagLabelState.Confirmed
    """`Suggested` while the label awaits confirmation by an owner of the entity, `Confirmed` once it is in force."""

    href: StrictStr | None = None
    """REST URL at which the tag or term can be fetched."""

    reason: StrictStr | None = None
    """Why the label was chosen, mostly filled in by auto classification."""

    appliedAt: StrictStr | None = None
    """When the label was attached, as an ISO 8601 date and time."""

    appliedBy: StrictStr | None = None
    """Name of the person, bot or AI agent that attached the label."""

    metadata: TagLabelMetadata | None = None
    """Further facts on how the label was attached, such as which recognizer found it and when it expires."""
