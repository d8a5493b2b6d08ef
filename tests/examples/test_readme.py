"""The README is right: its Python runs in order against a sandbox, its paths exist, its recipe is the tested one."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path

from openmetadata_provider.sandbox.server import SandboxServer

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_tour_runs_as_printed(tmp_path: Path) -> None:
    script = "\n".join(re.findall(r"^```python\n(.*?)^```", README, flags=re.DOTALL | re.MULTILINE))
    promised = re.findall(r"print\(.*\)  # (.+)$", script, flags=re.MULTILINE)
    with SandboxServer() as sandbox:
        access = {"OPENMETADATA_HOST": sandbox.url, "OPENMETADATA_JWT_TOKEN": sandbox.admin_token}
        done = subprocess.run(
            [sys.executable, "-W", "error::DeprecationWarning", "-c", script],
            env=os.environ | access, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert len(promised) == 4
    assert [line for line in promised if line not in done.stdout.splitlines()] == []


def test_what_is_declared_goes_to_a_server_and_back_as_printed(tmp_path: Path) -> None:
    (text,) = re.findall(r"^```yaml\n# (bi.yaml\n.*?)^```", README, flags=re.DOTALL | re.MULTILINE)
    name, _, content = text.partition("\n")
    (tmp_path / name).write_text(content, encoding="utf-8")
    (block,) = re.findall(r"^```sh\nexport LOOKER_SECRET=.*?^```", README, flags=re.DOTALL | re.MULTILINE)
    commands = [line.partition("#")[0].split() for line in block.splitlines() if line.startswith("omp ")]
    assert [command[1] for command in commands] == ["plan", "apply", "drift", "export", "destroy", "graph"]
    with SandboxServer() as sandbox:
        access = {"OPENMETADATA_HOST": sandbox.url, "OPENMETADATA_JWT_TOKEN": sandbox.admin_token}
        for _, command, *arguments in commands:
            arguments += ["--yes"] if command in ("apply", "destroy") else []
            done = subprocess.run(
                [Path(sys.executable).with_name("omp"), command, *arguments],
                env=os.environ | access | {"LOOKER_SECRET": "replace-me"}, cwd=tmp_path,
                capture_output=True, text=True, encoding="utf-8", check=False,
            )  # fmt: skip
            assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "dir" / "dashboards").is_dir()


def test_every_path_it_names_exists() -> None:
    named = re.findall(r"`((?:schemas|codegen|generated|src|examples|benchmarks|tests)/[\w./]*)`", README)
    assert named
    made_by_the_recipe = {"generated/docs/resources/metrics.md"}
    assert [path for path in named if not (ROOT / path).exists() and path not in made_by_the_recipe] == []


def test_the_recipe_shows_the_entry_that_is_tested() -> None:
    entry = (ROOT / "examples" / "new_entity" / "entry.toml").read_text(encoding="utf-8").strip()
    (shown,) = re.findall(r"```toml\n(.*?)```", README, flags=re.DOTALL)
    assert textwrap.dedent(shown).strip() == entry


def test_every_make_target_is_described_and_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (targets,) = re.findall(r"^\.PHONY: (.+)$", makefile, flags=re.MULTILINE)
    assert set(re.findall(r"^\| `make (\w+)` \|", README, flags=re.MULTILINE)) == set(targets.split())
