"""`make demo` runs as the README shows it, is readable in 80 columns, and tells no secret."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "examples" / "catalogue" / "demo.py"


def test_the_demo_goes_from_files_to_a_server_and_mends_what_drifted() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", str(DEMO)],
        capture_output=True, text=True, encoding="utf-8", check=False, cwd=ROOT,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    commands = re.findall(r"^\$ omp (\w+)", done.stdout, re.MULTILINE)
    assert commands == ["validate", "plan", "apply", "plan", "drift", "apply", "drift"]
    after = done.stdout.split("$ omp drift")
    assert "retail_looker.returns" in after[1]
    assert "Ask Pablo." in after[1]
    assert "Ask Pablo." not in after[2]
    assert "demo-only" not in done.stdout + done.stderr
    assert max(map(len, done.stdout.splitlines())) <= 80
