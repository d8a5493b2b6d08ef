"""What the commands load before they have to."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from lifecycle_omp import LOOKER, charts, environment, omp

from openmetadata_provider.sandbox import SandboxServer

LOADED = """\
import sys
from openmetadata_provider.cli import main
sys.argv = ["omp", *sys.argv[1:]]
try:
    main()
except SystemExit as end:
    import json
    print("\\n" + json.dumps([end.code, sorted(sys.modules)]))
"""


def run(*arguments: str, server: SandboxServer | None = None) -> tuple[int, list[str]]:
    """The status of `omp`, and the modules that it loaded."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", LOADED, *arguments],
        env=environment(server), capture_output=True, text=True, check=True,
    )  # fmt: skip
    status, modules = json.loads(done.stdout.splitlines()[-1])
    return status, modules


@pytest.mark.parametrize("command", ["plan", "apply", "destroy"])
def test_the_help_page_loads_neither_client_nor_bindings_nor_schemas(command: str) -> None:
    status, modules = run(command, "--help")
    heavy = {"httpx", "jsonschema_rs", "yaml", "tenacity", "openmetadata_bindings", "openmetadata_spec", "sqlite3"}
    assert status == 0
    assert {module.partition(".")[0] for module in modules} & heavy == set()
    assert "openmetadata_provider.lifecycle.plan" not in modules


def test_a_plan_loads_no_model_and_neither_does_an_apply_of_nothing(server: SandboxServer, tmp_path: Path) -> None:
    file = tmp_path / "catalogue.yaml"
    file.write_text(LOOKER + charts("a", "b", "c"))
    assert omp(server, "apply", file, "--yes").exit_code == 0
    for arguments in (["plan", str(file)], ["apply", "--yes", str(file)]):
        status, modules = run(*arguments, server=server)
        assert status == 0
        assert [module for module in modules if module.startswith("openmetadata_bindings.models")] == []


def test_a_mistake_in_a_file_is_told_before_a_model_is_loaded(server: SandboxServer, tmp_path: Path) -> None:
    file = tmp_path / "catalogue.yaml"
    file.write_text(charts("a", colour="blue"))
    status, modules = run("plan", str(file), server=server)
    assert status == 1
    assert [module for module in modules if module.startswith("openmetadata_bindings.models")] == []
