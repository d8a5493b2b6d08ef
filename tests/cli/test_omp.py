"""The `omp` script: version, help, and what it says when a group or its extra is missing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

RUN = "from openmetadata_provider.cli import main\nmain()"
WITHOUT = """
import sys
class Missing:
    def find_spec(self, name, *rest):
        if name.partition(".")[0] in {names}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Missing())
"""


def omp(*arguments: str, without: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    """`omp` with these arguments, in an interpreter where the modules `without` are not installed."""
    code = WITHOUT.format(names=without) + RUN
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_version_is_that_of_the_distribution() -> None:
    done = omp("--version")
    assert (done.returncode, done.stdout.split()[0]) == (0, "omp")


def test_help_lists_the_groups_with_their_summaries() -> None:
    done = omp("--help")
    assert done.returncode == 0
    assert "codegen" in done.stdout
    assert "Generate bindings from JSON Schemas." in done.stdout
    assert "sandbox" in done.stdout


def test_an_unknown_group_is_an_error_of_usage() -> None:
    done = omp("nonsense")
    assert done.returncode == 2
    assert "nonsense" in done.stderr


def test_a_group_without_its_extra_says_what_to_install() -> None:
    done = omp("sandbox", without=("starlette", "uvicorn"))
    assert done.returncode == 2
    assert done.stderr.startswith("omp sandbox needs: pip install 'openmetadata-provider[sandbox]'")
    assert "Traceback" not in done.stderr


def test_an_extra_that_is_missed_later_says_so_too(tmp_path: object) -> None:
    done = omp("codegen", "generate", "--diff", "--out", str(tmp_path), without=("jinja2", "datamodel_code_generator"))
    assert done.returncode == 2
    assert "omp codegen needs: pip install 'openmetadata-provider[codegen]'" in done.stderr


def test_the_summaries_are_the_ones_the_groups_give_themselves() -> None:
    from openmetadata_provider.cli.groups import SUMMARIES, groups

    assert {name: point.load().info.help for name, point in groups().items()} == SUMMARIES


@pytest.mark.parametrize("command", [["plan"], ["apply", "--yes"], ["destroy", "--yes"]])
def test_a_command_that_reads_manifests_needs_the_extra_that_reads_yaml(
    tmp_path: Path, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_text("kind: Dashboard\n")
    monkeypatch.setenv("OPENMETADATA_HOST", "http://127.0.0.1:1")
    monkeypatch.setenv("OPENMETADATA_JWT_TOKEN", "x")
    done = omp(*command, str(tmp_path), without=("yaml",))
    assert done.returncode == 2
    assert done.stderr.startswith(f"omp {command[0]} needs: pip install 'openmetadata-provider[validate]'")
