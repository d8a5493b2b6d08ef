"""Servers that do not tell whose token it is."""

from __future__ import annotations

from openmetadata_provider import OpenMetadata, destroy, plan
from openmetadata_provider.sandbox import SandboxServer

DOMAIN = {"kind": "Domain", "spec": {"name": "Sales", "domainType": "Aggregate", "description": "d"}}


def test_a_server_that_does_not_tell_the_user_is_planned_for_all_the_same(server: SandboxServer) -> None:
    server.faults.add("GET /api/v1/users/loggedInUser 404")
    with OpenMetadata(host=server.url, jwt_token=server.admin_token) as om:
        planned = plan(om, DOMAIN)
        assert "whose token this is it does not tell" in str(planned)
        assert planned.to_json()["user"]["name"] == ""
        planned.apply().raise_for_failures()
        changed = plan(om, {**DOMAIN, "spec": {**DOMAIN["spec"], "description": "other"}})  # type: ignore[dict-item]
        assert "Last changed by admin" in str(changed)
        destroy(om, DOMAIN).apply().raise_for_failures()
