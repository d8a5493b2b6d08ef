# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictStr

from openmetadata_bindings.models.scalars import FullyQualifiedEntityName
from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum

from .resource_descriptor import Operation


class RuleEffect(OpenEnum):
    """`allow` grants the operations, `deny` forbids them; a denial beats every grant.

    Source: `entity/policies/accessControl/rule.json#/Rule/effect`
    """

    allow = "allow"
    deny = "deny"


class Rule(Model):
    """One rule of a policy: allows or denies operations on resources, on a condition if it has one.

    Source: `entity/policies/accessControl/rule.json`
    """

    name: StrictStr
    """Name of the rule, unique inside its policy."""

    fullyQualifiedName: FullyQualifiedEntityName | None = None
    """Policy name and rule name, joined by a dot."""

    description: StrictStr | None = None
    """Markdown text on what the rule achieves."""

    effect: RuleEffect
    """`allow` grants the operations, `deny` forbids them; a denial beats every grant."""

    operations: list[Operation]
    """The operations that the rule is about. `All` covers every one."""

    resources: list[StrictStr]
    """The resources that the rule is about, by entity type (`table`, `dashboard`) or resource name. `All` covers every
    one.
    """

    condition: StrictStr | None = None
    """Expression that has to be true for the rule to apply, e.g. `isOwner()` or `matchAnyTag('PII.Sensitive')`."""
