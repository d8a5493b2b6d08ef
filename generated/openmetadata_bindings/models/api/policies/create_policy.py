# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Annotated

from pydantic import StrictBool, StrictStr

from openmetadata_bindings.models.scalars import EntityName, OwnerName
from openmetadata_provider.model.base import Model
from openmetadata_provider.model.unions import AnyOf

from ...entity.policies.access_control.rule import Rule
from ...type.entity_reference import EntityReference
from ...type.owner_reference import NamedReference


class CreatePolicyRequest(Model):
    """Request that creates, or with PUT updates, a policy.

    Source: `api/policies/createPolicy.json`
    """

    name: EntityName
    """Unique name of the policy, e.g. `DashboardEditorPolicy`."""

    displayName: StrictStr | None = None
    """Human-readable label shown for the policy in place of its name."""

    description: StrictStr | None = None
    """Markdown text on what the policy protects or permits."""

    owners: Annotated[list[OwnerName | EntityReference | NamedReference] | None, AnyOf] = None
    """References to the users or teams that will own the policy."""

    rules: list[Rule]
    """The rules of the policy; the server asks for one or more."""

    enabled: StrictBool | None = True
    """`false` keeps the policy without applying it."""

    location: StrictStr | None = None
    """UUID of a location that the policy is limited to."""

    domains: list[StrictStr] | None = None
    """Names of the domains to assign to the policy."""
