"""The quickstart runs as the README shows it, and tells no secret."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
QUICKSTART = ROOT / "examples" / "quickstart"


def test_the_demo_shows_what_exists_and_what_was_refused() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", str(QUICKSTART / "demo.py")],
        capture_output=True, text=True, encoding="utf-8", check=False, cwd=ROOT,
        env=os.environ | {"COLUMNS": "80", "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "/connection/config/hostport" in done.stdout
    assert "replace-me" not in done.stdout + done.stderr
    assert max(map(len, done.stdout.splitlines())) <= 80
    for collection in ("dashboard_services", "database_services", "databases", "charts", "dashboards"):
        for payload in json.loads((QUICKSTART / f"{collection}.json").read_text(encoding="utf-8")):
            assert ".".join(filter(None, [payload.get("service"), payload["name"]])) in done.stdout
