"""What each verb does, written once and without I/O.

An Operations value belongs to one kind of entity; its methods give Steps, which a Connection runs. `known` is the
memory of the client that runs them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from urllib.parse import quote
from uuid import UUID

from openmetadata_provider.client.answers import fetch
from openmetadata_provider.client.canonical import canonicalised
from openmetadata_provider.client.creating import create_request
from openmetadata_provider.client.exchange import Payload, Request, Steps
from openmetadata_provider.client.fqn import escape, fqn_of_request
from openmetadata_provider.client.known import Known
from openmetadata_provider.client.paging import Fields, Include, Page, Query, QueryValue, page, query_from_values
from openmetadata_provider.client.wire import model_from_properties, model_from_wire, wire_from_model
from openmetadata_provider.errors import UsageError
from openmetadata_spec import EntitySpec

if TYPE_CHECKING:
    from pydantic import BaseModel

RequestT = TypeVar("RequestT", bound="BaseModel")
EntityT = TypeVar("EntityT", bound="BaseModel")


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
        return (yield from self._entity(create_request(self.path, fqn, payload, self.spec, self.entity_model)))

    def upsert(self, request: RequestT | None, properties: dict[str, Any], known: Known) -> Steps[EntityT]:
        """PUT: create, or update what is there."""
        return (yield from self._stored("PUT", self.request_from(request, properties), known))

    def _stored(self, method: str, request: RequestT, known: Known) -> Steps[EntityT]:
        fqn, payload = self.payload_from(request)
        yield from self.canonicalised(fqn, payload, known)
        return (yield from self._entity(Request(method=method, path=self.path, body=payload.value, about=fqn or None)))

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
        yield from canonicalised(payload, known, subject=f"{self.spec.kind} {fqn}".strip())

    def get(self, id: str | UUID, fields: Fields | None, include: Include | None) -> Steps[EntityT]:
        """GET by id. Raises NotFound."""
        path = f"{self.path}/{self._id(id)}"
        return (yield from self._entity(Request(method="GET", path=path, query=_shape(fields, include), about=str(id))))

    def get_by_name(self, fqn: str, fields: Fields | None, include: Include | None) -> Steps[EntityT]:
        """GET by FQN. Raises NotFound."""
        path = f"{self.path}/name/{escape(fqn)}"
        return (yield from self._entity(Request(method="GET", path=path, query=_shape(fields, include), about=fqn)))

    def page(self, query: Query, after: str | None) -> Steps[Page[EntityT]]:
        """One page of the list."""
        return (yield from page(self.spec.collection, query, after, self.entity_model))

    def delete(self, id: str | UUID, known: Known, *, hard: bool, recursive: bool) -> Steps[None]:
        """DELETE by id. Raises NotFound."""
        yield from self._deleted(f"{self.path}/{self._id(id)}", str(id), known, hard, recursive)

    def delete_by_name(self, fqn: str, known: Known, *, hard: bool, recursive: bool) -> Steps[None]:
        """DELETE by FQN. Raises NotFound."""
        yield from self._deleted(f"{self.path}/name/{escape(fqn)}", fqn, known, hard, recursive)

    def _deleted(self, path: str, about: str, known: Known, hard: bool, recursive: bool) -> Steps[None]:
        query = query_from_values({"hardDelete": hard, "recursive": recursive})
        yield from fetch(Request(method="DELETE", path=path, query=query, about=about))
        known.forget_references()

    def _entity(self, request: Request) -> Steps[EntityT]:
        answer = yield from fetch(request)
        return model_from_wire(self.entity_model, answer, request=request)

    def _id(self, id: str | UUID) -> str:
        try:
            return quote(str(UUID(str(id))), safe="")
        except ValueError:
            pass
        raise UsageError(f"{id!r} is no id (a UUID); for an FQN there are get_by_name and delete_by_name.")


def list_query(limit: int, fields: Fields | None, include: Include | None, filters: Mapping[str, QueryValue]) -> Query:
    """Query parameters of a list, without the cursor."""
    return query_from_values({"limit": limit, "fields": fields, "include": include, **filters})


def _shape(fields: Fields | None, include: Include | None) -> Query:
    return query_from_values({"fields": fields, "include": include})
