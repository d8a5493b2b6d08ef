"""The configuration file of `omp sandbox`: TOML with the names of the command line and of `SandboxOptions`.

port = 8585
database = "catalogue.db"                      # beside the file, if relative
admin_token = { env = "SANDBOX_ADMIN_TOKEN" }  # never the token itself
faults = ["POST /api/v1/dashboards 503 times=2 retry-after=1"]
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from enum import Enum
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from .addresses import LOOPBACK
from .errors import SettingError
from .fault_syntax import faults_from_texts
from .options import SandboxOptions

PLAIN = (bool, int, float, str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where to listen, and the options of the sandbox."""

    port: int = 8585
    host: str = LOOPBACK
    allow_remote: bool = False
    options: SandboxOptions = field(default_factory=SandboxOptions)
    from_environment: Mapping[str, str] = field(default_factory=dict)
    """Tokens that came from outside, with their variables: `{"admin_token": "SANDBOX_ADMIN_TOKEN"}`."""

    def __post_init__(self) -> None:
        if not 0 <= self.port <= 65535:
            raise SettingError("port is 0 (any free one) to 65535")


def settings_from(path: Path | None, given: Mapping[str, Any]) -> Settings:
    """The settings of a file with those of the command line over them; `given` holds what was given there.

    A server for people is `strict` unless they say otherwise. Raises `SettingError` with every problem of the file.
    """
    values: dict[str, Any] = {"strict": True} if path is None else {"strict": True, **_read(path)}
    faults = (*values.pop("faults", ()), *given.get("faults", ()))
    values.update({name: value for name, value in given.items() if name != "faults"}, faults=faults)
    variables = {name: value["env"] for name, value in values.items() if isinstance(value, dict)}
    values.update({name: os.environ[variable] for name, variable in variables.items()})
    listening = {name: values.pop(name) for name in ("port", "host", "allow_remote") if name in values}
    return Settings(**listening, options=SandboxOptions(**values), from_environment=variables)


def _read(path: Path) -> dict[str, Any]:
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except OSError as problem:
        raise SettingError(f"{path}: {problem.strerror}") from None
    except ValueError as problem:
        raise SettingError(f"{path}: {problem}") from None
    hints = _hints()
    if problems := [problem for name, value in values.items() for problem in _problems(name, value, hints)]:
        raise SettingError("\n".join(f"{path}: {problem}" for problem in problems))
    return {name: _read_value(value, hints[name], name, path) for name, value in values.items()}


def _hints() -> dict[str, Any]:
    """The type of every setting that a file can hold."""
    hints = {**get_type_hints(Settings), **get_type_hints(SandboxOptions)}
    return {name: hint for name, hint in hints.items() if name in ("faults", *_tokens()) or _is_plain(hint)}


def _tokens() -> tuple[str, ...]:
    return tuple(option.name for option in fields(SandboxOptions) if option.name.endswith("_token"))


def _is_plain(hint: Any) -> bool:
    if get_origin(hint) in (Union, UnionType):
        return all(_is_plain(part) for part in get_args(hint))
    return hint in (*PLAIN, type(None)) or get_origin(hint) is Literal or _is_enum(hint)


def _is_enum(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Enum)


def _problems(name: str, value: Any, hints: Mapping[str, Any]) -> Iterator[str]:
    if name not in hints:
        close = get_close_matches(name, hints, n=1)
        yield f"{name} is no setting ({f'did you mean {close[0]}' if close else 'there are: ' + ', '.join(hints)})"
    elif name in _tokens():
        yield from _problems_of_token(name, value)
    elif name == "faults":
        yield from _problems_of_faults(value)
    elif not _fits(value, hints[name]):
        yield f"{name} is to be {_described(hints[name])}"


def _problems_of_token(name: str, value: Any) -> Iterator[str]:
    if not isinstance(value, dict) or value.keys() != {"env"} or not isinstance(value["env"], str):
        yield f'{name} names an environment variable: {name} = {{ env = "SANDBOX_{name.upper()}" }}'
    elif not os.environ.get(value["env"], "").strip():
        yield f"{name}: the environment variable {value['env']} is not set, or empty"


def _problems_of_faults(value: Any) -> Iterator[str]:
    if not isinstance(value, list) or not all(isinstance(line, str) for line in value):
        yield "faults is a list of lines"
        return
    try:
        faults_from_texts(value)
    except SettingError as problem:
        yield from str(problem).splitlines()


def _fits(value: Any, hint: Any) -> bool:
    if get_origin(hint) in (Union, UnionType):
        return any(_fits(value, part) for part in get_args(hint))
    if get_origin(hint) is Literal:
        return value in get_args(hint)
    if _is_enum(hint):
        return value in [member.value for member in hint]
    return type(value) is hint or (hint is float and type(value) is int)


def _described(hint: Any) -> str:
    if get_origin(hint) in (Union, UnionType):
        return " or ".join(_described(part) for part in get_args(hint) if part is not type(None))
    if get_origin(hint) is Literal or _is_enum(hint):
        choices = get_args(hint) if get_origin(hint) is Literal else [member.value for member in hint]
        return "one of " + ", ".join(map(str, choices))
    return {bool: "true or false", int: "a whole number", float: "a number", str: "a text"}[hint]


def _read_value(value: Any, hint: Any, name: str, path: Path) -> Any:
    if name == "faults":
        return faults_from_texts(value)
    if name == "database":
        return str(path.parent / value)
    return hint(value) if _is_enum(hint) else value
