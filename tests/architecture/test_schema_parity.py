"""Our schemas have the structure of the published ones but for what DIVERGENCES.toml tells, and sentences of their own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOL = ROOT.parent / "shared" / "tools" / "schema_parity.py"


@pytest.mark.skipif(not TOOL.is_file(), reason=f"the tool that compares them is not at {TOOL}")
def test_nothing_differs_and_no_sentence_is_copied() -> None:
    done = subprocess.run([sys.executable, str(TOOL)], cwd=ROOT, capture_output=True, text=True, check=False)
    summary = (done.stderr or done.stdout).strip().splitlines()[-1]
    assert ("0 differences" in summary, "0 copied sentences" in summary) == (True, True), done.stdout[-2000:]
