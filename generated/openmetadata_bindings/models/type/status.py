# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from openmetadata_provider.model.enums import OpenEnum


class Status(OpenEnum):
    """Stage of an entity in its review and approval process, from `Draft` to `Approved` or `Deprecated`; `Unprocessed`
    until a review begins.

    Source: `type/status.json`
    """

    Draft = "Draft"
    In_Review = "In Review"
    Approved = "Approved"
    Archived = "Archived"
    Deprecated = "Deprecated"
    Rejected = "Rejected"
    Unprocessed = "Unprocessed"
