# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.scalars import StrictInt

from .tag_label import TagLabel


class AssetCertification(Model):
    """A certification held by a data asset: the certifying tag with the period for which it is valid.

    Source: `type/assetCertification.json`
    """

    tagLabel: TagLabel
    """A classification tag or glossary term as attached to an entity or column, with how and by whom it was attached."""

    appliedDate: StrictInt
    """When the certification was given, in milliseconds since the Unix epoch."""

    expiryDate: StrictInt
    """When the certification lapses, in milliseconds since the Unix epoch."""
