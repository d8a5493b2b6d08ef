"""The generator works on schemas it was not written for: the whole published tree, where a checkout has it beside it."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from pydantic import BaseModel, ValidationError
from strategies import UnsatisfiableError, sample

ROOT = Path(__file__).parents[2]
TREE = ROOT.parent / "shared" / "upstream" / "openmetadata-1.13" / "schemas"
UNSATISFIABLE = {
    "Suggestion": "its oneOf requires `suggestionType`, a property it neither has (it is called `type`) nor lets in",
}
"""Create requests for which no valid payload exists, each with its reason."""
PAYLOADS = 8

pytestmark = pytest.mark.skipif(not TREE.is_dir(), reason=f"the published schemas are not there: {TREE}")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of the bindings of the whole tree, importable as `upstream_bindings`."""
    out = tmp_path_factory.mktemp("upstream")
    command = [sys.executable, "-m", "openmetadata_codegen", "generate"]
    command += ["--schemas", str(TREE), "--out", str(out), "--package", "upstream_bindings"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(out))
        yield out / "upstream_bindings"
    for name in [name for name in sys.modules if name.partition(".")[0] == "upstream_bindings"]:
        del sys.modules[name]


def test_every_create_request_of_the_tree_has_a_model(package: Path) -> None:
    wanted = {path.relative_to(TREE).as_posix() for path in (TREE / "api").rglob("create*.json")}
    entries = import_module("upstream_bindings.registry").ENTITIES
    sources = {str(_model(entry).__doc__).rpartition("Source: `")[2].rstrip("`\n ") for entry in entries.values()}
    assert wanted <= sources


def test_every_module_of_the_tree_imports(package: Path) -> None:
    modules = [path.relative_to(package.parent).with_suffix("") for path in sorted(package.rglob("*.py"))]
    for module in modules:
        import_module(".".join(module.parts).removesuffix(".__init__"))
    assert len(modules) > 900


def test_every_create_request_of_the_tree_accepts_valid_payloads(package: Path) -> None:
    entries = import_module("upstream_bindings.registry").ENTITIES
    refused: dict[str, str] = {}
    unsatisfiable: set[str] = set()
    for path in sorted((package / "schemas" / "create").glob("*.json")):
        kind, _, service_type = path.stem.partition(".")
        try:
            made = list(_payloads(json.loads(path.read_text(encoding="utf-8")), service_type, random.Random(path.stem)))
        except UnsatisfiableError:
            unsatisfiable.add(path.stem)
            continue
        assert made, f"no payload to try for {path.stem}"
        for payload in made:
            try:
                _model(entries[kind]).model_validate(payload)
            except ValidationError as error:
                refused[path.stem] = f"{error}\n{json.dumps(payload)}"
    assert not refused, "\n\n".join(f"{name}: {why}" for name, why in refused.items())
    assert unsatisfiable == UNSATISFIABLE.keys()


def _model(entry: Any) -> type[BaseModel]:
    module, _, name = entry.request.partition(":")
    model: type[BaseModel] = getattr(import_module(module), name)
    return model


def _payloads(schema: dict[str, Any], service_type: str, rng: random.Random) -> Iterator[Any]:
    """Valid payloads; those of a connector are of its service type, those of a service family have no connection."""
    is_valid = jsonschema_rs.Draft7Validator(schema, validate_formats=False).is_valid
    for _ in range(PAYLOADS):
        payload = sample(schema, rng)
        if service_type:
            payload["serviceType"] = service_type
        elif "serviceType" in payload:
            payload.pop("connection", None)
        if is_valid(payload):
            yield payload
