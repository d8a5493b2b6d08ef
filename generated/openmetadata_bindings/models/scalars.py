# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""Texts and numbers with limits, named after the definitions they come from."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictFloat, StrictStr

Email = Annotated[
    StrictStr,
    Field(
        pattern="^[\\S.!#$%&’*+/=?^_`{|}~-]+@\\S+\\.\\S+$",
        min_length=6,
        max_length=127,
    ),
]
"""An email address of 6 to 127 characters, for example `data-team@acme.io`.

Source: `type/basic.json#/definitions/email`
"""

EntityLink = Annotated[
    StrictStr,
    Field(
        pattern="^<#E::[\\p{L}\\p{M}\\p{N}\\p{Pc}]+::(?:[^:<>|]|:[^:<>|])+(?:::(?:[^:<>|]|:[^:<>|])+)*>$",
    ),
]
"""Pointer to an entity or to a part of one, written `<#E::type::fqn::field::...>`; for example
`<#E::table::mysql.shop.public.orders::columns::id>`.

Source: `type/basic.json#/definitions/entityLink`
"""

EntityName = Annotated[
    StrictStr,
    Field(
        pattern="^(?::?[^:\\n\\r\\u0085\\u2028\\u2029])*:?$",
        min_length=1,
        max_length=256,
    ),
]
"""Name of an entity within its parent: 1 to 256 characters, not containing `::`.

Source: `type/basic.json#/definitions/entityName`
"""

EntityVersion = Annotated[
    StrictFloat,
    Field(
        ge=0.1,
    ),
]
"""Version number written `major.minor`, starting at `0.1`. Compatible changes raise the minor part (`0.1` to `0.2`),
breaking ones such as a dropped column the major part (`1.1` to `2.0`).

Source: `type/entityHistory.json#/definitions/entityVersion`
"""

FullyQualifiedEntityName = Annotated[
    StrictStr,
    Field(
        min_length=1,
        max_length=3072,
    ),
]
"""Dot-separated path that identifies an entity across the catalogue, for example `mysql.shop.public.orders` for a
table.

Source: `type/basic.json#/definitions/fullyQualifiedEntityName`
"""

NameOfEntity = Annotated[
    StrictStr,
    Field(
        min_length=1,
    ),
]
"""Name or fully qualified name of the entity, with or without its type and a colon before it, such as
`persona:analyst`.

Source: `type/nameableReference.json#/definitions/nameOfEntity`
"""

OwnerName = Annotated[
    StrictStr,
    Field(
        pattern="^(user|team):.+$",
    ),
]
"""`user:` or `team:` followed by the name, such as `user:jane`.

Source: `type/ownerReference.json#/definitions/ownerName`
"""
