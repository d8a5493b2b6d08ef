"""Models into JSON and back. The one place that decides how."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError

from openmetadata_provider.client.exchange import Payload, Request
from openmetadata_provider.client.plurals import renamed_back
from openmetadata_provider.errors import AnswerMismatch, InvalidRequest, Problem
from openmetadata_provider.model.enums import answer_tolerated
from openmetadata_provider.model.scalars import REVEAL
from openmetadata_provider.model.service import ANSWER

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

ModelT = TypeVar("ModelT", bound="BaseModel")


def wire_from_model(model: BaseModel) -> Payload:
    """The JSON object to send for a request model: what was set and is not null, secrets revealed.

    Raises InvalidRequest for a model into which something of a wrong type was put after it was made.
    """
    try:
        return Payload(_dumped(model, warnings="error"))
    except PydanticSerializationError:
        pass  # its text holds the value; validation tells the same without it
    return _revalidated(model)


def _revalidated(model: BaseModel) -> Payload:
    try:
        payload = Payload(_dumped(model, warnings="none"))
        type(model).model_validate(payload.value, by_alias=True)
    except PydanticSerializationError:
        reason = "something was put into it, after it was made, that it cannot hold; make the request again"
        problems: tuple[Problem, ...] = (Problem(pointer="", reason=reason),)
    except ValidationError as error:
        problems = problems_from_validation(error, payload.value)
    else:
        return payload
    raise InvalidRequest(type(model).__name__, problems)


def _dumped(model: BaseModel, *, warnings: Literal["none", "error"]) -> dict[str, Any]:
    return model.model_dump(
        mode="json", by_alias=True, exclude_unset=True, exclude_none=True, context={REVEAL: True}, warnings=warnings
    )


def model_from_wire(model: type[ModelT], payload: Payload, *, request: Request) -> ModelT:
    """The answer to `request`, or a part of it, as a model.

    Unknown properties are dropped: a newer server sends more. Its new values of enums are kept as text. Empty texts are
    dropped where the model wants longer ones: the server stores "" for what was never set, such as the email of a team.
    Raises AnswerMismatch with every property that does not fit.
    """
    renamed_back(payload, model.model_fields)
    try:
        return _validated(model, payload)
    except ValidationError:
        pass  # a second look is only paid for by answers that need one
    try:
        with answer_tolerated():
            return _validated(model, payload)
    except ValidationError as error:
        problems = problems_from_validation(error, payload.value)
        dropped = _empty_texts_dropped(error, payload.value)
    if dropped:
        return model_from_wire(model, payload, request=request)
    # Raised out here, so that pydantic's error, which holds the answer, is not chained to ours.
    raise AnswerMismatch(subject=model.__name__, problems=problems, method=request.method, path=request.path)


def _validated(model: type[ModelT], payload: Payload) -> ModelT:
    return model.model_validate(payload.value, extra="ignore", by_alias=True, by_name=False, context={ANSWER: True})


def _empty_texts_dropped(error: ValidationError, data: object) -> int:
    """How many empty texts that do not fit were taken out of `data`."""
    dropped = 0
    for detail in error.errors(include_url=False, include_context=False, include_input=False):
        place: object = data
        for step in detail["loc"][:-1]:
            _, place = _entered(place, step)
        name = detail["loc"][-1] if detail["loc"] else None
        if detail["type"].startswith("string_") and isinstance(place, dict) and place.get(name) == "":
            del place[name]
            dropped += 1
    return dropped


def model_from_properties(model: type[ModelT], properties: dict[str, Any]) -> ModelT:
    """A request model from keyword arguments. Empties `properties`: they may hold secrets, and tracebacks show them.

    Raises InvalidRequest with every problem.
    """
    try:
        return model.model_validate(properties, by_alias=True, by_name=True)
    except ValidationError as error:
        problems = problems_from_validation(error, properties)
    finally:
        properties.clear()
    raise InvalidRequest(model.__name__, problems)


def fitting_problems(model: type[ModelT], current: Payload, wanted: Payload) -> tuple[Problem, ...]:
    """What does not fit when an entity, which is current as JSON, gets the wanted properties (None removes).

    Problems of other properties are passed over: a server may be older or newer than the bindings.
    """
    merged = Payload({name: v for name, v in {**current.value, **wanted.value}.items() if v is not None})
    try:
        model.model_validate(merged.value, by_alias=True, by_name=False)
    except ValidationError as error:
        problems = problems_from_validation(error, merged.value)
    else:
        return ()
    return tuple(problem for problem in problems if _top(problem) in wanted.value)


def _top(problem: Problem) -> str:
    return problem.pointer.removeprefix("/").partition("/")[0].replace("~1", "/").replace("~0", "~")


def problems_from_validation(error: ValidationError, data: object) -> tuple[Problem, ...]:
    """The problems in a pydantic error, without the values that caused them."""
    details = error.errors(include_url=False, include_context=False, include_input=False)
    return tuple(Problem(pointer=_pointer(detail["loc"], data), reason=_reason(detail, data)) for detail in details)


def _reason(detail: ErrorDetails, data: object) -> str:
    """Pydantic's text; for a value that is none of a list's, with the one of them that comes near it."""
    message = detail["msg"]
    if detail["type"] != "enum":
        return message
    for step in detail["loc"]:
        _, data = _entered(data, step)
    allowed = {value.casefold(): value for value in re.findall(r"'([^']*)'", message)}
    near = get_close_matches(data.casefold(), allowed, n=1) if isinstance(data, str) else []
    return f"did you mean '{allowed[near[0]]}'? {message}" if near else message


def _pointer(location: Sequence[int | str], data: object) -> str:
    """JSON pointer to a place in `data`. Pydantic also names union branches on the way; those are left out."""
    steps = []
    for index, step in enumerate(location):
        inside, data = _entered(data, step)
        if inside or index == len(location) - 1:
            steps.append(str(step).replace("~", "~0").replace("/", "~1"))
    return "".join(f"/{step}" for step in steps)


def _entered(data: object, step: int | str) -> tuple[bool, object]:
    """Whether `data` has `step` in it, and what is there (or `data` again)."""
    if isinstance(data, Mapping) and step in data:
        return True, data[step]
    if isinstance(data, list | tuple) and isinstance(step, int) and step < len(data):
        return True, data[step]
    return False, data
