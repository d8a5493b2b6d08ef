# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictBool

from openmetadata_provider.model.base import Model


class RegexFlags(Model):
    """Switches that alter how the regular expressions of a recognizer are matched.

    Source: `type/recognizers/regexFlags.json`
    """

    dotAll: StrictBool | None = True
    """If `true`, a dot also matches line breaks."""

    multiline: StrictBool | None = True
    """If `true`, `^` and `$` match at each line rather than only at the ends of the text."""

    ignoreCase: StrictBool | None = True
    """If `true`, upper and lower case letters are treated as the same."""
