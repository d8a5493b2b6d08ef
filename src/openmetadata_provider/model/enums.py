"""The base of every generated enum, closed in requests and open in answers, and what says that an answer is read.

A newer server has values that the bindings do not know, and one of them must not make a whole answer unusable. pydantic
asks `_missing_` for what is no member, without its context, so a context variable says that an answer is being read.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from typing import Any, Self, TypeVar

EnumT = TypeVar("EnumT", bound="OpenEnum")
_reading_answer = ContextVar("_reading_answer", default=False)


def is_reading_answer() -> bool:
    """Whether what a server sent is read, and taken as far as it can be."""
    return _reading_answer.get()


@contextmanager
def answer_tolerated() -> Iterator[None]:
    """Within, an enum takes any text: one that is no member stands for itself, equal to the plain text.

    Of several shapes that fit a value, the first is taken.
    """
    token = _reading_answer.set(True)
    try:
        yield
    finally:
        _reading_answer.reset(token)


class OpenEnum(StrEnum):
    """Texts of which the bindings know some. An unknown one is refused, except when it comes from a server."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        return _unknown(cls, value) if _reading_answer.get() and isinstance(value, str) else None

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        return _restored, (type(self), self.value)

    def __repr__(self) -> str:
        return super().__repr__() if self.name in type(self).__members__ else repr(self.value)


def _unknown(kind: type[EnumT], value: str) -> EnumT:
    member = str.__new__(kind, value)
    member._name_ = member._value_ = value
    return member


def _restored(kind: type[OpenEnum], value: str) -> OpenEnum:
    """The value again after pickling, known or not."""
    with answer_tolerated():
        return kind(value)
