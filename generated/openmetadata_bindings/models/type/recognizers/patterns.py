# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictFloat, StrictStr

from openmetadata_provider.model.base import Model


class Patterns(Model):
    """One regular expression of a pattern recognizer, with the confidence a match gives.

    Source: `type/recognizers/patterns.json`
    """

    name: StrictStr
    """Label of the expression, shown when explaining why a tag was applied."""

    regex: StrictStr
    """Regular expression in Python syntax that values are searched with."""

    score: Annotated[StrictFloat | None, Field(ge=0.0, le=1.0)] = 0.8
    """Confidence from 0 to 1 attributed to a match of this expression."""
