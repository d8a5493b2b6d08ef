"""A sandbox, and an environment in which `omp` finds it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from openmetadata_provider.sandbox import SandboxOptions, SandboxServer

sys.path.insert(0, str(Path(__file__).parent))  # modules that are called lifecycle_...


@pytest.fixture
def server() -> Iterator[SandboxServer]:
    with SandboxServer(SandboxOptions()) as server:
        yield server
