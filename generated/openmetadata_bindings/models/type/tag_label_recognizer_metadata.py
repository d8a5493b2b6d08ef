# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictFloat, StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum


class TagLabelRecognizerMetadataTarget(OpenEnum):
    """Which input led to the tag: sampled values (`content`) or the name of the column (`column_name`).

    Source: `type/tagLabelRecognizerMetadata.json#/TagLabelRecognizerMetadata/target`
    """

    content = "content"
    column_name = "column_name"


class PatternMatch(Model):
    """One expression that matched the examined input.

    Source: `type/tagLabelRecognizerMetadata.json#/definitions/patternMatch`
    """

    name: StrictStr
    """Label of the matching expression."""

    regex: StrictStr | None = None
    """The regular expression itself, or an equivalent definition of what matched."""

    score: Annotated[StrictFloat, Field(ge=0.0, le=1.0)]
    """Confidence from 0 to 1 contributed by this one match."""


class TagLabelRecognizerMetadata(Model):
    """Evidence a recognizer left when it attached a tag: its identity, the score and the patterns that matched.

    Source: `type/tagLabelRecognizerMetadata.json`
    """

    recognizerId: StrictStr
    """UUID of the recognizer that attached the tag."""

    recognizerName: StrictStr
    """Name of that recognizer, for display."""

    score: Annotated[StrictFloat, Field(ge=0.0, le=1.0)]
    """How sure the recognizer was, from 0 to 1."""

    target: TagLabelRecognizerMetadataTarget | None = None
    """Which input led to the tag: sampled values (`content`) or the name of the column (`column_name`)."""

    patterns: list[PatternMatch] | None = None
    """Expressions that matched, each with its own score."""
