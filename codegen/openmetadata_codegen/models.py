"""Pydantic models, by datamodel-code-generator, from lowered schemas; then formatted and compiled by others."""

from __future__ import annotations

import json
import logging
import shutil
import tempfile
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from datamodel_code_generator import DataModelType, InputFileType, generate
from datamodel_code_generator.config import GenerateConfig
from datamodel_code_generator.enums import StrictTypes
from datamodel_code_generator.format import PythonVersion

from openmetadata_codegen.errors import ModelError
from openmetadata_codegen.filters import docstring
from openmetadata_codegen.lowered import ClassNotes, Lowered

TEMPLATES = Path(__file__).parent / "templates" / "models"
BASE = "openmetadata_provider.model"
HEADER = "# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`."
IMPORTS = [
    f"{BASE}.unions.OneOf",
    f"{BASE}.unions.AnyOf",
    f"{BASE}.unions.Unique",
    f"{BASE}.enums.OpenEnum",
    "pydantic.Field",
    "pydantic.ConfigDict",
    "typing.Annotated",
]
"""What the templates may use; the formatter removes what a module does not need."""


def model_modules(lowered: Lowered) -> dict[str, str]:
    """Path below the models package → unformatted text. Raises ModelError with the generator's own words."""
    with tempfile.TemporaryDirectory(prefix="omp-codegen-") as folder:
        root = Path(folder) / "schemas"
        for module, definitions in lowered.modules.items():
            path = root / f"{module}.json"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps({"definitions": definitions}), encoding="utf-8")
        modules = _generated(root, _templates(Path(folder), lowered), lowered)
    return {"/".join(path): text for path, text in modules.items() if path[-1] != "__init__.py" or _has_classes(text)}


def _has_classes(text: str) -> bool:
    return "\nclass " in text


def _templates(folder: Path, lowered: Lowered) -> Path:
    """Our templates, with the notes of all classes beside them: the tool's own channel for extra data loses some."""
    templates = folder / "templates"
    shutil.copytree(TEMPLATES, templates)
    notes = {name: _template_notes(notes) for name, notes in lowered.notes.items()}
    for place in (templates, templates / "pydantic_v2"):
        (place / "notes.jinja2").write_text(f"{{% set notes_of = {notes!r} %}}", encoding="utf-8")
    return templates


def _generated(root: Path, templates: Path, lowered: Lowered) -> Mapping[tuple[str, ...], str]:
    quiet = logging.getLogger("datamodel_code_generator")
    quiet.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # its warnings speak of defaults of its own next release
            result = generate(root, config=_config(lowered, templates))
    except Exception as error:
        raise ModelError(f"datamodel-code-generator refused the schemas: {error}") from error
    if not isinstance(result, Mapping):
        raise ModelError("datamodel-code-generator returned no modules for the schemas")
    return result


def _config(lowered: Lowered, templates: Path) -> GenerateConfig:
    bases: dict[str, str | list[str]] = {n: b for n, c in lowered.notes.items() if (b := _base(c)) is not None}
    return GenerateConfig(
        input_file_type=InputFileType.JsonSchema,
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        custom_template_dir=templates,
        base_class=f"{BASE}.base.Model",
        base_class_map=bases or None,
        import_overrides={"StrictInt": f"{BASE}.scalars", "SecretStr": f"{BASE}.scalars"},
        additional_imports=IMPORTS,
        custom_file_header=HEADER,
        formatters=[],
        disable_timestamp=True,
        use_annotated=True,
        field_constraints=True,
        use_schema_description=True,
        skip_root_model=True,
        use_exact_imports=True,
        set_default_enum_member=True,
        use_union_operator=True,
        allow_remote_refs=False,
        strict_types=[StrictTypes.str, StrictTypes.int, StrictTypes.float, StrictTypes.bool],
        custom_class_name_generator=lambda name: name,
    )


def _base(notes: ClassNotes) -> str | None:
    if notes.base is not None:
        return notes.base
    return f"{BASE}.base.PresenceModel" if notes.exclusive or notes.needed else None


def _template_notes(notes: ClassNotes) -> dict[str, Any]:
    source = f"Source: `{notes.source.file}`" if not notes.source.pointer else f"Source: `{notes.source}`"
    return {
        "docstring": docstring(f"{notes.description}\n\n{source}" if notes.description else source, indent=4),
        "docs": {key: docstring(text, indent=4) for key, text in notes.docs.items() if text},
        "markers": {key: list(dict.fromkeys(marks)) for key, marks in notes.markers.items()},
        "is_open": notes.is_open,
        "exclusive": tuple(tuple(group) for group in notes.exclusive),
        "needed": tuple(notes.needed),
        "inferred": notes.inferred,
    }
