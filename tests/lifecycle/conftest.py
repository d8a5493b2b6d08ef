"""What tests of the lifecycle share: a sandbox, and the way to the helper modules."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from openmetadata_provider import OpenMetadata
from openmetadata_provider.sandbox import SandboxOptions, SandboxServer

sys.path.insert(0, str(Path(__file__).parent))  # modules that are called lifecycle_...


@pytest.fixture(scope="module")
def shared_om() -> Iterator[OpenMetadata]:
    """A bot at a sandbox that the tests of a module share."""
    with SandboxServer(SandboxOptions()) as server, OpenMetadata(host=server.url, jwt_token=server.bot_token) as om:
        yield om


@pytest.fixture
def server() -> Iterator[SandboxServer]:
    with SandboxServer(SandboxOptions()) as server:
        yield server
