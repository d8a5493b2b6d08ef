"""What an import costs: each statement runs in a fresh interpreter, then `sys.modules` is looked at."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

GENERATOR = {"openmetadata_codegen", "datamodel_code_generator", "jinja2"}
SERVER = {"starlette", "uvicorn", "sqlite3"}
CLI = {"typer", "rich", "click"}
CLIENT = {"httpx", "jsonschema_rs"}

OMP = "import sys; sys.argv = ['omp', *{arguments}]\nfrom openmetadata_provider.cli import main\ntry: main()\nexcept SystemExit: pass"


def modules_after(statement: str) -> set[str]:
    """Every module that is loaded once `statement` has run in a fresh interpreter."""
    code = f"{statement}\nimport json, sys\nprint('\\n' + json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def loaded(statement: str, *watched: set[str]) -> set[str]:
    """Which of the watched packages the statement loads."""
    return {module.partition(".")[0] for module in modules_after(statement)} & set().union(*watched)


def test_the_package_alone_costs_nothing() -> None:
    watched = GENERATOR, SERVER, CLI, CLIENT, {"pydantic", "openmetadata_bindings", "openmetadata_spec"}
    assert loaded("import openmetadata_provider", *watched) == set()


def test_a_model_loads_neither_client_nor_server_nor_command_line() -> None:
    statement = "from openmetadata_bindings.models import CreateDashboardRequest"
    assert loaded(statement, GENERATOR, SERVER, CLI, CLIENT, {"openmetadata_spec"}) == set()


def test_a_dashboard_loads_no_connector() -> None:
    modules = modules_after("from openmetadata_bindings.models import CreateDashboardRequest")
    families = (".connections.dashboard.", ".connections.database.")
    assert not [module for module in modules if any(family in module for family in families)]


def test_one_connector_loads_no_other() -> None:
    statement = (
        "from openmetadata_bindings.models import CreateDashboardServiceRequest\n"
        "CreateDashboardServiceRequest.model_validate({'name': 'l', 'serviceType': 'Looker', 'connection': {'config':"
        " {'clientId': 'a', 'clientSecret': 'b', 'hostPort': 'https://looker.example.com'}}})"
    )
    folder = "openmetadata_bindings.models.entity.services.connections.dashboard."
    connectors = {module.removeprefix(folder) for module in modules_after(statement) if module.startswith(folder)}
    assert {name for name in connectors if name.endswith("_connection")} == {"looker_connection"}


def test_the_client_loads_no_generator_no_server_and_no_command_line() -> None:
    statement = (
        "from openmetadata_provider import OpenMetadata\n"
        "with OpenMetadata(host='http://localhost:1', jwt_token='t') as om: om.dashboards"
    )
    assert loaded(statement, GENERATOR, SERVER, {"typer", "jsonschema_rs"}) == set()


def test_the_sandbox_loads_neither_models_nor_client() -> None:
    modules = modules_after("from openmetadata_provider.sandbox.server import SandboxServer; SandboxServer()")
    forbidden = ("openmetadata_provider.client", "openmetadata_provider.model", "openmetadata_bindings.models", "httpx")
    assert not [module for module in modules if module.startswith(forbidden)]


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["nonsense"]])
def test_omp_loads_no_group_that_was_not_asked_for(arguments: list[str]) -> None:
    watched = GENERATOR, SERVER, CLIENT, {"openmetadata_bindings", "openmetadata_spec"}
    assert loaded(OMP.format(arguments=arguments), *watched) == set()


def test_omp_sandbox_loads_no_generator() -> None:
    assert loaded(OMP.format(arguments=["sandbox", "--help"]), GENERATOR, {"httpx"}) == set()


def test_omp_codegen_loads_no_runtime() -> None:
    modules = modules_after(OMP.format(arguments=["codegen", "--help"]))
    outside = {
        m for m in modules if m.startswith("openmetadata_provider.") and not m.startswith("openmetadata_provider.cli")
    }
    assert outside == set()
    assert not {"starlette", "uvicorn", "httpx"} & modules


def test_omp_validate_loads_no_model_no_client_and_draws_nothing(tmp_path: Path) -> None:
    file = tmp_path / "one.yaml"
    file.write_text("kind: Dashboard\nspec: {name: a, service: b, colour: c}\n", encoding="utf-8")
    modules = modules_after(OMP.format(arguments=["validate", str(file)]))
    forbidden = {"httpx", "rich", "multiprocessing", "concurrent", "starlette", "xml", "ssl"}  # typer loads pydantic
    assert {module.partition(".")[0] for module in modules} & forbidden == set()
    assert not [module for module in modules if module.startswith("openmetadata_bindings.models")]


def test_validating_in_a_program_loads_no_command_line() -> None:
    statement = "from openmetadata_provider import validate; validate({}, kind='Dashboard')"
    assert loaded(statement, GENERATOR, SERVER, CLI, {"httpx", "pydantic"}) == set()
