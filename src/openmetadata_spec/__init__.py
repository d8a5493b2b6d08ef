"""The contract between the generator and the runtime: what an entity is, as frozen values.

Standard library only. The generator builds these values out of JSON Schemas and the manifest; the generated resource
classes carry them; the runtime reads them. Nothing here does I/O and nothing here imports anything of ours.
"""

from __future__ import annotations

from openmetadata_spec.entity import (
    AssetsBy,
    ConnectorSpec,
    EntitySpec,
    Parent,
    PropertySpec,
    Reference,
    ServiceSpec,
    Spelling,
)

__all__ = ["AssetsBy", "ConnectorSpec", "EntitySpec", "Parent", "PropertySpec", "Reference", "ServiceSpec", "Spelling"]
