"""`omp doctor`: what each check finds, and that no check keeps another from running."""

from __future__ import annotations

import base64
import json
import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import time
from typing import Any

import pytest
import trustme
from lifecycle_doctor_servers import Answer, scripted
from typer.testing import CliRunner

from openmetadata_provider import Network, OpenMetadata
from openmetadata_provider.lifecycle.commands.doctor import app
from openmetadata_provider.lifecycle.doctoring.examining import examined
from openmetadata_provider.lifecycle.doctoring.findings import Diagnosis, Finding, Verdict
from openmetadata_provider.lifecycle.doctoring.installed import missing
from openmetadata_provider.sandbox import SandboxOptions, SandboxServer

CHECKS = "configuration proxy name connection tls server version bulk clock token rights package bindings".split()
VARIABLES = "OPENMETADATA_HOST OPENMETADATA_JWT_TOKEN OPENMETADATA_JWT_TOKEN_FILE HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY COLUMNS"
NOW = int(time())


@pytest.fixture(autouse=True)
def _no_configuration_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES.split():
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[SandboxServer]:
    with SandboxServer() as server:
        yield server


def jwt(**claims: object) -> str:
    encoded = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
    return f"eyJhbGciOiJSUzI1NiJ9.{encoded}.s1gnature-never-shown"


def diagnosis(host: str, token: str = "t0ken-never-shown", **options: Any) -> Diagnosis:
    with OpenMetadata(host=host, jwt_token=token, **options) as om:
        found = examined(om)
    assert [finding.check for finding in found.findings] == CHECKS
    assert "never-shown" not in json.dumps(found.to_json())
    return found


def of(found: Diagnosis, check: str) -> Finding:
    return next(finding for finding in found.findings if finding.check == check)


def verdicts(found: Diagnosis, *checks: str) -> list[str]:
    return [of(found, check).verdict.value for check in checks]


def omp_doctor(*arguments: str, **environment: str) -> Any:
    return CliRunner().invoke(app, list(arguments), env=environment)


# On the sandbox


@pytest.mark.parametrize(("who", "means"), [("admin", "an admin"), ("bot", "a bot"), ("reader", "neither an admin")])
def test_all_is_well_on_a_sandbox_and_the_token_has_an_owner(sandbox: SandboxServer, who: str, means: str) -> None:
    token = getattr(sandbox, f"{who}_token")
    found = diagnosis(sandbox.url, token)
    assert {finding.verdict for finding in found.findings} == {Verdict.ok}
    assert means in of(found, "token").found
    assert of(found, "connection").facts["address"] == "127.0.0.1"
    assert token not in json.dumps(found.to_json())


def test_nothing_is_written_to_find_out(sandbox: SandboxServer) -> None:
    before = [sandbox.requests.count(method) for method in ("POST", "PUT", "PATCH", "DELETE")]
    diagnosis(sandbox.url, sandbox.admin_token)
    assert [sandbox.requests.count(method) for method in ("POST", "PUT", "PATCH", "DELETE")] == before


@pytest.mark.parametrize(
    ("version", "words"),
    [
        ("1.4.8", ["older", "one owner", "one domain", "If-Match", "no bulk"]),
        ("1.10.2", ["older", "no bulk"]),
        ("2.0.0", ["newer", "names with >"]),
        ("1.14.0", ["newer", "that came later"]),
    ],
)
def test_a_server_of_another_release_is_a_warning_that_says_what_it_means(version: str, words: list[str]) -> None:
    with SandboxServer(SandboxOptions(version=version)) as server:
        found = diagnosis(server.url, server.admin_token)
    finding = of(found, "version")
    assert finding.verdict is Verdict.warning
    assert [word for word in words if word not in finding.found] == []
    assert "codegen generate" in finding.advice
    assert of(found, "bulk").facts["expected"] is (version in ("2.0.0", "1.14.0"))


def test_a_snapshot_is_of_its_release() -> None:
    with scripted({"/api/v1/system/version": {"version": "1.13.0-SNAPSHOT"}}) as server:
        assert verdicts(diagnosis(f"http://127.0.0.1:{server.port}"), "version") == ["ok"]


def test_a_version_without_numbers_leaves_the_rest_to_be_checked() -> None:
    with scripted({"/api/v1/system/version": {"version": "unknown"}}) as server:
        found = diagnosis(f"http://127.0.0.1:{server.port}")
    assert verdicts(found, "server", "version", "bulk", "token") == ["ok", "warning", "ok", "ok"]
    assert "Unknown" in of(found, "bulk").found


# The token


def test_a_token_that_the_server_refuses_failed_and_rights_are_not_checked(sandbox: SandboxServer) -> None:
    found = diagnosis(sandbox.url, jwt(exp=NOW + 9_000_000))
    assert verdicts(found, "server", "token", "rights", "bindings") == ["ok", "failed", "not checked", "ok"]
    assert "replaced by a newer one" in of(found, "token").found


def test_a_token_that_ended_says_when(sandbox: SandboxServer) -> None:
    finding = of(diagnosis(sandbox.url, jwt(exp=1_700_000_000)), "token")
    assert "It ended on 2023-11-14 22:13 UTC." in finding.found
    assert finding.facts == {"ends": "2023-11-14T22:13:20+00:00"}


@pytest.mark.parametrize(
    ("claims", "verdict", "words"),
    [
        ({"exp": NOW + 3600}, "warning", "before it ends"),
        ({"iat": NOW + 3600}, "warning", "clocks"),
        ({"exp": NOW + 9_000_000, "iat": NOW}, "ok", ""),
        ({"exp": None}, "ok", ""),
        ({"exp": 10**300}, "ok", ""),
    ],
)
def test_what_a_token_says_of_its_time_is_looked_at(claims: dict[str, Any], verdict: str, words: str) -> None:
    token = jwt(sub="jane", **claims)
    with SandboxServer(SandboxOptions(admin_token=token)) as server:
        finding = of(diagnosis(server.url, token), "token")
    assert (finding.verdict.value, words in finding.advice) == (verdict, True)


def test_lists_that_may_not_be_read_are_named() -> None:
    with scripted({"/api/v1/dashboards": Answer(403, {"message": "no"}), "/api/v1/charts": Answer(404, {})}) as server:
        finding = of(diagnosis(f"http://127.0.0.1:{server.port}"), "rights")
    assert finding.verdict is Verdict.failed
    assert "Dashboard may not be read; Chart not on this server." in finding.found
    assert "ViewAll" in finding.advice


@pytest.mark.parametrize(
    ("fault", "words"), [("GET /api/v1/tags cut-before", "no answer"), ("GET /api/v1/tags 500", "Tag (500)")]
)
def test_a_list_that_breaks_failed_and_the_rest_is_still_looked_at(fault: str, words: str) -> None:
    with SandboxServer() as server:
        server.faults.add(fault)
        found = diagnosis(server.url, server.admin_token)
    assert verdicts(found, "token", "rights", "package", "bindings") == ["ok", "failed", "ok", "ok"]
    assert words in of(found, "rights").found


def test_a_server_that_is_overloaded_is_not_asked_twice() -> None:
    with SandboxServer() as server:
        server.faults.add("GET /api/v1/system/version 503 times=1")
        found = diagnosis(server.url, server.admin_token)
        assert server.requests.count("GET") == 1
    assert verdicts(found, "connection", "server", "token") == ["ok", "failed", "not checked"]


# The server, and its clock


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer(200, b"<html>Sign in</html>"), "A page answers"),
        (Answer(200, {"hello": 1}), "no OpenMetadata"),
        (Answer(404, b"<html>nothing</html>"), "404"),
        (Answer(302, b"", {"Location": "https://login.example.com"}), "https://login.example.com"),
        (Answer(403, {"message": "Access"}), "403"),
        (Answer(400, b"Client sent an HTTP request to an HTTPS server."), "HTTPS"),
    ],
)
def test_what_is_no_openmetadata_gets_no_token(answer: Answer, words: str) -> None:
    with scripted({"/api/v1/system/version": answer}) as server:
        found = diagnosis(f"http://127.0.0.1:{server.port}")
    assert verdicts(found, "server", "version", "clock", "token") == ["failed", "not checked", "ok", "not checked"]
    assert words in of(found, "server").found
    assert not [headers for _, headers in server.seen if "authorization" in headers]


@pytest.mark.parametrize(("ahead_s", "words"), [(400, "ahead of"), (-400, "behind")])
def test_a_clock_that_is_wrong_is_a_warning(ahead_s: float, words: str) -> None:
    with scripted(ahead_s=ahead_s) as server:
        finding = of(diagnosis(f"http://127.0.0.1:{server.port}"), "clock")
    assert (finding.verdict, words in finding.found) == (Verdict.warning, True)
    assert abs(abs(finding.facts["ahead_s"]) - 400) < 3


# The way


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def test_a_port_where_nobody_listens_failed_and_the_rest_is_not_checked() -> None:
    found = diagnosis(f"http://127.0.0.1:{free_port()}")
    assert verdicts(found, "name", "connection", "server", "token") == ["ok", "failed", "not checked", "not checked"]
    assert verdicts(found, "package", "bindings") == ["ok", "ok"]


def test_a_name_that_leads_nowhere_failed() -> None:
    found = diagnosis("http://metadata.invalid:8585")
    assert verdicts(found, "name", "connection", "tls", "server") == ["failed", "not checked", "warning", "not checked"]


@pytest.mark.parametrize("source", ["environment", "network"])
def test_a_proxy_is_named_without_its_password(monkeypatch: pytest.MonkeyPatch, source: str) -> None:
    with scripted() as proxy:
        url, options = f"http://jane:pr0xy-never-shown@127.0.0.1:{proxy.port}", {}
        if source == "environment":
            monkeypatch.setenv("HTTP_PROXY", url)
        else:
            options["network"] = Network(proxy=url)
        found = diagnosis("http://metadata.test:8585", **options)
    assert verdicts(found, "proxy", "connection", "server", "token") == ["ok"] * 4
    assert of(found, "proxy").facts["from"] == ("HTTP_PROXY" if source == "environment" else "Network(proxy=...)")
    assert proxy.seen[0][0] == "http://metadata.test:8585/api/v1/system/version"


def test_a_proxy_that_lets_nobody_through_failed() -> None:
    with scripted() as proxy:
        found = diagnosis("https://metadata.test", network=Network(proxy=f"http://127.0.0.1:{proxy.port}"))
    assert verdicts(found, "proxy", "connection", "tls", "server") == ["failed", "ok", "not checked", "not checked"]
    assert "407" in of(found, "proxy").found


def test_a_proxy_that_is_not_for_this_host_is_said_to_be_unused(
    monkeypatch: pytest.MonkeyPatch, sandbox: SandboxServer
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    finding = of(diagnosis(sandbox.url, sandbox.admin_token), "proxy")
    assert (finding.verdict, "not for this host" in finding.found) == (Verdict.ok, True)


# Certificates


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA(organization_name="Example Authority")


def server_context(authority: trustme.CA, *names: str, **options: Any) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names, **options).configure_cert(context)
    return context


@pytest.fixture
def trusting(authority: trustme.CA, tmp_path: Path) -> Network:
    file = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(file))
    return Network(ca_file=file)


def test_a_certificate_tells_issuer_and_days(authority: trustme.CA, trusting: Network) -> None:
    context = server_context(authority, "127.0.0.1", not_after=datetime.now(UTC) + timedelta(days=90, hours=1))
    with scripted(tls=context) as server:
        found = diagnosis(f"https://127.0.0.1:{server.port}", network=trusting)
    assert of(found, "tls").facts == {
        "version": "TLSv1.3",
        "issuer": "Example Authority",
        "days_left": 90,
        "host_matches": True,
    }
    assert verdicts(found, "tls", "server", "token") == ["ok"] * 3


def test_a_certificate_that_ends_soon_is_a_warning(authority: trustme.CA, trusting: Network) -> None:
    context = server_context(authority, "127.0.0.1", not_after=datetime.now(UTC) + timedelta(days=5))
    with scripted(tls=context) as server:
        assert verdicts(diagnosis(f"https://127.0.0.1:{server.port}", network=trusting), "tls") == ["warning"]


def test_a_certificate_of_an_unknown_authority_says_whose_it_is_and_sends_no_header(authority: trustme.CA) -> None:
    network = Network(headers={"Cf-Access-Client-Secret": "gateway-never-shown"})
    with scripted(tls=server_context(authority, "127.0.0.1")) as server:
        found = diagnosis(f"https://127.0.0.1:{server.port}", network=network)
    finding = of(found, "tls")
    assert verdicts(found, "connection", "tls", "server") == ["ok", "failed", "not checked"]
    assert finding.facts["issuer"] == "Example Authority"
    assert "ca_file" in finding.advice
    assert server.seen == []


def test_a_certificate_for_another_host_says_so(authority: trustme.CA, trusting: Network) -> None:
    with scripted(tls=server_context(authority, "elsewhere.example.com")) as server:
        finding = of(diagnosis(f"https://127.0.0.1:{server.port}", network=trusting), "tls")
    assert (finding.verdict, finding.facts["host_matches"]) == (Verdict.failed, False)
    assert "Use the name" in finding.advice


def test_a_certificate_that_ended_says_so(authority: trustme.CA, trusting: Network) -> None:
    past = datetime.now(UTC) - timedelta(days=3)
    context = server_context(authority, "127.0.0.1", not_before=past - timedelta(days=9), not_after=past)
    with scripted(tls=context) as server:
        finding = of(diagnosis(f"https://127.0.0.1:{server.port}", network=trusting), "tls")
    assert (finding.verdict, "expired" in finding.found) == (Verdict.failed, True)
    assert "renewed" in finding.advice


def test_https_to_a_port_that_speaks_http_says_so() -> None:
    with scripted() as server:
        found = diagnosis(f"https://127.0.0.1:{server.port}")
    assert verdicts(found, "tls", "server") == ["failed", "not checked"]
    assert "http://" in of(found, "tls").advice


# The command


def test_the_command_prints_a_line_a_check_and_ends_well(sandbox: SandboxServer) -> None:
    done = omp_doctor(OPENMETADATA_HOST=sandbox.url, OPENMETADATA_JWT_TOKEN=sandbox.bot_token)
    lines = done.stdout.splitlines()
    assert (done.exit_code, [line[13:28].strip() for line in lines[:-2]]) == (0, CHECKS)
    assert lines[-1] == "13 ok."
    assert sandbox.bot_token not in done.stdout


def test_without_configuration_the_rest_is_still_looked_at() -> None:
    done = omp_doctor("--json")
    found = json.loads(done.stdout)
    assert (done.exit_code, found["format_version"]) == (1, "1.0")
    assert [check["check"] for check in found["checks"]] == CHECKS
    assert found["summary"] == {"ok": 2, "warning": 0, "failed": 1, "not checked": 10}
    assert "OPENMETADATA_JWT_TOKEN" in found["checks"][0]["advice"]


def test_a_host_that_is_given_goes_over_the_environment(sandbox: SandboxServer) -> None:
    variables = {"OPENMETADATA_HOST": "http://127.0.0.1:1", "OPENMETADATA_JWT_TOKEN": sandbox.admin_token}
    done = omp_doctor("--host", sandbox.url, **variables)
    assert (done.exit_code, f"{sandbox.url}/api (from --host)" in done.stdout) == (0, True)


def test_two_tokens_in_the_environment_are_a_warning(sandbox: SandboxServer, tmp_path: Path) -> None:
    variables = {"OPENMETADATA_HOST": sandbox.url, "OPENMETADATA_JWT_TOKEN": sandbox.admin_token}
    done = omp_doctor("--json", **variables, OPENMETADATA_JWT_TOKEN_FILE=str(tmp_path / "token"))
    assert json.loads(done.stdout)["checks"][0]["verdict"] == "warning"


def test_a_token_file_is_named_and_a_missing_one_failed(sandbox: SandboxServer, tmp_path: Path) -> None:
    file = tmp_path / "token"
    variables = {"OPENMETADATA_HOST": sandbox.url, "OPENMETADATA_JWT_TOKEN_FILE": str(file)}
    done = omp_doctor("--json", **variables)
    checks = {check["check"]: check for check in json.loads(done.stdout)["checks"]}
    assert checks["configuration"]["facts"]["token_from"] == f"the file {file}"
    assert (checks["token"]["verdict"], "cannot be read" in checks["token"]["found"]) == ("failed", True)
    file.write_text(sandbox.admin_token)
    assert omp_doctor(**variables).exit_code == 0


def test_what_a_server_says_moves_no_cursor() -> None:
    with scripted({"/api/v1/users/loggedInUser": {"id": "1", "name": "jane\x1b[2J\u202e"}}) as server:
        done = omp_doctor(OPENMETADATA_HOST=f"http://127.0.0.1:{server.port}", OPENMETADATA_JWT_TOKEN="t")
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout
    assert "\\x1b[2J" in done.stdout


def test_bindings_that_there_are_not_are_named(sandbox: SandboxServer) -> None:
    variables = {"OPENMETADATA_HOST": sandbox.url, "OPENMETADATA_JWT_TOKEN": sandbox.admin_token}
    done = omp_doctor("--json", "--bindings", "no_such_bindings", **variables)
    checks = {check["check"]: check for check in json.loads(done.stdout)["checks"]}
    assert checks["bindings"]["verdict"] == "failed"
    assert checks["version"]["verdict"] == "warning"
    assert done.exit_code == 1


def test_an_extra_of_another_package_is_followed() -> None:
    assert list(missing("openmetadata-provider", "validate")) == []
    assert list(missing("openmetadata-provider", "no-such-extra")) == []
