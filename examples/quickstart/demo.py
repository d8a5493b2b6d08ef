"""Creates the configuration beside this file on a local sandbox, and shows what now exists.

    python examples/quickstart/demo.py

The order of `COLLECTIONS` is that of the references: a dashboard names its charts, a chart its service.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from openmetadata_provider import InvalidRequest, OpenMetadata
from openmetadata_provider.sandbox.server import SandboxServer

HERE = Path(__file__).parent
COLLECTIONS = ("dashboard_services", "database_services", "databases", "charts", "dashboards")
REFUSED = HERE / "refused" / "misspelled_host.json"


def payloads(collection: str) -> list[dict[str, Any]]:
    """The create requests of one collection, as written in its file."""
    found: list[dict[str, Any]] = json.loads((HERE / f"{collection}.json").read_text(encoding="utf-8"))
    return found


def create_all(om: OpenMetadata) -> None:
    """Services one by one with POST, all that is in them in one bulk call per collection."""
    for collection in COLLECTIONS:
        resource = getattr(om, collection)
        if collection.endswith("_services"):
            for payload in payloads(collection):
                resource.create(**payload)
        else:
            requests = [resource.request_model.model_validate(payload) for payload in payloads(collection)]
            resource.bulk_upsert(requests).raise_for_failures()


def inventory(om: OpenMetadata) -> Table:
    """A table of everything that exists on the server in our collections, 80 columns wide at most."""
    table = Table("kind", "fully qualified name", "version", "href", box=None, pad_edge=False)
    for collection in COLLECTIONS:
        resource = getattr(om, collection)
        for entity in sorted(resource.list(), key=lambda entity: entity.fullyQualifiedName):
            table.add_row(resource.spec.kind, entity.fullyQualifiedName, str(entity.version), short_link(entity.href))
    return table


def short_link(href: str) -> str:
    """The last two parts of a URL, the id cut to its beginning; a terminal that knows links opens the whole."""
    *_, collection, id = href.split("/")
    return f"[link={href}]…/{collection}/{id[:8]}[/link]"


def refusal(om: OpenMetadata) -> str:
    """What a person reads when a field name is misspelled. Nothing is sent."""
    try:
        om.dashboard_services.create(**json.loads(REFUSED.read_text(encoding="utf-8")))
    except InvalidRequest as error:
        return str(error)
    raise AssertionError(f"{REFUSED.name} was to be refused, and was not")


def main() -> None:
    """Runs the demo and leaves nothing behind."""
    console = Console(highlight=False)
    with SandboxServer() as sandbox, OpenMetadata(host=sandbox.url, jwt_token=sandbox.admin_token) as om:
        console.print(f"A sandbox listens at {sandbox.url}.\n")
        create_all(om)
        console.print("On it there are now:\n")
        console.print(inventory(om), "")
        console.print(f"{REFUSED.relative_to(HERE)} is refused before anything is sent:\n")
        console.print(refusal(om), style="red", markup=False)
    console.print("\nThe sandbox is stopped. Next: README.md, “A tour in five minutes”.")


if __name__ == "__main__":
    main()
