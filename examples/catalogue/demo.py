"""The way of a catalogue, on a local sandbox: checked, planned, applied, edited by somebody else, found, mended.

    make demo

The commands are those that a user types. Long output is cut in the middle.
"""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from openmetadata_provider import OpenMetadata
from openmetadata_provider.sandbox import SandboxServer

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parents[1]
FILES: Final = HERE.relative_to(ROOT).as_posix()
SECRETS: Final = {"LOOKER_CLIENT_SECRET": "demo-only-1", "SUPERSET_PASSWORD": "demo-only-2"}
WIDTH: Final = 80
EDITED: Final = "retail_looker.returns"


class Shell:
    """Runs `omp` and shows what it says."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        colours = {"FORCE_COLOR": "1"} if sys.stdout.isatty() and not os.environ.get("NO_COLOR") else {}
        self._environment = {**os.environ, "COLUMNS": str(WIDTH), "PYTHONUTF8": "1", **colours, **environment}

    def omp(self, *arguments: str, status: int = 0, head: int = 12, tail: int = 8) -> None:
        """One command: its line, its output (the first lines and the last), and its status if that tells something."""
        say(f"$ omp {' '.join(arguments)}")
        program = Path(sys.executable).with_name("omp")
        done = subprocess.run(
            [program, *arguments],
            env=self._environment, cwd=ROOT, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        lines = _cut(done.stdout.rstrip().splitlines(), head, tail)
        say(*(part for line in lines for part in _folded(line)))
        if done.returncode != status:
            raise SystemExit(f"omp {arguments[0]} ended with status {done.returncode}, and {status} was expected")
        if status:
            say("$ echo $?", str(status))
        say("")


def _cut(lines: list[str], head: int, tail: int) -> list[str]:
    left_out = len(lines) - head - tail
    return lines if left_out < 2 else [*lines[:head], f"  ... {left_out} more lines ...", *lines[-tail:]]


def _folded(line: str) -> list[str]:
    """A line that is too long, in several; one with colours is left to the terminal."""
    if len(line) <= WIDTH or "\x1b" in line:
        return [line]
    indent = " " * (len(line) - len(line.lstrip()) + 4)
    return textwrap.wrap(line, WIDTH, subsequent_indent=indent, break_long_words=False)


def say(*lines: str) -> None:
    """Lines, at once."""
    print(*lines, sep="\n", flush=True)


def edited_by_somebody(sandbox: SandboxServer) -> None:
    """What people do in the web interface."""
    with OpenMetadata(host=sandbox.url, jwt_token=sandbox.admin_token) as om:
        om.dashboards.update_by_name(EDITED, description="Ask Pablo.")


def main() -> None:
    """Runs the demo and leaves nothing behind."""
    with SandboxServer() as sandbox:
        shell = Shell({"OPENMETADATA_HOST": sandbox.url, "OPENMETADATA_JWT_TOKEN": sandbox.bot_token, **SECRETS})
        say("# A local sandbox, and the token of a bot.")
        say(f"$ export OPENMETADATA_HOST={sandbox.url} OPENMETADATA_JWT_TOKEN=...")
        say("$ export LOOKER_CLIENT_SECRET=... SUPERSET_PASSWORD=...", "")
        say("# Are the files valid? That needs no server.")
        shell.omp("validate", FILES)
        say("# What would change?")
        shell.omp("plan", FILES, head=18, tail=4)
        say("# Do it.")
        shell.omp("apply", "--yes", FILES, head=0, tail=6)
        say("# Once more: there is nothing left to do.")
        shell.omp("plan", FILES)
        edited_by_somebody(sandbox)
        say(f"# Meanwhile somebody edits {EDITED} in the web interface.")
        shell.omp("drift", FILES, status=2, head=20, tail=8)
        say("# The files are right: apply them again.")
        shell.omp("apply", "--yes", FILES, head=20, tail=8)
        shell.omp("drift", FILES)
    say("The sandbox is stopped. Next: examples/catalogue, and README.md.")


if __name__ == "__main__":
    main()
