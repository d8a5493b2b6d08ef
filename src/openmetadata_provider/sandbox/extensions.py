"""Values of custom properties: the `extension` of an entity, held against the properties of its type."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from jsonschema_rs import ValidationError

from .catalogue import Document
from .date_patterns import date_pattern
from .errors import ApiError, bad_request
from .property_types import value_validator
from .storage import Store

_NAMES = {dict: "object", list: "array", str: "string", bool: "boolean", int: "integer", float: "number"}
_SCHEME = re.compile(r"https?:", re.IGNORECASE)


def properties_of(store: Store, entity_type: str) -> dict[str, Document]:
    """The custom properties of an entity type, by name."""
    row = store.by_fqn("type", entity_type)
    return {item["name"]: item for item in (row.plain.get("customProperties") or () if row else ())}


def checked_extension(store: Store, entity_type: str, before: Any, given: Any) -> Document:
    """`given` as the server stores it: enum values sorted, dates in their format.

    400 for an unknown property or a value that does not fit. What `before` held already is not checked again.
    """
    if not isinstance(given, Mapping):
        raise bad_request(f"Custom fields are an object, found {_name_of(given)}")
    old = before if isinstance(before, Mapping) else {}
    known = properties_of(store, entity_type)
    changed = {name: value for name, value in given.items() if name not in old or old[name] != value}
    for name, value in changed.items():
        _check_shape(known, name, value)
    return {name: _stored(known[name], value) if name in changed else value for name, value in given.items()}


def _check_shape(known: Mapping[str, Document], name: str, value: Any) -> None:
    if name not in known:
        raise bad_request(f"Unknown custom field {name}")
    errors = list(value_validator(known[name]["propertyType"]["name"]).iter_errors(value))
    if errors:
        raise _invalid(name, ", ".join(_text(error) for error in errors))


def _invalid(name: str, problems: str) -> ApiError:
    return bad_request(f"Custom field {name} has invalid JSON [{problems}]")


def _text(error: ValidationError) -> str:
    place = "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in error.instance_path)
    detail = error.kind.as_dict()
    match error.kind.name:
        case "type":
            return f"{place}: {_name_of(error.instance)} found, {', '.join(detail['types'])} expected"
        case "required":
            return f"{place}: required property '{detail['property']}' not found"
        case "pattern":
            return f"{place}: does not match the regex pattern {detail['pattern']}"
        case "format":
            return f"{place}: does not match the {detail['format']} pattern"
        case "additionalProperties":
            return f"{place}: property '{detail['unexpected'][0]}' is not defined in the schema"
        case kind:
            return f"{place}: {kind} does not hold"


def _name_of(value: Any) -> str:
    return _NAMES.get(type(value), "null")


def _stored(known: Document, value: Any) -> Any:
    name: str = known["name"]
    config: Any = (known.get("customPropertyConfig") or {}).get("config")
    match known["propertyType"]["name"]:
        case "enum":
            return _enum_values(name, value, config)
        case "date-cp" | "dateTime-cp" | "time-cp":
            return _date(name, value, str(config))
        case "table-cp":
            _check_table(value, config["columns"])
        case "hyperlink-cp":
            _check_link(name, value["url"])
    return value


def _enum_values(name: str, values: list[str], config: Document) -> list[str]:
    if len(values) > 1 and not config.get("multiSelect"):
        raise bad_request(f"Only one value allowed for non-multiSelect {name} property")
    unknown = dict.fromkeys(value for value in values if value not in config["values"])
    if unknown:
        raise bad_request(f"Values '[{', '.join(unknown)}]' not supported for property {name}")
    return sorted(values)


def _date(name: str, text: str, pattern: str) -> str:
    written = date_pattern(pattern).read(text)
    if written is None:
        raise bad_request(f"Custom field {name} value is not as per defined format {pattern}")
    return written


def _check_table(table: Document, columns: list[str]) -> None:
    if unknown := [column for column in table["columns"] if column not in columns]:
        expected = f"[{', '.join(columns)}]"
        raise bad_request(f"Expected columns: {expected}, but found undefined columns: [{', '.join(unknown)}]")
    used = dict.fromkeys(column for row in table.get("rows", ()) for column in row)
    if unknown := [column for column in used if column not in columns]:
        raise bad_request(f"Rows contain undefined columns: [{', '.join(unknown)}]")


def _check_link(name: str, url: str) -> None:
    if _SCHEME.match(url) is None:
        raise bad_request(f"Invalid URL protocol for field '{name}': URL must use http or https protocol")
