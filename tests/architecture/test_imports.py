"""Layers that import-linter cannot see: generated models lie in folders without `__init__.py`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
MODELS = ROOT / "generated" / "openmetadata_bindings" / "models"
MODEL_IMPORTS = {"__future__", "builtins", "datetime", "decimal", "enum", "importlib", "re", "typing", "uuid"} | {
    "pydantic",
    "typing_extensions",
    "openmetadata_bindings.models",
    "openmetadata_provider.model",
}


def imported(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every import below `folder`: file and full module name, those for type checkers too."""
    for file in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((file.relative_to(ROOT), alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                yield file.relative_to(ROOT), node.module or ""


def test_models_rest_on_pydantic_and_the_model_runtime_only() -> None:
    found = list(imported(MODELS))
    assert any(module.startswith("openmetadata_provider.model") for _, module in found)
    others = {
        (str(file), module)
        for file, module in found
        if not any(module == allowed or module.startswith(f"{allowed}.") for allowed in MODEL_IMPORTS)
    }
    assert others == set()


def test_nothing_written_by_hand_imports_a_generated_model_by_its_file() -> None:
    for folder in ("src", "codegen"):
        assert [
            found for found in imported(ROOT / folder) if found[1].startswith("openmetadata_bindings.models.")
        ] == []
