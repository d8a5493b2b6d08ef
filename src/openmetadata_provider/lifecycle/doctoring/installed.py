"""What is installed here: Python, this package, its extras, the bindings."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata, requires, version
from typing import Final

from openmetadata_provider.client.bindings import bindings_release, registry
from openmetadata_provider.errors import ConfigurationError
from openmetadata_provider.lifecycle.doctoring.findings import Finding, Verdict

CHECKS: Final = ("package", "bindings")
DISTRIBUTION: Final = "openmetadata-provider"
FOR_DEVELOPMENT: Final = "dev"
_REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)(?:\[([^\]]*)\])?")


def installed(bindings: str) -> Iterator[Finding]:
    """What this process runs on."""
    yield _package()
    yield _bindings(bindings)


def _package() -> Finding:
    python = platform.python_version()
    try:
        release = version(DISTRIBUTION)
        extras = [name for name in metadata(DISTRIBUTION).get_all("Provides-Extra") or () if name != FOR_DEVELOPMENT]
    except PackageNotFoundError:
        found, advice = f"Python {python}; {DISTRIBUTION} runs without being installed.", "Install it with pip."
        return Finding(check="package", verdict=Verdict.warning, found=found, advice=advice)
    there = sorted(extra for extra in extras if not list(missing(DISTRIBUTION, extra)))
    left = sorted(set(extras) - set(there))
    facts = {"python": python, "version": release, "extras": there, "missing_extras": left}
    found = f"{DISTRIBUTION} {release} on Python {python}, with {', '.join(there) or 'no extras'}."
    found += f" Not installed: {', '.join(left)}." if left else ""
    advice = f"YAML files need it: pip install '{DISTRIBUTION}[validate]'." if "validate" in left else ""
    verdict = Verdict.warning if advice else Verdict.ok
    return Finding(check="package", verdict=verdict, found=found, advice=advice, facts=facts)


def missing(distribution: str, extra: str) -> Iterator[str]:
    """Names of the distributions that an extra needs and that are not installed."""
    for requirement in requires(distribution) or ():
        needed, _, marker = requirement.partition(";")
        match = _REQUIREMENT.match(needed)
        if match is None or not re.search(rf"""extra\s*==\s*["']{re.escape(extra)}["']""", marker):
            continue
        name, inner = match[1], match[2]
        try:
            version(name)
        except PackageNotFoundError:
            yield name
        else:
            yield from (lost for part in (inner or "").split(",") if part for lost in missing(name, part.strip()))


def _bindings(package: str) -> Finding:
    try:
        kinds = registry(package)
    except ConfigurationError as error:
        return Finding(check="bindings", verdict=Verdict.failed, found=str(error))
    release = bindings_release(package)
    found = f"{package}: {len(kinds)} kinds, for release {release or 'unknown'}."
    facts = {"package": package, "kinds": len(kinds), "release": release or None}
    return Finding(check="bindings", verdict=Verdict.ok, found=found, facts=facts)
