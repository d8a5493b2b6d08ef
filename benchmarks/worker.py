"""A process that validates what it is told to, in whichever interpreter runs this file; needs pydantic alone.

Reads a JSON object a line: `model` (`module:Class`), `payload`, and `seconds` for a rate. Answers a line each: `rate`
(a second of CPU time, which neighbours disturb less), or `errors` if the payload is refused. `--official` first puts
stand-ins where the official package loads its profiler, see README.md.
"""

from __future__ import annotations

import importlib
import json
import sys
import sysconfig
import time
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

PROFILER_NAMES = {"metadata.profiler.api.models": "ProfilerResponse", "metadata.utils.entity_link": "CustomColumnName"}
"""What the official base class imports for every validated model, only as keys of a dict."""


def main() -> None:
    """Answer until the input ends."""
    if sys.argv[1:2] == ["--official"]:
        _stand_in_for_the_profiler()
    sys.path[:0] = [folder for folder in sys.argv[1:] if not folder.startswith("--")]
    for line in sys.stdin:
        print(json.dumps(_answer(json.loads(line))), flush=True)


def _answer(order: dict[str, Any]) -> dict[str, Any]:
    module, _, name = order["model"].partition(":")
    model = getattr(importlib.import_module(module), name)
    try:
        model.model_validate(order["payload"])
    except Exception as refusal:
        errors = getattr(refusal, "errors", None)
        if errors is None:
            raise
        return {"errors": [list(map(str, error["loc"])) for error in errors()]}
    return {"rate": _rate(model.model_validate, order["payload"], order.get("seconds", 0))}


def _rate(validate: Callable[[Any], object], payload: dict[str, Any], seconds: float) -> float:
    done, start = 0, time.process_time()
    batch = 1
    while (passed := time.process_time() - start) < seconds:
        for _ in range(batch):
            validate(payload)
        done += batch
        batch = min(1000, batch * 2)
    return done / passed if done else 0.0


def _stand_in_for_the_profiler() -> None:
    installed = Path(sysconfig.get_paths()["purelib"]) / "metadata"
    _module("metadata", [str(installed)])
    for package in ("metadata.profiler", "metadata.profiler.api", "metadata.utils"):
        _module(package, [])
    for path, name in PROFILER_NAMES.items():
        setattr(_module(path, []), name, type(name, (), {}))


def _module(name: str, path: list[str]) -> types.ModuleType:
    module = sys.modules[name] = types.ModuleType(name)
    module.__path__ = path
    return module


if __name__ == "__main__":
    main()
