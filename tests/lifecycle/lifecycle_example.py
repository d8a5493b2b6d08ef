"""The example catalogue, on a server: with secrets that are there, and without the custom property."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from openmetadata_provider import OpenMetadata, plan
from openmetadata_provider.sandbox import SandboxOptions, SandboxServer

EXAMPLES = Path(__file__).parents[2] / "examples" / "manifests"
PASSWORD = "hunter2"
"""Of every service in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A server with the example catalogue, and who talks to it."""

    server: SandboxServer
    admin: OpenMetadata
    bot: OpenMetadata
    manifests: Path


def prepared(folder: Path, environment: pytest.MonkeyPatch) -> Path:
    """A copy of the manifests whose secrets can be found."""
    for name in ("LOOKER_SECRET", "SHOP_PASSWORD"):
        environment.setenv(name, PASSWORD)
    secret = folder / "superset"
    secret.write_text(PASSWORD, encoding="utf-8")
    manifests = folder / "manifests"
    shutil.copytree(EXAMPLES, manifests)
    file = manifests / "dashboards.yaml"
    text = file.read_text(encoding="utf-8").replace("/run/secrets/superset", str(secret))
    file.write_text(text.replace('  extension:\n    costCentre: "4200"\n', ""), encoding="utf-8")
    return manifests


@contextmanager
def stage(manifests: Path) -> Iterator[Stage]:
    """Applied by the bot."""
    with (
        SandboxServer(SandboxOptions()) as server,
        OpenMetadata(host=server.url, jwt_token=server.admin_token) as admin,
        OpenMetadata(host=server.url, jwt_token=server.bot_token) as bot,
    ):
        plan(bot, str(manifests)).apply().raise_for_failures()
        yield Stage(server=server, admin=admin, bot=bot, manifests=manifests)
