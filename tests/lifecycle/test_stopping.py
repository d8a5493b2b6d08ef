"""Runs that are stopped: every entity is accounted for."""

from __future__ import annotations

from collections import Counter
from threading import Event

from openmetadata_provider import OpenMetadata, plan
from openmetadata_provider.lifecycle.outcomes import Status

LOOKER = {"clientId": "id", "clientSecret": "s3cret", "hostPort": "https://looker.example.com"}


def test_what_needs_something_that_was_not_started_was_not_started_either(shared_om: OpenMetadata) -> None:
    service = {"name": "bi", "serviceType": "Looker", "connection": {"config": LOOKER}}
    charts = [{"kind": "Chart", "spec": {"name": name, "service": "bi"}} for name in "ab"]
    stop = Event()
    stop.set()
    applied = plan(shared_om, [{"kind": "DashboardService", "spec": service}, *charts]).apply(stop=stop)
    assert Counter(outcome.status for outcome in applied.outcomes) == {Status.not_started: 3}
    assert applied.is_stopped
