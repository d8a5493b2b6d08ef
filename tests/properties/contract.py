"""The sandbox against its own OpenAPI document: schemathesis makes requests, valid and broken, and judges the answers.

The 500s that the sandbox copies from the real server are documented on their operations; any other one is a fault, and
so is every exception that no handler expected, whatever it was answered with.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from tempfile import TemporaryDirectory
from typing import Any

from schemathesis import BaseSchema, openapi
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema
from starlette.applications import Starlette

from openmetadata_provider.sandbox import SandboxOptions, create_app
from properties.placing import Placing

TOKEN = "a-token-for-the-contract"
PHASES = ("examples", "coverage", "fuzzing", "stateful")
CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "unsupported_method",
    "ignored_auth",
)
COPIED_500 = ("patch_one", "put_restore")
"""Handlers that answer 500 where the real server does."""
FOREIGN_METHODS = ["TRACE", "OPTIONS"]
"""Methods that no path takes. Others may fit a neighbour: to PATCH, `restore` is an id like any other."""
log = logging.getLogger("openmetadata_provider.sandbox.calls")


@dataclass(slots=True)
class Verdict:
    """What came of a run."""

    answers: Counter[int] = field(default_factory=Counter)
    """Status → how often it was answered."""
    faults: dict[str, str] = field(default_factory=dict)
    """Operation and kind of fault → what is wrong, with the request."""

    @property
    def total(self) -> int:
        """All answers."""
        return self.answers.total()


def check(
    *, seed: int, examples: int, seconds: int, phases: tuple[str, ...] = PHASES, kinds: tuple[str, ...] = ()
) -> Verdict:
    """Runs some phases on a fresh sandbox for at most `seconds` and gathers every fault. No `kinds` means all."""
    verdict = Verdict()
    with TemporaryDirectory(prefix="contract-") as folder, _crashes(verdict):
        placing = Placing(f"{folder}/world.db", seed)
        app = create_app(SandboxOptions(database=f"{folder}/world.db", admin_token=TOKEN))
        schema = openapi.from_asgi("/swagger.json", app, config=_config(seed, examples, seconds, phases))
        _place(schema, placing)
        chosen = schema.include(tag=list(kinds)) if kinds else schema
        for event in from_schema(chosen).execute():
            _note(verdict, event, placing)
        asyncio.run(_stop(app))
    return verdict


def _place(schema: BaseSchema, placing: Placing) -> None:
    @schema.hook
    def map_case(context: object, case: Any) -> Any:
        placing.before(case)
        return case


async def _stop(app: Starlette) -> None:
    async with app.router.lifespan_context(app):
        pass


def _config(seed: int, examples: int, seconds: int, phases: tuple[str, ...]) -> SchemathesisConfig:
    tolerant = {"not_a_server_error": {"expected-statuses": ["2xx", "4xx", "500"]}}
    return SchemathesisConfig.from_dict(
        {
            "seed": seed,
            "max-time": seconds,
            "cache": {"enabled": False},
            "continue-on-failure": True,
            "suppress-health-check": ["all"],
            "headers": {"Authorization": f"Bearer {TOKEN}"},
            "generation": {"max-examples": examples, "database": "none"},
            "checks": {"enabled": False, **{name: {"enabled": True} for name in CHECKS}},
            "operations": [{"include-operation-id-regex": f"^{name}_", "checks": tolerant} for name in COPIED_500],
            "phases": {
                **{name: {"enabled": name in phases} for name in PHASES},
                "coverage": {"enabled": "coverage" in phases, "unexpected-methods": FOREIGN_METHODS},
            },
        }
    )


def _note(verdict: Verdict, event: Any, placing: Placing) -> None:
    match event:
        case events.NonFatalError() | events.FatalError():
            verdict.faults[f"the run itself: {type(event).__name__}"] = str(event)
        case events.ScenarioFinished():
            for case_id, interaction in event.recorder.interactions.items():
                if (response := interaction.response) is not None:
                    verdict.answers[response.status_code] += 1
                    if response.status_code == 201:
                        placing.after(event.recorder.cases[case_id].value, response.json())
            for case_id, checks in event.recorder.checks.items():
                operation = event.recorder.cases[case_id].value.operation.label
                for problem in (node.failure_info for node in checks if node.failure_info is not None):
                    title = f"{operation}: {problem.failure.title}"
                    verdict.faults.setdefault(title, f"{problem.failure.message}\n{problem.code_sample}")


@contextmanager
def _crashes(verdict: Verdict) -> Iterator[None]:
    """Exceptions that the sandbox logs while the block runs are faults."""

    class Noting(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            verdict.faults[record.getMessage()] = logging.Formatter().format(record)

    noting, propagate = Noting(logging.ERROR), log.propagate
    log.addHandler(noting)
    log.propagate = False
    try:
        yield
    finally:
        log.removeHandler(noting)
        log.propagate = propagate
