"""What a server of an older or a newer release refuses.

Source: the changes between releases that a client notices. Which release first knew a service type or a property is not
recorded here; such a payload passes, and that server refuses it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

from openmetadata_provider.errors import UsageError
from openmetadata_provider.validation.diagnostics import Diagnostic

Version: TypeAlias = tuple[int, int]
MANY_OWNERS: Final = (1, 5)
MANY_DOMAINS: Final = (1, 9)
RULES: Final = (1, 10)
"""First release whose rules refuse several domains, and teams beside other owners."""
STRICT_NAMES: Final = (2, 0)
NEWEST: Final = (9999, 0)
"""Stands for a version that is not known."""
_VERSION = re.compile(r"(\d+)\.(\d+)(?:[.\-].*)?")
_REFUSED_IN_NAMES = re.compile(r'[>"\x00-\x1f\x7f]')


def version_from_text(text: str) -> Version:
    """Major and minor of `1.8` or `1.8.3`. Raises UsageError."""
    match = _VERSION.fullmatch(text.strip())
    if match is None:
        raise UsageError(f"{text!r} is no server version; write it as 1.8 or 1.13.2.")
    return int(match[1]), int(match[2])


def version_faults(payload: Mapping[str, Any], version: Version) -> Iterator[Diagnostic]:
    """What a server of this version has against a payload that is valid otherwise."""
    release = ".".join(map(str, version))
    yield from _many(payload, "owners", version < MANY_OWNERS, release)
    yield from _many(payload, "domains", version < MANY_DOMAINS, release)
    name = payload.get("name")
    if version >= STRICT_NAMES and isinstance(name, str) and _REFUSED_IN_NAMES.search(name):
        yield Diagnostic(
            code="server-version",
            message=f'a server of version {release} takes no >, " or control character in a name',
            hint="Leave it out of the name.",
            path=("name",),
        )


def _many(payload: Mapping[str, Any], name: str, is_single: bool, release: str) -> Iterator[Diagnostic]:
    values = payload.get(name)
    if is_single and isinstance(values, list) and len(values) > 1:
        message = f"a server of version {release} takes one of {name}, and here are {len(values)}"
        yield Diagnostic(code="server-version", message=message, hint="Keep one of them.", path=(name,))
