# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.scalars import StrictInt

from .tag_label_recognizer_metadata import TagLabelRecognizerMetadata


class TagLabelMetadata(Model):
    """Extra facts about an attached tag: its automatic origin and its expiry.

    Source: `type/tagLabelMetadata.json`
    """

    recognizer: TagLabelRecognizerMetadata | None = None
    """Which recognizer attached the tag, and what it based that on."""

    expiryDate: StrictInt | None = None
    """End of validity of a certification tag, in milliseconds since the Unix epoch."""
