"""What YAML, JSON and payloads are made of; a module that imports nothing, for what comes before instrumentation."""

from __future__ import annotations

from typing import Final

TOKENS: Final = (
    "kind: Dashboard\n", "spec:\n", "  ", "- ", "? ", ": ", "\n", "---\n", "...\n", "&a ", "*a ", "<<: *a\n", "!!str ",
    "!x ", "|\n", ">-\n", "{", "}", "[", "]", ",", '"', "'", "\\", "#", "%YAML 1.1\n", "\t", "\r\n", "\0", "\ufeff",
    "name: x\n", "serviceType: Looker\n", "connection: {config: {", "clientSecret: hunter2\n", "é", "\U0001f600", "1e999",
    "0x", "~", "null", "true", "- - - ", "@", "`", "\x85", "\u2028", "service: a.b\n", '"\\ud800"', "owners: [team:a]\n",
)  # fmt: skip
