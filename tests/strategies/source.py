"""Where choices come from: one small protocol, drawn from Hypothesis or from `random.Random`."""

import random
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol, TypeVar

from hypothesis import strategies as st

T = TypeVar("T")

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
PUNCTUATION = " .-:/\\'\"`,;!?@#$%^&*+=|~<>()[]{}"
CONTROLS = "\n\r\t\x00\x1f\x7f\u0085\u2028"
FOREIGN = "äßéñÅıİſΩжשلक日本語한😀🏳\u0301\u200d\u202e\ufeff\u00a0\ufffd\U0010ffff"
UNIVERSE = LETTERS + PUNCTUATION + CONTROLS + FOREIGN


class Source(Protocol):
    """A stream of choices. Low ends, first options and False are the simple ones, which Hypothesis shrinks towards."""

    def integer(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""

    def real(self, low: float, high: float) -> float:
        """A finite float from `low` to `high`, both included."""

    def boolean(self, probability: float = 0.5) -> bool:
        """True with about this probability."""

    def choice(self, options: Sequence[T]) -> T:
        """One of the options; there is at least one."""

    def text(self, low: int, high: int, alphabet: str | None = None) -> str:
        """`low` to `high` characters of the alphabet; without one, of all Unicode except surrogates."""


class RandomSource:
    """Choices from a `random.Random`: fast, and repeatable from its seed."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._random = rng.random

    def integer(self, low: int, high: int) -> int:
        """See `Source`. Not `randint`, which is three times slower on the small ranges that fill a payload."""
        span = high - low + 1
        return low + (int(self._random() * span) if span < 1 << 40 else self._rng.randrange(span))

    def real(self, low: float, high: float) -> float:
        """See `Source`."""
        return min(high, max(low, self._rng.uniform(low, high)))

    def boolean(self, probability: float = 0.5) -> bool:
        """See `Source`."""
        return self._random() < probability

    def choice(self, options: Sequence[T]) -> T:
        """See `Source`."""
        return options[int(self._random() * len(options))]

    def text(self, low: int, high: int, alphabet: str | None = None) -> str:
        """See `Source`. Mostly plain letters, else the troublemakers of `UNIVERSE`, else any code point."""
        length = self.integer(low, high)
        if alphabet is None:
            kind = self._random()
            if kind > 0.9:
                return "".join(self._code_point() for _ in range(length))
            alphabet = LETTERS if kind < 0.4 else UNIVERSE
        return "".join(self._rng.choices(alphabet, k=length))

    def _code_point(self) -> str:
        number = self.integer(0, 0x10FFFF - 0x800)
        return chr(number if number < 0xD800 else number + 0x800)


class HypothesisSource:
    """Choices from Hypothesis' `draw`: every one is recorded, replayed and shrunk."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def integer(self, low: int, high: int) -> int:
        """See `Source`."""
        return low if low == high else self._draw(_integers(low, high))

    def real(self, low: float, high: float) -> float:
        """See `Source`."""
        return self._draw(_floats(low, high))

    def boolean(self, probability: float = 0.5) -> bool:
        """See `Source`. In steps of a hundredth; shrinks to False."""
        return self._draw(_integers(0, 99)) >= 100 - round(100 * probability)

    def choice(self, options: Sequence[T]) -> T:
        """See `Source`."""
        return options[self.integer(0, len(options) - 1)]

    def text(self, low: int, high: int, alphabet: str | None = None) -> str:
        """See `Source`."""
        return self._draw(_text(low, high, alphabet))


@lru_cache(maxsize=4096)
def _integers(low: int, high: int) -> st.SearchStrategy[int]:
    return st.integers(low, high)


@lru_cache(maxsize=1024)
def _floats(low: float, high: float) -> st.SearchStrategy[float]:
    return st.floats(low, high, allow_nan=False, allow_infinity=False)


@lru_cache(maxsize=4096)
def _text(low: int, high: int, alphabet: str | None) -> st.SearchStrategy[str]:
    """A plain string as alphabet makes one draw per text; a strategy of characters would make one per character."""
    if alphabet is None:
        return st.text(min_size=low, max_size=high)
    return st.text("".join(dict.fromkeys(alphabet)), min_size=low, max_size=high)
