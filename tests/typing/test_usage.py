"""The public names have their types, and wrong names are errors, to mypy and (where it is installed) to pyright."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import openmetadata_bindings
import openmetadata_provider

USAGE = Path(__file__).parent / "usage.py"
PACKAGES = [str(Path(package.__file__ or "").parents[1]) for package in (openmetadata_provider, openmetadata_bindings)]
# The folder of this file is called as a module of the standard library: type checkers read a copy from elsewhere.


def _mypy(folder: Path) -> str:
    strict = ["--strict", "--warn-unused-ignores", "--cache-dir", str(folder / "cache")]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *strict, "usage.py"],
        cwd=folder,
        env={**os.environ, "MYPYPATH": os.pathsep.join(PACKAGES)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def test_mypy_sees_every_public_type_and_refuses_wrong_names(tmp_path: Path) -> None:
    shutil.copy(USAGE, tmp_path)
    said = _mypy(tmp_path)
    assert [line for line in said.splitlines() if line.startswith("usage.py")] == []
    assert "Success" in said, said


@pytest.mark.parametrize("module", ["models", "resources"])
def test_a_name_the_bindings_do_not_have_is_an_error_to_mypy(tmp_path: Path, module: str) -> None:
    (tmp_path / "usage.py").write_text(f"from openmetadata_bindings.{module} import Dashbords\n")
    assert "Dashbords" in _mypy(tmp_path)


@pytest.mark.skipif(shutil.which("pyright") is None, reason="pyright is not installed")
def test_pyright_sees_every_public_type_and_refuses_wrong_names(tmp_path: Path) -> None:
    shutil.copy(USAGE, tmp_path)
    settings = {
        "include": ["usage.py"],
        "extraPaths": PACKAGES,
        "enableTypeIgnoreComments": True,
        "reportUnnecessaryTypeIgnoreComment": "error",
        "reportUnusedExpression": "none",
    }
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings))
    command = ["pyright", "--pythonpath", sys.executable, "--outputjson", "-p", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = json.loads(done.stdout)["generalDiagnostics"]
    assert [(item["range"]["start"]["line"] + 1, item["message"]) for item in found] == []
