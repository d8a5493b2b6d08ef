"""Payloads a second through the models, beside the official models and plain datamodel-code-generator output."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from . import payloads, trees
from .figures import Figure
from .measure import interleaved
from .payloads import Payload
from .workers import Worker, official, ours

ROUNDS = 9
SECONDS = 0.2
SERVICE = "openmetadata_bindings.models:CreateDashboardServiceRequest"
DASHBOARD = "openmetadata_bindings.models:CreateDashboardRequest"
_SCHEMA = "metadata.generated.schema.api"
OFFICIAL_SERVICE = f"{_SCHEMA}.services.createDashboardService:CreateDashboardServiceRequest"
OFFICIAL_DASHBOARD = f"{_SCHEMA}.data.createDashboard:CreateDashboardRequest"
OFFICIAL_TABLE = f"{_SCHEMA}.data.createTable:CreateTableRequest"
WRONG = [
    (SERVICE, payloads.looker(), ("connection", "config", "hostPort"), 443),
    (SERVICE, payloads.looker(), ("connection", "config", "dashboardFilterPattern", "includes"), "^a$"),
    (SERVICE, payloads.looker(), ("tags", 1, "tagFQN"), None),
    (SERVICE, payloads.looker(), ("owners", 0, "id"), 5),
    (DASHBOARD, payloads.dashboard(), ("charts", 7), 7),
    (DASHBOARD, payloads.dashboard(), ("tags", 3, "labelType"), "Magic"),
]


def figures() -> Iterator[Figure]:
    """Rates and their ratios, then how many errors one wrong field gives."""
    rival = official()
    try:
        yield from _requests(rival)
        yield from _tables(rival)
    finally:
        if rival is not None:
            rival.__exit__(None, None, None)
    yield from _errors()


def _requests(rival: Worker | None) -> Iterator[Figure]:
    looker, page, dashboard = payloads.looker(), payloads.page_looker(), payloads.dashboard()
    with ours() as own:
        rates = _rates(own, SERVICE, rival, OFFICIAL_SERVICE, looker)
        yield Figure(what="Looker service", value=rates["ours"], unit="/s", target=40_000, better="higher")
        yield _ratio("Looker service / official", rates, 40)
        rates = _rates(own, SERVICE, rival, OFFICIAL_SERVICE, page)
        yield Figure(what="Looker service as on the API page", value=rates["ours"], unit="/s")
        yield _ratio("  / official", rates, None)
        rates = _rates(own, DASHBOARD, rival, OFFICIAL_DASHBOARD, dashboard)
        yield Figure(what="dashboard, 20 charts", value=rates["ours"], unit="/s")
        yield _ratio("dashboard, 20 charts / official", rates, 15)


def _tables(rival: Worker | None) -> Iterator[Figure]:
    if not trees.UPSTREAM.is_dir():
        yield Figure(what="table, 200 columns / plain generator output", value="no upstream tree")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        trees.generate_ours(folder)
        trees.generate_plain_table(folder)
        yield from _table_figures(folder, rival)


def _table_figures(folder: Path, rival: Worker | None) -> Iterator[Figure]:
    own_model, plain_model = f"{trees.PACKAGE}.models:CreateTableRequest", f"{trees.PLAIN_TABLE}:CreateTableRequest"
    payload = payloads.table()
    with ours(folder) as own, ours(folder) as plain:
        rates = _rates(own, own_model, plain, plain_model, payload)
        yield Figure(what="table, 200 columns", value=rates["ours"], unit="/s")
        ratio = rates["ours"] / rates["other"]
        what = "table, 200 columns / plain generator output"
        yield Figure(what=what, value=ratio, unit="x", target=1, better="higher")
        yield _ratio("  / official", _rates(own, own_model, rival, OFFICIAL_TABLE, payload), None)


def _rates(own: Worker, model: str, other: Worker | None, other_model: str, payload: Payload) -> dict[str, float]:
    sides: dict[str, Callable[[], float]] = {"ours": lambda: own.rate(model, payload, SECONDS)}
    if other is not None:
        sides["other"] = lambda: other.rate(other_model, payload, SECONDS)
    return interleaved(sides, ROUNDS)


def _ratio(what: str, rates: dict[str, float], target: float | None) -> Figure:
    if "other" not in rates:
        return Figure(what=what, value="not installed", unit="x", target=target, better="higher")
    return Figure(what=what, value=rates["ours"] / rates["other"], unit="x", target=target, better="higher")


def _errors() -> Iterator[Figure]:
    with ours() as own:
        found = [(own.errors(model, payloads.with_wrong(good, path, bad)), path) for model, good, path, bad in WRONG]
    right = sum(errors == [_written(path)] for errors, path in found)
    what = f"{len(WRONG)} payloads with one wrong field: those with one error, there"
    yield Figure(what=what, value=float(right), target=len(WRONG), better="higher")


def _written(path: tuple[str | int, ...]) -> list[str]:
    return [str(step) for step in path]
