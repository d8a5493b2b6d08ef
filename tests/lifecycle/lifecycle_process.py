"""`omp` in a process of its own, talking to a sandbox."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from openmetadata_provider.sandbox import SandboxServer


def omp(
    server: SandboxServer, *arguments: str, folder: Path, token: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """What it printed, and its status."""
    variables = {"OPENMETADATA_HOST": server.url, "OPENMETADATA_JWT_TOKEN": token or server.admin_token}
    kept = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "COLUMNS")}
    return subprocess.run(
        [str(Path(sys.executable).with_name("omp")), *arguments],
        env=kept | variables | {"NO_COLOR": "1", "TERM": "dumb", **environment},
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
