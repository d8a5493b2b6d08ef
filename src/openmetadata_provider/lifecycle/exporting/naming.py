"""Names of variables for secrets, and of files for entities: valid everywhere, and the same in every run."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from typing import Final

from openmetadata_provider.client.differences import CONNECTION
from openmetadata_provider.lifecycle.secrets import PathTo, dotted

_HUMP: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NO_WORD: Final = re.compile(r"[^A-Za-z0-9]+")
_FAITHFUL: Final = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")
"""FQNs that can be told from the name of a variable."""
_OBVIOUS: Final = (CONNECTION, "config")
_LONGEST: Final = 160
"""Bytes of a file's name, check sum and suffix not counted: most file systems take 255."""
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.I)
"""Names that Windows keeps for devices."""


def variable(kind: str, fqn: str, path: PathTo) -> str:
    """`DASHBOARD_SERVICE_LOOKER_CLIENT_SECRET`, with a check sum behind it where the FQN cannot be read from it."""
    inner = path[len(_OBVIOUS) :] if path[: len(_OBVIOUS)] == _OBVIOUS else path
    parts = [_words(kind), _words(fqn), *(_words(str(step)) for step in inner)]
    if not _FAITHFUL.fullmatch(fqn):
        parts.append(_checksum(f"{kind}/{fqn}/{dotted(path)}").upper())
    return "_".join(filter(None, parts))


def _words(text: str) -> str:
    return _NO_WORD.sub("_", _HUMP.sub("_", text)).strip("_").upper()


def _checksum(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def file_names(fqns: Iterable[str], taken: Iterable[str] = ()) -> dict[str, str]:
    """A file for every FQN of one folder: `looker.sales.yaml`. `taken` are names of files that are there already.

    Names that differ only in case, or in what had to be replaced, get a check sum: some file systems cannot tell them
    apart.
    """
    plain = {fqn: _plain(fqn) for fqn in fqns}
    counts = Counter(_folded(name) for name in plain.values())
    there = {_folded(name.removesuffix(".yaml")): name.removesuffix(".yaml") for name in taken}
    clashing = {
        fqn for fqn, name in plain.items() if counts[_folded(name)] > 1 or there.get(_folded(name), name) != name
    }
    clashing |= {fqn for fqn in plain if len(_safe(fqn).encode()) > _LONGEST}
    return {fqn: f"{name}-{_checksum(fqn)}.yaml" if fqn in clashing else f"{name}.yaml" for fqn, name in plain.items()}


def _plain(fqn: str) -> str:
    """Letters and digits of any script, and what no shell and no file system minds."""
    safe = _safe(fqn).encode()[:_LONGEST].decode(errors="ignore")
    is_special = safe[:1] in (".", "-", "") or _RESERVED.match(safe)
    return f"_{safe}" if is_special else safe


def _safe(fqn: str) -> str:
    text = unicodedata.normalize("NFC", fqn.replace('"', ""))
    return "".join(c if c.isalnum() or c in "._-+@" else "_" for c in text)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name.casefold())
