"""For payloads made from every create schema, and for broken ones, schema and model and sandbox agree."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import Mutation, mutants, payloads

from properties.agreement import Bundle, bundles, model_finding, sandbox_finding, validator_for, wire
from properties.explained import INCOMPLETE_CONNECTION
from properties.world import World


def bounded(bundle: Bundle, for_connectors: int) -> settings:
    """The same examples in every run: 30 for each kind, and as many as are asked for each connector of a service."""
    return settings(
        max_examples=30 if bundle.service_type is None else for_connectors,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


EVERY_BUNDLE = pytest.mark.parametrize("bundle", bundles(), ids=lambda bundle: bundle.name)
RECOGNIZER = {"name": "r", "recognizerConfig": {"type": "pattern", "patterns": [{"name": "p", "regex": "a"}]}}
NULL_IS_ABSENT, SPELLING = "null is absent", "service type in another spelling"


@pytest.fixture(scope="module")
def world() -> World:
    return World()


@EVERY_BUNDLE
def test_a_valid_payload_is_accepted_by_the_model_and_sent_as_it_is(bundle: Bundle) -> None:
    @bounded(bundle, for_connectors=20)
    @given(payloads(bundle.schema))
    def holds(payload: Any) -> None:
        finding = model_finding(bundle.kind, payload)
        assert finding.fault is None, finding.fault
        assert finding.accepted or _has_config_of_any_connector(bundle, payload)

    holds()


@EVERY_BUNDLE
def test_a_broken_payload_is_refused_by_the_model_where_the_schema_refuses_it(bundle: Bundle) -> None:
    @bounded(bundle, for_connectors=20)
    @given(mutants(bundle.schema))
    def holds(mutation: Mutation) -> None:
        finding = model_finding(bundle.kind, mutation.payload)
        assert finding.fault is None, finding.fault

    holds()


@EVERY_BUNDLE
def test_the_sandbox_agrees_with_the_schema_and_reads_back_what_was_sent(bundle: Bundle, world: World) -> None:
    @bounded(bundle, for_connectors=10)
    @given(st.one_of(payloads(bundle.schema), mutants(bundle.schema).map(lambda mutation: mutation.payload)))
    def holds(payload: Any) -> None:
        finding = sandbox_finding(world, bundle.kind, world.placed(bundle.kind, payload))
        assert finding.fault is None, finding.fault

    holds()


def _has_config_of_any_connector(bundle: Bundle, payload: Any) -> bool:
    """The schema of a whole service family leaves the config open; the schema that judges does not."""
    return bundle.service_type is None and bundle.kind.endswith("Service") and bool(payload.get("connection"))


def _dashboard(**properties: Any) -> dict[str, Any]:
    return {"name": "d", "service": "bi", **properties}


def _tag(**properties: Any) -> dict[str, Any]:
    return {"name": "t", "description": "d", "classification": "Colour", **properties}


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        ("Dashboard", _dashboard(owners=[{"name": None}])),
        ("Dashboard", _dashboard(owners=[{"id": None, "type": "user"}])),
        ("Dashboard", _dashboard(name="d\n")),
        ("Dashboard", _dashboard(name="a::b")),
        ("Dashboard", _dashboard(name=None)),
        ("Dashboard", _dashboard(domain="sales", domains=["sales"])),
        ("Dashboard", _dashboard(sourceHash="")),
        ("Tag", _tag(autoClassificationPriority=5.5)),
        ("Tag", _tag(autoClassificationPriority=True)),
        ("Tag", _tag(mutuallyExclusive="yes")),
        ("DashboardService", {"name": "s", "serviceType": "Looker\n"}),
        ("DashboardService", {"name": "s", "serviceType": "Looker", "connection": {"config": []}}),
        ("DashboardService", {"name": "s", "serviceType": "Looker", "connection": {"config": {"type": "Tableau"}}}),
    ],
)
def test_a_payload_once_found_to_be_refused_by_some_only_is_refused_by_all(kind: str, payload: Any) -> None:
    assert not validator_for(kind, payload).is_valid(payload)
    sent, refusal = wire(kind, payload)
    assert refusal is not None, f"the model accepts and sends {sent}"
    assert World().post(kind, payload).status == 400


@pytest.mark.parametrize(
    ("kind", "payload", "explained"),
    [
        ("Dashboard", _dashboard(displayName=None), (NULL_IS_ABSENT,)),
        ("Dashboard", _dashboard(extension=None), (NULL_IS_ABSENT,)),
        ("Dashboard", _dashboard(extension={"a": None}), ()),
        ("Dashboard", _dashboard(extension={"a": None}, displayName=None), (NULL_IS_ABSENT,)),
        ("Tag", _tag(autoClassificationPriority=5.0), ()),
        ("Tag", _tag(recognizers=[RECOGNIZER | {"version": 2**53 + 1}]), ()),
        ("DashboardService", {"name": "s", "serviceType": "lOOKER"}, (SPELLING,)),
        ("DashboardService", {"name": "s", "serviceType": "metabase", "displayName": None}, (NULL_IS_ABSENT, SPELLING)),
        ("DashboardService", {"name": "s", "serviceType": "Looker", "connection": {"config": {}}}, ()),
        ("DashboardService", {"name": "s", "serviceType": "Hex", "connection": {"config": {"a": None}}}, ()),
    ],
)  # fmt: skip
def test_a_payload_once_found_to_be_accepted_by_some_only_is_explained(
    kind: str, payload: Any, explained: tuple[str, ...]
) -> None:
    finding = model_finding(kind, payload)
    assert (finding.fault, finding.explained) == (None, explained)


def test_a_null_does_not_tell_one_shape_of_a_union_from_another(world: World) -> None:
    database = {
        "type": "Postgres",
        "hostPort": "h",
        "username": "u",
        "database": "d",
        "authType": {"azureConfig": None},
    }
    config = {"hostPort": "https://bi.acme.io", "connection": database}
    payload = {"name": "s", "serviceType": "Superset", "connection": {"config": config}}
    assert not validator_for("DashboardService", payload).is_valid(payload)
    assert wire("DashboardService", payload)[0] is None
    assert INCOMPLETE_CONNECTION in sandbox_finding(world, "DashboardService", payload).explained


def test_only_the_sandbox_takes_a_connection_that_misses_what_its_connector_needs(world: World) -> None:
    config = {"hostPort": "https://bi.acme.io"}
    payload = {"name": "s", "serviceType": "Looker", "connection": {"config": config}}
    assert wire("DashboardService", payload)[0] is None
    assert sandbox_finding(world, "DashboardService", payload).explained == (INCOMPLETE_CONNECTION,)
