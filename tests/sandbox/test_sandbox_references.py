"""FQNs, references, owners, tags, inheritance and rules (server reference, 2.3 to 2.6 and 10)."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from sandbox_callers import COLLECTIONS, Api

from openmetadata_provider.sandbox.fqn import parts, quoted, spellings


def test_a_part_is_quoted_only_if_it_holds_a_dot(world: Api) -> None:
    service = world.make("DashboardService", "my.svc")
    assert service["fullyQualifiedName"] == '"my.svc"'
    made = world.make("Dashboard", "d.1", service='"my.svc"')
    assert (made["name"], made["fullyQualifiedName"]) == ("d.1", '"my.svc"."d.1"')
    for name in ("a b", "a/b", "a:b", "ä?#%", "'"):
        assert world.make("Dashboard", name)["fullyQualifiedName"] == f"bi.{name}"


def test_a_name_with_a_quote_is_refused(world: Api) -> None:
    answer = world.post("Dashboard", {"name": 'a"b', "service": "bi"})
    assert (answer.status_code, answer.json()["message"]) == (400, 'Invalid name a"b')


@pytest.mark.parametrize("name", ["d.1", "a b", "a/b", "a/versions", "ä?#%2F", "x" * 256, "bulk", "restore"])
def test_any_name_is_found_by_its_encoded_fqn(world: Api, name: str) -> None:
    made = world.make("Dashboard", name)
    path = quote(made["fullyQualifiedName"], safe="")
    assert world.read("Dashboard", f"name/{path}")["id"] == made["id"]


def test_a_root_entity_is_found_with_and_without_quotes(world: Api) -> None:
    made = world.make("DashboardService", "my.svc")
    for spelling in ("my.svc", quote('"my.svc"')):
        assert world.read("DashboardService", f"name/{spelling}")["id"] == made["id"]


def test_a_child_is_found_by_its_quoted_fqn_alone(world: Api) -> None:
    world.make("Dashboard", "d.1")
    assert world.get("dashboards/name/bi.d.1").status_code == 404
    assert world.get("dashboards/name/" + quote('"bi"."d.1"')).status_code == 200


def test_names_are_case_sensitive_except_those_of_users(world: Api) -> None:
    world.make("Dashboard", "d")
    assert world.get("dashboards/name/bi.D").status_code == 404
    jane = world.make("User", "Jane", email="Jane@Acme.io")
    assert (jane["name"], jane["email"], jane["fullyQualifiedName"]) == ("jane", "jane@acme.io", "jane")
    assert world.read("User", "name/JANE")["id"] == jane["id"]
    assert world.post("User", {"name": "JANE", "email": "other@acme.io"}).status_code == 409


def test_two_users_never_share_an_email(world: Api) -> None:
    world.make("User", "jane", email="jane@acme.io")
    assert world.post("User", {"name": "other", "email": "JANE@acme.io"}).status_code == 409


def test_a_user_and_a_team_without_parents_belong_to_the_organization(world: Api) -> None:
    assert [ref["name"] for ref in world.make("User", "jane", email="jane@acme.io")["teams"]] == ["Organization"]
    team = world.make("Team", "data")
    assert [ref["name"] for ref in team["parents"]] == ["Organization"]
    assert team["email"] == ""


def test_children_of_tags_terms_and_domains_have_their_parents_fqn(world: Api) -> None:
    world.make("Tag", "Red")
    child = world.make("Tag", "Dark", classification="Colour", parent="Colour.Red")
    assert child["fullyQualifiedName"] == "Colour.Red.Dark"
    assert child["classification"]["name"] == "Colour"
    alone = world.post("Tag", {"name": "Light", "description": "d", "parent": "Colour.Red"}).json()
    assert (alone["fullyQualifiedName"], alone["classification"]["name"]) == ("Colour.Red.Light", "Colour")
    world.make("GlossaryTerm", "a")
    assert world.make("GlossaryTerm", "b", parent="words.a")["fullyQualifiedName"] == "words.a.b"
    assert world.make("Domain", "emea", parent="sales")["fullyQualifiedName"] == "sales.emea"
    assert world.make("DataProduct", "p")["fullyQualifiedName"] == "p"


def test_a_tag_needs_a_classification(world: Api) -> None:
    answer = world.post("Tag", {"name": "t", "description": "d"})
    assert answer.json()["message"] == "[query param classification must not be null]"


def test_a_term_is_unique_in_its_glossary_in_any_case(world: Api) -> None:
    world.make("GlossaryTerm", "a")
    world.make("GlossaryTerm", "b")
    answer = world.post("GlossaryTerm", {"name": "A", "description": "d", "glossary": "words", "parent": "words.b"})
    text = "A term with the name 'A' already exists in 'words' glossary."
    assert (answer.status_code, answer.json()["message"]) == (400, text)


def test_a_term_is_approved_unless_it_has_reviewers(world: Api) -> None:
    assert world.make("GlossaryTerm", "a")["entityStatus"] == "Approved"
    assert world.make("GlossaryTerm", "b", reviewers=["user:admin"])["entityStatus"] == "Draft"


def test_owners_are_given_in_many_ways(world: Api) -> None:
    jane = world.make("User", "jane", email="jane@acme.io")
    spellings = [
        "user:jane",
        "user:JANE",
        {"id": jane["id"]},
        {"id": jane["id"], "type": "user", "name": "ignored"},
        {"name": "jane"},
        {"fullyQualifiedName": "jane", "type": "user"},
    ]
    for n, owner in enumerate(spellings):
        made = world.make("Dashboard", f"d{n}", owners=[owner])
        assert [(ref["id"], ref["type"]) for ref in made["owners"]] == [(jane["id"], "user")]


def test_one_team_owns_by_name_or_id(world: Api) -> None:
    team = world.make("Team", "data")
    for n, owner in enumerate(["team:data", {"id": team["id"], "type": "team"}, {"name": "data"}]):
        assert world.make("Dashboard", f"d{n}", owners=[owner])["owners"][0]["type"] == "team"


def test_only_a_group_owns(world: Api) -> None:
    world.make("Team", "unit", teamType="BusinessUnit")
    answer = world.post("Dashboard", {"name": "d", "service": "bi", "owners": ["team:unit"]})
    text = "Team of type BusinessUnit can't own entities. Only Team of type Group can own entities."
    assert (answer.status_code, answer.json()["message"]) == (400, text)


def test_only_users_and_teams_own(world: Api) -> None:
    service = world.read("DashboardService", "name/bi")
    owner = {"id": service["id"], "type": "dashboardService"}
    message = world.post("Dashboard", {"name": "d", "service": "bi", "owners": [owner]}).json()["message"]
    assert message.startswith("Entity of type dashboardService can't be the owner.")


@pytest.mark.parametrize(
    ("extra", "rule"),
    [
        ({"owners": ["team:data", "user:admin"]}, "Multiple Users or Single Team Ownership"),
        ({"owners": ["team:data", "team:more"]}, "Multiple Users or Single Team Ownership"),
        ({"domains": ["sales", "finance"]}, "Multiple Domains are not allowed"),
        ({"domains": ["finance"], "dataProducts": ["p"]}, "Data Product Domain Validation"),
    ],
)
def test_the_rule_engine_answers_400_with_its_type(world: Api, extra: dict[str, Any], rule: str) -> None:
    world.make("Team", "data")
    world.make("Team", "more")
    world.make("DataProduct", "p")
    answer = world.post("Dashboard", {"name": "d", "service": "bi", **extra})
    body = answer.json()
    assert (answer.status_code, body["errorType"]) == (400, "RULE_VIOLATION")
    assert body["message"].startswith(
        f"Rule [{rule}] validation failed: Entity does not satisfy the rule. Rule context:"
    )


def test_many_users_own_and_a_user_has_many_domains(world: Api) -> None:
    assert len(world.make("Dashboard", "d", owners=["user:admin", "user:reader"])["owners"]) == 2
    assert len(world.make("User", "jane", email="jane@acme.io", domains=["sales", "finance"])["domains"]) == 2


def test_data_products_need_a_domain_their_own_or_the_services(world: Api) -> None:
    world.make("DataProduct", "p")
    answer = world.post("Dashboard", {"name": "d", "service": "bi", "dataProducts": ["p"]})
    text = "Domain cannot be empty when data products are provided."
    assert (answer.status_code, answer.json()["message"]) == (400, text)
    world.change("DashboardService", "bi", domains=["sales"])
    assert world.make("Dashboard", "d", dataProducts=["p"])["dataProducts"][0]["name"] == "p"


def test_a_single_domain_is_a_list_of_one(world: Api) -> None:
    assert [ref["name"] for ref in world.make("Dashboard", "d", domain="sales")["domains"]] == ["sales"]


def test_domains_are_inherited_from_the_service_until_set(world: Api) -> None:
    world.change("DashboardService", "bi", domains=["sales"])
    for kind in ("Dashboard", "Chart"):
        made = world.make(kind, "thing")
        assert [(ref["name"], ref["inherited"]) for ref in made["domains"]] == [("sales", True)]
    after = world.change("Dashboard", "thing", domains=["finance"])
    assert [(ref["name"], ref.get("inherited")) for ref in after["domains"]] == [("finance", None)]
    assert world.change("Chart", "thing")["version"] == 0.1


def test_a_tag_inherits_owners_of_its_classification(world: Api) -> None:
    world.change("Classification", "Colour", owners=["user:admin"])
    assert world.make("Tag", "Red")["owners"][0]["inherited"] is True


def test_a_term_has_its_own_reviewers_and_those_of_its_glossary(world: Api) -> None:
    world.change("Glossary", "words", reviewers=["user:admin"])
    made = world.make("GlossaryTerm", "a", reviewers=["user:reader"])
    assert [(ref["name"], ref.get("inherited")) for ref in made["reviewers"]] == [("admin", True), ("reader", None)]


def test_teams_that_hold_each_other_inherit_without_end(world: Api) -> None:
    a = world.make("Team", "a", teamType="BusinessUnit")
    b = world.make("Team", "b", teamType="BusinessUnit", parents=[a["id"]])
    world.change("Team", "a", teamType="BusinessUnit", parents=[b["id"]])
    assert world.read("Team", a["id"], fields="domains")["domains"] == []


@pytest.mark.parametrize(
    ("parent", "child", "allowed"),
    [
        ("BusinessUnit", "Group", True),
        ("BusinessUnit", "BusinessUnit", True),
        ("Department", "Division", False),
        ("Group", "Group", False),
    ],
)
def test_team_types_nest_in_order(world: Api, parent: str, child: str, allowed: bool) -> None:
    above = world.make("Team", "above", teamType=parent)
    answer = world.post("Team", {"name": "below", "teamType": child, "parents": [above["id"]]})
    assert (answer.status_code == 201) is allowed
    if not allowed:
        text = f"Team above of type {parent} can't be of parent of team below of type {child}"
        assert (answer.status_code, answer.json()["message"]) == (400, text)


def test_there_is_one_organization(world: Api) -> None:
    assert world.post("Team", {"name": "other", "teamType": "Organization"}).status_code == 400


def test_a_label_needs_its_fqn_alone_and_is_filled_in(world: Api) -> None:
    world.make("GlossaryTerm", "term", displayName="A term", style={"color": "#fff"})
    made = world.make("Dashboard", "d", tags=[{"tagFQN": "words.term", "description": "mine"}, {"tagFQN": "PII.None"}])
    first, second = made["tags"]
    tag = world.read("Tag", "name/PII.None")
    assert first == {
        "tagFQN": "PII.None", "name": "None", "description": tag["description"], "source": "Classification",
        "labelType": "Manual", "state": "Confirmed", "href": tag["href"],
    }  # fmt: skip
    assert (second["source"], second["displayName"], second["style"]) == ("Glossary", "A term", {"color": "#fff"})
    assert second["description"] == "d"


def test_labels_are_sorted_and_without_repeats(world: Api) -> None:
    tags = [{"tagFQN": "Tier.Tier1"}, {"tagFQN": "PII.None"}, {"tagFQN": "Tier.Tier1"}]
    assert [tag["tagFQN"] for tag in world.make("Dashboard", "d", tags=tags)["tags"]] == ["PII.None", "Tier.Tier1"]


def test_the_tags_of_a_term_show_as_derived_and_are_not_stored(world: Api) -> None:
    world.make("GlossaryTerm", "term", tags=[{"tagFQN": "PII.None"}])
    made = world.make("Dashboard", "d", tags=[{"tagFQN": "words.term"}])
    assert [(tag["tagFQN"], tag["labelType"]) for tag in made["tags"]] == [
        ("PII.None", "Derived"),
        ("words.term", "Manual"),
    ]
    after = world.patch("Dashboard", made["id"], [{"op": "add", "path": "/tags", "value": [made["tags"][0]]}])
    assert after.json()["tags"] == []


def test_mutually_exclusive_tags_are_refused_on_every_write(world: Api) -> None:
    text = "Tag labels Tier.Tier1 and Tier.Tier2 are mutually exclusive and can't be assigned together"
    both = [{"tagFQN": "Tier.Tier2"}, {"tagFQN": "Tier.Tier1"}]
    posted = world.post("Dashboard", {"name": "d", "service": "bi", "tags": both})
    assert (posted.status_code, posted.json()["message"]) == (400, text)
    made = world.make("Dashboard", "d", tags=both[:1])
    assert world.put("Dashboard", {"name": "d", "service": "bi", "tags": both[1:]}).json()["message"] == text
    patched = world.patch("Dashboard", made["id"], [{"op": "add", "path": "/tags", "value": both}])
    assert patched.json()["message"] == text


def test_a_disabled_tag_is_refused(world: Api) -> None:
    world.make("Tag", "Red")
    classification = world.read("Classification", "name/Colour")
    world.patch("Classification", classification["id"], [{"op": "add", "path": "/disabled", "value": True}])
    answer = world.post("Dashboard", {"name": "d", "service": "bi", "tags": [{"tagFQN": "Colour.Red"}]})
    text = "Tag label Colour.Red is disabled and can't be assigned to a data asset."
    assert (answer.status_code, answer.json()["message"]) == (400, text)


def test_a_fresh_server_holds_its_seeds(admin: Api) -> None:
    for kind, names in {
        "Team": ["Organization"],
        "Classification": ["Certification", "PII", "PersonalData", "Tier"],
    }.items():
        assert [row["name"] for row in admin.get(COLLECTIONS[kind]).json()["data"]] == names
    tags = [row["fullyQualifiedName"] for row in admin.get("tags", parent="Tier").json()["data"]]
    assert tags == [f"Tier.Tier{n}" for n in range(1, 6)]
    assert admin.read("Classification", "name/Tier")["provider"] == "system"


def test_a_seed_can_be_adopted_by_put(admin: Api) -> None:
    after = admin.change("Classification", "Tier", description="ours")
    assert (after["description"], after["version"]) == ("ours", 0.2)


def test_fqns_are_taken_apart_as_they_are_put_together() -> None:
    assert parts('a."b.c".d') == ["a", "b.c", "d"]
    assert [quoted(part) for part in ("a", "b.c", '"d"', '"e.f"')] == ["a", '"b.c"', "d", '"e.f"']
    for text in ("", ".", "a.", '"a', '"a"b', 'a"b'):
        assert parts(text) is None
    assert spellings('"a".b', root=False) == ("a.b",)
    assert spellings("a.b", root=True) == ("a.b", '"a.b"')


def test_a_deleted_owner_is_no_owner_by_id_or_name(world: Api) -> None:
    jane = world.make("User", "jane", email="jane@acme.io")
    world.delete("User", jane["id"])
    for owner, key in (({"id": jane["id"], "type": "user"}, jane["id"]), ("user:jane", "jane")):
        answer = world.post("Dashboard", {"name": "d", "service": "bi", "owners": [owner]})
        assert (answer.status_code, answer.json()["message"]) == (404, f"user instance for {key} not found")


def test_a_derived_tag_goes_with_its_term_even_after_a_put(world: Api) -> None:
    world.make("GlossaryTerm", "term", tags=[{"tagFQN": "PII.None"}])
    made = world.make("Dashboard", "d", tags=[{"tagFQN": "words.term"}])
    world.change("Dashboard", "d", description="x")
    world.change("Dashboard", "d", description="y", tags=[{"tagFQN": "Tier.Tier1"}])
    world.patch("Dashboard", made["id"], [{"op": "add", "path": "/tags", "value": []}])
    world.make("Dashboard", "e", tags=[{"tagFQN": "words.term"}])
    world.change("Dashboard", "e", tags=[{"tagFQN": "Tier.Tier1"}])
    world.delete("GlossaryTerm", "name/words.term", hardDelete="true")
    for name, left in (("bi.d", []), ("bi.e", ["Tier.Tier1"])):
        tags = world.read("Dashboard", f"name/{name}", fields="tags")["tags"]
        assert [tag["tagFQN"] for tag in tags] == left
