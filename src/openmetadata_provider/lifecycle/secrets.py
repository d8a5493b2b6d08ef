"""Passwords of manifests: where they come from, and whether they changed.

A server shows no password (a bot sees it, but a plan is to be the same for everybody), so what is stored cannot be
compared. A secret is sent when the server has none in its place, with `rotate`, or when a local file of keyed hashes
says that it, or the reference to it, is another one than the one sent last. The file holds no secret.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import secrets as random_bytes
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any, Final

from openmetadata_provider.client.exchange import Payload
from openmetadata_provider.client.secret import Secret
from openmetadata_provider.client.settling import SERVER_MASK
from openmetadata_provider.errors import ConfigurationError
from openmetadata_provider.lifecycle.catalogue import Key
from openmetadata_provider.lifecycle.private_files import write_privately

FORMAT: Final = 1
PASSWORD_KEY: Final = re.compile(
    r"(passw(or)?d|passphrase|secret|session.?token|(api|private|secret|ssl).?key|secret.?access.?key)$|^token$", re.I
)
"""What passwords are called where no schema says which they are."""
PathTo = tuple[str | int, ...]
"""Keys and indices down to a value."""


def is_reference(value: Any) -> bool:
    """Whether a value says where a password is: `{env: NAME}`, `{file: PATH}`."""
    return isinstance(value, Mapping) and len(value) == 1 and next(iter(value)) in ("env", "file")


def password_keys(value: Any) -> Iterator[str]:
    """Keys at any depth that are called like passwords, or hold a reference to one."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            if is_reference(item) or (isinstance(item, str) and PASSWORD_KEY.search(key)):
                yield key
            yield from password_keys(item)
    elif isinstance(value, list):
        for item in value:
            yield from password_keys(item)


def secret_paths(value: Any, names: frozenset[str], path: PathTo = ()) -> Iterator[tuple[PathTo, Any]]:
    """Where a payload has passwords, and what is written there. `names` are the properties that hold some."""
    if not names:
        return
    if isinstance(value, Mapping):
        for key, item in value.items():
            if key in names and (isinstance(item, str) or is_reference(item)):
                yield (*path, key), item
            else:
                yield from secret_paths(item, names, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from secret_paths(item, names, (*path, index))


def resolved_secret(value: Any, where: str) -> Secret:
    """The password that a value stands for; `secret:…`, which the server resolves, as it is.

    `where` names the place in errors: `DashboardService looker: connection.config.clientSecret`. Raises
    ConfigurationError for a variable or file that is not there.
    """
    if not is_reference(value):
        return Secret(str(value))
    ((source, name),) = value.items()
    return _from_variable(name, where) if source == "env" else _from_file(name, where)


def _from_variable(name: str, where: str) -> Secret:
    if not os.environ.get(name):
        raise ConfigurationError(f"{where}: the environment variable {name} is not set (or empty). Set it.")
    return Secret(os.environ[name])


def _from_file(name: str, where: str) -> Secret:
    try:
        return Secret(Path(name).read_text(encoding="utf-8").rstrip("\r\n"))
    except OSError as error:
        reason = error.strerror or "cannot be read"
    except UnicodeDecodeError:
        reason = "not UTF-8"
    raise ConfigurationError(f"{where}: the file {name} with the secret: {reason}.")


def with_resolved(value: Any, names: frozenset[str], where: str) -> Any:
    """The payload with every reference replaced by its password. Raises ConfigurationError."""
    for path, written in list(secret_paths(value, names)):
        if is_reference(written):
            value = replaced_at(value, path, resolved_secret(written, f"{where}: {dotted(path)}").reveal())
    return value


def replaced_at(value: Any, path: PathTo, new: Any) -> Any:
    """A copy in which the value at `path` is another."""
    if not path:
        return new
    copy: Any = list(value) if isinstance(value, list) else dict(value)
    copy[path[0]] = replaced_at(value[path[0]], path[1:], new)
    return copy


def value_at(value: Any, path: PathTo) -> Any:
    """The value at `path`; None if there is none."""
    for step in path:
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def dotted(path: PathTo) -> str:
    """The path as plans show it: `connection.config.clientSecret`."""
    return ".".join(map(str, path))


@dataclass(slots=True, kw_only=True)
class SecretHashes:
    """Keyed hashes of the secrets that were sent last, in a file that only its owner can read."""

    path: Path
    key: str = field(repr=False)
    entries: dict[str, dict[str, str]] = field(default_factory=dict, repr=False)
    _lock: Lock = field(default_factory=Lock, repr=False)

    @classmethod
    def opened(cls, path: Path) -> SecretHashes:
        """The hashes in a file; none yet if it does not exist. Raises ConfigurationError for a file of another kind."""
        try:
            content = Payload(json.loads(path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return cls(path=path, key=random_bytes.token_hex(32))
        except (OSError, ValueError):
            content = Payload(None)
        if not isinstance(content.value, dict) or content.value.get("format") != FORMAT:
            raise ConfigurationError(f"{path} is no file of secret hashes that this release can read.")
        return cls(path=path, key=content.value["key"], entries=content.value["secrets"])

    def knows(self, key: Key, path: PathTo) -> bool:
        """Whether the secret was sent before."""
        return _entry(key, path) in self.entries

    def is_same(self, key: Key, path: PathTo, written: Any, secret: Secret) -> bool:
        """Whether it is the secret, by the same reference, that was sent last."""
        return self.entries.get(_entry(key, path)) == self._made(written, secret)

    def remember(self, key: Key, path: PathTo, written: Any, secret: Secret) -> None:
        """Notes that the secret was sent, and saves the file."""
        with self._lock:
            self.entries[_entry(key, path)] = self._made(written, secret)
            self._save()

    def _made(self, written: Any, secret: Secret) -> dict[str, str]:
        digest = hmac.new(bytes.fromhex(self.key), secret.reveal().encode(), hashlib.sha256).hexdigest()
        return {"hash": digest, "reference": json.dumps(written) if is_reference(written) else ""}

    def _save(self) -> None:
        content = json.dumps({"format": FORMAT, "key": self.key, "secrets": self.entries}, indent=1, sort_keys=True)
        write_privately(self.path, content)


def _entry(key: Key, path: PathTo) -> str:
    return f"{key[0]} {key[1]} {dotted(path)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SecretsPolicy:
    """Which secrets are sent to a server that has one in their place already."""

    rotate: bool = False
    """All of them."""
    hashes: SecretHashes | None = None
    """Those that differ from what was sent last."""

    def is_changed(self, key: Key, path: PathTo, written: Any, held: Any) -> bool:
        """Whether the secret has to be sent. `held` is what the server shows in its place.

        Raises ConfigurationError if it has to be compared and cannot be found.
        """
        if not held or self.rotate:
            return True
        if written == SERVER_MASK or self.hashes is None or not self.hashes.knows(key, path):
            return False
        secret = resolved_secret(written, f"{key[0]} {key[1]}: {dotted(path)}")
        return not self.hashes.is_same(key, path, written, secret)

    def remember(self, key: Key, path: PathTo, written: Any) -> None:
        """Notes that the secret was sent, if anything is noted."""
        if self.hashes is not None and written != SERVER_MASK:
            secret = resolved_secret(written, f"{key[0]} {key[1]}: {dotted(path)}")
            self.hashes.remember(key, path, written, secret)
