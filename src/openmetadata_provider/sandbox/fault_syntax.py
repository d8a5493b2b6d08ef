"""Faults as lines of text: for the command line, the configuration file, the admin endpoint and the request log.

    METHOD PATH [ACTION] [OPTION=VALUE ...]

Actions: a status such as `503`, `html`, `locked`, `cut-before`, `cut-after`, `truncate`, `race`; without one the
request is only delayed. Values with spaces are quoted as in a shell: `header="Retry-After: 2"`.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from difflib import get_close_matches
from typing import Any, NoReturn

from .errors import SettingError
from .faults import Action, AnswerHtml, AnswerLocked, AnswerWith, CutAfter, CutBefore, Fault, Pass, Race, Truncate

EXAMPLE = "POST /api/v1/dashboards 503 times=2 retry-after=1"
ACTIONS: Mapping[str, Action] = {
    "html": AnswerHtml(),
    "locked": AnswerLocked(),
    "cut-before": CutBefore(),
    "cut-after": CutAfter(),
    "truncate": Truncate(),
    "race": Race(),
}
FIELDS: Mapping[str, tuple[str, type[int] | type[float]]] = {
    "times": ("times", int),
    "skip": ("skip", int),
    "probability": ("probability", float),
    "seed": ("seed", int),
    "delay": ("delay_s", float),
    "answer-delay": ("answer_delay_s", float),
}
"""Options that every rule may have: the field of `Fault` and how its text is read. Delays are in seconds."""
OF_STATUS = ("retry-after", "header", "body")
OF_ACTION: Mapping[str, tuple[str, ...]] = {"html": ("status",), "truncate": ("bytes",)}
Pairs = list[tuple[str, str]]


def fault_from_text(text: str) -> Fault:
    """The rule that a line means. `SettingError` says what is wrong with it and shows one that is right."""
    try:
        method, path, action, options = _parts(text)
        given = {FIELDS[name][0]: _number(name, value, FIELDS[name][1]) for name, value in options if name in FIELDS}
        rest = [(name, value) for name, value in options if name not in FIELDS]
        return Fault(method=method, path=path, action=_action(action, rest), **given)
    except SettingError as problem:
        raise SettingError(f"fault {text!r}: {problem}. A right one: {EXAMPLE!r}") from None


def faults_from_texts(lines: Iterable[str]) -> tuple[Fault, ...]:
    """The rules that lines mean. `SettingError` has every problem, each on a line of its own."""
    faults: list[Fault] = []
    problems: list[str] = []
    for line in lines:
        try:
            faults.append(fault_from_text(line))
        except SettingError as problem:
            problems.append(str(problem))
    if problems:
        raise SettingError("\n".join(problems))
    return tuple(faults)


def _parts(text: str) -> tuple[str, str, str | None, Pairs]:
    try:
        words = shlex.split(text)
    except ValueError:
        raise SettingError("a quote is not closed") from None
    if len(words) < 2 or not words[1].startswith(("/", "*")):
        raise SettingError("a rule begins with a method and a path (* is any)")
    actions = [word for word in words[2:] if "=" not in word]
    if len(actions) > 1:
        raise SettingError(f"{actions[1]!r} is a second action, or lacks its =value")
    options = [(name.lower(), value) for name, _, value in (word.partition("=") for word in words[2:] if "=" in word)]
    _check_names(actions[0] if actions else None, options)
    return words[0].upper(), words[1], actions[0] if actions else None, options


def _check_names(action: str | None, options: Pairs) -> None:
    is_status = action is not None and action.isdecimal()
    if action is not None and not is_status and action not in ACTIONS:
        _unknown("action", action, ["a status", *ACTIONS])
    known = [*FIELDS, *(OF_STATUS if is_status else OF_ACTION.get(action or "", ()))]
    for name, _ in options:
        if name not in known:
            _unknown("option", name, known)
        if name != "header" and [other for other, _ in options].count(name) > 1:
            raise SettingError(f"{name} is given twice")


def _unknown(what: str, name: str, known: list[str]) -> NoReturn:
    close = get_close_matches(name, known, n=1)
    hint = f"did you mean {close[0]}" if close else f"there are: {', '.join(known)}"
    raise SettingError(f"no {what} {name!r} here ({hint})")


def _action(word: str | None, options: Pairs) -> Action:
    given = dict(options)
    match word:
        case None:
            return Pass()
        case "html":
            return AnswerHtml(status=_number("status", given.get("status", "200"), int))
        case "truncate":
            return Truncate(bytes_sent=_number("bytes", given["bytes"], int) if "bytes" in given else None)
        case _ if word.isdecimal():
            return AnswerWith(status=int(word[:9]), headers=tuple(_headers(options)), body=given.get("body"))
        case _:
            return ACTIONS[word]


def _headers(options: Pairs) -> Iterator[tuple[str, str]]:
    for name, value in options:
        if name == "retry-after":
            yield "Retry-After", value
        elif name == "header":
            header, colon, content = value.partition(":")
            if not colon:
                raise SettingError(f'the header {value!r} has no colon, as in header="Retry-After: 2"')
            yield header.strip(), content.strip()


def _number(name: str, text: str, kind: type[int] | type[float]) -> Any:
    try:
        return kind(text)
    except ValueError:
        raise SettingError(f"{name}={text} is no {'whole ' if kind is int else ''}number") from None


def text_from_fault(fault: Fault) -> str:
    """The line that means this rule, defaults left out."""
    usual = {field.name: field.default for field in fields(Fault)}
    given = [(name, getattr(fault, field)) for name, (field, _) in FIELDS.items()]
    words = [fault.method, fault.path, *_words(fault.action)]
    words += [f"{name}={_text(value)}" for name, value in given if value != usual[FIELDS[name][0]]]
    return " ".join(map(_quoted, words))


def _words(action: Action) -> Iterator[str]:
    match action:
        case Pass():
            return
        case AnswerWith(status=status, headers=headers, body=body):
            yield str(status)
            yield from (_header_word(name, value) for name, value in headers)
            yield from () if body is None else (f"body={body}",)
        case AnswerHtml(status=status):
            yield from ("html",) if status == 200 else ("html", f"status={status}")
        case Truncate(bytes_sent=count):
            yield from ("truncate",) if count is None else ("truncate", f"bytes={count}")
        case _:
            yield next(word for word, usual in ACTIONS.items() if usual == action)


def _header_word(name: str, value: str) -> str:
    return f"retry-after={value}" if name == "Retry-After" else f"header={name}: {value}"


def _text(value: float) -> str:
    return str(value).removesuffix(".0")


def _quoted(word: str) -> str:
    return shlex.quote(word) if set(word) & set(" \t\r\n'\"\\") or not word else word
