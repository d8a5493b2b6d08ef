# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""Policies: `/api/v1/policies`."""

from __future__ import annotations

from openmetadata_bindings.models.api.policies.create_policy import CreatePolicyRequest
from openmetadata_bindings.models.entity.policies.policy import Policy
from openmetadata_bindings.specs.policies import SPEC
from openmetadata_provider.client.resource import AsyncResource, Resource


class Policies(Resource[CreatePolicyRequest, Policy]):
    """Policy: a list of rules about who may do what, put in force through roles and teams.

    `/api/v1/policies` (`api/policies/createPolicy.json`)
    """

    spec = SPEC
    request_model = CreatePolicyRequest
    entity_model = Policy


class AsyncPolicies(AsyncResource[CreatePolicyRequest, Policy]):
    """Policies, for `AsyncOpenMetadata`."""

    spec = SPEC
    request_model = CreatePolicyRequest
    entity_model = Policy
