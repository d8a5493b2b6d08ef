"""What each verb does, written once and without I/O.

An Operations value belongs to one kind of entity; its methods give Steps, which a Connection runs. `known` is the
memory of the client that runs them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar
from urllib.parse import quote
from uuid import UUID

from openmetadata_provider.client.answers import fetch, or_none_if_absent
from openmetadata_provider.client.canonical import canonicalised
from openmetadata_provider.client.creating import create_request
from openmetadata_provider.client.exchange import Payload, Request, Steps
from openmetadata_provider.client.fqn import escape, fqn_of_request
from openmetadata_provider.client.known import Known
from openmetadata_provider.client.paging import Fields, Include, Query, query_from_values
from openmetadata_provider.client.plurals import fetch_fields
from openmetadata_provider.client.wire import model_from_properties, model_from_wire, wire_from_model
from openmetadata_provider.errors import UsageError
from openmetadata_spec import EntitySpec

if TYPE_CHECKING:
    from pydantic import BaseModel

RequestT = TypeVar("RequestT", bound="BaseModel")
EntityT = TypeVar("EntityT", bound="BaseModel")


Id: TypeAlias = "str | UUID | BaseModel"
"""What names one entity by its id: the id, or the entity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operations(Generic[RequestT, EntityT]):
    """The verbs of one kind of entity, as steps."""

    spec: EntitySpec
    request_model: type[RequestT]
    entity_model: type[EntityT]

    @property
    def path(self) -> str:
        """Path of the collection below `/api`."""
        return f"/v1/{self.spec.collection}"

    def create(self, request: RequestT | None, properties: dict[str, Any], known: Known) -> Steps[EntityT]:
        """POST. Raises Conflict if the entity exists."""
        fqn, payload = self.payload_from(self.request_from(request, properties))
        yield from self.canonicalised(fqn, payload, known)
        return (yield from self.entity(self.create_request(fqn, payload)))

    def create_request(self, fqn: str, payload: Payload) -> Request:
        """The POST of a body that is ready to send."""
        return create_request(self.path, fqn, payload, self.spec, self.entity_model)

    def upsert(self, request: RequestT | None, properties: dict[str, Any], known: Known) -> Steps[EntityT]:
        """PUT: create, or update what is there."""
        return (yield from self._stored("PUT", self.request_from(request, properties), known))

    def _stored(self, method: str, request: RequestT, known: Known) -> Steps[EntityT]:
        fqn, payload = self.payload_from(request)
        yield from self.canonicalised(fqn, payload, known)
        return (yield from self.entity(Request(method=method, path=self.path, body=payload.value, about=fqn or None)))

    def request_from(self, request: RequestT | None, properties: dict[str, Any]) -> RequestT:
        """The request model: the one given, or one made of keyword arguments. Raises UsageError, InvalidRequest."""
        name = self.request_model.__name__
        if request is None:
            return model_from_properties(self.request_model, properties)
        if properties:
            properties.clear()
            raise UsageError(f"give either a {name} or keyword arguments, not both.")
        if not isinstance(request, self.request_model):
            raise UsageError(f"{self.spec.kind} takes a {name} or keyword arguments, not a {type(request).__name__}.")
        return request

    def payload_from(self, request: RequestT) -> tuple[str, Payload]:
        """FQN and body of a request, as the user wrote it. Raises InvalidRequest, InvalidName."""
        payload = wire_from_model(request)
        return fqn_of_request(self.spec, payload.value), payload

    def canonicalised(self, fqn: str, payload: Payload, known: Known) -> Steps[None]:
        """Makes the body what the server takes, in place. Raises InvalidRequest, ApiError."""
        yield from canonicalised(payload, self.spec, known, subject=f"{self.spec.kind} {fqn}".strip())

    def get(self, id: Id, fields: Fields | None, include: Include | None, known: Known) -> Steps[EntityT]:
        """GET by id. Raises NotFound."""
        return (yield from self._read(self.path_of(id), self.about(id), _shape(fields, include), known))

    def get_by_name(self, fqn: str, fields: Fields | None, include: Include | None, known: Known) -> Steps[EntityT]:
        """GET by FQN. Raises NotFound."""
        return (yield from self._read(self.path_of_name(fqn), fqn, _shape(fields, include), known))

    def found(self, reading: Steps[EntityT]) -> Steps[EntityT | None]:
        """What the steps read, None where there is no such entity."""
        return (yield from or_none_if_absent(reading))

    def delete(self, id: Id, known: Known, *, hard: bool, recursive: bool, missing_ok: bool = False) -> Steps[None]:
        """DELETE by id. Raises NotFound."""
        query = query_from_values({"hardDelete": hard, "recursive": recursive})
        request = Request(method="DELETE", path=self.path_of(id), query=query, about=self.about(id))
        yield from self._deleted(request, known, missing_ok=missing_ok)

    def delete_by_name(
        self, fqn: str, known: Known, *, hard: bool, recursive: bool, missing_ok: bool = False
    ) -> Steps[None]:
        """DELETE by FQN. Raises NotFound."""
        query = query_from_values({"hardDelete": hard, "recursive": recursive})
        request = Request(method="DELETE", path=self.path_of_name(fqn), query=query, about=fqn)
        yield from self._deleted(request, known, missing_ok=missing_ok)

    def _deleted(self, request: Request, known: Known, *, missing_ok: bool) -> Steps[None]:
        deleting = fetch(request)
        yield from or_none_if_absent(deleting) if missing_ok else deleting
        known.forget_references()

    def entity(self, request: Request) -> Steps[EntityT]:
        """The entity that a request answers with. Raises ApiError, AnswerError."""
        answer = yield from fetch(request)
        return model_from_wire(self.entity_model, answer, request=request)

    def _read(self, path: str, about: str, query: Query, known: Known) -> Steps[EntityT]:
        request = Request(method="GET", path=path, query=query, about=about)
        return model_from_wire(self.entity_model, (yield from fetch_fields(request, known)), request=request)

    def path_of(self, id: Id) -> str:
        """Path of one entity. Raises UsageError for what is no id."""
        return f"{self.path}/{quote(self.about(id), safe='')}"

    def path_of_name(self, fqn: str) -> str:
        """Path of the entity with an FQN. Raises InvalidName."""
        return f"{self.path}/name/{escape(fqn)}"

    def about(self, id: Id) -> str:
        """The id as text. Raises UsageError for what is no id."""
        try:
            return str(UUID(id_text(id)))
        except ValueError:
            pass
        raise UsageError(f"{id!r} is no id (a UUID); for an FQN there are get_by_name, delete_by_name and others.")


def id_text(id: Id) -> str:
    """The id, as text, of what may be an entity."""
    return str(id if isinstance(id, str | UUID) else getattr(id, "id", None))


def _shape(fields: Fields | None, include: Include | None) -> Query:
    return query_from_values({"fields": fields, "include": include})
