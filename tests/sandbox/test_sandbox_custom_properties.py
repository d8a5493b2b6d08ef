"""Types, custom properties, and `extension` held against them (server reference, 10.4)."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sandbox_callers import MINIMAL, Api

from openmetadata_provider.sandbox.date_patterns import date_pattern
from openmetadata_provider.sandbox.property_types import PROPERTY_TYPES

OWNER = {"id": "5f1c7d4e-6d0b-4d3a-9c55-0a6f7b1f2e90", "type": "user"}
CONFIGS: dict[str, Any] = {
    "enum": {"values": ["a", "b", "c"], "multiSelect": True},
    "table-cp": {"columns": ["x", "y"]},
    "date-cp": "yyyy-MM-dd",
    "dateTime-cp": "yyyy-MM-dd HH:mm:ss",
    "time-cp": "HH:mm",
    "entityReference": ["user"],
    "entityReferenceList": ["user", "team"],
}
GOOD: dict[str, Any] = {
    "integer": 3,
    "number": 1.5,
    "string": "s",
    "markdown": "*s*",
    "sqlQuery": "SELECT 1",
    "duration": "P1D",
    "email": "jane@acme.io",
    "timestamp": 1718000000000,
    "timeInterval": {"start": 1, "end": 2},
    "date-cp": "2024-06-30",
    "dateTime-cp": "2024-06-30 08:15:00",
    "time-cp": "08:15",
    "enum": ["a"],
    "entityReference": OWNER,
    "entityReferenceList": [OWNER],
    "table-cp": {"columns": ["x", "y"], "rows": [{"x": "1"}]},
    "hyperlink-cp": {"url": "https://acme.io/a", "displayText": "A"},
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def message(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["message"]


def refused(text: str) -> tuple[int, str]:
    return 400, text


def extended(api: Api, value: Any, name: str = "p") -> httpx.Response:
    return api.post("Dashboard", {"name": "d", "service": "bi", "extension": {name: value}})


@pytest.fixture
def everything(world: Api) -> Api:
    """A catalogue whose dashboards have a property of every type, named after it."""
    for property_type in PROPERTY_TYPES:
        answer = world.define("dashboard", property_type, property_type, CONFIGS.get(property_type))
        assert answer.status_code == 200, answer.text
    return world


def test_every_kind_with_an_extension_and_every_property_type_is_a_type(admin: Api) -> None:
    rows = admin.get("metadata/types", limit=1000).json()["data"]
    entity = {row["name"] for row in rows if row["category"] == "entity"}
    field = {row["name"]: row for row in rows if row["category"] == "field"}
    assert {"dashboard", "chart", "database", "domain", "dataProduct", "glossary", "glossaryTerm", "table"} <= entity
    assert field.keys() == PROPERTY_TYPES.keys() == GOOD.keys()
    assert json.loads(field["integer"]["schema"]) == {"type": "integer"}


def test_types_are_read_by_name_by_id_and_in_pages(admin: Api) -> None:
    found = admin.get("metadata/types/name/dashboard").json()
    assert admin.get(f"metadata/types/{found['id']}").json() == found
    assert found["href"].endswith(f"/api/v1/metadata/types/{found['id']}")
    assert message(admin.get("metadata/types/name/nope")) == (404, "type instance for nope not found")
    page = admin.get("metadata/types", limit=5, category="field").json()
    assert page["paging"]["total"] == len(PROPERTY_TYPES)
    after = admin.get("metadata/types", limit=5, category="field", after=page["paging"]["after"]).json()
    assert page["data"][-1]["name"] < after["data"][0]["name"]
    assert admin.get("metadata/types/name/dashboard", fields="nope").status_code == 400


def test_no_request_makes_or_deletes_a_type(admin: Api) -> None:
    found = admin.get("metadata/types/name/dashboard").json()
    assert admin.call("POST", "metadata/types", json={"name": "mine"}).status_code == 405
    assert admin.call("DELETE", f"metadata/types/{found['id']}").status_code == 405


def test_custom_properties_show_only_when_asked_for(world: Api) -> None:
    world.define("dashboard", "cost", "integer")
    assert "customProperties" not in world.get("metadata/types/name/dashboard").json()
    shown = world.get("metadata/types/name/dashboard", fields="customProperties").json()
    [cost] = shown["customProperties"]
    assert (cost["name"], cost["description"], cost["propertyType"]["name"]) == ("cost", "d", "integer")
    assert world.get("metadata/types/name/chart", fields="customProperties").json().get("customProperties", []) == []


def test_put_adds_a_property_then_changes_it(world: Api) -> None:
    added = world.define("dashboard", "cost", "integer")
    assert (added.status_code, added.headers["X-OpenMetadata-Change"]) == (200, "entityUpdated")
    assert added.json()["version"] == 0.2
    assert world.define("dashboard", "cost", "integer").headers["X-OpenMetadata-Change"] == "entityNoChange"
    body = {
        "name": "cost", "description": "In euro.", "displayName": "Cost", "propertyType": world.property_type("integer")
    }  # fmt: skip
    changed = world.call("PUT", f"metadata/types/{added.json()['id']}", json=body).json()
    [cost] = changed["customProperties"]
    assert (cost["description"], cost["displayName"], changed["version"]) == ("In euro.", "Cost", 0.3)
    world.define("dashboard", "area", "string")
    shown = world.get("metadata/types/name/dashboard", fields="customProperties").json()
    assert [item["name"] for item in shown["customProperties"]] == ["area", "cost"]


def test_only_entity_types_can_be_extended(world: Api) -> None:
    text = "Only entity types can be extended and field types can't be extended"
    assert message(world.define("integer", "cost", "integer")) == refused(text)


def test_a_property_type_must_exist_and_be_one(world: Api) -> None:
    lost = {"id": "00000000-0000-4000-8000-000000000000", "type": "type"}
    dashboard = world.get("metadata/types/name/dashboard").json()["id"]
    body = {"name": "p", "description": "d", "propertyType": lost}
    answer = world.call("PUT", f"metadata/types/{dashboard}", json=body)
    assert message(answer) == (404, f"type instance for {lost['id']} not found")
    assert world.define("dashboard", "p", "chart").status_code == 400


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ({"description": "d"}, "[query param name must not be null"),
        ({"name": "p"}, "[query param description must not be null"),
        ({"name": "p", "description": "d"}, "[query param propertyType must not be null]"),
        ({"name": "p", "description": "d", "foo": 1}, 'Unrecognized field "foo"'),
    ],
)
def test_a_property_that_is_none_is_400(world: Api, body: dict[str, Any], text: str) -> None:
    dashboard = world.get("metadata/types/name/dashboard").json()["id"]
    answer = world.call("PUT", f"metadata/types/{dashboard}", json=body)
    assert answer.status_code == 400
    assert text.strip("[]") in answer.json()["message"]


@pytest.mark.parametrize(
    ("property_type", "config", "text"),
    [
        ("enum", None, "Enum Custom Property Type must have EnumConfig."),
        ("enum", {"values": []}, "Enum Custom Property Type must have EnumConfig populated with values."),
        ("enum", {"values": ["a", "a"]}, "Enum Custom Property values cannot have duplicates."),
        ("table-cp", None, "Table Custom Property Type must have config populated."),
        ("table-cp", {"columns": ["x", "x"]}, "Column names must be unique."),
        ("table-cp", {"columns": []}, "Custom Property table has invalid value columns size must be between 1 and 3"),
        ("table-cp", {"columns": list("wxyz")}, "Custom Property table has invalid value columns size must be between 1 and 3"),
        ("date-cp", None, "Invalid date format must have Config populated with format."),
        ("date-cp", "yyyy-MM-dd HH", "Invalid date format: yyyy-MM-dd HH"),
        ("date-cp", "yyyy-'MM", "Invalid date format: yyyy-'MM"),
        ("dateTime-cp", "yyyy-MM-ddTHH:mm", "Invalid dateTime format: yyyy-MM-ddTHH:mm"),
        ("dateTime-cp", "QQ", "Invalid dateTime format: QQ"),
        ("time-cp", "HH:mm dd", "Invalid time format: HH:mm dd"),
    ],
)  # fmt: skip
def test_a_wrong_configuration_is_400(world: Api, property_type: str, config: Any, text: str) -> None:
    assert message(world.define("dashboard", "p", property_type, config)) == refused(text)
    assert world.get("metadata/types/name/dashboard").json()["version"] == 0.1


def test_a_reader_adds_no_property(world: Api, reader: Api) -> None:
    assert reader.define("dashboard", "p", "integer").status_code == 403


def test_a_value_of_every_type_is_taken_and_read_back(everything: Api) -> None:
    made = everything.make("Dashboard", "d", extension=GOOD)
    assert made["extension"] == GOOD
    assert "extension" not in everything.read("Dashboard", made["id"])
    assert everything.read("Dashboard", made["id"], fields="extension")["extension"] == GOOD


def test_a_wrong_value_is_400_whatever_the_verb(everything: Api) -> None:
    made = everything.make("Dashboard", "d")
    bad: dict[str, Any] = {"name": "d", "service": "bi", "extension": {"integer": "x"}}
    text = "Custom field integer has invalid JSON [$: string found, integer expected]"
    assert message(everything.post("Dashboard", {**bad, "name": "e"})) == refused(text)
    assert message(everything.put("Dashboard", bad)) == refused(text)
    patch = [{"op": "add", "path": "/extension", "value": bad["extension"]}]
    assert message(everything.patch("Dashboard", made["id"], patch)) == refused(text)
    [failed] = everything.bulk("Dashboard", [bad]).json()["failedRequest"]
    assert (failed["status"], failed["message"]) == refused(text)
    assert everything.read("Dashboard", made["id"])["version"] == 0.1


@pytest.mark.parametrize(
    "kind", ["Dashboard", "Chart", "Database", "Domain", "DataProduct", "Glossary", "GlossaryTerm"]
)
def test_an_unknown_custom_field_is_400_on_every_kind(world: Api, kind: str) -> None:
    world.define(kind[0].lower() + kind[1:], "known", "string")
    world.make(kind, "thing", extension={"known": "x"})
    answer = world.put(kind, {"name": "thing", **MINIMAL[kind], "extension": {"known": "x", "other": 1}})
    assert message(answer) == refused("Unknown custom field other")


def test_a_property_of_one_type_is_not_of_another(world: Api) -> None:
    world.define("dashboard", "p", "string")
    answer = world.post("Chart", {"name": "c", "service": "bi", "extension": {"p": "x"}})
    assert message(answer) == refused("Unknown custom field p")


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("integer", 1.5, "[$: number found, integer expected]"),
        ("number", "1", "[$: string found, number expected]"),
        ("string", 1, "[$: integer found, string expected]"),
        ("timestamp", "2024", "[$: string found, integer expected]"),
        ("timeInterval", {"begin": 1}, "[$: property 'begin' is not defined in the schema]"),
        ("entityReference", {"type": "user"}, "[$: required property 'id' not found]"),
        ("entityReference", {"id": "x", "type": "user"}, None),
        ("entityReferenceList", [{"id": OWNER["id"]}], "[$[0]: required property 'type' not found]"),
        ("entityReferenceList", OWNER, "[$: object found, array expected]"),
        ("enum", "a", "[$: string found, array expected]"),
        ("table-cp", {"rows": []}, "[$: required property 'columns' not found]"),
        ("table-cp", {"columns": ["x"], "rows": [{"x": 1}]}, "[$.rows[0].x: integer found, string expected]"),
        ("hyperlink-cp", {"displayText": "x"}, "[$: required property 'url' not found]"),
        ("hyperlink-cp", {"url": "no url"}, "[$.url: does not match the uri pattern]"),
        ("email", "jane", None),
    ],
)  # fmt: skip
def test_a_value_of_another_shape_is_400(everything: Api, name: str, value: Any, text: str | None) -> None:
    status, found = message(extended(everything, value, name))
    assert status == 400
    assert found.startswith(f"Custom field {name} has invalid JSON [")
    assert text is None or found.endswith(text)


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("table-cp", {"columns": ["x", "z"]}, "Expected columns: [x, y], but found undefined columns: [z]"),
        ("table-cp", {"columns": ["x"], "rows": [{"z": "1"}]}, "Rows contain undefined columns: [z]"),
        ("hyperlink-cp", {"url": "ftp://acme.io"}, "Invalid URL protocol for field 'hyperlink-cp': URL must use http or https protocol"),
        ("enum", ["a", "z"], "Values '[z]' not supported for property enum"),
        ("date-cp", "30.06.2024", "Custom field date-cp value is not as per defined format yyyy-MM-dd"),
        ("date-cp", "2024-13-01", "Custom field date-cp value is not as per defined format yyyy-MM-dd"),
        ("dateTime-cp", "2024-06-30T08:15:00", "Custom field dateTime-cp value is not as per defined format yyyy-MM-dd HH:mm:ss"),
        ("time-cp", "25:00", "Custom field time-cp value is not as per defined format HH:mm"),
    ],
)  # fmt: skip
def test_a_value_against_its_configuration_is_400(everything: Api, name: str, value: Any, text: str) -> None:
    assert message(extended(everything, value, name)) == refused(text)


def test_a_single_select_takes_one_value(world: Api) -> None:
    world.define("dashboard", "p", "enum", {"values": ["a", "b"]})
    text = "Only one value allowed for non-multiSelect p property"
    assert message(extended(world, ["a", "b"])) == refused(text)
    assert extended(world, ["b"]).status_code == 201


def test_enum_values_are_sorted(everything: Api) -> None:
    made = everything.make("Dashboard", "d", extension={"enum": ["c", "a"]})
    assert made["extension"] == {"enum": ["a", "c"]}
    again = everything.put("Dashboard", {"name": "d", "service": "bi", "extension": {"enum": ["c", "a"]}})
    assert again.headers["X-OpenMetadata-Change"] == "entityNoChange"


def test_an_update_checks_only_what_it_changes(world: Api) -> None:
    world.define("dashboard", "p", "enum", {"values": ["a", "b"]})
    world.define("dashboard", "q", "string")
    made = world.make("Dashboard", "d", extension={"p": ["a"]})
    world.define("dashboard", "p", "enum", {"values": ["b", "c"]})
    assert world.change("Dashboard", "d", extension={"p": ["a"], "q": "x"})["extension"] == {"p": ["a"], "q": "x"}
    patch = [{"op": "replace", "path": "/extension/q", "value": "y"}]
    assert world.patch("Dashboard", made["id"], patch).json()["extension"] == {"p": ["a"], "q": "y"}
    assert world.post("Dashboard", {"name": "e", "service": "bi", "extension": {"p": ["a"]}}).status_code == 400


def test_patch_takes_one_value_away(everything: Api) -> None:
    made = everything.make("Dashboard", "d", extension={"integer": 1, "string": "x"})
    answer = everything.patch("Dashboard", made["id"], [{"op": "remove", "path": "/extension/string"}])
    assert answer.json()["extension"] == {"integer": 1}
    assert answer.json()["version"] == 0.2


def test_patch_removes_a_property_with_all_its_values(everything: Api) -> None:
    made = everything.make("Dashboard", "d", extension={"integer": 1, "string": "x"})
    shown = everything.get("metadata/types/name/dashboard", fields="customProperties").json()
    left = [item for item in shown["customProperties"] if item["name"] != "string"]
    answer = everything.call(
        "PATCH", f"metadata/types/{shown['id']}",
        json=[{"op": "replace", "path": "/customProperties", "value": left}],
        headers={"Content-Type": "application/json-patch+json"},
    )  # fmt: skip
    assert answer.status_code == 200, answer.text
    found = everything.read("Dashboard", made["id"], fields="extension")
    assert (found["extension"], found["version"]) == ({"integer": 1}, 0.1)
    assert message(extended(everything, "x", "string"))[1] == "Unknown custom field string"


def test_a_property_that_becomes_of_another_type_loses_its_values(world: Api) -> None:
    world.define("dashboard", "p", "string")
    made = world.make("Dashboard", "d", extension={"p": "x"})
    world.define("dashboard", "p", "integer")
    assert world.read("Dashboard", made["id"], fields="extension")["extension"] == {}


def test_options_taken_off_an_enum_go_from_the_values(world: Api) -> None:
    world.define("dashboard", "p", "enum", {"values": ["a", "b"], "multiSelect": True})
    made = world.make("Dashboard", "d", extension={"p": ["a", "b"]})
    world.define("dashboard", "p", "enum", {"values": ["b"], "multiSelect": True})
    assert world.read("Dashboard", made["id"], fields="extension")["extension"] == {"p": ["b"]}


def test_the_history_of_a_type_tells_what_was_added(world: Api) -> None:
    answer = world.define("dashboard", "cost", "integer")
    [change] = answer.json()["changeDescription"]["fieldsAdded"]
    assert (change["name"], json.loads(change["newValue"])[0]["name"]) == ("customProperties", "cost")
    history = world.get(f"metadata/types/{answer.json()['id']}/versions").json()
    assert [json.loads(text)["version"] for text in history["versions"]] == [0.2, 0.1]


@given(value=JSON, name=st.sampled_from(sorted(PROPERTY_TYPES)))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_value_makes_the_sandbox_fail(everything: Api, value: Any, name: str) -> None:
    for extension in ({name: value}, value):
        answer = everything.put("Dashboard", {"name": "d", "service": "bi", "extension": extension})
        assert answer.status_code in (200, 201, 400), answer.text
    answer = everything.define("dashboard", "q", "enum", value)
    assert answer.status_code in (200, 400), answer.text


@pytest.mark.parametrize(
    ("pattern", "text", "written"),
    [
        ("yyyy-MM-dd", "2024-02-29", "2024-02-29"),
        ("yyyy-MM-dd", "2023-02-31", "2023-02-28"),
        ("yyyy-MM-dd", "2024-2-9", None),
        ("d.M.yyyy", "9.2.2024", "9.2.2024"),
        ("dd MMM yyyy", "09 Feb 2024", "09 Feb 2024"),
        ("dd MMMM yyyy", "09 February 2024", "09 February 2024"),
        ("dd MMM yyyy", "09 Fev 2024", None),
        ("EEE, dd MMM yyyy", "Fri, 09 Feb 2024", "Fri, 09 Feb 2024"),
        ("EEE, dd MMM yyyy", "Mon, 09 Feb 2024", None),
        ("yyyyMMdd", "20240209", "20240209"),
        ("yy/MM/dd", "24/02/30", "24/02/29"),
        ("hh:mm a", "08:15 PM", "08:15 PM"),
        ("hh:mm a", "13:15 PM", None),
        ("HH:mm:ss.SSS", "08:15:00.123", "08:15:00.123"),
        ("HH:mm[:ss]", "08:15", "08:15"),
        ("HH:mm[:ss]", "08:15:61", None),
        ("yyyy-MM-dd'T'HH:mm:ssXXX", "2024-02-09T08:15:00+02:00", "2024-02-09T08:15:00+02:00"),
        ("yyyy-MM-dd'T'HH:mm:ssX", "2024-02-09T08:15:00Z", "2024-02-09T08:15:00Z"),
        ("h 'o''clock'", "8 o'clock", "8 o'clock"),
    ],
)  # fmt: skip
def test_dates_are_read_as_java_reads_them(pattern: str, text: str, written: str | None) -> None:
    assert date_pattern(pattern).read(text) == written


@pytest.mark.parametrize("pattern", ["yyyy-'MM", "MMMMMM", "ddd", "yyyy]", "[yyyy", "{yyyy}", "#", "T", "Q", "HHH"])
def test_a_text_that_is_no_format_is_none(pattern: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        date_pattern(pattern)
