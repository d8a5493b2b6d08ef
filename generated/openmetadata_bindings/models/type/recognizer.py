# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictBool, StrictFloat, StrictStr

from openmetadata_bindings.models.scalars import EntityLink, EntityName, EntityVersion
from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.scalars import StrictInt
from openmetadata_provider.model.unions import OneOf

from .context_recognizer import ContextRecognizer
from .custom_recognizer import CustomRecognizer
from .entity_reference import EntityReference
from .exact_terms_recognizer import ExactTermsRecognizer
from .pattern_recognizer import PatternRecognizer
from .predefined_recognizer import PredefinedRecognizer


class RecognizerTarget(OpenEnum):
    """What is examined: `content` looks at sampled values of the column, `column_name` at its name.

    Source: `type/recognizer.json#/Recognizer/target`
    """

    content = "content"
    column_name = "column_name"


class RecognizerException(Model):
    """A place where a recognizer must stay silent, with the grounds for it.

    Source: `type/recognizer.json#/definitions/recognizerException`
    """

    entityLink: EntityLink
    """Link to the entity or column to leave alone, for example `<#E::table::mysql.shop.public.orders::columns::ref>`."""

    reason: StrictStr | None = None
    """Why the place is exempt, as free text."""

    addedBy: EntityReference | None = None
    """Reference to the user who asked for the exemption."""

    addedAt: StrictInt | None = None
    """A point in time as milliseconds since the Unix epoch (UTC), for example `1718000000000`."""

    feedbackId: StrictStr | None = None
    """UUID of the user feedback from which the exemption resulted."""


class RecognizerType(OpenEnum):
    """Method of detection: regular expressions, a term list, surrounding words, a built-in detector or user code.

    Source: `type/recognizer.json#/definitions/recognizerType`
    """

    pattern = "pattern"
    exact_terms = "exact_terms"
    context = "context"
    predefined = "predefined"
    custom = "custom"


class Recognizer(Model):
    """A detector that labels columns automatically, together with its matching rules, confidence threshold and
    exceptions.

    Source: `type/recognizer.json`
    """

    id: StrictStr | None = None
    """UUID under which the recognizer is stored."""

    name: EntityName
    """Identifier of the recognizer within the tag it belongs to, for example `email_pattern`."""

    displayName: StrictStr | None = None
    """Label under which the UI lists the recognizer."""

    description: StrictStr | None = None
    """Markdown text on what kind of data the recognizer finds."""

    enabled: StrictBool | None = True
    """If `false`, auto classification skips the recognizer."""

    isSystemDefault: StrictBool | None = False
    """`true` for recognizers shipped with the product, `false` for those added by users."""

    recognizerConfig: Annotated[
        PatternRecognizer | ExactTermsRecognizer | ContextRecognizer | CustomRecognizer | PredefinedRecognizer, OneOf
    ]
    """Settings of the detection method, in the shape that its `type` calls for."""

    confidenceThreshold: Annotated[StrictFloat | None, Field(ge=0.0, le=1.0)] = 0.6
    """Score from 0 to 1 that a match has to reach before the tag is applied."""

    exceptionList: Annotated[list[RecognizerException] | None, Field(validate_default=True)] = []
    """Places in the catalogue where the recognizer must not run, usually because users reported false positives there."""

    version: EntityVersion | None = 0.1
    """Version number of the recognizer, raised whenever its settings change."""

    updatedAt: StrictInt | None = None
    """When the recognizer was last changed, in milliseconds since the Unix epoch."""

    updatedBy: StrictStr | None = None
    """Name of the account that last changed the recognizer."""

    target: RecognizerTarget | None = RecognizerTarget.content
    """What is examined: `content` looks at sampled values of the column, `column_name` at its name."""
