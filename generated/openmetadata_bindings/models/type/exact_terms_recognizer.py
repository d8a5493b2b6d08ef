# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictStr

from openmetadata_provider.model.base import Model

from .classification_languages import ClassificationLanguages
from .recognizers.regex_flags import RegexFlags


class ExactTermsRecognizer(Model):
    """Recognizer that matches values against a fixed list of terms.

    Source: `type/exactTermsRecognizer.json`
    """

    type: Literal["exact_terms"]

    exactTerms: Annotated[list[StrictStr], Field(min_length=1)]
    """Terms that count as a match, for example country names; at least one."""

    supportedLanguage: ClassificationLanguages
    """Language in which the listed terms are written."""

    regexFlags: RegexFlags
    """Switches that alter how the regular expressions of a recognizer are matched."""
