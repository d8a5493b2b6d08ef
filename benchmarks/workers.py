"""Processes that validate, seen from here: one for our models, one for the official ones, one for plain output."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from .measure import ROOT, quiet_environment
from .payloads import Payload

OFFICIAL_VARIABLE = "OPENMETADATA_OFFICIAL_PYTHON"


class Worker:
    """A running `worker.py`; it ends with the `with` block."""

    def __init__(self, python: str, *arguments: str) -> None:
        """`arguments` are folders to import from, after `--official` if need be."""
        command = [python, str(Path(__file__).with_name("worker.py")), *arguments]
        self._complaints = tempfile.TemporaryFile("w+")  # noqa: SIM115 (closed by __exit__)
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._complaints, text=True,
            env=quiet_environment(),
        )  # fmt: skip

    def rate(self, model: str, payload: Payload, seconds: float) -> float:
        """Validations a second. ValueError if the payload is refused.

        RuntimeError if the process wrote to stderr: models that log on the way are not measured.
        """
        answer = self._ask({"model": model, "payload": payload, "seconds": seconds})
        if "errors" in answer:
            raise ValueError(f"{model} refuses the payload: {answer['errors']}")
        return float(answer["rate"])

    def errors(self, model: str, payload: Payload) -> list[list[str]]:
        """Where the errors of a payload are; empty if it is accepted."""
        found: list[list[str]] = self._ask({"model": model, "payload": payload}).get("errors", [])
        return found

    def _ask(self, order: dict[str, Any]) -> dict[str, Any]:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        self._complaints.seek(0)
        if (complaints := self._complaints.read(2000)) or not line:
            raise RuntimeError(complaints)
        answer: dict[str, Any] = json.loads(line)
        return answer

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        self._process.communicate()
        self._complaints.close()


def ours(*folders: Path) -> Worker:
    """A process with our bindings, and with packages from `folders`."""
    return Worker(sys.executable, *map(str, folders))


def official() -> Worker | None:
    """A process with the official models; None if no interpreter that has them is named."""
    python = os.environ.get(OFFICIAL_VARIABLE)
    return Worker(python, "--official") if python else None
