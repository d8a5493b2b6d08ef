"""No report shows a password, wherever in a file it stands, nor how long it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from openmetadata_provider.validation import Diagnostic, validate
from openmetadata_provider.validation.diagnostics import Severity
from openmetadata_provider.validation.masking import MASK, without_passwords
from openmetadata_provider.validation.reports.outcome import Outcome
from openmetadata_provider.validation.reports.terminal import Look
from openmetadata_provider.validation.reports.text import summary_lines
from openmetadata_provider.validation.reports.writing import Format, report
from openmetadata_provider.validation.run import FileResult, Options, checked

SECRET = "hunter2"
ENTITY = '"kind": "Dashboard", "spec": {"name": "a", "service": "b"'
SERVICE = "kind: DashboardService\nspec:\n  name: looker\n  serviceType: Looker\n  connection:\n    config:\n"
BROKEN = {
    "a property's name": ("json", f'{{{ENTITY}, "x clientSecret: {SECRET} y": 1}}}}'),
    "a property's name, in a list": ("json", f'{{{ENTITY}, "tags": [{{"tagFQN": "a.b", "token={SECRET}": 1}}]}}}}'),
    "a document's key": ("json", f'{{{ENTITY}}}, "password: {SECRET}": 1}}'),
    "a key given twice": ("json", f'{{"clientSecret: {SECRET}": 1, "clientSecret: {SECRET}": 2}}'),
    "a key given twice in YAML": ("yaml", f"'token: {SECRET}': 1\n'token: {SECRET}': 2\n"),
    "a kind": ("json", f'{{"kind": "token: {SECRET}", "spec": {{}}}}'),
    "a service type": ("json", f'{{"kind": "DashboardService", "spec": {{"name": "a", "serviceType": "token: {SECRET}"}}}}'),
    "a reference": ("json", f'{{"kind": "Dashboard", "spec": {{"name": "a", "service": "x clientSecret: {SECRET}"}}}}'),
    "a name that no server takes": ("json", f'{{"kind": "Dashboard", "spec": {{"name": "a", "service": "x..clientSecret: {SECRET}"}}}}'),
    "a name given twice": ("yaml", f"kind: User\nspec: {{name: 'password: {SECRET}', email: a@b.de}}\n---\n" * 2),
    "a tag of YAML": ("yaml", f"a: !token:{SECRET} x\n"),
    "a line of JSON Lines": ("jsonl", f'{{{ENTITY}, "x clientSecret: {SECRET} y": 1}}}}\n'),
    "what a quote too few made of a connection": ("yaml", f'{SERVICE}      clientId: "x\n      clientSecret: {SECRET}"\n      nope: 1\n'),
}  # fmt: skip


def result_of(folder: Path, suffix: str, text: str) -> FileResult:
    file = folder / f"input.{suffix}"
    file.write_text(text, encoding="utf-8")
    (result,) = checked([str(file)], Options())
    return result


def reported(result: FileResult, form: Format) -> str:
    outcome = Outcome(results=[result])
    return "".join([*report(outcome, form, Look(), tuple(Severity)), *summary_lines(outcome, Look())])


@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize(("suffix", "text"), BROKEN.values(), ids=BROKEN)
def test_a_password_that_broken_quotes_moved_is_in_no_report(
    tmp_path: Path, form: Format, suffix: str, text: str
) -> None:
    result = result_of(tmp_path, suffix, text)
    assert result.diagnostics
    assert SECRET not in reported(result, form)
    assert SECRET not in f"{result.diagnostics}"


@pytest.mark.parametrize("form", [form for form in Format if form not in (Format.sarif, Format.github)])
def test_what_is_not_shown_is_masked_and_the_rest_is_told(tmp_path: Path, form: Format) -> None:
    shown = reported(result_of(tmp_path, "json", f'{{{ENTITY}, "x clientSecret: {SECRET}": 1}}}}'), form)
    assert f"x clientSecret: {MASK}" in shown.replace("&quot;", '"')


def test_the_pointer_of_json_has_a_mask_in_its_step(tmp_path: Path) -> None:
    result = result_of(tmp_path, "json", f'{{{ENTITY}, "x clientSecret: {SECRET}": 1}}}}')
    rows = json.loads("".join(report(Outcome(results=[result]), Format.json, Look(), ())))["diagnostics"]
    assert f"/spec/x clientSecret: {MASK}" in {row["pointer"] for row in rows}


@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_no_report_tells_how_long_a_password_is(tmp_path: Path, form: Format, quote: str) -> None:
    shown = {
        reported(result_of(tmp_path, "yaml", f"{SERVICE}      clientId: a\n      clientSecret: {quote}{secret}{quote}\n"), form)
        for secret in ("x", SECRET, "correct-horse-battery-staple" * 20)
    }  # fmt: skip
    assert len(shown) == 1
    assert "literal-secret" in shown.pop()


def test_carets_stand_under_what_is_wrong_after_a_mask(tmp_path: Path) -> None:
    text = f"{SERVICE}      {{clientId: a, clientSecret: {SECRET * 9}, hostPort: https://l, nope: 1}}\n"
    shown = reported(result_of(tmp_path, "yaml", text), Format.text).splitlines()
    head = next(number for number, line in enumerate(shown) if 'has no "nope"' in line)
    line, carets = shown[head + 1 : head + 3]
    assert MASK in line
    assert line[carets.index("^") :].startswith("nope: 1}")


def test_the_library_masks_too_and_keeps_the_path_for_who_looks_it_up() -> None:
    key = f"x clientSecret: {SECRET}"
    (found,) = validate({"name": "a", "service": "b", key: 1}, kind="Dashboard")
    assert found.path == (key,)
    assert SECRET not in f"{found} {found!r} {found.pointer} {found.message} {found.hint}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"password: {SECRET}", f"password: {MASK}"),
        (f'"clientSecret":"{SECRET}","x":1', f'"clientSecret":"{MASK}","x":1'),
        (f"token = {SECRET}, x", f"token = {MASK}, x"),
        (f"{{apiKey: {SECRET}}}", f"{{apiKey: {MASK}}}"),
        ("password: a,b}c", f"password: {MASK}"),
        ("private-key: correct horse", f"private-key: {MASK}"),
        ("passwordless: yes", f"passwordless: {MASK}"),
        ("the token is missing", "the token is missing"),
        ("clientSecret: {env: NAME}", "clientSecret: {env: NAME}"),
        (f"password: {MASK}", f"password: {MASK}"),
    ],
)
def test_what_stands_after_the_name_of_a_password_is_masked(text: str, shown: str) -> None:
    assert without_passwords(text) == shown
    assert without_passwords(shown) == shown


def test_a_message_is_of_bearable_length() -> None:
    message = Diagnostic(code="unknown-field", message="x" * 100_000).message
    assert len(message) == 1_000
    assert message.endswith("…")
