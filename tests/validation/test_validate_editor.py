"""`omp schema --vscode` in the server that editors use for YAML: it marks what is wrong, and completes.

The server is `yaml-language-server` from npm; OPENMETADATA_YAML_LANGUAGE_SERVER is its command or its script:

    npm install --prefix /some/folder yaml-language-server
    export OPENMETADATA_YAML_LANGUAGE_SERVER=/some/folder/node_modules/.bin/yaml-language-server
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Timer
from typing import Any

import pytest

SERVER = os.environ.get("OPENMETADATA_YAML_LANGUAGE_SERVER", "")
ROOT = Path(__file__).parents[2]
OMP = [sys.executable, "-c", "from openmetadata_provider.cli import main\nmain()", "schema"]
PATIENCE_S = 120
"""After which a server that says nothing is ended, and the tests with it."""
RIGHT = "kind: Dashboard\nspec:\n  name: sales\n  service: looker\n"
WRONG = RIGHT.replace("name", "nmae")
pytestmark = [
    pytest.mark.skipif(not SERVER, reason="OPENMETADATA_YAML_LANGUAGE_SERVER names no language server"),
    pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed"),
]


class Editor:
    """As much of an editor as the server needs: it sends settings when it is asked for them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._settings = json.loads((folder / ".vscode" / "settings.json").read_text(encoding="utf-8"))
        self._process = subprocess.Popen(
            [SERVER, "--stdio"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._patience = Timer(PATIENCE_S, self._process.kill)
        self._patience.start()
        self._number = 0
        self._diagnostics: dict[str, list[Any]] = {}

    def start(self) -> None:
        root = self.folder.as_uri()
        self.ask(
            "initialize",
            processId=os.getpid(),
            rootUri=root,
            workspaceFolders=[{"uri": root, "name": "work"}],
            capabilities={"workspace": {"configuration": True, "workspaceFolders": True}},
        )
        self.tell("initialized")

    def stop(self) -> None:
        self.ask("shutdown")
        self.tell("exit")
        self._process.wait()
        self._patience.cancel()
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            stream.close()

    def open(self, file: str, text: str) -> str:
        """Opens a document, as if it were typed in. Its URI."""
        uri = (self.folder / file).as_uri()
        self.tell("textDocument/didOpen", textDocument={"uri": uri, "languageId": "yaml", "version": 1, "text": text})
        return uri

    def diagnostics(self, uri: str) -> list[Any]:
        """What the server marks in a document."""
        while uri not in self._diagnostics:
            self._receive()
        return self._diagnostics[uri]

    def ask(self, method: str, **params: Any) -> Any:
        """The result of a request; what the server wants meanwhile is answered."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self._number and "method" not in message:
                assert "error" not in message, message
                return message.get("result")

    def tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        length = 0
        while (line := self._process.stdout.readline()) not in (b"\r\n", b""):
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        assert length, "the server ended"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        return message

    def _answer(self, message: dict[str, Any]) -> Any:
        if message["method"] == "workspace/configuration":
            return [self._section(item.get("section", "")) for item in message["params"]["items"]]
        return None

    def _section(self, name: str) -> dict[str, Any]:
        """`yaml` of the settings: {"schemas": …} out of "yaml.schemas"."""
        prefix = f"{name}."
        return {key.removeprefix(prefix): value for key, value in self._settings.items() if key.startswith(prefix)}


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    folder = tmp_path_factory.mktemp("editor")
    subprocess.run([*OMP, "--vscode"], cwd=folder, check=True, capture_output=True)
    made = Editor(folder)
    made.start()
    yield made
    made.stop()


def test_a_right_manifest_is_left_alone(editor: Editor) -> None:
    assert editor.diagnostics(editor.open("openmetadata/right.yaml", RIGHT)) == []


def test_a_wrong_field_is_marked_where_it_stands(editor: Editor) -> None:
    marked = editor.diagnostics(editor.open("openmetadata/wrong.yaml", WRONG))
    places = {found["message"]: found["range"]["start"] for found in marked}
    assert any("nmae" in message and start == {"line": 2, "character": 2} for message, start in places.items()), marked


def test_files_elsewhere_are_none_of_its_business(editor: Editor) -> None:
    assert editor.diagnostics(editor.open("compose.yaml", WRONG)) == []


def test_the_name_of_a_field_is_completed(editor: Editor) -> None:
    uri = editor.open("openmetadata/typing.yaml", RIGHT + "  displ\n")
    found = editor.ask("textDocument/completion", textDocument={"uri": uri}, position={"line": 4, "character": 7})
    items = found["items"] if isinstance(found, dict) else found
    assert "displayName" in {item["label"] for item in items}


def test_the_shipped_manifests_are_right_in_an_editor_too(editor: Editor) -> None:
    for file in sorted((ROOT / "examples" / "manifests").glob("*.yaml")):
        marked = editor.diagnostics(editor.open(f"openmetadata/{file.name}", file.read_text(encoding="utf-8")))
        assert (file.name, marked) == (file.name, [])
