"""Plans in files: made and reviewed now, applied later, if the server is still what it was by then.

A file holds all that is declared, the options, and of every entity what would be done to it and which version of it
was seen. It holds no secret: references to them (`{env: NAME}`, `{file: PATH}`, `secret:...`) stay references, looked
up where the plan is applied; a relative PATH counts from the folder where that is done, as it does in manifests. The
digest over the content tells a file that was damaged or edited; it does not keep out somebody who makes a new one.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from importlib.metadata import version as release_of
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from openmetadata_provider.client.exchange import Payload
from openmetadata_provider.client.server_version import NEWEST, server_version
from openmetadata_provider.errors import ConfigurationError, InvalidManifests, PlanOutdated, PlanRefused, UsageError
from openmetadata_provider.lifecycle.catalogue import Declaration
from openmetadata_provider.lifecycle.connections import secret_names
from openmetadata_provider.lifecycle.deciding import PlanOptions
from openmetadata_provider.lifecycle.fingerprints import Fingerprint, differences
from openmetadata_provider.lifecycle.loading import manifests_from
from openmetadata_provider.lifecycle.manifest import DEFAULT_LIFECYCLE, Manifest, Origin
from openmetadata_provider.lifecycle.observing import OnRead
from openmetadata_provider.lifecycle.plan import Plan, plan
from openmetadata_provider.lifecycle.private_files import write_privately
from openmetadata_provider.lifecycle.secrets import dotted, password_keys
from openmetadata_provider.lifecycle.server import PARALLELISM, Server
from openmetadata_provider.validation.diagnostics import Diagnostic, Place
from openmetadata_provider.validation.placing import placed
from openmetadata_provider.validation.secrets import literal_secrets

if TYPE_CHECKING:
    from openmetadata_provider.client.openmetadata import OpenMetadata

FORMAT: Final = "openmetadata-provider saved plan"
FORMAT_VERSION: Final = 1
_BEGINNING: Final = re.compile(rf'\s*{{\s*"format"\s*:\s*"{FORMAT}"'.encode())
"""How every file begins, of whatever version, also after an editor has made it pretty."""
_REFERENCE: Final = "Write {env: NAME}, {file: PATH} or secret:... in its place."
_NO_REFERENCE: Final = "The API takes no reference here: leave it out, or apply without a saved plan."


def is_saved_plan(path: Path) -> bool:
    """Whether a file begins as saved plans do, whatever it is called."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return _BEGINNING.match(file.read(256)) is not None
    except OSError:
        return False


def check_target(path: Path) -> None:
    """Raises UsageError if no plan can be saved there: what is no saved plan is not written over."""
    if not path.parent.is_dir():
        raise UsageError(f"{path}: there is no folder {path.parent}.")
    if path.exists() and not is_saved_plan(path):
        raise UsageError(f"{path} exists and is no saved plan. Choose another name, such as {path.stem}.plan.")


def save(plan: Plan, path: Path) -> None:
    """Writes the plan to a file that only its owner may read.

    Raises PlanRefused for one that cannot be applied, InvalidManifests for passwords that are written out, UsageError
    for a file that cannot be written, and what asking the server for its version raises.
    """
    if plan.is_destroying:
        raise UsageError("a plan that destroys is not saved: omp destroy asks each time.")
    if plan.refusals:
        raise PlanRefused(plan.refusals)
    if found := [mistake for declaration in plan.catalogue for mistake in _written_out(declaration)]:
        raise InvalidManifests(found)
    check_target(path)
    try:
        write_privately(path, _text(_content(plan)))
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.") from None


def _content(plan: Plan) -> Payload:
    return Payload(
        {
            "made_by": release_of("openmetadata-provider"),
            "bindings": plan.server.bindings,
            "server": {"url": plan.server.url, "version": _version(plan.server)},
            "options": asdict(plan.options),
            "manifests": [_document(declaration.manifest) for declaration in plan.catalogue],
            "entities": [asdict(Fingerprint.of(change)) for change in plan.changes],
        }
    )


def _document(manifest: Manifest) -> dict[str, Any]:
    document: dict[str, Any] = {"kind": manifest.kind, "spec": manifest.payload.value}
    if manifest.lifecycle != DEFAULT_LIFECYCLE:
        document["lifecycle"] = asdict(manifest.lifecycle)
        document["lifecycle"]["ignore_changes"] = list(manifest.lifecycle.ignore_changes)
    if manifest.renamed_from:
        document["renamed_from"] = manifest.renamed_from
    return {"file": manifest.origin.file, "document": document}


def _text(content: Payload) -> str:
    head = {"format": FORMAT, "format_version": FORMAT_VERSION, "digest": _digest(content)}
    return json.dumps({**head, **content.value}, ensure_ascii=False) + "\n"


def _digest(content: Payload) -> str:
    return hashlib.sha256(json.dumps(content.value, sort_keys=True).encode()).hexdigest()


def _version(server: Server) -> str:
    """`1.13`, empty where the server does not tell."""
    found = server.run(server_version(server.known))
    return "" if found == NEWEST else ".".join(map(str, found))


def _written_out(declaration: Declaration) -> Iterator[Diagnostic]:
    """The passwords of a declaration that a file would hold in plain text."""
    names, origin = secret_names(declaration), declaration.manifest.origin
    for path in literal_secrets(declaration.payload, names | set(password_keys(declaration.payload))):
        place = Place(file=f"{origin.file}: {declaration.spec.kind} {declaration.fqn}: {dotted(path)}")
        found = Diagnostic(
            code="literal-secret",
            message="the password is written out, and a saved plan holds none",
            hint=_REFERENCE if path[-1] in names else _NO_REFERENCE,
            path=path,
            place=place,
        )
        yield from [found] if origin.item is None else placed([found], origin.item.document, origin.item.path, names)


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedPlan:
    """A plan as it was saved."""

    path: Path
    url: str
    """Of the server it was made for."""
    version: str
    """Of that server: `1.13`; empty if it did not tell."""
    bindings: str
    options: PlanOptions
    manifests: Payload = field(repr=False)
    """List of `{"file": ..., "document": {"kind": ..., "spec": ...}}`."""
    entities: tuple[Fingerprint, ...] = field(repr=False)

    @classmethod
    def opened(cls, path: Path) -> SavedPlan:
        """The plan in a file. Raises ConfigurationError for a file that holds none, or none that can be trusted."""
        content = _read(path)
        try:
            return cls(
                path=path,
                url=content.value["server"]["url"],
                version=content.value["server"]["version"],
                bindings=content.value["bindings"],
                options=PlanOptions(**content.value["options"]),
                manifests=Payload(content.value["manifests"]),
                entities=tuple(Fingerprint(**row) for row in content.value["entities"]),
            )
        except (KeyError, TypeError):
            raise _unusable(path, "It lacks what a saved plan holds.") from None

    def plan(self, om: OpenMetadata, *, parallelism: int = PARALLELISM, on_read: OnRead | None = None) -> Plan:
        """The same plan made again, to be applied now.

        Raises ConfigurationError for another server than the plan was made for, PlanOutdated if the server is not as
        it was then, and what `plan` raises. A plan that is refused by now is returned: it cannot be applied.
        """
        server = Server(om)
        if server.url != self.url:
            raise ConfigurationError(
                f"{self.path} was made for {self.url}, and this is {server.url}. Name that server, or plan again."
            )
        now = plan(om, self._declared(), options=self.options, parallelism=parallelism, on_read=on_read)
        found = [*self._of_release(server), *differences(self.entities, now.changes)]
        if found:
            raise PlanOutdated(found)
        return now

    def _of_release(self, server: Server) -> list[str]:
        version = _version(server)
        return [f"The server is of version {version}, and was of {self.version}."] if version != self.version else []

    def _declared(self) -> list[Manifest]:
        rows = self.manifests.value
        manifests = manifests_from([row["document"] for row in rows], self.bindings)
        return [replace(m, origin=Origin(file=row["file"])) for m, row in zip(manifests, rows, strict=True)]


def _read(path: Path) -> Payload:
    """The content of a file, its digest found right. Raises ConfigurationError."""
    try:
        content = Payload(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be read: {error.strerror}.") from None
    except (ValueError, RecursionError):
        content = Payload(None)
    if not isinstance(content.value, dict):
        raise _unusable(path, "It is cut off or damaged.")
    if content.value.pop("format", None) != FORMAT:
        raise ConfigurationError(f"{path} is no saved plan. omp plan --out {path} makes one.")
    if content.value.pop("format_version", None) != FORMAT_VERSION:
        made_by = content.value.get("made_by", "another release")
        raise _unusable(path, f"It was made by openmetadata-provider {made_by}, which writes plans otherwise.")
    if content.value.pop("digest", None) != _digest(content):
        raise _unusable(path, "It was edited or damaged after it was saved.")
    return content


def _unusable(path: Path, reason: str) -> ConfigurationError:
    return ConfigurationError(f"the saved plan {path} cannot be applied. {reason} Plan again.")
