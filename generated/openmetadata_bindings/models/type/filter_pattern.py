# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictStr

from openmetadata_provider.model.base import Model


class FilterPattern(Model):
    """Regular expressions deciding by name which entities are ingested.

    Source: `type/filterPattern.json#/definitions/filterPattern`
    """

    includes: list[StrictStr] | None = None
    """Regular expressions of names to keep, for example `^prod_.*`; if given, anything that matches none of them is
    left out.
    """

    excludes: list[StrictStr] | None = None
    """Regular expressions of names to leave out, for example `.*_tmp$`."""
