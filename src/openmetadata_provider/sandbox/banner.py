"""What `omp sandbox` says when it starts: where it is, how to get in, and what will go wrong on purpose."""

from __future__ import annotations

from collections.abc import Iterator

from .configuration import Settings
from .fault_syntax import text_from_fault

WIDTH = 14


def banner(settings: Settings, url: str, *, is_loopback: bool) -> str:
    """The lines, without a newline at the end. No line of ours is wider than 80 columns."""
    return "\n".join(_lines(settings, url, is_loopback=is_loopback))


def _lines(settings: Settings, url: str, *, is_loopback: bool) -> Iterator[str]:
    options = settings.options
    yield f"OpenMetadata sandbox {options.version} at {url}/api"
    for name in ("admin", "bot", "reader"):
        yield _row(f"{name} token", _token(settings, f"{name}_token"))
    yield _row("data", options.database or "in memory, gone when the sandbox stops")
    yield from _faults(settings)
    if options.admin:
        yield _row("admin", f"{url}/sandbox/faults (GET, PUT, DELETE)")
        yield _row("", f"{url}/sandbox/requests (GET)")
    if not is_loopback:
        yield _row("warning", "other machines can reach this, without TLS")
    yield "Stop with Ctrl-C."


def _token(settings: Settings, name: str) -> str:
    variable = settings.from_environment.get(name)
    token: str = getattr(settings.options, name)
    return token if variable is None else f"the one in ${variable}"


def _faults(settings: Settings) -> Iterator[str]:
    faults = settings.options.faults
    if not faults:
        yield _row("faults", "none")
    for number, fault in enumerate(faults):
        yield _row("faults" if number == 0 else "", text_from_fault(fault))


def _row(name: str, value: str) -> str:
    return f"{name + ':' if name else '':{WIDTH}}{value}"
