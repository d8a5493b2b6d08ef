# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictStr

from openmetadata_provider.model.base import Model


class BucketDetails(Model):
    """Bucket and prefix under which Power BI template files are found.

    Source: `entity/services/connections/dashboard/powerbi/bucketDetails.json`
    """

    bucketName: StrictStr | None = None
    """Name of the bucket or container, without scheme, for example `acme-powerbi`."""

    objectPrefix: StrictStr | None = None
    """Key prefix of the template files inside the bucket, for example `templates/finance`."""
