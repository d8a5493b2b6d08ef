# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictFloat, StrictStr

from openmetadata_provider.model.base import Model

from .classification_languages import ClassificationLanguages


class ContextRecognizer(Model):
    """Recognizer that scores a value by the words found around it rather than by its shape alone.

    Source: `type/contextRecognizer.json`
    """

    type: Literal["context"]

    contextWords: Annotated[list[StrictStr], Field(min_length=1)]
    """Words whose presence near a value suggests that it is the sought entity, for example `passport` or `iban`."""

    supportedLanguage: ClassificationLanguages
    """Language whose context words this recognizer understands."""

    minScore: Annotated[StrictFloat | None, Field(ge=0.0, le=1.0)] = 0.4
    """Lowest confidence, from 0 to 1, that a context match can yield."""

    maxScore: Annotated[StrictFloat | None, Field(ge=0.0, le=1.0)] = 0.8
    """Highest confidence, from 0 to 1, that a context match can reach."""

    increaseFactorByCharLength: StrictFloat | None = 0.05
    """Amount added to the confidence for each character of the matched value."""
