"""Payloads checked offline: by the JSON Schema of their kind, by the rules a server has, and against one another.

from openmetadata_provider import validate

for diagnostic in validate({"name": "10"}, kind="Dashboard"):
    print(diagnostic)
"""

from __future__ import annotations

from openmetadata_provider.validation.diagnostics import Diagnostic, Place, Severity
from openmetadata_provider.validation.payloads import Checks, validate

__all__ = ["Checks", "Diagnostic", "Place", "Severity", "validate"]
