"""Two servers with the same things to refer to: one gets entities, the other what was exported of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from properties.explained import rule_of, without_nulls
from properties.world import FACTS, World

from openmetadata_provider import OpenMetadata, export, plan
from openmetadata_provider.client.answers import fetch
from openmetadata_provider.client.exchange import Request
from openmetadata_provider.errors import ApiError
from openmetadata_provider.lifecycle.exporting.export import Export
from openmetadata_provider.lifecycle.secrets import secret_paths
from openmetadata_provider.sandbox import SandboxOptions, SandboxServer
from openmetadata_provider.validation import Checks, Severity, validate
from openmetadata_provider.validation.kinds import kinds


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Clients of the two servers."""

    world: World
    source: OpenMetadata
    """As the bot: sees every secret."""
    person: OpenMetadata
    """The same server, as an admin."""
    target: OpenMetadata
    numbers: Iterator[int]

    def created(self, kind: str, payload: Any) -> str | None:
        """FQN of the entity that a POST of the payload makes; None if a rule is against it, or nothing can be said."""
        body = self._unique(without_nulls(self.world.placed(kind, payload)))
        if _has_empty_secret(kind, body):
            return None
        path = f"/v1/{FACTS[kind].collection}"
        try:
            made = self.source.connection.run(fetch(Request(method="POST", path=path, body=body, about="")))
        except ApiError as error:
            if error.status == 400 and rule_of(error.message):
                return None
            raise
        return str(made.value["fullyQualifiedName"])

    def _unique(self, payload: Any) -> Any:
        """Under a name that a URL can hold, and in one domain, as the rules of a server want it."""
        number = next(self.numbers)
        name = "".join(c for c in payload["name"][:240] if c.isprintable() and c not in '":>')
        email = {"email": f"{number}{payload['email']}"} if "email" in payload else {}
        domains = {"domains": payload["domains"][:1]} if payload.get("domains") else {}
        return payload | {"name": f"{name}{number}"} | email | domains


def _has_empty_secret(kind: str, body: Any) -> bool:
    """A bot sees that it is empty, a person sees a mask: they cannot agree about it."""
    shape = kinds()[kind].shape(body.get("serviceType"))
    return any(not written for _, written in secret_paths(body.get("connection"), shape.secrets))


@contextmanager
def pair_of_servers(folder: Path) -> Iterator[Pair]:
    """The world, served twice."""
    world = World()
    with ExitStack() as stack:
        stack.callback(world.catalogue.store.close)
        servers = []
        for name in ("source", "target"):
            world.catalogue.store.query("VACUUM INTO ?", str(folder / f"{name}.db"))
            options = SandboxOptions(database=str(folder / f"{name}.db"))
            servers.append(stack.enter_context(SandboxServer(options)))
        tokens = [(servers[0], servers[0].bot_token), (servers[0], servers[0].admin_token)]
        tokens.append((servers[1], servers[1].admin_token))
        clients = [stack.enter_context(OpenMetadata(host=s.url, jwt_token=token)) for s, token in tokens]
        yield Pair(world=world, source=clients[0], person=clients[1], target=clients[2], numbers=count())


def errors_of(documents: Export) -> list[str]:
    """What is wrong with them."""
    checks = Checks(literal_secrets=True)
    found = [d for document in documents for d in validate(document.spec, kind=document.kind, checks=checks)]
    return [str(d) for d in found if d.severity is Severity.error or d.code == "literal-secret"]


def fault_of(pair: Pair, kind: str, fqn: str, set_variable: Callable[[str, str], None]) -> str | None:
    """Which law does not hold for an entity; None if all do."""
    found = export(pair.source, f"{kind}/{fqn}")
    if found.skipped or found.notes:
        return f"{found.skipped} {found.notes}"
    as_person = export(pair.person, f"{kind}/{fqn}")
    if found[0].spec != as_person[0].spec:
        return f"a person gets something else than a bot:\n{found}\n{as_person}"
    if errors := errors_of(found):
        return f"not valid: {errors}"
    for om in (pair.source, pair.person):
        if not (planned := plan(om, found)).is_empty:
            return f"plans as\n{planned}\n{found}"
    for name in found.variables:
        set_variable(name, f"secret-{name}")
    plan(pair.target, found).apply().raise_for_failures()
    again = export(pair.target, f"{kind}/{fqn}")
    is_same = [d.spec for d in again] == [d.spec for d in found]
    return None if is_same else f"no fixpoint:\n{found}\n{again}"
