"""Fully qualified names: the server's quoting rule, and the way into a URL.

An FQN is the names on the path to an entity, joined with dots. A name that holds a dot stands in double quotes, no
other does: service `my.svc`, dashboard `d 1` give `"my.svc".d 1`. A name with a double quote inside is refused by the
server. Source: reference/openmetadata-server.md, 2.3.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote

from openmetadata_provider.errors import InvalidName
from openmetadata_spec import EntitySpec

_PART = re.compile(r'"(?P<quoted>[^"]+)"|(?P<bare>[^."]+)')


def quote_name(name: str) -> str:
    """The name as a part of an FQN. A name already in quotes keeps them only where they are needed.

    Raises InvalidName for an empty name or one with a double quote inside.
    """
    bare = unquote_name(name)
    if not bare or '"' in bare:
        raise InvalidName(f"name {name!r} is {'refused by the server: it holds a double quote' if bare else 'empty'}.")
    return f'"{bare}"' if "." in bare else bare


def unquote_name(part: str) -> str:
    """The name that a part of an FQN stands for."""
    return part[1:-1] if len(part) > 2 and part[0] == part[-1] == '"' else part


def build(*names: str) -> str:
    """The FQN of an entity from the names on the path to it. Raises InvalidName."""
    if not names:
        raise InvalidName("an FQN needs at least one name.")
    return ".".join(quote_name(name) for name in names)


def join(parent: str, name: str) -> str:
    """The FQN of the entity `name` under the entity whose FQN is `parent`. Raises InvalidName."""
    return f"{parent}.{quote_name(name)}" if parent else quote_name(name)


def split(fqn: str) -> tuple[str, ...]:
    """The names in an FQN, without quotes: the inverse of `build`. Raises InvalidName for a malformed FQN."""
    names = []
    end = -1
    while end < len(fqn):
        part = _PART.match(fqn, end + 1)
        if part is None or fqn[part.end() : part.end() + 1] not in ("", "."):
            raise InvalidName(
                f"FQN {fqn!r} is malformed at character {end + 2}: names are joined with single dots, "
                'and a name that holds a dot stands in double quotes, as in "my.service".dashboard.'
            )
        names.append(part["quoted"] or part["bare"])
        end = part.end()
    return tuple(names)


def fqn_of_request(spec: EntitySpec, body: Mapping[str, object]) -> str:
    """The FQN the server will give to what a create request describes, or its name alone where the parent is no FQN.

    Empty for a request without name. Raises InvalidName for a name with a double quote inside.
    """
    name = str(body.get("name") or "")
    if not name:
        return ""
    parent = next(filter(None, (body.get(parent.property) for parent in spec.parents)), "")
    return join(parent if isinstance(parent, str) else "", name.lower() if spec.lowercase_name else name)


def escape(fqn: str) -> str:
    """The FQN as one segment of a URL path. Raises InvalidName for an empty one or one that is no Unicode text."""
    if not fqn:
        raise InvalidName("the FQN is empty.")
    try:
        return quote(fqn, safe="")
    except UnicodeEncodeError:
        raise InvalidName(f"FQN {fqn!r} holds half of a surrogate pair, which is no character.") from None
