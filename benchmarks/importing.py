"""A fresh process that imports one model and validates with it, beside one that imports pydantic alone."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from .figures import Figure
from .measure import interleaved, peak, process_seconds, run
from .payloads import page_looker

ROUNDS = 15
BARE = "from pydantic import BaseModel\n"
OURS = (
    "from openmetadata_bindings.models import CreateDashboardServiceRequest\n"
    f"CreateDashboardServiceRequest.model_validate({page_looker()!r})\n"
)
_TIMED = "import time\nstart = time.perf_counter()\n{}print(time.perf_counter() - start)\n"


def figures() -> Iterator[Figure]:
    """Ratio of the whole processes, which is what a user waits for, and of the import alone; memory."""
    whole = interleaved({"bare": lambda: _whole(BARE), "ours": lambda: _whole(OURS)}, ROUNDS)
    inside = interleaved({"bare": lambda: _inside(BARE), "ours": lambda: _inside(OURS)}, ROUNDS)
    ratio = whole["ours"] / whole["bare"]
    yield Figure(what="process: import and validate / import pydantic", value=ratio, unit="x", target=2)
    yield Figure(what="  without the interpreter's start", value=inside["ours"] / inside["bare"], unit="x")
    yield Figure(what="  process: import and validate", value=whole["ours"] * 1000, unit="ms")
    yield Figure(what="  process: import pydantic", value=whole["bare"] * 1000, unit="ms")
    memory, modules = peak(OURS)
    yield Figure(what="peak memory", value=memory, unit="MB", target=60)
    bare_memory, bare_modules = peak(BARE)
    yield Figure(what="  of import pydantic", value=bare_memory, unit="MB")
    yield Figure(what="  modules loaded, ours / pydantic", value=f"{modules} / {bare_modules}")


def _whole(program: str) -> float:
    return process_seconds([sys.executable, "-c", program])


def _inside(program: str) -> float:
    return float(run([sys.executable, "-c", _TIMED.format(program)]))
