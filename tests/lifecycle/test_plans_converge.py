"""What is applied once is not planned again, in corners of what servers keep and rewrite."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from openmetadata_provider import OpenMetadata, plan
from openmetadata_provider.sandbox import SandboxOptions, SandboxServer

CONFIG = {"clientId": "omp", "clientSecret": "hush", "hostPort": "https://looker.example.com"}
JANE = {"name": "Jane", "email": "Jane@Example.com"}


@pytest.fixture
def om() -> Iterator[OpenMetadata]:
    with SandboxServer(SandboxOptions()) as server, OpenMetadata(host=server.url, jwt_token=server.admin_token) as om:
        yield om


def looker(**spec: Any) -> dict[str, Any]:
    return {"kind": "DashboardService", "spec": {"name": "looker", "serviceType": "Looker", **spec}}


@pytest.mark.parametrize("value", [None, {"config": None}])
def test_a_connection_that_is_declared_as_null_goes(om: OpenMetadata, value: Any) -> None:
    plan(om, looker(connection={"config": CONFIG}, description="Figures.")).apply().raise_for_failures()
    plan(om, looker(connection=value)).apply().raise_for_failures()
    assert plan(om, looker(connection=value)).is_empty
    service = om.dashboard_services.get_by_name("looker")
    assert service.description == "Figures."
    assert service.connection is None or service.connection.config is None


def test_no_connection_and_none_declared_is_the_same(om: OpenMetadata) -> None:
    plan(om, looker()).apply().raise_for_failures()
    assert plan(om, looker(connection=None)).is_empty


def test_a_user_is_the_same_whatever_the_case_of_the_address(om: OpenMetadata) -> None:
    plan(om, {"kind": "User", "spec": JANE}).apply().raise_for_failures()
    assert plan(om, {"kind": "User", "spec": JANE}).is_empty
    changed = plan(om, {"kind": "User", "spec": {**JANE, "displayName": "Jane"}})
    assert [field.path for field in changed.changes[0].fields] == ["displayName"]


@pytest.mark.parametrize("version", ["1.8.0", "1.10.0", "1.13.0", "2.0.0"])
def test_a_term_with_related_terms_changes_on_every_release(version: str) -> None:
    def words(text: str) -> list[dict[str, Any]]:
        buyer = {"name": "Buyer", "glossary": "Words", "description": text}
        client = {"name": "Client", "glossary": "Words", "description": text, "relatedTerms": ["Words.Buyer"]}
        glossary = {"kind": "Glossary", "spec": {"name": "Words", "description": "What words mean."}}
        return [glossary, *({"kind": "GlossaryTerm", "spec": spec} for spec in (buyer, client))]

    with (
        SandboxServer(SandboxOptions(version=version)) as server,
        OpenMetadata(host=server.url, jwt_token=server.admin_token) as om,
    ):
        for text in ("Buys.", "Buys things."):
            plan(om, words(text)).apply().raise_for_failures()
            assert plan(om, words(text)).is_empty
