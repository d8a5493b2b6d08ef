"""Names, quoting and FQNs: the server's rule, and laws that hold for any name."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openmetadata_provider import InvalidName
from openmetadata_provider.client import fqn
from openmetadata_spec import EntitySpec, Parent

names = st.text(
    st.characters(codec="utf-8", exclude_characters='"') | st.sampled_from(". /:%?#&+é漢🙂\t"), min_size=1, max_size=30
)
paths = st.lists(names, min_size=1, max_size=5)


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("plain", "plain"),
        ("a.b", '"a.b"'),
        ("a b", "a b"),
        ("a/b", "a/b"),
        ("a:b", "a:b"),
        (".", '"."'),
        ("Ünïcode 漢字", "Ünïcode 漢字"),
        ('"a.b"', '"a.b"'),
        ('"ab"', "ab"),
    ],
)
def test_only_a_dot_makes_a_name_quoted(name: str, part: str) -> None:
    assert fqn.quote_name(name) == part


@pytest.mark.parametrize("name", ["", '"', 'a"b', '"a', 'a"', '""', '"a"b"'])
def test_a_name_the_server_refuses_is_refused(name: str) -> None:
    with pytest.raises(InvalidName):
        fqn.quote_name(name)


def test_the_fqn_of_dotted_names_is_the_one_in_the_reference() -> None:
    assert fqn.build("my.svc", "d.1") == '"my.svc"."d.1"'


@given(paths)
def test_splitting_undoes_building(path: list[str]) -> None:
    assert fqn.split(fqn.build(*path)) == tuple(path)


@given(paths)
def test_building_from_a_split_gives_the_fqn_again(path: list[str]) -> None:
    built = fqn.build(*path)
    assert fqn.build(*fqn.split(built)) == built


@given(names)
def test_quoting_twice_is_quoting_once(name: str) -> None:
    assert fqn.quote_name(fqn.quote_name(name)) == fqn.quote_name(name)


@given(names)
def test_unquoting_undoes_quoting(name: str) -> None:
    assert fqn.unquote_name(fqn.quote_name(name)) == name


@given(paths, names)
def test_joining_to_a_parent_is_building_the_longer_path(path: list[str], name: str) -> None:
    assert fqn.join(fqn.build(*path), name) == fqn.build(*path, name)


@given(paths)
def test_an_escaped_fqn_is_one_url_segment(path: list[str]) -> None:
    built = fqn.build(*path)
    segment = fqn.escape(built)
    assert not set(segment) & set('/?#%" ') - {"%"}
    assert segment.isascii()
    assert segment not in (".", "..")
    assert unquote(segment, errors="strict") == built


@pytest.mark.parametrize("text", ["", ".", "a.", ".a", "a..b", '"a', 'a"b', '"a"b', '"".a', 'a."b', '"a.b"c.d'])
def test_a_malformed_fqn_is_refused_and_the_place_is_named(text: str) -> None:
    with pytest.raises(InvalidName, match="at character"):
        fqn.split(text)


def test_half_a_surrogate_pair_is_no_name() -> None:
    with pytest.raises(InvalidName, match="surrogate"):
        fqn.escape("\ud800")


def _spec(*parents: str, lowercase_name: bool = False) -> EntitySpec:
    return EntitySpec(
        kind="K",
        entity_type="k",
        collection="ks",
        attribute="ks",
        create_schema="",
        entity_schema="",
        properties=(),
        parents=tuple(Parent(property=name, entity="p") for name in parents),
        lowercase_name=lowercase_name,
    )


@pytest.mark.parametrize(
    ("spec", "body", "expected"),
    [
        (_spec(), {"name": "a.b"}, '"a.b"'),
        (_spec("service"), {"name": "d.1", "service": '"my.svc"'}, '"my.svc"."d.1"'),
        (_spec("parent", "glossary"), {"name": "t", "glossary": "g"}, "g.t"),
        (_spec("parent", "glossary"), {"name": "t", "glossary": "g", "parent": "g.p"}, "g.p.t"),
        (_spec("service"), {"name": "p", "service": {"id": "1", "type": "t"}}, "p"),
        (_spec(lowercase_name=True), {"name": "Jane.Doe"}, '"jane.doe"'),
        (_spec(), {"query": "select 1"}, ""),
    ],
)
def test_the_fqn_of_a_request_follows_from_its_parent(spec: EntitySpec, body: dict[str, object], expected: str) -> None:
    assert fqn.fqn_of_request(spec, body) == expected
