# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Any, Literal

from pydantic import StrictStr

from openmetadata_provider.model.base import Model

from .classification_languages import ClassificationLanguages


class CustomRecognizer(Model):
    """Recognizer whose detection logic is supplied by the user as code.

    Source: `type/customRecognizer.json`
    """

    type: Literal["custom"]

    validatorFunction: StrictStr
    """Source of the Python function that decides whether a value is a match."""

    config: dict[str, Any] | None = None
    """Free-form parameters passed on to the user's validation code."""

    supportedLanguage: ClassificationLanguages
    """Language of the text that the user's validation code expects."""
