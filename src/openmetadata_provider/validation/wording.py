"""Errors of a JSON Schema in words: what is wrong, and what to do."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from jsonschema_rs import ValidationError

from openmetadata_provider.validation.diagnostics import Diagnostic, Path, did_you_mean
from openmetadata_provider.validation.phrases import (
    BOOLEANS,
    TYPES,
    first_sentence,
    given_type,
    is_number,
    listed,
    property_name,
)

_PATTERNS: Final = {
    r"^(?::?[^:\n\r\u0085\u2028\u2029])*:?$": 'Write it in one line, without "::".',
    "^[\\S.!#$%&\u2019*+/=?^_`{|}~-]+@\\S+\\.\\S+$": "Write an e-mail address: jane@example.com.",
    "^(user|team):.+$": "Write user:NAME or team:NAME.",
    "^[A-Za-z_][A-Za-z0-9_]*$": "Use letters, digits and _, no digit first.",
}


COMPARED: Final = 100
"""Unknown properties of one object that are compared with the known ones: who has more has another problem."""
SHOWN_CHARACTERS: Final = 60
"""How long a value may be to stand in a message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One error of a schema, with what is needed to tell it."""

    error: ValidationError
    path: Path
    node: Mapping[str, Any]
    """The schema that the keyword stands in."""
    secret: bool
    """Whether the value must not be shown."""
    subjects: Mapping[Path, str]
    """What to call the objects at some paths: `a Dashboard`, `a Looker connection`."""

    @property
    def detail(self) -> dict[str, Any]:
        """What the keyword has to say."""
        detail: dict[str, Any] = self.error.kind.as_dict()
        return detail

    @property
    def name(self) -> str:
        """The value, as the subject of a sentence: `"tags[2]"`, `a Dashboard`."""
        return self.subjects.get(self.path) or f'"{property_name(self.path)}"'

    @property
    def value(self) -> Any:
        """What was found there."""
        return self.error.instance

    def diagnostic(self, code: str, message: str, hint: str = "") -> Diagnostic:
        """A diagnostic at the value."""
        return Diagnostic(code=code, message=message, hint=hint, path=self.path)


def described(fault: Fault) -> Iterator[Diagnostic]:
    """What to say of one error; several for an object with several unknown properties."""
    say = _SAID.get(fault.error.kind.name)
    if say is None:
        yield fault.diagnostic("invalid", f"{fault.name} does not fit: {fault.error.kind.name}")
        return
    found = say(fault)
    yield from found if isinstance(found, list) else [found]


def _unknown(fault: Fault) -> list[Diagnostic]:
    known = fault.node.get("properties", {})
    names = sorted(fault.detail["unexpected"])
    near = {name: did_you_mean(name, known) for name in names[:COMPARED]}
    return [_unknown_property(fault, name, near.get(name) or f"It has {listed(known)}.") for name in names]


def _unknown_property(fault: Fault, name: str, hint: str) -> Diagnostic:
    path = (*fault.path, name)
    return Diagnostic(code="unknown-field", message=f'{fault.name} has no "{name}"', hint=hint, path=path, at_key=True)


def _never(fault: Fault) -> Diagnostic:
    """A property of an object that takes none."""
    name = fault.path[-1] if fault.path else ""
    message = f'"{name}" does not belong here'
    return Diagnostic(code="unknown-field", message=message, hint="Remove it.", path=fault.path, at_key=True)


def _missing(fault: Fault) -> Diagnostic:
    name = fault.detail["property"]
    text = fault.node.get("properties", {}).get(name, {}).get("description", "")
    return fault.diagnostic(
        "missing-field", f'{fault.name} lacks "{name}"', " ".join(filter(None, ("Add it.", first_sentence(text))))
    )


def _type(fault: Fault) -> Diagnostic:
    wanted = " or ".join(TYPES[name] for name in fault.detail["types"] if name != "null")
    if fault.secret and isinstance(fault.value, dict):
        message = f"{fault.name} is no reference to a secret"
        return fault.diagnostic("wrong-type", message, "Give either {env: NAME} or {file: PATH}.")
    given = given_type(fault.value)
    return fault.diagnostic("wrong-type", f"{fault.name} must be {wanted}, not {given}", _type_hint(fault, wanted))


def _type_hint(fault: Fault, wanted: str) -> str:
    value = fault.value
    if fault.secret:
        return "Give {env: NAME}, {file: PATH} or the text."
    if "text" in wanted and isinstance(value, dict) and len(value) == 1 and value.keys() <= {"env", "file"}:
        return "Write the text: only passwords are taken from env and file."
    if "text" in wanted and isinstance(value, bool | int | float):
        return f'Quote it: "{json.dumps(value)}".'
    if wanted == TYPES["boolean"] and isinstance(value, str) and value.casefold() in BOOLEANS:
        return f"Write {BOOLEANS[value.casefold()]}."
    if wanted == TYPES["array"]:
        return "Write it as a list of one." if not isinstance(value, dict) else "Write it as a list."
    if "number" in wanted and isinstance(value, str):
        return "Take the quotes away." if is_number(value) else "Give a number."
    return f"Give {wanted}."


def _enum(fault: Fault) -> Diagnostic:
    options = [str(option) for option in fault.detail["options"]]
    shown = json.dumps(fault.value, ensure_ascii=False) if _is_showable(fault) else given_type(fault.value)
    near = did_you_mean(str(fault.value), options) if isinstance(fault.value, str) else ""
    message = f"{fault.name} cannot be {shown}"
    return fault.diagnostic("unknown-value", message, near or f"Use {listed(options, 'or')}.")


def _is_showable(fault: Fault) -> bool:
    """Whether a value may stand in a message: no secret, and short."""
    return not fault.secret and isinstance(fault.value, str | int | float) and len(str(fault.value)) <= SHOWN_CHARACTERS


def _const(fault: Fault) -> Diagnostic:
    wanted = json.dumps(fault.detail["expected_value"])
    return fault.diagnostic("unknown-value", f"{fault.name} must be {wanted}", f"Write {wanted}.")


def _pattern(fault: Fault) -> Diagnostic:
    pattern = fault.detail["pattern"]
    hint = _PATTERNS.get(pattern) or f"It has to match {pattern}."
    return fault.diagnostic("wrong-format", f"{fault.name} is not written as it has to be", hint)


def _not(fault: Fault) -> Diagnostic:
    names = list(fault.node.get("not", {}).get("required", ()))
    if not names:
        return fault.diagnostic("invalid", f"{fault.name} is not allowed to be this")
    both = " and ".join(f'"{name}"' for name in names)
    return Diagnostic(
        code="conflicting-fields",
        message=f"{both} exclude each other",
        hint=f"Keep one of them, {names[-1]} for choice.",
        path=(*fault.path, names[0]),
        at_key=True,
    )


def _many_fit(fault: Fault) -> Diagnostic:
    message = f"{fault.name} fits more than one of the allowed shapes"
    return fault.diagnostic("ambiguous", message, "Add the property that tells them apart, such as type.")


def _union(fault: Fault) -> Diagnostic:
    """`required` alternatives, or a union whose branches say nothing."""
    branches = fault.node.get(fault.error.kind.name, [])
    names = [name for branch in branches for name in branch.get("required", ())]
    if names:
        return fault.diagnostic("missing-field", f"{fault.name} lacks one of {listed(names, 'or')}", "Add one of them.")
    return fault.diagnostic("invalid", f"{fault.name} fits none of the allowed shapes")


def _limit(code: str, words: str, hint: str) -> Callable[[Fault], Diagnostic]:
    def say(fault: Fault) -> Diagnostic:
        detail = fault.detail
        limit = detail.get("limit", detail.get("multiple_of"))
        return fault.diagnostic(code, f"{fault.name} {words.format(limit)}", hint.format(limit))

    return say


def _min_length(fault: Fault) -> Diagnostic:
    limit = fault.detail["limit"]
    if limit == 1:
        return fault.diagnostic("empty", f"{fault.name} is empty", "Give a text.")
    return fault.diagnostic("too-short", f"{fault.name} is shorter than {limit} characters", "Lengthen it.")


_SAID: Final[dict[str, Callable[[Fault], Diagnostic | list[Diagnostic]]]] = {
    "additionalProperties": _unknown,
    "required": _missing,
    "type": _type,
    "enum": _enum,
    "const": _const,
    "falseSchema": _never,
    "pattern": _pattern,
    "not": _not,
    "oneOfMultipleValid": _many_fit,
    "anyOf": _union,
    "oneOf": _union,
    "minLength": _min_length,
    "maxLength": _limit("too-long", "is longer than {} characters", "Shorten it."),
    "minimum": _limit("out-of-range", "is below {}", "Give {} or more."),
    "maximum": _limit("out-of-range", "is above {}", "Give {} or less."),
    "exclusiveMinimum": _limit("out-of-range", "is not above {}", "Give more than {}."),
    "exclusiveMaximum": _limit("out-of-range", "is not below {}", "Give less than {}."),
    "multipleOf": _limit("out-of-range", "is no multiple of {}", "Give a multiple of {}."),
    "minItems": _limit("too-few", "has fewer than {} items", "Add items."),
    "maxItems": _limit("too-many", "has more than {} items", "Remove items."),
    "minProperties": _limit("too-few", "has fewer than {} properties", "Add properties."),
    "maxProperties": _limit("too-many", "has more than {} properties", "Keep {} of them."),
    "uniqueItems": _limit("duplicate-item", "has an item twice", "Keep one of the two."),
}
