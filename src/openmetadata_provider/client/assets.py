"""What is put into a domain, a data product, a team, a tag or a glossary term, many at a time.

Source: reference/openmetadata-server.md, 4.2; `dryRun`: api/addTagToAssetsRequest.json.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from pydantic import BaseModel

from openmetadata_provider.client.answers import fetch
from openmetadata_provider.client.declared import AsyncCollection, Collection
from openmetadata_provider.client.entity_types import entity_type_of_class
from openmetadata_provider.client.exchange import Payload, Request, Steps
from openmetadata_provider.client.fqn import escape
from openmetadata_provider.client.known import Known
from openmetadata_provider.client.operations import EntityT, Operations, RequestT
from openmetadata_provider.client.references import ANY_TYPE, reference_from
from openmetadata_provider.client.verb import verb
from openmetadata_provider.client.wire import wire_from_model
from openmetadata_provider.errors import AnswerMismatch, BulkError, BulkFailure, InvalidRequest, Problem

Asset: TypeAlias = str | Mapping[str, Any] | BaseModel
"""`dashboard:sample.10`, `{"type": "table", "id": ...}`, a reference, or an entity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetsResult:
    """What became of the assets of one call."""

    passed: tuple[str, ...]
    """FQNs of the assets that are in (or out) now."""
    failed: tuple[BulkFailure, ...]
    """Assets the server refused, with the reason."""
    job_id: str | None = None
    """Set where the server does the work in the background: then nothing has passed or failed yet."""

    def raise_for_failures(self) -> AssetsResult:
        """This result again. Raises BulkError, which names every failed asset, if there is one."""
        if self.failed:
            raise BulkError(failed=self.failed, passed=len(self.passed))
        return self


def moved(
    operations: Operations[RequestT, EntityT],
    fqn: str,
    assets: Iterable[Asset],
    known: Known,
    *,
    action: Literal["add", "remove"],
) -> Steps[AssetsResult]:
    """What became of the assets. Raises InvalidRequest (nothing is sent) for assets that do not exist."""
    body, labels = yield from _references(assets, f"Assets of {operations.spec.kind} {fqn}", known)
    path = yield from _path(operations, fqn, known)
    if not body.value:
        return AssetsResult(passed=(), failed=())
    # The kinds that go by id only try, unless they are told that it is meant; the others know no such property.
    meant = {"dryRun": False} if operations.spec.assets_by == "id" else {}
    request = Request(method="PUT", path=f"{path}/assets/{action}", body={"assets": body.value, **meant}, about=fqn)
    return _result((yield from fetch(request)), request, labels)


def _path(operations: Operations[RequestT, EntityT], fqn: str, known: Known) -> Steps[str]:
    """Path of the entity that the assets belong to. Where it goes by id, that is looked up."""
    if operations.spec.assets_by == "name":
        return f"{operations.path}/{escape(fqn)}"
    found = yield from reference_from(fqn, (operations.spec.entity_type,), known)
    if isinstance(found, str):
        raise InvalidRequest(f"{operations.spec.kind} {fqn}", [Problem(pointer="", reason=found)])
    return operations.path_of(str(found["id"]))


def _references(assets: Iterable[Asset], subject: str, known: Known) -> Steps[tuple[Payload, dict[str, str]]]:
    """The references to send, and by id how to name each of them."""
    problems, references, labels = [], [], {}
    for index, asset in enumerate(assets):
        written = _written(asset)
        found = yield from reference_from(written, ANY_TYPE, known)
        if isinstance(found, str):
            problems.append(Problem(pointer=f"/{index}", reason=found))
            continue
        references.append({"id": found["id"], "type": found["type"]})
        labels[str(found["id"])] = _label(written, found)
    if problems:
        raise InvalidRequest(subject, problems)
    return Payload(references), labels


def _written(asset: Asset) -> str | Mapping[str, Any]:
    """What names the asset. A text needs its type: to try every collection of the server is no answer."""
    if isinstance(asset, str) and asset.partition(":")[0] not in ANY_TYPE:
        return {}
    if not isinstance(asset, BaseModel):
        return asset
    properties = wire_from_model(asset).value
    kind = entity_type_of_class(type(asset).__name__)
    return properties if kind is None else {**properties, "type": kind}


def _label(written: str | Mapping[str, Any], found: Mapping[str, Any]) -> str:
    if isinstance(written, str):
        return written.partition(":")[2]
    return str(written.get("fullyQualifiedName") or written.get("name") or found["id"])


def _result(answer: Payload, request: Request, labels: Mapping[str, str]) -> AssetsResult:
    told = answer.value
    if isinstance(told, Mapping) and told.get("jobId"):
        return AssetsResult(passed=(), failed=(), job_id=str(told["jobId"]))
    if not isinstance(told, Mapping) or "status" not in told:
        problem = Problem(pointer="", reason="neither a result nor a job")
        raise AnswerMismatch(subject="assets result", problems=[problem], method="PUT", path=request.path)
    failed = tuple(_failure(row, labels) for row in told.get("failedRequest") or () if isinstance(row, Mapping))
    refused = {row.fqn for row in failed}
    return AssetsResult(passed=tuple(label for label in labels.values() if label not in refused), failed=failed)


def _failure(row: Mapping[str, Any], labels: Mapping[str, str]) -> BulkFailure:
    asset, status = row.get("request"), row.get("status")
    if isinstance(asset, Mapping):
        identifier = str(asset.get("id"))
        label = labels.get(identifier) or str(asset.get("fullyQualifiedName") or identifier)
    else:
        label = labels.get(str(asset), str(asset))
    message = str(row.get("message") or "the server gives no reason")
    return BulkFailure(fqn=label, status=status if isinstance(status, int) else 0, message=message)


class HoldsAssets(Collection[RequestT, EntityT]):
    """Verbs of entities that assets are put into."""

    @verb
    def add_assets(self, fqn: str, assets: Iterable[Asset], /) -> AssetsResult:
        """What became of the assets that were to be put into the entity.

        An asset is written `dashboard:sample.10`, as a reference, or is an entity. Assets that the server refuses are
        in `failed` of the result and raise nothing; `raise_for_failures()` makes them a BulkError.
        """
        return self._run(moved(self.operations, fqn, assets, self._known, action="add"))

    @verb
    def remove_assets(self, fqn: str, assets: Iterable[Asset], /) -> AssetsResult:
        """What became of the assets that were to be taken out of the entity; as `add_assets`."""
        return self._run(moved(self.operations, fqn, assets, self._known, action="remove"))


class AsyncHoldsAssets(AsyncCollection[RequestT, EntityT]):
    """As `HoldsAssets`, awaited."""

    async def add_assets(self, fqn: str, assets: Iterable[Asset], /) -> AssetsResult:
        """As `HoldsAssets.add_assets`."""
        return await self._run(moved(self.operations, fqn, assets, self._known, action="add"))

    async def remove_assets(self, fqn: str, assets: Iterable[Asset], /) -> AssetsResult:
        """As `HoldsAssets.remove_assets`."""
        return await self._run(moved(self.operations, fqn, assets, self._known, action="remove"))
