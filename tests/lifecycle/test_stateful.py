"""Applies between edits by other people, soft and hard deletions and renames: what must hold, holds after each."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from lifecycle.lifecycle_machine import Machine

Machine.TestCase.settings = settings(
    max_examples=12,
    stateful_step_count=8,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
TestServerOfSeveralPeople = Machine.TestCase
