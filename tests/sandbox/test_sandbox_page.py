"""The pages at `/`: what they show, to whom, and that they give nothing away."""

from __future__ import annotations

import asyncio
import re
from collections import deque
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from typing import Any

import httpx
import pytest
from sandbox_callers import Api, Wire
from starlette.applications import Starlette

from openmetadata_provider.sandbox import SandboxOptions, create_app
from openmetadata_provider.sandbox.entities import ENTITIES
from openmetadata_provider.sandbox.pages.looks import group_of

HOST = {"Host": "localhost:8585"}
NASTY = "<script>alert(1)</script>"


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A request as the application remembers it."""

    path: str
    method: str = "GET"
    at_ms: int = 1_700_000_000_000
    status: int | None = 200
    duration_ms: float = 1.25
    fault: str | None = None


class Links(HTMLParser):
    """Gathers addresses and element names of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.elements: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.addresses += [value for name, value in attrs if name in ("href", "src") and value]


def show(api: Api, path: str = "/", **headers: str) -> httpx.Response:
    return api.wire.request("GET", path, headers={**HOST, **headers})


def text_of(page: httpx.Response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page.text))


def remember(api: Api, *requests: Seen) -> None:
    api.wire.app.state.requests = deque(requests)


def test_the_overview_counts_the_entities_of_each_kind(world: Api) -> None:
    for name in ("one", "two"):
        world.make("Dashboard", name)
    world.delete("Dashboard", "name/bi.one")
    shown = text_of(show(world))
    assert re.search(r"Dashboard 1 /dashboards · 1 deleted", shown)
    assert re.search(r"DatabaseService 1 /services/databaseServices", shown)
    assert re.search(r"Chart 0 /charts", shown)


def test_a_collection_shows_name_version_time_user_and_what_is_deleted(world: Api) -> None:
    world.make("Dashboard", "one", displayName="The first")
    world.make("Dashboard", "two")
    world.delete("Dashboard", "name/bi.two")
    shown = text_of(show(world, "/entities/dashboard"))
    assert "2 in /api/v1/dashboards" in shown
    assert re.search(r"bi\.one The first 0\.1 \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC admin", shown)
    assert re.search(r"bi\.two deleted 0\.2", shown)


def test_a_long_collection_comes_in_pages_that_lead_to_one_another(world: Api) -> None:
    world.bulk("Chart", [{"name": f"c{n:03}", "service": "bi"} for n in range(120)])
    path, seen = "/entities/chart", []
    while path:
        page = show(world, path)
        seen += re.findall(r">bi\.(c\d{3})<", page.text)
        following = re.search(r'rel="next" href="([^"]+)"', page.text)
        path = f"/entities/chart{following[1]}" if following else ""
    assert seen == [f"c{n:03}" for n in range(120)]
    assert 'rel="prev"' in page.text


def test_an_entity_shows_its_properties_and_links_what_it_refers_to(world: Api) -> None:
    world.make("Chart", "c")
    jane = world.make("User", "jane", email="jane@acme.io")
    made = world.make("Dashboard", "d", charts=["bi.c"], owners=[{"id": jane["id"], "type": "user"}],
                      tags=[{"tagFQN": "Tier.Tier1", "source": "Classification"}], project="Finance")  # fmt: skip
    page = show(world, f"/entities/dashboard/{made['id']}")
    assert "project Finance" in text_of(page)
    tier = world.read("Tag", "name/Tier.Tier1")
    wanted = {("user", jane["id"]), ("chart", made["charts"][0]["id"]), ("dashboardService", made["service"]["id"])}
    for entity_type, entity_id in {*wanted, ("tag", tier["id"])}:
        assert f"/entities/{entity_type}/{entity_id}" in Links(page.text).addresses


def test_every_link_of_every_page_leads_somewhere(world: Api) -> None:
    world.make("Dashboard", "d")
    world.change("Dashboard", "d", description="new")
    world.make("GlossaryTerm", "t")
    known, unread = {"/"}, ["/"]
    while unread:
        answer = show(world, unread.pop())
        assert answer.status_code == 200, answer.url
        if answer.headers["content-type"].startswith("text/html"):
            found = {link for link in Links(answer.text).addresses if link.startswith("/")} - known
            known |= found
            unread += found
    assert len(known) > 40
    assert "/swagger.json" in known


def test_the_history_says_what_changed_in_each_version_and_shows_each(world: Api) -> None:
    made = world.make("Dashboard", "d", description="old text", project="p")
    world.change("Dashboard", "d", description="new text", sourceUrl="https://bi.acme.io")
    shown = text_of(show(world, f"/entities/dashboard/{made['id']}"))
    assert re.search(
        r"Version 0\.2 .* added sourceUrl to https://bi\.acme\.io changed description from old text to new text", shown
    )
    assert re.search(r"Version 0\.1 .* Created\.", shown)
    past = text_of(show(world, f"/entities/dashboard/{made['id']}/versions/0.1"))
    assert "This is version 0.1, as it was." in past
    assert "old text" in past.partition("History")[0]


def test_the_last_requests_are_shown_newest_first_without_the_pages_own(world: Api) -> None:
    remember(
        world,
        Seen(path="/api/v1/charts", method="POST", status=201, at_ms=1_700_000_000_000),
        Seen(path="/entities/chart"),
        Seen(path="/api/v1/teams", status=503, fault="status 503", at_ms=1_700_000_001_000, duration_ms=1234.5),
        Seen(path="/api/v1/users", status=None, fault="cut", at_ms=1_699_999_999_000),
    )
    shown = text_of(show(world)).partition("Last requests")[2]
    wanted = r"22:13:21 UTC GET /api/v1/teams 503 injected: status 503 1,234\.5 ms .*POST /api/v1/charts 201 .*/api/v1/users no answer"
    assert re.search(wanted, shown)
    assert "/entities/chart" not in shown


def test_without_a_request_log_the_page_says_that_nothing_came_yet(world: Api) -> None:
    world.wire.app.state.requests = ()
    assert "No call of the API yet." in show(world).text


@pytest.mark.parametrize("path", ["/entities/nonsense", "/entities/dashboard/nonsense", "/entities/dashboard?after=x"])
def test_what_is_not_there_is_said_on_a_page(world: Api, path: str) -> None:
    answer = show(world, path)
    assert answer.status_code in (400, 404)
    assert "Back to the overview" in answer.text


def test_a_version_that_never_was_is_a_404(world: Api) -> None:
    made = world.make("Dashboard", "d")
    assert show(world, f"/entities/dashboard/{made['id']}/versions/9.9").status_code == 404


def test_markup_in_data_is_shown_and_never_obeyed(world: Api) -> None:
    made = world.make("Dashboard", NASTY, displayName=f"{NASTY} title", description=f'"><img src=x>{NASTY}',
                      project="javascript:alert(1)", sourceUrl="javascript:alert(1)")  # fmt: skip
    world.change("Dashboard", NASTY, description=f"{NASTY} changed")
    remember(world, Seen(path=f"/api/v1/charts/name/{NASTY}", method=NASTY, fault=NASTY))
    entity = f"/entities/dashboard/{made['id']}"
    for path in (
        "/",
        "/entities/dashboard",
        entity,
        f"{entity}/versions/0.1",
        f"/entities/{NASTY}",
        f"/entities/chart?after={NASTY}",
    ):
        page = show(world, path)
        assert not Links(page.text).elements & {"script", "img", "iframe", "object", "style", "form"}, path
        assert not [link for link in Links(page.text).addresses if ":" in link], path
        assert path == "/entities/chart" or NASTY not in page.text
    assert "&lt;script&gt;" in show(world, entity).text


def test_secrets_are_masked_now_and_in_history_whoever_asks(world: Api, options: SandboxOptions) -> None:
    config = {"clientId": "visible", "clientSecret": "first-secret", "hostPort": "https://looker.acme.io"}
    body = {"serviceType": "Looker", "connection": {"config": config}}
    made = world.make("DashboardService", "looker", **body)
    world.change(
        "DashboardService",
        "looker",
        serviceType="Looker",
        connection={"config": {**config, "clientSecret": "second-secret"}},
    )
    for path in ("", "/versions/0.1", "/versions/0.2"):
        page = show(
            world, f"/entities/dashboardService/{made['id']}{path}", Authorization=f"Bearer {options.bot_token}"
        ).text
        assert "visible" in page
        assert "*********" in page
        assert "secret" not in page.replace("clientSecret", "")


def test_a_config_of_an_unknown_connector_is_masked_as_a_whole(world: Api) -> None:
    connection = {"config": {"type": "Metabase", "token": "mystery"}}
    made = world.make("DashboardService", "odd", serviceType="Sigma", connection=connection)
    page = show(world, f"/entities/dashboardService/{made['id']}").text
    assert "*********" in page
    assert "mystery" not in page


def test_no_token_is_on_any_page(world: Api, options: SandboxOptions) -> None:
    users = show(world, "/entities/user")
    pages = [show(world), users, *(show(world, link) for link in Links(users.text).addresses if "/user/" in link)]
    tokens = (options.admin_token, options.bot_token, options.reader_token)
    assert not [page.url for page in pages for token in tokens if token in page.text]


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8585", "127.0.0.1:1", "127.9.9.9", "[::1]", "[::1]:8585"])
def test_the_page_is_there_under_the_names_of_this_machine(world: Api, host: str) -> None:
    assert show(world, Host=host).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "catalogue.test",
        "evil.example:8585",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "10.0.0.1",
        "[::2]",
        "[::1].evil.example",
        "::1",
        "a@127.0.0.1",
        "",
        "[::1",
    ],
)
@pytest.mark.parametrize("path", ["/", "/style.css", "/entities/user"])
def test_a_foreign_host_name_is_refused(world: Api, host: str, path: str) -> None:
    answer = show(world, path, Host=host)
    assert (answer.status_code, answer.headers["content-type"]) == (421, "text/plain; charset=utf-8")


@pytest.mark.parametrize("header", ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"])
def test_a_call_that_a_proxy_passed_on_is_refused(world: Api, header: str) -> None:
    assert show(world, **{header: "127.0.0.1"}).status_code == 403


@pytest.mark.parametrize(("client", "status"), [("127.0.0.1", 200), ("::1", 200), ("::ffff:127.0.0.1", 200), ("10.1.2.3", 403), ("::2", 403), ("::ffff:10.1.2.3", 403), ("testclient", 403)])  # fmt: skip
def test_only_clients_of_this_machine_are_answered(options: SandboxOptions, client: str, status: int) -> None:
    assert asyncio.run(_from(create_app(options), (client, 1))).status_code == status


async def _from(app: Starlette, client: Any) -> httpx.Response:
    transport = httpx.ASGITransport(app, client=client)
    async with app.router.lifespan_context(app), httpx.AsyncClient(transport=transport) as caller:
        return await caller.get("http://localhost/")


def test_every_answer_has_the_headers_that_keep_others_out(world: Api) -> None:
    for path, host in (
        ("/", "localhost"),
        ("/style.css", "localhost"),
        ("/", "evil.example"),
        ("/entities/x", "localhost"),
    ):
        headers = show(world, path, Host=host).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src" not in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert (headers["X-Content-Type-Options"], headers["Cache-Control"]) == ("nosniff", "no-store")
        assert "access-control-allow-origin" not in headers


def test_the_page_can_only_be_read(world: Api) -> None:
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        assert world.wire.request(method, "/", headers=HOST).status_code == 405


def test_the_pages_can_be_left_out(options: SandboxOptions) -> None:
    with asyncio.Runner() as runner:
        wire = Wire(create_app(replace(options, page=False)), runner)
        assert [wire.request("GET", path, headers=HOST).status_code for path in ("/", "/entities/user")] == [404, 404]
        assert wire.request("GET", "/swagger.json").status_code == 200


def test_every_group_of_the_overview_has_a_name() -> None:
    assert [facts.kind for facts in ENTITIES if not group_of(facts)] == []
