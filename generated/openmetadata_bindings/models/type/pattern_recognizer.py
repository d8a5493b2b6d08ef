# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Literal

from pydantic import StrictStr

from openmetadata_provider.model.base import Model

from .classification_languages import ClassificationLanguages
from .recognizers.patterns import Patterns
from .recognizers.regex_flags import RegexFlags


class PatternRecognizer(Model):
    """Recognizer that finds values by one or more regular expressions.

    Source: `type/patternRecognizer.json`
    """

    type: Literal["pattern"]

    patterns: list[Patterns]
    """Regular expressions to try, each with its name and the confidence it gives."""

    regexFlags: RegexFlags
    """Switches that alter how the regular expressions of a recognizer are matched."""

    context: list[StrictStr] | None = []
    """Words that raise the confidence of a match when they occur near it, for example `ssn`."""

    supportedLanguage: ClassificationLanguages
    """Language of the text to which the patterns apply."""
