"""The upstream schemas, and what other tools make of them: things to compare with, made in temporary folders."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from .measure import ROOT, run

UPSTREAM = ROOT.parent / "shared" / "upstream" / "openmetadata-1.13" / "schemas"
PACKAGE = "upstream_bindings"
PLAIN_TABLE = "plain_table"
_MALFORMED = "governance/workflows/elements/triggers/periodicBatchEntityTrigger.json"


def mended_copy(folder: Path) -> Path:
    """The upstream tree with its one malformed `$ref` mended, which plain tools stop at."""
    copied = Path(shutil.copytree(UPSTREAM, folder / "mended"))
    file = copied / _MALFORMED
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("#definitions/", "#/definitions/"), encoding="utf-8")
    return copied


def generate_ours(out: Path) -> None:
    """Everything from the upstream tree: models, resources, bundles, docs."""
    run(our_command(out))


def our_command(out: Path) -> list[str]:
    """The command that does it."""
    command = [sys.executable, "-m", "openmetadata_codegen", "generate", "--schemas", str(UPSTREAM)]
    return [*command, "--out", str(out), "--package", PACKAGE]


def plain_command(source: Path, out: Path, formatter: str = "builtin") -> list[str]:
    """datamodel-code-generator alone. E-mail addresses are plain strings, as email-validator is not installed."""
    options = {
        "--input": str(source),
        "--output": str(out),
        "--input-file-type": "jsonschema",
        "--output-model-type": "pydantic_v2.BaseModel",
        "--target-python-version": "3.11",
        "--formatters": formatter,
        "--type-mappings": "email=string",
    }
    flags = ["--use-annotated", "--disable-timestamp", "--allow-remote-refs", "--disable-warnings"]
    pairs = [text for pair in options.items() for text in pair]
    return [sys.executable, "-m", "datamodel_code_generator", *pairs, *flags]


def generate_plain_table(folder: Path) -> None:
    """Module `plain_table`: createTable and all it needs in one file, as plain as can be."""
    run(plain_command(UPSTREAM / "api" / "data" / "createTable.json", folder / f"{PLAIN_TABLE}.py"))
