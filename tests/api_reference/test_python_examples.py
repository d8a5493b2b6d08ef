"""The Python that the page shows, with nothing but its import lines changed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from api_reference import documented

from openmetadata_provider.sandbox import SandboxServer

# As users of the official client write it; the imports alone are ours.
CONFIGURED = """
from openmetadata_provider import configure, CreateDashboardRequest, Dashboards

configure(host="{host}", jwt_token="{token}")

dashboard = Dashboards.create(
    CreateDashboardRequest(
        name="10",
        displayName="deck.gl Demo",
        service="sample_superset",
        description="Dashboard showcasing deck.gl visualizations",
        sourceUrl="http://localhost:808/superset/dashboard/10/",
    )
)
fqn = dashboard.fullyQualifiedName
"""
EXPLICIT = """
from openmetadata_bindings.models import CreateDashboardRequest
from openmetadata_provider import OpenMetadata

with OpenMetadata(host="{host}", jwt_token="{token}") as om:
    dashboard = om.dashboards.create(
        CreateDashboardRequest(name="10", displayName="deck.gl Demo", service="sample_superset")
    )
fqn = dashboard.fullyQualifiedName
"""
TYPED = """
from openmetadata_bindings.models import CreateDashboardServiceRequest, LookerConnection
from openmetadata_provider import DashboardServices, configure

configure(host="{host}", jwt_token="{token}")

service = DashboardServices.create(
    CreateDashboardServiceRequest(
        name="sample_looker",
        connection=LookerConnection(
            clientId="your-client-id", clientSecret="***", hostPort="https://looker.example.com:443"
        ),
    )
)
"""
KEYWORDS = """
from openmetadata_bindings.models import LookerConnection
from openmetadata_provider import DashboardServices, configure

configure(host="{host}", jwt_token="{token}")

service = DashboardServices.create(
    name="sample_looker",
    connection=LookerConnection(clientId="a", clientSecret="b", hostPort="https://looker.example.com:443"),
)
"""


def _run(code: str, sandbox: SandboxServer, suffix: str = "") -> dict[str, object]:
    names: dict[str, object] = {}
    exec(code.format(host=f"{sandbox.url}{suffix}", token=sandbox.admin_token), names)
    return names


@pytest.mark.parametrize("suffix", documented.SUFFIXES)
@pytest.mark.parametrize("code", [CONFIGURED, EXPLICIT], ids=["configure", "client"])
def test_the_dashboard_example_runs_with_both_forms_and_every_host(
    code: str, suffix: str, sandbox: SandboxServer, cleared: Callable[..., None]
) -> None:
    cleared(documented.DASHBOARD_PATH, "sample_superset.10")
    assert _run(code, sandbox, suffix)["fqn"] == "sample_superset.10"


@pytest.mark.parametrize("code", [TYPED, KEYWORDS], ids=["request", "keywords"])
def test_the_service_example_takes_its_type_from_the_connection(
    code: str, sandbox: SandboxServer, cleared: Callable[..., None]
) -> None:
    cleared(documented.SERVICE_PATH, "sample_looker")
    service = _run(code, sandbox)["service"]
    assert service.serviceType == "Looker"  # type: ignore[attr-defined]
    assert service.connection.config.hostPort == "https://looker.example.com:443"  # type: ignore[attr-defined]
