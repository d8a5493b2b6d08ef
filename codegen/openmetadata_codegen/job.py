"""One run of the generator on real folders: what it reads, and how its result differs from what is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from openmetadata_codegen.errors import CodegenError
from openmetadata_codegen.load import read_texts

if TYPE_CHECKING:
    from openmetadata_codegen.generate import Report
    from openmetadata_codegen.output import Difference

MANIFEST = "entities.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """The inputs, read, and where the output goes."""

    texts: dict[str, str]
    """Path below the folder of schemas → JSON."""
    manifest: str | None
    """Text of the manifest; None has it guessed."""
    out: Path
    package: str

    @property
    def inputs(self) -> dict[str, str]:
        """Everything the output follows from."""
        return self.texts if self.manifest is None else {**self.texts, MANIFEST: self.manifest}

    @property
    def is_done(self) -> bool:
        """Whether the output is there already, made from these inputs."""
        from openmetadata_codegen.provenance import is_current

        return is_current(self.out, self.inputs, self.package)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the generator gave, and what is there now."""

    wanted: dict[str, str]
    present: dict[str, str]
    change: Difference
    report: Report


def job(schemas: Path, out: Path, package: str, manifest: Path | None) -> Job:
    """A job from options. Raises CodegenError, OSError."""
    if not package.isidentifier():
        raise CodegenError(f"--package {package!r} is not a name Python can import; use letters, digits and _")
    if manifest is not None and not manifest.is_file():
        raise CodegenError(f"--manifest {manifest}: there is no such file")
    listed = manifest or schemas / MANIFEST
    text = listed.read_text(encoding="utf-8") if listed.is_file() else None
    return Job(texts=read_texts(schemas), manifest=text, out=out, package=package)


def outcome(job: Job, on_stage: Callable[[str], None]) -> Outcome:
    """Generates and compares; writes nothing. `on_stage` is told the name of each stage as it begins."""
    from openmetadata_codegen import output, provenance
    from openmetadata_codegen.generate import generate

    result = generate(job.texts, job.manifest, job.package, on_stage)
    record = f"{job.package}/{provenance.FILE}"
    present = provenance.tree(job.out, job.package)
    if (job.out / record).is_file():
        present[record] = (job.out / record).read_text(encoding="utf-8")
    text = provenance.provenance_text(job.inputs, job.package, result.files)
    wanted = {**result.files, record: provenance.settled_text(text, present.get(record))}
    change = output.difference(wanted, present)
    return Outcome(wanted=wanted, present=present, change=change, report=result.report)


def write(job: Job, outcome: Outcome) -> None:
    """Brings the folder to what is wanted, or leaves it as it was. Raises CodegenError, OSError."""
    from openmetadata_codegen import output, provenance

    provenance.refuse_foreign(job.out, outcome.change.added)
    output.write(job.out, outcome.wanted, outcome.change)
