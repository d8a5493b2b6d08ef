"""Where diagnostics point, and that no line shown has a secret in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from openmetadata_provider.validation.diagnostics import Diagnostic
from openmetadata_provider.validation.reports.outcome import Outcome
from openmetadata_provider.validation.reports.terminal import Look
from openmetadata_provider.validation.reports.writing import Format, report
from openmetadata_provider.validation.run import Options, checked

SECRET = "hunter2"
LOOKER = "kind: DashboardService\nspec:\n  name: looker\n  serviceType: Looker\n"


def found(folder: Path, text: str, suffix: str = "yaml") -> list[Diagnostic]:
    file = folder / f"input.{suffix}"
    file.write_text(text, encoding="utf-8")
    results = checked([str(file)], Options())
    for form in Format:
        assert SECRET not in "".join(report(Outcome(results=results), form, Look(), ()))
    assert SECRET not in str([diagnostic.place for diagnostic in results[0].diagnostics])  # the whole line, not cut
    return list(results[0].diagnostics)


@pytest.mark.parametrize(
    "config",
    [
        f"{{clientId: x, hostport: y, clientSecret: {SECRET}}}",
        f"{{clientId: x, hostport: y, clientScret: {SECRET}}}",
        f"{{clientId: x, hostport: y, secret: {SECRET}}}",
        f"{{clientId: x, hostport: y, pasword: {SECRET}}}",
        f"{{clientId: x, hostport: y, ClientSecret: '{SECRET}', z: 1}}",
        f'{{clientId: x, hostport: y, clientSecret: ["{SECRET}", {{a: {SECRET}}}]}}',
        f'{{clientId: x, hostport: y, "client_secret": "{SECRET}"}}',
        f"{{clientId: x, hostport: y, gitCredentials: {{token: {SECRET}, typo: 1}}}}",
    ],
)
def test_a_secret_beside_a_mistake_is_masked(tmp_path: Path, config: str) -> None:
    told = found(tmp_path, f"{LOOKER}  connection: {{config: {config}}}\n")
    shown = [diagnostic.place.text for diagnostic in told if diagnostic.place is not None]
    assert any("hostport: y" in line and "*******" in line for line in shown)


def test_every_line_of_a_block_scalar_is_masked(tmp_path: Path) -> None:
    text = f"{LOOKER}  connection:\n    config:\n      clientId: x\n      clientScret: |\n        {SECRET}\n        {SECRET}\n"
    assert [d.code for d in found(tmp_path, text)] == ["missing-field", "unknown-field"]


def test_a_secret_in_an_alias_is_masked(tmp_path: Path) -> None:
    text = f"{LOOKER}  connection: {{config: {{clientId: &s {SECRET}, clientSecret: *s, hostport: x}}}}\n"
    assert found(tmp_path, text)


def test_a_secret_is_masked_in_a_reference_between_documents(tmp_path: Path) -> None:
    text = (
        "kind: DatabaseService\nspec: {name: a, serviceType: Mysql}\n---\n"
        "kind: DashboardService\nspec: {name: b, serviceType: Superset, owners: ['user:x'], connection: {config: "
        f"{{hostPort: 'http://x', connection: {{provider: db, username: u, password: {SECRET}, sslConfig: {{sslKey: {{vault: {SECRET}}}}}}}}}}}}}\n"
    )
    assert {d.code for d in found(tmp_path, text)} >= {"expected-on-server"}


def test_a_payload_without_a_kind_is_masked_by_the_names_of_its_keys(tmp_path: Path) -> None:
    assert [d.code for d in found(tmp_path, f"{{name: x, config: {{apiKey: {SECRET}}}}}\n")] == ["missing-kind"]


def test_a_key_is_meant_where_a_value_goes_over_several_lines(tmp_path: Path) -> None:
    place = found(tmp_path, "kind: Dashboard\nspec:\n  name: x\n  service:\n    a: 1\n")[0].place
    assert place is not None
    assert (place.line, place.column, place.end_column) == (4, 3, 10)


def test_columns_count_characters_in_json_too(tmp_path: Path) -> None:
    place = found(tmp_path, '{"kind": "Dashboard",\n "spec": {"name": "日本", "service": 5}}', "json")[0].place
    assert place is not None
    assert (place.line, place.column, place.end_column) == (2, 36, 37)


def test_a_line_of_json_lines_has_its_own_number(tmp_path: Path) -> None:
    line = '{"kind": "Chart", "spec": {"name": "a", "service": "s"}}\n'
    place = found(tmp_path, line * 2 + line.replace('"service"', '"servce"'), "jsonl")[0].place
    assert place is not None
    assert (place.line, place.column) == (3, 41)


def test_a_mistake_in_a_merged_part_points_to_where_it_is_written(tmp_path: Path) -> None:
    text = "kind: Dashboard\nspec:\n  <<: &base\n    displayNam: x\n  name: y\n  service: z\n"
    place = found(tmp_path, text)[0].place
    assert place is not None
    assert place.line == 4
