"""A term that moves while somebody else edits it."""

from __future__ import annotations

from typing import Any

from openmetadata_provider import OpenMetadata, plan
from openmetadata_provider.sandbox import SandboxServer


def term(name: str, **more: Any) -> dict[str, Any]:
    return {"kind": "GlossaryTerm", "spec": {"glossary": "G", "name": name, "description": "d", **more}}


def test_a_term_that_somebody_edits_meanwhile_is_moved_all_the_same(server: SandboxServer) -> None:
    glossary = {"kind": "Glossary", "spec": {"name": "G", "description": "d"}}
    with (
        OpenMetadata(host=server.url, jwt_token=server.admin_token) as om,
        OpenMetadata(host=server.url, jwt_token=server.bot_token) as other,
    ):
        plan(om, [glossary, term("Customer"), term("Buyer")]).apply().raise_for_failures()
        moved = [glossary, term("Customer"), {**term("Buyer", parent="G.Customer"), "renamed_from": "G.Buyer"}]
        planned = plan(om, moved)
        other.glossary_terms.update_by_name("G.Buyer", displayName="Who buys")
        planned.apply().raise_for_failures()
        found = om.glossary_terms.get_by_name("G.Customer.Buyer")
        assert found.displayName == "Who buys"
        assert plan(om, moved).is_empty
