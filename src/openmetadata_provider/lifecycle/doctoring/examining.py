"""All checks, one after another. What one cannot do without is said to be not checked; the others go on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from openmetadata_provider.client.bindings import bindings_release
from openmetadata_provider.client.openmetadata import OpenMetadata
from openmetadata_provider.client.reaching import Reached, reached
from openmetadata_provider.client.secret import Secret
from openmetadata_provider.client.settings import DEFAULT_BINDINGS, Settings
from openmetadata_provider.client.transport import Connection
from openmetadata_provider.errors import ConfigurationError
from openmetadata_provider.lifecycle.doctoring import reaching, serving, speaking
from openmetadata_provider.lifecycle.doctoring.configuring import configured
from openmetadata_provider.lifecycle.doctoring.findings import Diagnosis, Finding, not_checked
from openmetadata_provider.lifecycle.doctoring.installed import installed


def examined(om: OpenMetadata | None = None, *, host: str | None = None, bindings: str = DEFAULT_BINDINGS) -> Diagnosis:
    """What is found between here and a server: that of a client, or that of the environment. Changes nothing.

    `host`: instead of the environment's, and `bindings`, the package to compare the server with: where no client tells.
    Raises nothing for what it finds.
    """
    settings, first = configured(om, host, bindings)
    package = bindings if settings is None else settings.bindings
    found = [first, *_from_here(settings), *installed(package)]
    secrets = () if settings is None else (*settings.tokens.secrets, *settings.network.secrets)
    return Diagnosis(findings=tuple(_without(secrets, finding) for finding in found))


def _from_here(settings: Settings | None) -> Iterator[Finding]:
    if settings is None:
        checks = (*reaching.CHECKS, *serving.CHECKS, *speaking.CHECKS)
        yield from not_checked(checks, "There is no configuration.")
        return
    try:
        seen = reached(settings)
    except ConfigurationError as error:
        yield from not_checked((*reaching.CHECKS, *serving.CHECKS, *speaking.CHECKS), str(error))
        return
    yield from reaching.way(settings, seen)
    yield from _beyond(settings, seen)


def _beyond(settings: Settings, seen: Reached) -> Iterator[Finding]:
    """What the server itself tells."""
    is_lost = seen.connected_s is None or (settings.api_url.startswith("https:") and seen.secured_s is None)
    if is_lost or seen.is_refused_by_proxy:
        yield from not_checked((*serving.CHECKS, *speaking.CHECKS), "The server cannot be reached.")
        return
    server, finding = serving.serving(seen)
    yield finding
    if server is None:
        yield from not_checked(("version", "bulk"), "It is not known what answers.")
        yield serving.clock(seen)
        yield from not_checked(speaking.CHECKS, "The token is sent to an OpenMetadata server only.")
        return
    yield from serving.about_release(server, bindings_release(settings.bindings))
    yield serving.clock(seen)
    connection = Connection(settings)
    try:
        yield from speaking.spoken(connection)
    finally:
        connection.close()


def _without(secrets: tuple[Secret, ...], finding: Finding) -> Finding:
    """The finding, should a server have repeated what it was sent."""
    found, advice = finding.found, finding.advice
    for secret in secrets:
        found, advice = secret.removed_from(found), secret.removed_from(advice)
    return replace(finding, found=found, advice=advice)
