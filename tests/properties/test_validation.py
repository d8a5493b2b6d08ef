"""`validate` agrees with schema and model about payloads made from every create schema, and points at mistakes."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from strategies import Mutation, mutants, payloads

from openmetadata_provider.validation import Severity, validate
from properties.agreement import Bundle, readings, validator_for
from properties.test_agreement import EVERY_BUNDLE, bounded
from properties.validation import LITERALS, points_at, validation_finding


@EVERY_BUNDLE
def test_validation_agrees_with_the_schema(bundle: Bundle) -> None:
    @bounded(bundle, for_connectors=8)
    @given(st.one_of(payloads(bundle.schema), mutants(bundle.schema).map(lambda mutation: mutation.payload)))
    def holds(payload: Any) -> None:
        finding = validation_finding(bundle.kind, payload)
        assert finding.fault is None, finding.fault

    holds()


@EVERY_BUNDLE
def test_an_error_points_at_what_was_changed(bundle: Bundle) -> None:
    @bounded(bundle, for_connectors=8)
    @given(mutants(bundle.schema))
    def holds(mutation: Mutation) -> None:
        meant = (payload for _, payload in readings(bundle.kind, mutation.payload))
        if any(validator_for(bundle.kind, payload).is_valid(payload) for payload in meant):
            return
        found = validate([mutation.payload], kind=bundle.kind, checks=LITERALS)
        errors = [diagnostic for diagnostic in found if diagnostic.severity is Severity.error]
        assert points_at(f"/0{mutation.pointer}", errors), (mutation.label, mutation.pointer, errors)

    holds()
