# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""Classifications: `/api/v1/classifications`."""

from __future__ import annotations

from openmetadata_bindings.models.api.classification.create_classification import CreateClassificationRequest
from openmetadata_bindings.models.entity.classification.classification import Classification
from openmetadata_bindings.specs.classifications import SPEC
from openmetadata_provider.client.resource import AsyncResource, Resource


class Classifications(Resource[CreateClassificationRequest, Classification]):
    """Classification: a named family of tags with which assets are classified or categorised, e.g. `PII` or `Tier`.

    `/api/v1/classifications` (`api/classification/createClassification.json`)
    """

    spec = SPEC
    request_model = CreateClassificationRequest
    entity_model = Classification


class AsyncClassifications(AsyncResource[CreateClassificationRequest, Classification]):
    """Classifications, for `AsyncOpenMetadata`."""

    spec = SPEC
    request_model = CreateClassificationRequest
    entity_model = Classification
