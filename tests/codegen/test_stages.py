"""The stages of the generator one by one: patterns, repairs, names, bundles."""

from __future__ import annotations

import re
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from openmetadata_codegen.bundle import Bundler
from openmetadata_codegen.filters import docstring, md
from openmetadata_codegen.load import SchemaSet, Target
from openmetadata_codegen.naming import class_names, joined, module_path, plural, root_class
from openmetadata_codegen.patterns import portable
from openmetadata_codegen.repair import DEFAULT_RULES, RULES, repaired

NEVER_DOUBLED = portable("^((?!::).)*$")


@given(st.text(alphabet=st.sampled_from("ab:\n é"), max_size=12))
@example("a\n")
@example("::")
@example("a:b:")
def test_the_name_pattern_says_what_its_look_ahead_said(text: str) -> None:
    assert NEVER_DOUBLED is not None
    assert bool(re.search(NEVER_DOUBLED.replace("$", r"\Z"), text)) == ("::" not in text and "\n" not in text)


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("^[a-z]+$", "^[a-z]+$"),
        (r"^\w+$", "^[A-Za-z0-9_]+$"),
        (r"(?U)^[\w-]+$", r"^[\p{L}\p{M}\p{N}\p{Pc}-]+$"),
        (r"^\\w$", r"^\\w$"),
        ("^(?=x).*$", None),
    ],
)
def test_a_java_pattern_is_translated_or_given_up(pattern: str, wanted: str | None) -> None:
    assert portable(pattern) == wanted


@pytest.mark.parametrize(
    ("schema", "rule", "mended"),
    [
        ({"$ref": "#definitions/a"}, "ref-without-slash", {"$ref": "#/definitions/a"}),
        ({"$ref": "#/definitions/a", "type": "string"}, "ref-neighbours", {"$ref": "#/definitions/a"}),
        (
            {"properties": {}, "additionalProperties": False},
            "object-without-type",
            {"type": "object", "properties": {}, "additionalProperties": False},
        ),
        (
            {"type": "object", "additionalProperties": {".{1,}": {}}},
            "odd-additional-properties",
            {"type": "object", "additionalProperties": True},
        ),
        (
            {"type": "object", "properties": {}},
            "open-object",
            {"type": "object", "properties": {}, "additionalProperties": True},
        ),
        (
            {"oneOf": [{"type": "number"}, {"type": "integer"}]},
            "integer-or-number",
            {"anyOf": [{"type": "number"}, {"type": "integer"}]},
        ),
        ({"type": "string", "default": None}, "null-default", {"type": "string"}),
        ({"type": "boolean", "default": "false"}, "unfit-default", {"type": "boolean", "default": False}),
        ({"enum": ["a"], "default": "b"}, "unfit-default", {"enum": ["a"]}),
        ({"type": "string", "pattern": "(?=x)"}, "java-pattern", {"type": "string"}),
    ],
)
def test_each_repair_is_a_listed_rule_and_recorded(schema: Any, rule: str, mended: Any) -> None:
    document = {"definitions": {"a": {"type": "string"}, "b": schema}}
    schemas, repairs = repaired(SchemaSet({"f.json": document}), (*RULES, *DEFAULT_RULES))
    assert schemas.documents["f.json"]["definitions"]["b"] == mended
    assert [(r.rule, r.file, r.pointer) for r in repairs] == [(rule, "f.json", "/definitions/b")]


@pytest.mark.parametrize("schema", [{"type": ["string", "null"], "default": None}, {"type": "integer", "default": 5}])
def test_a_default_that_fits_is_kept(schema: Any) -> None:
    assert repaired(SchemaSet({"f.json": schema}), DEFAULT_RULES) == (SchemaSet({"f.json": schema}), ())


def test_names_follow_the_schemas() -> None:
    assert module_path("api/services/createDashboardService.json") == "api/services/create_dashboard_service"
    assert module_path("entity/x/powerBIConnection.json") == "entity/x/power_bi_connection"
    assert root_class("api/data/createDashboard.json") == "CreateDashboardRequest"
    assert root_class("dataInsight/kpi/createKpiRequest.json") == "CreateKpiRequest"
    assert [plural(n) for n in ("Glossary", "Dashboard", "SearchIndex")] == [
        "Glossaries",
        "Dashboards",
        "SearchIndexes",
    ]
    assert joined("TagLabel", "labelType") == "TagLabelType"


def test_schemas_that_claim_one_name_are_told_apart_by_where_they_are_and_recorded() -> None:
    targets = [
        Target("a/basicAuth.json"),
        Target("b/basicAuth.json"),
        Target("c/status.json"),
        Target("d.json", "/definitions/status"),
    ]
    names, renamings = class_names(targets)
    assert list(names.values()) == ["ABasicAuth", "BBasicAuth", "Status", "DStatus"]
    assert {r.given for r in renamings} == {"ABasicAuth", "BBasicAuth", "DStatus"}
    assert not any(re.search(r"\d$", name) for name in names.values())


def test_a_bundle_judges_alone_what_its_files_judge_together() -> None:
    schemas = SchemaSet(
        {
            "a/one.json": {"type": "object", "properties": {"x": {"$ref": "../b/two.json#/definitions/t"}}},
            "b/two.json": {
                "definitions": {"t": {"type": "array", "items": {"$ref": "#/definitions/u"}}, "u": {"type": "integer"}}
            },
        }
    )
    bundle = Bundler(schemas).bundle(Target("a/one.json"))
    assert set(bundle["definitions"]) == {"b.two.t", "b.two.u"}
    validator = jsonschema_rs.Draft7Validator(bundle)
    assert validator.is_valid({"x": [1]})
    assert not validator.is_valid({"x": ["1"]})


@given(st.text(max_size=200))
@example('"""')
@example("\\")
@example('ends in "')
@example("\x00\u2028")
def test_any_text_is_a_docstring(text: str) -> None:
    scope: dict[str, Any] = {}
    exec(compile(f"def f():\n    {docstring(text, indent=4)}\n    return 1\n", "f", "exec"), scope)
    assert scope["f"]() == 1


@given(st.text(max_size=80))
def test_any_text_is_one_cell_of_a_table(text: str) -> None:
    cell = md(text)
    assert "\n" not in cell
    assert not re.search(r"(?<!\\)\|", cell)
