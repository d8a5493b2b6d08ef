"""`python -m benchmarks [NAME…]`: measure, print the table, exit 1 if a target is missed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from .figures import Figure, table

NAMES = {
    "import": "importing",
    "validate": "validating",
    "generate": "generating",
    "size": "installing",
    "bulk": "storing",
    "serve": "serving",
    "call": "calling",
    "check": "checking",
    "plan": "planning",
}


def main(names: list[str]) -> int:
    """0 if every target is met."""
    unknown = [name for name in names if name not in NAMES]
    if unknown:
        print(f"no benchmark {', '.join(unknown)}; there are {', '.join(NAMES)}", file=sys.stderr)
        return 2
    measured: list[Figure] = []
    rows: list[tuple[str, ...]] = []
    for name in names or NAMES:
        rows.append((name.upper(), "", "", ""))
        for figure in _measured(name):
            measured.append(figure)
            rows.append(figure.cells())
    print(table(rows))
    return int(any(figure.is_met is False for figure in measured))


def _measured(name: str) -> Iterator[Figure]:
    print(f"measuring {name} …", file=sys.stderr)
    figures: Callable[[], Iterable[Figure]] = import_module(f"benchmarks.{NAMES[name]}").figures
    yield from figures()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
