"""The types that a custom property can have: the schema of a value of each, and the property's own configuration."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from jsonschema_rs import Draft7Validator

from .date_patterns import date_pattern
from .errors import bad_request
from .type_facts import CONFIGS

TEXT = {"type": "string"}
_REFERENCE = {
    "type": "object",
    "properties": {
        "id": {"type": "string", "pattern": "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"},
        "type": TEXT,
    },
    "required": ["id", "type"],
}
PROPERTY_TYPES: Mapping[str, Mapping[str, Any]] = {
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "string": TEXT,
    "markdown": TEXT,
    "sqlQuery": TEXT,
    "duration": TEXT,
    "email": {
        "type": "string", "format": "email", "pattern": "^[\\S.!#$%&\u2019*+/=?^_`{|}~-]+@\\S+\\.\\S+$",
        "minLength": 6, "maxLength": 127,
    },
    "timestamp": {"type": "integer", "format": "utc-millisec"},
    "timeInterval": {
        "type": "object",
        "properties": {"start": {"type": "integer"}, "end": {"type": "integer"}},
        "additionalProperties": False,
    },
    "date-cp": TEXT,
    "dateTime-cp": TEXT,
    "time-cp": TEXT,
    "enum": {"type": "array", "items": TEXT},
    "entityReference": _REFERENCE,
    "entityReferenceList": {"type": "array", "items": _REFERENCE},
    "table-cp": {
        "type": "object",
        "properties": {
            "columns": {"type": "array", "items": TEXT, "minItems": 1, "maxItems": 3, "uniqueItems": True},
            "rows": {"type": "array", "items": {"type": "object", "additionalProperties": TEXT}},
        },
        "required": ["columns"],
        "additionalProperties": False,
    },
    "hyperlink-cp": {
        "type": "object",
        "properties": {"url": {"type": "string", "format": "uri"}, "displayText": TEXT},
        "required": ["url"],
        "additionalProperties": False,
    },
}  # fmt: skip
"""Property type → JSON Schema of its values."""

DATE_LETTERS = {"date-cp": "yMdEDWw", "dateTime-cp": "yMdEDWwHhmsaTXZS", "time-cp": "HhmsaS"}
"""The letters that a format may have, by property type."""


@cache
def value_validator(property_type: str) -> Draft7Validator:
    """The validator of values of a property type, compiled once."""
    return Draft7Validator(dict(PROPERTY_TYPES[property_type]), mask="value", validate_formats=True)


def check_config(property_type: str, config: Any) -> None:
    """400 if a property of this type cannot be configured so. `config` is None without a `customPropertyConfig`."""
    match property_type:
        case "enum":
            _check_enum(config)
        case "table-cp":
            _check_table(config)
        case "date-cp" | "dateTime-cp" | "time-cp":
            _check_format(property_type, config)


def _check_enum(config: Any) -> None:
    if config is None:
        raise bad_request("Enum Custom Property Type must have EnumConfig.")
    values = config.get("values") if _fits("enum", config) else None
    if not values:
        raise bad_request("Enum Custom Property Type must have EnumConfig populated with values.")
    if len(set(values)) < len(values):
        raise bad_request("Enum Custom Property values cannot have duplicates.")


def _check_table(config: Any) -> None:
    if config is None:
        raise bad_request("Table Custom Property Type must have config populated.")
    columns = config.get("columns") if isinstance(config, dict) else None
    if isinstance(columns, list) and len({str(column) for column in columns}) < len(columns):
        raise bad_request("Column names must be unique.")
    if not _fits("table-cp", config):
        problem = "columns must not be null" if columns is None else "columns size must be between 1 and 3"
        raise bad_request(f"Custom Property table has invalid value {problem}")


def _fits(property_type: str, config: Any) -> bool:
    return Draft7Validator(dict(CONFIGS[property_type])).is_valid(config)


def _check_format(property_type: str, config: Any) -> None:
    problem = f"Invalid {property_type.removesuffix('-cp')} format"
    if config is None:
        raise bad_request(f"{problem} must have Config populated with format.")
    text = str(config)
    if any(letter.isalpha() and letter not in DATE_LETTERS[property_type] for letter in text):
        raise bad_request(f"{problem}: {text}")
    try:
        date_pattern(text)
    except ValueError:
        raise bad_request(f"{problem}: {text}") from None
