"""The server of a plan: steps run on it, several at a time, and counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, TypeVar

from openmetadata_provider.client.bindings import load_class, registry
from openmetadata_provider.client.current_user import CurrentUser, current_user
from openmetadata_provider.client.exchange import Request, Response, Steps
from openmetadata_provider.client.known import Known
from openmetadata_provider.client.operations import Operations
from openmetadata_provider.errors import NotFound
from openmetadata_spec import EntitySpec

if TYPE_CHECKING:
    from openmetadata_provider.client.openmetadata import OpenMetadata

T = TypeVar("T")
S = TypeVar("S")
PARALLELISM: Final = 8
"""Requests at a time unless a caller says otherwise: servers like a handful (reference, 14.18)."""


class Server:
    """A client, used from several threads."""

    def __init__(self, om: OpenMetadata, parallelism: int = PARALLELISM) -> None:
        self.om = om
        self.parallelism = parallelism
        self.bindings = om.connection.settings.bindings
        self.requests = 0
        """Requests sent so far, repeated ones not counted."""
        self._lock = Lock()

    @property
    def url(self) -> str:
        """Where it is."""
        return self.om.connection.settings.api_url

    @property
    def known(self) -> Known:
        """What the client has learned about it."""
        return self.om.connection.known

    def user(self) -> CurrentUser:
        """Whose token it is; one without a name where the server does not tell. Raises ApiError, TransportError."""
        try:
            return self.run(current_user(self.known))
        except NotFound:
            self.known.current_user = CurrentUser(id="", name="", is_bot=False, is_admin=False)
            return self.known.current_user

    def run(self, steps: Steps[T]) -> T:
        """What the steps return."""
        return self.om.connection.run(self._counted(steps))

    def map(self, work: Callable[[S], T], items: Iterable[S]) -> list[T]:
        """The results in the order of the items, worked on in parallel. Raises the first error when all have ended."""
        pending = list(items)
        if len(pending) < 2 or self.parallelism < 2:
            return [work(item) for item in pending]
        with ThreadPoolExecutor(min(self.parallelism, len(pending)), thread_name_prefix="omp") as pool:
            return list(pool.map(work, pending))

    def operations(self, spec: EntitySpec) -> Operations[Any, Any]:
        """The verbs of a kind, as steps. Loads the models of its requests and answers."""
        resource = load_class(registry(self.bindings)[spec.kind].resource)
        operations: Operations[Any, Any] = resource(self.om.connection).operations
        return operations

    def _counted(self, steps: Steps[T]) -> Steps[T]:
        """The same steps; each request is counted."""
        answer: Response | None = None
        failure: Exception | None = None
        while True:
            try:
                step = steps.throw(failure) if failure is not None else steps.send(answer)
            except StopIteration as end:
                result: T = end.value
                return result
            answer = failure = None
            if isinstance(step, Request):
                with self._lock:
                    self.requests += 1
            try:
                answer = yield step
            except Exception as error:
                failure = error
