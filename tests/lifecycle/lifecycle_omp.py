"""`omp` as it is run: in this process without a terminal, or in a process of its own with one."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

from click.testing import Result
from typer.testing import CliRunner

from openmetadata_provider.cli import app
from openmetadata_provider.sandbox import SandboxServer

CODE = [sys.executable, "-W", "error", "-c", "from openmetadata_provider.cli import main\nmain()"]
LOOKER = """\
kind: DashboardService
spec:
  name: bi
  serviceType: Looker
  connection: {config: {clientId: id, clientSecret: {env: LOOKER_SECRET}, hostPort: "https://looker.example.com"}}
"""


def charts(*names: str, **properties: str) -> str:
    """Documents of charts in the service `bi`."""
    extra = "".join(f", {name}: {value}" for name, value in properties.items())
    return "".join(f"---\nkind: Chart\nspec: {{name: {name}, service: bi{extra}}}\n" for name in names)


def environment(server: SandboxServer | None = None, token: str | None = None) -> dict[str, str]:
    """The variables of a shell in which the server is known."""
    kept = {
        n: v for n, v in os.environ.items() if not n.startswith("OPENMETADATA_") and n not in ("FORCE_COLOR", "COLUMNS")
    }
    kept |= {"LOOKER_SECRET": "l00ker-secret", "NO_COLOR": "1"}
    if server is not None:
        kept |= {"OPENMETADATA_HOST": server.url, "OPENMETADATA_JWT_TOKEN": token or server.admin_token}
    return kept


def omp(server: SandboxServer | None, *arguments: str | Path, token: str | None = None, **env: str | None) -> Result:
    """`omp` with these arguments, nobody at the terminal. Variables that are None are not set."""
    kept = environment(server, token)
    variables: dict[str, str | None] = {**dict.fromkeys(os.environ.keys() - kept.keys(), None), **kept, **env}
    done = CliRunner().invoke(app, [str(a) for a in arguments], prog_name="omp", env=variables)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


class Terminal:
    """`omp` with somebody at a terminal of so many columns."""

    def __init__(
        self, server: SandboxServer, *arguments: str | Path, columns: int = 80, out: Path | None = None
    ) -> None:
        """`out`: standard output goes to this file, as `>` does it."""
        self.shown = ""
        self._end, far = pty.openpty()
        fcntl.ioctl(far, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        env = {**environment(server), "TERM": "xterm", "COLUMNS": str(columns)}
        with out.open("w") if out is not None else os.fdopen(os.dup(far), "w") as stdout:
            self._process = subprocess.Popen(
                [*CODE, *map(str, arguments)], stdin=far, stdout=stdout, stderr=far, env=env, start_new_session=True
            )
        os.close(far)

    def expect(self, text: str, seconds: float = 20) -> str:
        """Everything shown until now, once the text is in it."""
        ends = time.monotonic() + seconds
        while text not in self.shown:
            assert time.monotonic() < ends, f"{text!r} did not come: {self.shown}"
            if not self._read():
                raise AssertionError(f"{text!r} did not come before the end: {self.shown}")
        return self.shown

    def type(self, line: str) -> None:
        """A line, and Enter."""
        os.write(self._end, f"{line}\n".encode())

    def interrupt(self, number: signal.Signals = signal.SIGINT) -> None:
        """Ctrl-C, which a terminal sends to the foreground; or another signal."""
        self._process.send_signal(number)

    def end(self, seconds: float = 20) -> int:
        """The exit status. A process that does not end by itself is killed, and that is a failure."""
        ends = time.monotonic() + seconds
        try:
            while self._read():
                assert time.monotonic() < ends, f"it did not end: {self.shown}"
            return self._process.wait(max(1, ends - time.monotonic()))
        finally:
            self._process.kill()
            self._process.wait()
            os.close(self._end)

    def _read(self) -> bool:
        """Whether there may be more."""
        try:
            if not select.select([self._end], [], [], 0.1)[0]:
                return self._process.poll() is None
            piece = os.read(self._end, 65536)
        except OSError:  # the other end was closed
            return False
        self.shown += piece.decode(errors="replace").replace("\r\n", "\n")
        return bool(piece)
