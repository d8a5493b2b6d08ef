"""`configure(...)` once, then verbs on the classes, as the official documentation teaches."""

from __future__ import annotations

import inspect

import pytest
from fake_bindings.models import CreateDashboardRequest
from fake_bindings.resources.dashboards import Dashboards
from scripted_server import HOST, TOKEN, Server, json_answer

from openmetadata_provider import ConfigurationError, OpenMetadata, UsageError, configure
from openmetadata_provider.client.answers import fetch
from openmetadata_provider.client.default import default_client
from openmetadata_provider.client.exchange import Request
from openmetadata_provider.client.resource import Resource

ANSWER = json_answer(201, {"id": "1", "name": "10", "fullyQualifiedName": "sample_superset.10"})


def test_a_verb_on_the_class_runs_on_the_configured_client(server: Server) -> None:
    server.on("POST", "/v1/dashboards", ANSWER)
    configure(host=HOST, jwt_token=TOKEN, transport=server.transport)
    dashboard = Dashboards.create(CreateDashboardRequest(name="10", service="sample_superset"))
    assert dashboard.fullyQualifiedName == "sample_superset.10"
    assert Dashboards.create(name="10", service="sample_superset") == dashboard
    assert server.last.headers["Authorization"] == f"Bearer {TOKEN}"


def test_every_verb_works_on_the_class(server: Server) -> None:
    identifier = "5f0c3c1e-7a44-4f62-9a0e-7a2f7f5a1c11"
    for method, path in [("PUT", ""), ("GET", "/name/s.1"), ("DELETE", "/name/s.1"), ("GET", f"/{identifier}")]:
        server.on(method, f"/v1/dashboards{path}", ANSWER)
    server.on("DELETE", f"/v1/dashboards/{identifier}", ANSWER)
    server.on("GET", "/v1/dashboards", json_answer(200, {"data": [{"id": "1", "name": "10"}]}))
    configure(host=HOST, jwt_token=TOKEN, transport=server.transport)
    request = CreateDashboardRequest(name="10", service="s")
    assert Dashboards.upsert(request).name == "10"
    assert Dashboards.get(identifier).name == "10"
    assert Dashboards.get_by_name("s.1").name == "10"
    assert [d.name for d in Dashboards.list()] == ["10"]
    assert Dashboards.bulk_upsert([request]).passed == ("s.10",)
    Dashboards.delete(identifier)
    Dashboards.delete_by_name("s.1")


def test_without_configuration_the_environment_is_used(monkeypatch: pytest.MonkeyPatch, server: Server) -> None:
    server.on("POST", "/v1/dashboards", ANSWER)
    monkeypatch.setenv("OPENMETADATA_HOST", HOST)
    monkeypatch.setenv("OPENMETADATA_JWT_TOKEN", TOKEN)
    monkeypatch.setattr("httpx.Client._init_transport", lambda self, **_: server.transport)
    assert Dashboards.create(name="10", service="sample_superset").name == "10"


def test_without_anything_the_error_names_both_ways() -> None:
    create = Dashboards.create
    with pytest.raises(ConfigurationError) as caught:
        create(name="10", service="s")
    assert str(caught.value) == (
        "no server is configured: OPENMETADATA_HOST and OPENMETADATA_JWT_TOKEN are not set in the environment. "
        "Call configure(host=..., jwt_token=...) first, or set OPENMETADATA_HOST and OPENMETADATA_JWT_TOKEN."
    )


def test_configuring_again_replaces_the_client_and_closes_the_one_before(server: Server) -> None:
    other = Server()
    other.on("POST", "/v1/dashboards", ANSWER)
    configure(host="http://before.test", jwt_token=TOKEN, transport=server.transport)
    before = default_client()
    configure(host=HOST, jwt_token=TOKEN, transport=other.transport)
    Dashboards.create(name="10", service="s")
    assert server.requests == []
    assert other.last.url.host == "metadata.test"
    with pytest.raises(UsageError, match="closed"):
        before.connection.run(fetch(Request(method="GET", path="/v1/system/version")))


def test_a_refused_configuration_keeps_the_one_before(server: Server) -> None:
    server.on("POST", "/v1/dashboards", ANSWER)
    configure(host=HOST, jwt_token=TOKEN, transport=server.transport)
    with pytest.raises(ConfigurationError):
        configure(host="no-scheme", jwt_token=TOKEN)
    assert Dashboards.create(name="10", service="s").name == "10"


def test_a_client_of_its_own_is_independent_of_the_default_one(server: Server) -> None:
    server.on("POST", "/v1/dashboards", ANSWER)
    configure(host="http://default.test", jwt_token=TOKEN)
    with OpenMetadata(host=HOST, jwt_token=TOKEN, bindings="fake_bindings", transport=server.transport) as om:
        om.dashboards.create(name="10", service="s")
    assert server.last.url.host == "metadata.test"


def test_a_verb_on_the_class_keeps_its_documentation() -> None:
    assert "Raises Conflict" in (Dashboards.create.__doc__ or "")
    assert inspect.getattr_static(Resource, "create").__doc__ == Dashboards.create.__doc__
    assert Dashboards.create.__name__ == "create"
