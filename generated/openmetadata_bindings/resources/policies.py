# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""Policies: `/api/v1/policies`."""

from __future__ import annotations

from openmetadata_bindings.models.api.policies.create_policy import CreatePolicyRequest
from openmetadata_bindings.models.entity.policies.policy import Policy
from openmetadata_provider.client.resource import AsyncResource, Resource
from openmetadata_spec import EntitySpec, PropertySpec, Reference

SPEC = EntitySpec(
    kind="Policy",
    entity_type="policy",
    collection="policies",
    attribute="policies",
    create_schema="api/policies/createPolicy.json",
    entity_schema="entity/policies/policy.json",
    properties=(
        PropertySpec(
            name="name",
            type="string",
            required=True,
            description="Unique name of the policy, e.g. `DashboardEditorPolicy`.",
        ),
        PropertySpec(
            name="displayName",
            type="string",
            description="Human-readable label shown for the policy in place of its name.",
        ),
        PropertySpec(
            name="description", type="string", description="Markdown text on what the policy protects or permits."
        ),
        PropertySpec(
            name="owners",
            type="list(one of string, EntityReference, NamedReference)",
            description="References to the users or teams that will own the policy.",
        ),
        PropertySpec(
            name="rules",
            type="list(Rule)",
            required=True,
            description="The rules of the policy; the server asks for one or more.",
        ),
        PropertySpec(name="enabled", type="boolean", description="`false` keeps the policy without applying it."),
        PropertySpec(name="location", type="string", description="UUID of a location that the policy is limited to."),
        PropertySpec(name="domains", type="list(string)", description="Names of the domains to assign to the policy."),
    ),
    fields=(
        "owners",
        "teams",
        "roles",
        "location",
        "domains",
    ),
    references=(
        Reference(
            property="owners",
            entities=(
                "user",
                "team",
            ),
            spelling="ref",
            many=True,
        ),
        Reference(property="domains", entities=("domain",), spelling="fqn", many=True),
    ),
)


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
