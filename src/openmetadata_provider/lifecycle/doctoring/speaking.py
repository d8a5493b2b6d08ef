"""The token: whose it is, how long it lasts, and what may be read with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Final

from openmetadata_provider.client.bindings import Entry, load_class, registry
from openmetadata_provider.client.current_user import CurrentUser, current_user
from openmetadata_provider.client.exchange import Request, Response, Steps, sent
from openmetadata_provider.client.transport import Connection
from openmetadata_provider.errors import ConfigurationError, OpenMetadataError, TransportError, Unauthorized
from openmetadata_provider.lifecycle.doctoring.findings import Finding, Verdict, not_checked
from openmetadata_provider.lifecycle.doctoring.serving import SKEW_S

CHECKS: Final = ("token", "rights")
RENEWAL_DAYS: Final = 7
DAY_S: Final = 86_400
_ABSENT: Final = (404, 405)
_TROUBLES: Final = {"refused": "may not be read", "absent": "not on this server", "broken": "could not be read"}


def spoken(connection: Connection) -> Iterator[Finding]:
    """What is found with the token."""
    claims: Mapping[str, Any] = {}
    try:
        claims = connection.claims()
        user = connection.run(current_user(connection.known))
    except Unauthorized as error:
        yield _rejected(error, claims, connection.clock.unix_s())
        yield from not_checked(["rights"], "The token is not accepted.")
    except OpenMetadataError as error:
        yield Finding(check="token", verdict=Verdict.failed, found=str(error))
        yield from not_checked(["rights"], "It is not known whose token it is.")
    else:
        yield _accepted(user, claims, connection.clock.unix_s())
        yield from _rights(connection)


def _rejected(error: Unauthorized, claims: Mapping[str, Any], now: float) -> Finding:
    end = _moment(claims, "exp")
    advice = "Take a new token from the server (Settings, Bots, or Access Tokens), and give it."
    found = f"The server does not accept it: {error.message.rstrip('.')}."
    if end is not None and end <= now:
        found += f" It ended on {_day(end)}."
    elif claims:
        found += " By what it says itself it is good: it was replaced by a newer one, or is of another server."
    return Finding(check="token", verdict=Verdict.failed, found=found, advice=advice, facts=_times(claims))


def _accepted(user: CurrentUser, claims: Mapping[str, Any], now: float) -> Finding:
    facts = {"user": user.name, "is_bot": user.is_bot, "is_admin": user.is_admin, **_times(claims)}
    end, begin = _moment(claims, "exp"), _moment(claims, "iat")
    found = f"It is {user.name}'s, {_means(user)} {_lasts(claims, end)}"
    finding = Finding(check="token", verdict=Verdict.ok, found=found, facts=facts)
    if end is not None and end - now < RENEWAL_DAYS * DAY_S:
        return _warned(finding, "Issue a new one before it ends.")
    if begin is not None and begin - now > SKEW_S:
        return _warned(finding, "It is issued in the future: one of the clocks is wrong.")
    return finding


def _warned(finding: Finding, advice: str) -> Finding:
    return Finding(
        check=finding.check, verdict=Verdict.warning, found=finding.found, advice=advice, facts=finding.facts
    )


def _means(user: CurrentUser) -> str:
    """What somebody is, and what that means for plans."""
    if user.is_bot:
        return (
            "a bot: plans are the same as with a person's token, it changes what its roles allow, and the server shows "
            "it secrets, which are shown nowhere here."
        )
    if user.is_admin:
        return "an admin: everything may be changed."
    return "neither an admin nor a bot: its roles say what it may change."


def _lasts(claims: Mapping[str, Any], end: float | None) -> str:
    if not claims:
        return "It does not tell how long it lasts."
    return "It has no end." if end is None else f"It ends on {_day(end)}."


def _moment(claims: Mapping[str, Any], name: str) -> float | None:
    value = claims.get(name)
    is_time = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 253_402_300_800
    return float(value) if is_time and value is not None else None  # up to the year 9999


def _times(claims: Mapping[str, Any]) -> dict[str, str]:
    moments = {"ends": _moment(claims, "exp"), "issued": _moment(claims, "iat")}
    return {name: datetime.fromtimestamp(at, UTC).isoformat() for name, at in moments.items() if at is not None}


def _day(moment: float) -> str:
    return f"{datetime.fromtimestamp(moment, UTC):%Y-%m-%d %H:%M} UTC"


def _rights(connection: Connection) -> Iterator[Finding]:
    """One look into the list of each kind. Nothing is written to find out."""
    try:
        entries = registry(connection.settings.bindings)
    except ConfigurationError:
        yield from not_checked(["rights"], "There are no bindings that tell the kinds.")
        return
    troubles: dict[str, list[str]] = {trouble: [] for trouble in _TROUBLES}
    for kind, entry in entries.items():
        try:
            status = connection.run(_listed(entry)).status
        except TransportError as error:  # the next one would wait as long
            yield Finding(check="rights", verdict=Verdict.failed, found=str(error))
            return
        trouble, reason = _trouble(status)
        if trouble:
            troubles[trouble].append(f"{kind}{reason}")
    yield _readable(len(entries), troubles)


def _trouble(status: int) -> tuple[str, str]:
    """What is wrong with the list that is answered with a status, empty if nothing is; and why."""
    if status in (401, 403):
        return "refused", ""
    if status in _ABSENT:
        return "absent", ""
    return ("broken", f" ({status})") if status >= 400 else ("", "")


def _listed(entry: Entry) -> Steps[Response]:
    path = f"/v1/{load_class(entry.spec).collection}"
    return (yield from sent(Request(method="GET", path=path, query=(("limit", "1"),))))


def _readable(count: int, troubles: Mapping[str, list[str]]) -> Finding:
    facts = {"kinds": count, **troubles}
    if not any(troubles.values()):
        found = f"All {count} kinds can be read. Writing is not tried: a plan tells what may not be done."
        return Finding(check="rights", verdict=Verdict.ok, found=found, facts=facts)
    found = "; ".join(f"{_some(kinds)} {_TROUBLES[name]}" for name, kinds in troubles.items() if kinds)
    advice = "Give the token's user or bot a role that allows ViewAll there." if troubles["refused"] else ""
    verdict = Verdict.failed if troubles["refused"] or troubles["broken"] else Verdict.warning
    return Finding(check="rights", verdict=verdict, found=f"{found}.", advice=advice, facts=facts)


def _some(kinds: list[str]) -> str:
    rest = len(kinds) - 5
    return ", ".join(kinds[:5]) + (f" and {rest} more" if rest > 0 else "")
