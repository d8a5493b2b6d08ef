"""What answers: whether it is an OpenMetadata server, of which release, and what its clock shows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any, Final

from openmetadata_provider.client.answers import error_from_response, looks_like_json
from openmetadata_provider.client.reaching import ASKED, Reached
from openmetadata_provider.lifecycle.doctoring.findings import Finding, Verdict

CHECKS: Final = ("server", "version", "bulk", "clock")
SKEW_S: Final = 60.0
"""From here on a clock is wrong: tokens begin and end by it."""
BULK_SINCE: Final = (1, 11)
OLDER: Final = (
    ((1, 5), "one owner an entity, not several"),
    ((1, 9), "one domain an entity, not several"),
    ((1, 10), "no If-Match: what somebody else changes in the same moment can be lost"),
    (BULK_SINCE, "no bulk calls: entities are created one by one"),
)
"""What a server before a release does not have. Source: reference/openmetadata-server.md, 11.2."""
NEWER: Final = (((2, 0), 'names with >, " or control characters are refused'),)
_VERSION = re.compile(r"(\d+)\.(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """What is known of a server."""

    text: str
    """The version, as it tells it."""
    release: tuple[int, int] | None
    """Major and minor; None if it tells no number."""


def serving(seen: Reached) -> tuple[Serving | None, Finding]:
    """The server, None if it is none; and what was found."""
    if seen.response is None:
        reason = seen.failure.reason.rstrip(".") if seen.failure is not None else "nothing came"
        advice = "Look whether the server has started, and into its log."
        return None, Finding(check="server", verdict=Verdict.failed, found=f"No answer: {reason}.", advice=advice)
    body = _body(seen)
    if isinstance(body, dict) and isinstance(body.get("version"), str):
        match = _VERSION.match(body["version"])
        known = Serving(text=body["version"], release=(int(match[1]), int(match[2])) if match else None)
        found = f"OpenMetadata {known.text} (answered in {seen.answered_at - seen.sent_at:.2f} s)."
        return known, Finding(check="server", verdict=Verdict.ok, found=found, facts={"version": known.text})
    return None, _not_one(seen)


def _body(seen: Reached) -> Any:
    if seen.response is None or seen.response.status != 200:
        return None
    try:
        return json.loads(seen.response.content)
    except (ValueError, RecursionError):
        return None


def _not_one(seen: Reached) -> Finding:
    response = seen.response
    if response is None or 200 <= response.status < 300:
        is_page = response is not None and not looks_like_json(response.content)
        found = "A page answers, and no API." if is_page else "The answer tells no version: this is no OpenMetadata."
        advice = "Check the host: a login, a proxy or another service stands there."
        return Finding(check="server", verdict=Verdict.failed, found=found, advice=advice)
    error = error_from_response(ASKED, response)
    found = f"No OpenMetadata: {error.status} from {ASKED.path}: {error.message}"
    advice = "Check the host and its path."
    if response.status in (401, 403):
        advice = "Something before the server wants to know you: give its headers with Network(headers=...)."
    if "https" in error.message.lower():
        advice = "The port speaks https: begin the host with https://."
    return Finding(check="server", verdict=Verdict.failed, found=found, advice=advice)


def about_release(server: Serving, bindings: str) -> Iterator[Finding]:
    """The server's release against that of the bindings, and what follows from it. `bindings`: `1.13`, or empty."""
    yield _against(server, bindings)
    if server.release is None:
        yield Finding(check="bulk", verdict=Verdict.ok, found="Unknown: it is tried, and then done without.")
    elif server.release >= BULK_SINCE:
        found = "It has bulk calls: what is new is created in chunks, where a collection takes them."
        yield Finding(check="bulk", verdict=Verdict.ok, found=found, facts={"expected": True})
    else:
        found = f"Servers before {_text(BULK_SINCE)} have no bulk calls: entities are created one by one."
        yield Finding(check="bulk", verdict=Verdict.ok, found=found, facts={"expected": False})


def _against(server: Serving, bindings: str) -> Finding:
    match = _VERSION.match(bindings)
    facts = {"server": server.text, "bindings": bindings or None}
    if match is None or server.release is None:
        which = "The bindings do not tell" if match is None else "The server does not tell"
        found = f"{which} a release. What the other does not know is refused when it is sent."
        return Finding(check="version", verdict=Verdict.warning, found=found, facts=facts, advice=_GENERATE)
    made_for = int(match[1]), int(match[2])
    if made_for == server.release:
        found = f"Server and bindings are of the same release ({bindings})."
        return Finding(check="version", verdict=Verdict.ok, found=found, facts=facts)
    words = "older" if server.release < made_for else "newer"
    found = f"The server ({_text(server.release)}) is {words} than the bindings ({bindings}): "
    found += "; ".join(_consequences(server.release, made_for)) + "."
    advice = _GENERATE if words == "newer" else _CHECK_FILES.format(_text(server.release)) + f" {_GENERATE}"
    return Finding(check="version", verdict=Verdict.warning, found=found, advice=advice, facts=facts)


_GENERATE: Final = "Generate bindings from the schemas of the server's release: omp codegen generate."
_CHECK_FILES: Final = "Check files with omp validate --server-version {}."


def _consequences(server: tuple[int, int], bindings: tuple[int, int]) -> Iterator[str]:
    if server < bindings:
        yield "what came later is refused"
        yield from (text for since, text in OLDER if server < since <= bindings)
    else:
        yield "properties and service types that came later cannot be declared"
        yield from (text for since, text in NEWER if bindings < since <= server)


def _text(release: tuple[int, int]) -> str:
    return ".".join(map(str, release))


def clock(seen: Reached) -> Finding:
    """How far the local clock is from the server's."""
    shown = seen.response.headers.get("date", "") if seen.response is not None else ""
    try:
        server_s = parsedate_to_datetime(shown).timestamp()
    except (ValueError, OverflowError):
        return Finding(check="clock", verdict=Verdict.not_checked, found="The answer tells no time.")
    # The header has whole seconds: half a second on is the best guess.
    ahead_s = (seen.sent_at + seen.answered_at) / 2 - (server_s + 0.5)
    facts = {"ahead_s": round(ahead_s, 1)}
    if abs(ahead_s) < SKEW_S:
        found = f"Within {max(1, round(abs(ahead_s)))} s of the server's."
        return Finding(check="clock", verdict=Verdict.ok, found=found, facts=facts)
    found = f"{abs(ahead_s):.0f} s {'ahead of' if ahead_s > 0 else 'behind'} the server's."
    advice = "Set the clocks (NTP): tokens begin and end by them."
    return Finding(check="clock", verdict=Verdict.warning, found=found, advice=advice, facts=facts)
