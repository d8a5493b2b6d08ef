"""What a type checker sees: the verbs of class, client and async client are typed with the entity's own types."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import openmetadata_provider

HERE = Path(__file__).parent
SOURCE = Path(openmetadata_provider.__file__).parents[1]
CODE = """
from fake_bindings.models import CreateDashboardRequest
from fake_bindings.resources.dashboards import AsyncDashboards, Dashboards
from fake_bindings.surface import AsyncSurface, Surface

request = CreateDashboardRequest(name="1", service="s")

def sync(om: Surface) -> None:
    reveal_type(Dashboards.create(request))
    reveal_type(om.dashboards.create(request))
    reveal_type(om.dashboards.create(name="1", service="s"))
    reveal_type(om.dashboards.list(limit=1, service="s"))
    Dashboards.create(1)
    om.dashboards.create(1)

async def awaited(om: AsyncSurface) -> None:
    reveal_type(await om.dashboards.create(request))
    reveal_type(om.dashboards.list())
"""
DASHBOARD = "fake_bindings.models.Dashboard"


def test_verbs_are_typed_with_the_types_of_the_entity(tmp_path: Path) -> None:
    (tmp_path / "example.py").write_text(CODE)
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), "example.py"]
    environ = {"MYPYPATH": os.pathsep.join([str(HERE), str(SOURCE)])}
    done = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, text=True, check=False)
    lines = [line for line in done.stdout.splitlines() if line.startswith("example.py")]
    revealed = [line.partition("Revealed type is ")[2].strip('"') for line in lines if "note:" in line]
    assert revealed == [
        DASHBOARD,
        DASHBOARD,
        DASHBOARD,
        f"typing.Iterator[{DASHBOARD}]",
        DASHBOARD,
        f"typing.AsyncIterator[{DASHBOARD}]",
    ], done.stdout
    refused = [line for line in lines if "error:" in line]
    assert len(refused) == 2, done.stdout
    assert all('incompatible type "int"; expected "CreateDashboardRequest | None"' in line for line in refused)
