"""The hook, with the real pre-commit: it builds an environment from this repository and refuses a commit."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NO_INDEX = (
    "No matching distribution",
    "Could not find a version",
    "Failed to establish",
    "Connection",
    "ResolutionImpossible",
)
"""What pip says where there is no package index; such a machine cannot build the environment."""
NAMES = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.com", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.com"}  # fmt: skip
WITHIN_GIT = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE")
pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


class Repository:
    """A git repository of somebody who has the hook."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        inherited = {name: value for name, value in os.environ.items() if name not in WITHIN_GIT}
        self._environment = inherited | NAMES | {"PRE_COMMIT_HOME": str(home), "PRE_COMMIT_COLOR": "never"}
        folder.mkdir(exist_ok=True)
        self.run("git", "init", "-q")

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=self.folder, env=self._environment, capture_output=True, text=True, check=False
        )

    def commit(self, file: str, text: str) -> subprocess.CompletedProcess[str]:
        path = self.folder / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        self.run("git", "add", "-A")
        return self.run("git", "commit", "-m", "x")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    folder = tmp_path_factory.mktemp("pre_commit")
    hooks = Repository(folder / "hooks", folder / "home")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, check=False
    )
    if listed.returncode != 0:
        pytest.skip("this is no git repository: there is no list of its files")
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (ROOT / name).is_file() and not name.startswith(("tests/", "schemas/", "benchmarks/")):
            (hooks.folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, hooks.folder / name)
    assert hooks.run("git", "add", "-A").returncode == 0
    assert hooks.run("git", "commit", "-qm", "hooks").returncode == 0
    revision = hooks.run("git", "rev-parse", "HEAD").stdout.strip()
    user = Repository(folder / "user", folder / "home")
    (user.folder / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {hooks.folder}\n    rev: {revision}\n    hooks: [{{id: omp-validate}}]\n", encoding="utf-8"
    )
    done = user.run(sys.executable, "-m", "pre_commit", "install", "--install-hooks")
    if done.returncode != 0 and any(sign in done.stdout for sign in NO_INDEX):
        pytest.skip("there is no package index to build the hook's environment from")
    assert done.returncode == 0, done.stdout + done.stderr
    return user


VALID = "kind: Dashboard\nspec: {name: sales, service: looker}\n"


def test_a_wrong_file_is_not_committed_and_a_mended_one_is(repository: Repository) -> None:
    refused = repository.commit("openmetadata/sales.yaml", VALID.replace("service", "servce"))
    assert refused.returncode == 1
    assert 'openmetadata/sales.yaml:2:21: error[unknown-field]: a Dashboard has no "servce"' in refused.stderr
    assert 'Did you mean "service"?' in refused.stderr
    taken = repository.commit("openmetadata/sales.yaml", VALID)
    assert taken.returncode == 0, taken.stderr
    assert "Passed" in taken.stderr


def test_files_elsewhere_are_none_of_its_business(repository: Repository) -> None:
    done = repository.commit("compose.yaml", "services: {}\n")
    assert done.returncode == 0, done.stderr
    assert "no files to check" in done.stderr
