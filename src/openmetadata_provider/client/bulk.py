"""Many create requests in few calls, and what became of each row.

`PUT …/bulk` stores row by row on the server and answers 200 whatever happened; its body names the rows that failed.
Where the server has no bulk call for a collection, or refuses a whole chunk because of one row, the rows go one by
one. Source: reference/openmetadata-server.md, 4.1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final, Generic, TypeVar

from openmetadata_provider.client.answers import fetch
from openmetadata_provider.client.exchange import Payload, Request, Steps
from openmetadata_provider.client.fqn import fqn_of_request
from openmetadata_provider.client.known import Known
from openmetadata_provider.client.operations import EntityT, Operations, RequestT
from openmetadata_provider.client.progress import OnProgress, Progress
from openmetadata_provider.client.secret import without_secrets
from openmetadata_provider.errors import (
    AnswerMismatch,
    ApiError,
    BulkError,
    BulkFailure,
    InvalidName,
    InvalidRequest,
    OpenMetadataError,
    Problem,
    UsageError,
)

T = TypeVar("T")
NO_BULK: Final = (404, 405)
"""Statuses of a server that has no bulk call for the collection."""
CHUNK_REFUSED: Final = (400, 413)
"""Statuses that refuse the whole array: one row that the server cannot read, or too many rows."""
ROW_REFUSED: Final = (400, 403, 404, 409, 412, 413, 415, 422)
"""Statuses that are about one row; others (401, 429, 5xx) would meet every row and end the call."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkResult:
    """What became of the rows of a bulk call. Rows that failed do not stop the others and raise nothing."""

    passed: tuple[str, ...]
    """FQNs of the rows that are stored, created or updated: the server does not say which."""
    failed: tuple[BulkFailure, ...]

    def raise_for_failures(self) -> BulkResult:
        """This result again. Raises BulkError, which names every failed row, if there is one."""
        if self.failed:
            raise BulkError(failed=self.failed, passed=len(self.passed))
        return self


@dataclass(slots=True, kw_only=True)
class _Tally:
    passed: list[str] = field(default_factory=list)
    failed: list[BulkFailure] = field(default_factory=list)

    def fail(self, fqn: str, status: int, message: str) -> None:
        self.failed.append(BulkFailure(fqn=fqn, status=status, message=message))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    fqn: str
    payload: Payload


def chunks(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of `size`, the last one shorter. Reads no further ahead than one chunk."""
    iterator = iter(items)
    while chunk := list(islice(iterator, size)):
        yield chunk


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulk(Generic[RequestT, EntityT]):
    """Bulk calls for one kind of entity."""

    operations: Operations[RequestT, EntityT]
    known: Known

    def upsert(
        self, requests: Iterable[RequestT], chunk_size: int, on_progress: OnProgress | None = None
    ) -> Steps[BulkResult]:
        """Stores every request. An error that stops the call gets a note that tells how many rows came before it."""
        if chunk_size < 1:
            raise UsageError("chunk_size must be 1 or more.")
        tally, total = _Tally(), len(requests) if isinstance(requests, Sized) else None
        try:
            for chunk in chunks(requests, chunk_size):
                rows = yield from self._rows(chunk, tally)
                yield from self._put(rows, tally)
                if on_progress is not None:
                    on_progress(self._progress(tally, total))
        except OpenMetadataError as error:
            error.add_note(f"bulk_upsert stopped here: {len(tally.passed)} rows stored, {len(tally.failed)} failed.")
            raise
        return BulkResult(passed=tuple(tally.passed), failed=tuple(tally.failed))

    def together(self, requests: Sequence[RequestT]) -> Steps[BulkResult | None]:
        """Stores every request in one call; None, and nothing is stored, if the server takes them only one by one."""
        tally = _Tally()
        rows = yield from self._rows(requests, tally)
        if rows and not (yield from self._taken_together(rows, tally)):
            return None
        return BulkResult(passed=tuple(tally.passed), failed=tuple(tally.failed))

    def _progress(self, tally: _Tally, total: int | None) -> Progress:
        failed = len(tally.failed)
        kind = self.operations.spec.kind
        return Progress(verb="bulk_upsert", kind=kind, done=len(tally.passed) + failed, failed=failed, total=total)

    def _rows(self, chunk: Sequence[RequestT], tally: _Tally) -> Steps[list[_Row]]:
        """The chunk ready to send; rows that cannot be sent are counted as failed."""
        rows = []
        for request in chunk:
            fqn = str(getattr(request, "name", ""))
            try:
                fqn, payload = self.operations.payload_from(self.operations.request_from(request, {}))
                yield from self.operations.canonicalised(fqn, payload, self.known)
                rows.append(_Row(fqn=fqn, payload=payload))
            except InvalidRequest as error:
                tally.fail(fqn, 400, "; ".join(map(str, error.problems)))
            except InvalidName as error:
                tally.fail(fqn, 400, str(error))
        return rows

    def _put(self, rows: Sequence[_Row], tally: _Tally) -> Steps[None]:
        if rows and (yield from self._taken_together(rows, tally)):
            return
        for row in rows:
            yield from self._put_alone(row, tally)

    def _taken_together(self, rows: Sequence[_Row], tally: _Tally) -> Steps[bool]:
        """Whether the server took the rows in one call."""
        collection = self.operations.spec.collection
        if collection in self.known.without_bulk:
            return False
        try:
            yield from self._put_together(rows, tally)
        except ApiError as error:
            if error.status in NO_BULK:
                self.known.without_bulk.add(collection)
            elif error.status not in CHUNK_REFUSED:
                raise
            return False
        return True

    def _put_together(self, rows: Sequence[_Row], tally: _Tally) -> Steps[None]:
        path = f"{self.operations.path}/bulk"
        request = Request(method="PUT", path=path, body=[row.payload.value for row in rows])
        answer = yield from fetch(request)
        if not isinstance(answer.value, Mapping) or "status" not in answer.value:
            problem = Problem(pointer="", reason="no BulkOperationResult")
            raise AnswerMismatch(subject="bulk result", problems=[problem], method="PUT", path=path)
        self._count(answer.value, rows, tally)

    def _put_alone(self, row: _Row, tally: _Tally) -> Steps[None]:
        path, body = self.operations.path, row.payload.value
        try:
            yield from fetch(Request(method="PUT", path=path, body=body, about=row.fqn or None))
        except ApiError as error:
            if error.status not in ROW_REFUSED:
                raise
            tally.fail(row.fqn, error.status, error.message)
        else:
            tally.passed.append(row.fqn)

    def _count(self, answer: Mapping[str, Any], rows: Sequence[_Row], tally: _Tally) -> None:
        """Every row is counted once, also one that the answer does not mention."""
        passed = [self._label(row) for row in _objects(answer, "successRequest")]
        failed = [self._failure(row, rows) for row in _objects(answer, "failedRequest")]
        tally.passed += passed
        tally.failed += failed
        if len(passed) + len(failed) < len(rows):
            mentioned = Counter([*passed, *(row.fqn for row in failed)])
            reason = str(answer.get("abortReason") or "the server's answer does not mention this row")
            reason = without_secrets(reason, [row.payload.value for row in rows])
            for fqn in (Counter(row.fqn for row in rows) - mentioned).elements():
                tally.fail(fqn, 0, reason)

    def _failure(self, row: Mapping[str, Any], rows: Sequence[_Row]) -> BulkFailure:
        status = row.get("status")
        message = str(row.get("message") or "the server gives no reason")
        message = without_secrets(message, [row.payload.value for row in rows])
        return BulkFailure(fqn=self._label(row), status=status if isinstance(status, int) else 0, message=message)

    def _label(self, row: Mapping[str, Any]) -> str:
        """FQN of a row of the answer, whose `request` is an FQN or the create request (which may hold secrets)."""
        request = row.get("request")
        if isinstance(request, Mapping):
            try:
                return fqn_of_request(self.operations.spec, request)
            except InvalidName:
                return str(request.get("name"))
        return str(request)


def _objects(answer: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    return [row for row in answer.get(key) or () if isinstance(row, Mapping) and row.get("request")]
