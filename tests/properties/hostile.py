"""Files that nobody would write on purpose: random bytes, random YAML and JSON, through `omp validate`'s own way in."""

from __future__ import annotations

import json
import random
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from openmetadata_provider.validation.diagnostics import Place
from openmetadata_provider.validation.reading.source import LINE_ENDS, YAML_LINE_ENDS
from openmetadata_provider.validation.run import FileResult, Options, checked
from properties.hostile_words import TOKENS

SUFFIXES: Final = (".yaml", ".json", ".jsonl")
OPTIONS: Final = Options(kind="DashboardService", closed=True)
MOST_BYTES: Final = 64 * 1024 * 1024
"""What a small hostile file may take at its worst."""


def random_bytes(rng: random.Random) -> bytes:
    """Anything."""
    return rng.randbytes(rng.randint(0, 200))


def random_yaml(rng: random.Random) -> bytes:
    """What YAML is made of, in no order."""
    return "".join(rng.choices(TOKENS, k=rng.randint(1, 60))).encode("utf-8", "surrogatepass")


def random_json(rng: random.Random) -> bytes:
    """JSON of any shape, sometimes cut short."""
    text = json.dumps(_value(rng, 6))
    return text[: rng.randint(0, len(text)) if rng.random() < 0.3 else None].encode()


def _value(rng: random.Random, depth: int) -> Any:
    kind = rng.randint(0, 6 if depth else 4)
    if kind == 5:
        return [_value(rng, depth - 1) for _ in range(rng.randint(0, 4))]
    if kind == 6:
        keys = rng.choices(("kind", "spec", "name", "connection", "config", "tags", "owners", "clientSecret", "é"), k=4)
        return {key: _value(rng, depth - 1) for key in keys}
    return (None, True, rng.randint(-(2**70), 2**70), rng.random() * 10 ** rng.randint(-5, 300), "team:x")[kind]


MAKERS: Final[tuple[Callable[[random.Random], bytes], ...]] = (random_bytes, random_yaml, random_json)


def survives(folder: Path, data: bytes, suffix: str, options: Options = OPTIONS) -> FileResult:
    """The result for a file of these bytes. Raises whatever the check and the reports raise: it should be nothing."""
    file = folder / f"hostile{suffix}"
    file.write_bytes(data)
    (result,) = checked([str(file)], options, jobs=1)
    assert result.counts.total() >= len(result.diagnostics)
    text = data.removeprefix(b"\xef\xbb\xbf").decode(errors="replace")
    for diagnostic in result.diagnostics:
        assert diagnostic.message
        is_yaml = suffix == ".yaml" and diagnostic.code not in ("not-utf-8", "carriage-return")
        _is_inside(diagnostic.place, (YAML_LINE_ENDS if is_yaml else LINE_ENDS).split(text))
    return result


def keeps_its_password(result: FileResult) -> None:
    """Nothing told of a file shows the password in it."""
    for diagnostic in result.diagnostics:
        assert "hunter2" not in f"{diagnostic!r} {diagnostic} {diagnostic.pointer}"


def _is_inside(place: Place | None, lines: list[str]) -> None:
    """A place is in the file: at most just after the end of a line, where something is missing."""
    assert place is not None
    if place.line == 0:
        assert (place.column, place.end_column, place.text) == (0, 0, "")
        return
    assert place.line <= len(lines), place
    length = len(lines[place.line - 1])
    if place.column:
        assert place.column <= length + 1, place
        assert place.column < place.end_column <= length + 2, place
    assert 0 <= place.text_start <= place.text_end, place
    assert place.text_start <= len(place.text), place


def storm(folder: Path, cases: int, seed: int) -> int:
    """How many bytes the worst of so many files took."""
    rng = random.Random(seed)
    tracemalloc.start()
    for number in range(cases):
        maker, suffix = MAKERS[number % len(MAKERS)], SUFFIXES[number // len(MAKERS) % len(SUFFIXES)]
        data = maker(rng)
        try:
            keeps_its_password(survives(folder, data, suffix))
        except Exception as error:
            error.add_note(f"{suffix}: {data!r}")
            raise
    worst = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return worst
