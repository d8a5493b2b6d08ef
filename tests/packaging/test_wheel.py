"""The wheel as a user gets it: built, installed without extras into an environment of its own, and used.

Needs the package index (or its cache) once, for the dependencies.
"""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MOST_DISTRIBUTIONS = 25
MOST_MEGABYTES = 45
TOOLS = {"pip", "setuptools", "wheel"}


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """The finished process; `cwd` is elsewhere than the sources, so that only what is installed is found."""
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    done = run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def bin(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    assert run(sys.executable, "-m", "venv", folder / "venv", cwd=folder).returncode == 0
    found = folder / "venv" / "bin"
    done = run(found / "python", "-m", "pip", "install", "--quiet", "--no-compile", wheel, cwd=folder)
    assert done.returncode == 0, done.stderr
    return found


def test_the_wheel_holds_the_four_packages_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    packages = {name.partition("/")[0] for name in names if not name.partition("/")[0].endswith(".dist-info")}
    assert packages == {"openmetadata_bindings", "openmetadata_codegen", "openmetadata_provider", "openmetadata_spec"}
    assert not [name for name in names if "__pycache__" in name]
    for needed in (
        "openmetadata_provider/py.typed",
        "openmetadata_bindings/py.typed",
        "openmetadata_bindings/schemas/create/Dashboard.json",
        "openmetadata_codegen/templates/resource.py.jinja",
        "openmetadata_provider/sandbox/pages/templates/base.html.jinja",
        "openmetadata_provider/sandbox/pages/templates/style.css",
    ):
        assert needed in names


def test_it_imports_and_validates_a_payload(bin: Path, tmp_path: Path) -> None:
    code = (
        "from openmetadata_provider import CreateDashboardServiceRequest as Request, OpenMetadata\n"
        "config = {'clientId': 'a', 'clientSecret': 'b', 'hostPort': 'https://looker.example.com:443'}\n"
        "made = Request(name='sample_looker', serviceType='Looker', connection={'config': config})\n"
        "print(made.serviceType.value, type(made.connection.config).__name__)"
    )
    done = run(bin / "python", "-W", "error", "-c", code, cwd=tmp_path)
    assert (done.returncode, done.stdout.split()) == (0, ["Looker", "LookerConnection"]), done.stderr


def test_omp_works_without_extras_and_says_which_one_is_missing(bin: Path, tmp_path: Path) -> None:
    shown = run(bin / "omp", "--help", cwd=tmp_path)
    assert shown.returncode == 0, shown.stderr
    assert "sandbox" in shown.stdout
    for group, arguments in {"sandbox": (), "codegen": ("generate", "--schemas", ROOT / "schemas")}.items():
        done = run(bin / "omp", group, *arguments, cwd=tmp_path)
        assert done.returncode == 2, done.stdout + done.stderr
        assert f"omp {group} needs: pip install 'openmetadata-provider[{group}]'" in done.stderr
    (tmp_path / "a.yaml").write_text("kind: Domain\n")
    for group in ("graph", "validate"):
        done = run(bin / "omp", group, "a.yaml", cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"omp {group} needs: pip install 'openmetadata-provider[validate]'" in done.stderr


def test_the_base_install_is_small(bin: Path, tmp_path: Path) -> None:
    done = run(bin / "python", "-m", "pip", "list", "--format=json", cwd=tmp_path)
    names = {found["name"].lower() for found in json.loads(done.stdout)} - TOOLS
    assert not names & {"datamodel-code-generator", "jinja2", "ruff", "starlette", "uvicorn"}
    assert len(names) <= MOST_DISTRIBUTIONS, sorted(names)
    (packages,) = (bin.parent / "lib").glob("python*/site-packages")
    ours = (file for file in packages.rglob("*") if file.is_file() and not _is_tool(file.relative_to(packages)))
    assert sum(file.stat().st_size for file in ours) / 1e6 <= MOST_MEGABYTES


def _is_tool(path: Path) -> bool:
    """Whether a file came with the environment and not with us."""
    top = path.parts[0].lower()
    return top.partition("-")[0] in TOOLS | {"_distutils_hack", "pkg_resources", "distutils"}
