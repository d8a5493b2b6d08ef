"""The README's recipe for an entity, followed to the letter in a copy: two schemas, one manifest entry, generate."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "new_entity"

USE = """
import httpx
from openmetadata_provider import OpenMetadata
seen = []
def answer(request):
    seen.append((request.method, request.url.path, request.read().decode()))
    return httpx.Response(201, json={"id": "5b1ac3dc-9ea3-4d4d-8b9c-0a0f4d1f3a11", "name": "net_revenue",
                                     "fullyQualifiedName": "net_revenue", "metricType": "SUM", "version": 0.1})
with OpenMetadata(host="http://localhost:8585", jwt_token="t", bindings="my_bindings",
                  transport=httpx.MockTransport(answer)) as om:
    made = om.metrics.create(name="net_revenue", metricType="SUM", granularity="WEEK")
print(made.fullyQualifiedName, made.metricType.value)
(method, path, body), = seen
print(method, path, body)
"""


def test_two_schemas_and_one_manifest_entry_make_a_collection(tmp_path: Path) -> None:
    schemas, out = tmp_path / "schemas", tmp_path / "generated"
    shutil.copytree(ROOT / "schemas", schemas)
    for folder in ("api", "entity"):
        shutil.copytree(EXAMPLE / folder, schemas / folder, dirs_exist_ok=True)
    with (schemas / "entities.toml").open("a", encoding="utf-8") as manifest:
        manifest.write((EXAMPLE / "entry.toml").read_text(encoding="utf-8"))
    made = _python(
        "-m", "openmetadata_codegen", "generate",
        "--schemas", str(schemas), "--out", str(out), "--package", "my_bindings", cwd=tmp_path,
    )  # fmt: skip
    assert made.returncode == 0, made.stdout + made.stderr
    used = _python("-W", "error", "-c", f"import sys; sys.path.insert(0, {str(out)!r})\n{USE}", cwd=tmp_path)
    assert used.returncode == 0, used.stderr
    first, second = used.stdout.splitlines()
    assert first == "net_revenue SUM"
    assert second.startswith('POST /api/v1/metrics {"name":"net_revenue"')
    assert (out / "docs" / "resources" / "metrics.md").is_file()


def _python(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False
    )
