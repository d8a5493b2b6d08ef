# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictBool, StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum
from openmetadata_provider.model.scalars import StrictInt


class StatusType(OpenEnum):
    """Possible outcomes of a connection test.

    Source: `entity/services/connections/testConnectionResult.json#/definitions/statusType`
    """

    Successful = "Successful"
    Failed = "Failed"
    Running = "Running"


class TestConnectionStepResult(Model):
    """Outcome of one step, which probes one ability of the connection such as listing tables or reading query logs.

    Source: `entity/services/connections/testConnectionResult.json#/definitions/testConnectionStepResult`
    """

    name: StrictStr
    """Name of the step as given in the test definition, for example `GetTables`."""

    mandatory: StrictBool
    """Whether a failure of the step fails the test as a whole."""

    passed: StrictBool
    """Whether the step succeeded."""

    message: StrictStr | None = None
    """Explanation to show the user, taken from the test definition."""

    errorLog: StrictStr | None = None
    """Error text or stack trace raised by the step; absent when it passed."""


class TestConnectionResult(Model):
    """Outcome of a connection test: overall status and what each step found.

    Source: `entity/services/connections/testConnectionResult.json`
    """

    lastUpdatedAt: StrictInt | None = None
    """When the test last ran, in milliseconds since the Unix epoch."""

    status: StatusType | None = None
    """Overall outcome of the test, or `Running` while steps are still outstanding."""

    steps: list[TestConnectionStepResult]
    """Outcome of each step, in the order the steps were run."""
