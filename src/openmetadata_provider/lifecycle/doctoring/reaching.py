"""The way to the server: name, connection, proxy, certificate."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Iterator
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit
from urllib.request import getproxies

from openmetadata_provider.client.reaching import Reached, untrusted_certificate
from openmetadata_provider.client.settings import Settings
from openmetadata_provider.lifecycle.doctoring.findings import Finding, Verdict, not_checked

CHECKS: Final = ("proxy", "name", "connection", "tls")
RENEWAL_DAYS: Final = 21
"""A certificate that ends sooner than this should have been renewed by now."""
DAY_S: Final = 86_400


def way(settings: Settings, seen: Reached) -> Iterator[Finding]:
    """Each piece of the way, as far as the exchange came."""
    if not seen.host:
        reason = seen.failure.reason if seen.failure is not None else "nothing was sent"
        yield from not_checked(CHECKS, f"No connection was tried: {reason}.")
        return
    yield _proxy(settings, seen)
    yield (name := _name(seen))
    yield _connection(seen, is_named=name.verdict is not Verdict.failed)
    yield _tls(settings, seen)


def _is_proxied(settings: Settings, seen: Reached) -> bool:
    url = urlsplit(settings.api_url)
    server = url.hostname, url.port or (443 if url.scheme == "https" else 80)
    return bool(seen.host) and (seen.host, seen.port) != server


def _proxy(settings: Settings, seen: Reached) -> Finding:
    if not _is_proxied(settings, seen):
        ignored = "; the one of the environment is not for this host" if _variables(settings) else ""
        return Finding(check="proxy", verdict=Verdict.ok, found=f"None is used{ignored}.", facts={"used": False})
    given = settings.network.proxy is not None
    source = "Network(proxy=...)" if given else " or ".join(_variables(settings)) or "the system's settings"
    found = f"{seen.host}:{seen.port}, from {source}."
    facts = {"used": True, "host": seen.host, "port": seen.port, "from": source}
    if seen.is_refused_by_proxy:
        advice = f"Correct user and password in {source}, ask who runs it to let this host through, or set NO_PROXY."
        why = seen.failure.reason.rstrip(".") if seen.failure is not None else "407, it wants user and password"
        reason = f"{found} It refused: {why}."
        return Finding(check="proxy", verdict=Verdict.failed, found=reason, advice=advice, facts=facts)
    return Finding(check="proxy", verdict=Verdict.ok, found=found, facts=facts)


def _variables(settings: Settings) -> list[str]:
    """Environment variables that name a proxy for the server's scheme."""
    found = getproxies()
    return [f"{name.upper()}_PROXY" for name in (urlsplit(settings.api_url).scheme, "all") if found.get(name)]


def _name(seen: Reached) -> Finding:
    if _is_address(seen.host):
        return Finding(check="name", verdict=Verdict.ok, found=f"{seen.host} is an address.")
    begun = time.perf_counter()
    try:
        rows = socket.getaddrinfo(seen.host, seen.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or "no such name"
        advice = "Check the spelling, and whether the name is known here (VPN, DNS)."
        found = f"{seen.host} leads nowhere: {reason}."
        return Finding(check="name", verdict=Verdict.failed, found=found, advice=advice, facts={"host": seen.host})
    taken_s = time.perf_counter() - begun
    addresses = list(dict.fromkeys(str(row[4][0]) for row in rows))
    found = f"{seen.host} is {', '.join(addresses)} ({_ms(taken_s)})."
    facts = {"host": seen.host, "addresses": addresses, "seconds": round(taken_s, 4)}
    return Finding(check="name", verdict=Verdict.ok, found=found, facts=facts)


def _connection(seen: Reached, *, is_named: bool) -> Finding:
    place = f"{seen.host}:{seen.port}"
    if seen.connected_s is not None:
        facts = {"address": seen.address, "port": seen.port, "seconds": round(seen.connected_s, 4)}
        found = f"{place} answers at {seen.address} ({_ms(seen.connected_s)})."
        return Finding(check="connection", verdict=Verdict.ok, found=found, facts=facts)
    if not is_named:
        return Finding(check="connection", verdict=Verdict.not_checked, found="The name leads nowhere.")
    reason = seen.failure.reason.rstrip(".") if seen.failure is not None else "nothing was sent"
    advice = "Check that the server runs, that the port is right, and that no firewall is between."
    return Finding(check="connection", verdict=Verdict.failed, found=f"{place}: {reason}.", advice=advice)


def _tls(settings: Settings, seen: Reached) -> Finding:
    url = urlsplit(settings.api_url)
    if url.scheme == "http":
        return _plain(url.hostname or "")
    if seen.secured_s is not None:
        return _certificate(seen)
    if seen.connected_s is None or seen.is_refused_by_proxy:
        return Finding(check="tls", verdict=Verdict.not_checked, found="There is no connection to the server.")
    if seen.untrusted:
        return _untrusted(settings, seen)
    reason = seen.failure.reason.rstrip(".") if seen.failure is not None else "no handshake"
    advice = "Check that the port speaks https; if it speaks plain http, the host begins with http://."
    return Finding(check="tls", verdict=Verdict.failed, found=f"No handshake: {reason}.", advice=advice)


def _plain(host: str) -> Finding:
    if host == "localhost" or (_is_address(host) and ip_address(host).is_loopback):
        return Finding(check="tls", verdict=Verdict.ok, found="Plain http, which does not leave this machine.")
    found = "Plain http: token and secrets can be read on the way."
    advice = "Give the server a certificate (or a proxy before it), and begin the host with https://."
    return Finding(check="tls", verdict=Verdict.warning, found=found, advice=advice)


def _certificate(seen: Reached) -> Finding:
    days, issuer = _days_left(seen), _issuer(seen)
    found = f"{seen.tls_version}, certificate from {issuer}, matches the host, ends in {days} days."
    facts = {"version": seen.tls_version, "issuer": issuer, "days_left": days, "host_matches": True}
    if days >= RENEWAL_DAYS:
        return Finding(check="tls", verdict=Verdict.ok, found=found, facts=facts)
    advice = "Have the server's certificate renewed."
    return Finding(check="tls", verdict=Verdict.warning, found=found, advice=advice, facts=facts)


def _untrusted(settings: Settings, seen: Reached) -> Finding:
    if not _is_proxied(settings, seen):
        timeout_s = settings.network.connect_timeout_s
        seen.certificate = untrusted_certificate(seen.host, seen.port, timeout_s)
    details = f" It is from {_issuer(seen)}, and ends in {_days_left(seen)} days." if seen.certificate else ""
    found = f"The certificate is not trusted: {seen.untrusted.rstrip('.')}.{details}"
    facts = {"reason": seen.untrusted, "host_matches": not _is_mismatch(seen)}
    if seen.certificate:
        facts |= {"issuer": _issuer(seen), "days_left": _days_left(seen)}
    return Finding(check="tls", verdict=Verdict.failed, found=found, advice=_cure(seen), facts=facts)


def _cure(seen: Reached) -> str:
    if _is_mismatch(seen):
        return "Use the name that the certificate is for, or have it issued for this one."
    if "expired" in seen.untrusted or "not yet valid" in seen.untrusted:
        return "Have the certificate renewed; if it is good, correct the clock of this machine."
    return "If you trust that authority, give its certificate: SSL_CERT_FILE, or Network(ca_file=...)."


def _is_mismatch(seen: Reached) -> bool:
    return "mismatch" in seen.untrusted


def _issuer(seen: Reached) -> str:
    names = {key: value for group in seen.certificate.get("issuer", ()) for key, value in group}
    return str(names.get("organizationName") or names.get("commonName") or "an authority without a name")


def _days_left(seen: Reached) -> int:
    return int((ssl.cert_time_to_seconds(seen.certificate["notAfter"]) - seen.answered_at) // DAY_S)


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"
