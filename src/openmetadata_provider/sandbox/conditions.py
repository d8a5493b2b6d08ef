"""Conditions of policy rules: the part of Spring's expression language that such rules can use, checked and not run.

condition = term ("&&" | "||" | "and" | "or") term …
term      = ("!" | "not") term | "(" condition ")" | "true" | "false" | function "(" text, … ")"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .errors import ApiError, bad_request

FUNCTIONS = {
    "noOwner": False, "isOwner": False, "isReviewer": False, "hasDomain": False, "matchTeam": False,
    "isAdminUser": False, "isTaskFiler": False, "isTaskAssignee": False, "isTaskReviewer": False,
    "matchAllTags": True, "matchAnyTag": True, "matchAnyCertification": True, "inAnyTeam": True, "hasAnyRole": True,
}  # fmt: skip
"""What a condition can ask, and whether it takes texts."""
_TOKEN = re.compile(r"\s*(&&|\|\||[!(),]|'(?:[^']|'')*'|\"[^\"]*\"|[A-Za-z_]\w*)")
_JOINS = frozenset({"&&", "||", "and", "or"})
DEEPEST = 50
"""Levels of brackets and negations that a condition may have."""


def check_condition(text: str) -> None:
    """400 if `text` is no condition or asks what the server does not know."""
    reader = _Reader(text)
    reader.condition(0)
    if (rest := reader.next()) is not None:
        raise reader.unexpected(rest)


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = self._read()
        self._held: list[str] = []

    def next(self) -> str | None:
        return self._held.pop() if self._held else next(self._tokens, None)

    def condition(self, depth: int) -> None:
        self._term(depth)
        while (token := self.next()) is not None:
            if token.lower() not in _JOINS:
                self._held.append(token)
                return
            self._term(depth)

    def unexpected(self, token: str | None) -> ApiError:
        what = "it ends too early" if token is None else f"unexpected [{token}]"
        return bad_request(f"Failed to parse - Expression [{self._text}]: {what}")

    def _term(self, depth: int) -> None:
        token = self.next()
        if depth > DEEPEST:
            raise bad_request(f"Failed to parse - Expression [{self._text}]: nested too deeply")
        if token in ("!", "not"):
            self._term(depth + 1)
        elif token == "(":
            self.condition(depth + 1)
            self._expect(")")
        elif token not in ("true", "false"):
            self._function(token)

    def _function(self, name: str | None) -> None:
        if name is None or not name.isidentifier():
            raise self.unexpected(name)
        self._expect("(")
        texts = list(self._arguments())
        if name not in FUNCTIONS or bool(texts) != FUNCTIONS[name]:
            types = ",".join("java.lang.String" for _ in texts)
            raise bad_request(f"Failed to evaluate - EL1004E: Method call: Method {name}({types}) cannot be found ")

    def _arguments(self) -> Iterator[str]:
        token = self.next()
        while token != ")":
            if token is None or token[0] not in "'\"":
                raise self.unexpected(token)
            yield token
            token = self.next()
            if token == ",":
                token = self.next()
            elif token != ")":
                raise self.unexpected(token)

    def _expect(self, wanted: str) -> None:
        if (token := self.next()) != wanted:
            raise self.unexpected(token)

    def _read(self) -> Iterator[str]:
        at, text = 0, self._text.rstrip()
        while at < len(text):
            match = _TOKEN.match(text, at)
            if match is None:
                raise self.unexpected(text[at:].strip()[:1])
            yield match[1]
            at = match.end()
