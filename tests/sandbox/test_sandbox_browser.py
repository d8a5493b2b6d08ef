"""The pages in a real browser: they load in silence, links work by mouse and keyboard, light, dark and small differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from chromium import NAMES, Browser, chromium, running

from openmetadata_provider.sandbox import SandboxServer

PATH = chromium()
pytestmark = pytest.mark.skipif(PATH is None, reason=f"needs a browser: none of {', '.join(NAMES)} is on PATH")
NASTY = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
DESKTOP, PHONE = 1280, 390


@pytest.fixture(scope="module")
def server() -> Iterator[SandboxServer]:
    with SandboxServer() as running_server:
        headers = {"Authorization": f"Bearer {running_server.admin_token}"}
        with httpx.Client(base_url=f"{running_server.url}/api/v1", headers=headers) as api:
            config = {"clientId": "a", "clientSecret": "hush", "hostPort": "https://looker.acme.io"}
            put(api, "services/dashboardServices", name="bi", serviceType="Looker", connection={"config": config})
            put(
                api,
                "charts",
                name="chart_with_a_name_that_is_much_too_long_for_any_phone_to_show_in_one_line",
                service="bi",
            )
            put(api, "dashboards", name="sales", service="bi", displayName=NASTY, description=NASTY)
            put(api, "dashboards", name="sales", service="bi", displayName=NASTY, description=f"changed {NASTY}")
        yield running_server


def put(api: httpx.Client, path: str, **body: object) -> None:
    assert api.put(f"/{path}", json=body).is_success


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert PATH is not None
    with running(PATH) as started:
        yield started


def follow(browser: Browser, words: str) -> str:
    """Click the first link with these words; the heading of the page it leads to."""
    browser.events.clear()
    browser.js(f"[...document.querySelectorAll('main a')].find(link => link.textContent.includes({words!r})).click()")
    assert browser.loaded() == 200
    return str(browser.js("document.querySelector('h1').textContent.trim()"))


def test_a_walk_from_the_overview_to_an_old_version_raises_no_complaint(
    server: SandboxServer, browser: Browser
) -> None:
    browser.look(DESKTOP)
    assert browser.open(server.url) == 200
    for link, heading in (
        ("Dashboard", "DashboardService"),
        ("Overview", "Overview"),
        ("Chart", "Chart"),
        ("chart_with", "chart_with"),
    ):
        assert heading in follow(browser, link)
        assert browser.complaints == []
    follow(browser, "bi")
    assert "hush" not in browser.js("document.documentElement.outerHTML")
    follow(browser, "Overview")
    browser.open(f"{server.url}/entities/dashboard")
    follow(browser, "bi.sales")
    follow(browser, "Version 0.1")
    assert "This is version 0.1" in browser.js("document.body.innerText")
    assert browser.complaints == []
    assert {re.sub(r"(://[^/]+/).*", r"\1", address) for address in browser.requested} == {f"{server.url}/"}


def test_markup_in_names_and_descriptions_stays_text(server: SandboxServer, browser: Browser) -> None:
    browser.look(DESKTOP)
    browser.open(f"{server.url}/entities/dashboard")
    follow(browser, "bi.sales")
    assert NASTY in browser.js("document.querySelector('h1').textContent")
    assert NASTY in browser.js("document.querySelector('.description').textContent")
    assert browser.js("document.title") != "owned"
    assert browser.js("document.scripts.length + document.images.length") == 0


def test_no_script_runs_even_if_one_got_in(server: SandboxServer, browser: Browser) -> None:
    browser.open(server.url)
    browser.js("document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))")
    assert browser.js("window.ran === undefined") is True
    assert any("Content Security Policy" in complaint for complaint in browser.complaints)


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_page_fits_its_window_and_can_be_read(
    server: SandboxServer, browser: Browser, tmp_path: Path, width: int, dark: bool
) -> None:
    browser.look(width, dark=dark)
    for path in ("/", "/entities/chart", "/entities/dashboardService"):
        assert browser.open(f"{server.url}{path}") == 200
        assert browser.js("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
        assert browser.js("getComputedStyle(document.body).fontSize") == "16px"
        assert (lightness(browser, "backgroundColor") < 60) is dark
        assert abs(lightness(browser, "color") - lightness(browser, "backgroundColor")) > 150
        assert browser.screenshot(tmp_path / "page.png").startswith(b"\x89PNG")


def lightness(browser: Browser, name: str) -> float:
    """0 to 255, of a colour of the body."""
    colour = browser.js(f"getComputedStyle(document.body).{name}")
    red, green, blue = (int(part) for part in re.findall(r"\d+", colour)[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_light_and_dark_are_different_pictures(server: SandboxServer, browser: Browser) -> None:
    pictures = []
    for dark in (False, True):
        browser.look(DESKTOP, dark=dark)
        browser.open(server.url)
        pictures.append(browser.screenshot())
    assert pictures[0] != pictures[1]


def test_the_keyboard_alone_reaches_the_content(server: SandboxServer, browser: Browser) -> None:
    browser.look(DESKTOP)
    browser.open(server.url)
    seen = []
    for _ in range(5):
        browser.press("Tab", 9)
        seen.append(browser.js("document.activeElement.textContent.trim().replace(/\\s+/g, ' ')"))
        outline = browser.js(
            "[document.activeElement, '::after'].map((_, at, all) => getComputedStyle(all[0], at ? '::after' : null).outlineStyle)"
        )
        assert "solid" in outline, seen
    assert seen == ["Skip to content", "OpenMetadata sandbox", "Overview", "API document", "DashboardService"]
    browser.events.clear()
    browser.press("Enter", 13)
    assert browser.loaded() == 200
    assert browser.js("location.pathname") == "/entities/dashboardService"


def test_headings_and_landmarks_are_in_order(server: SandboxServer, browser: Browser) -> None:
    browser.open(server.url)
    assert browser.js("[...document.querySelectorAll('h1')].length") == 1
    assert browser.js("document.documentElement.lang") == "en"
    assert browser.js("document.querySelectorAll('header, main, nav[aria-label]').length") >= 3
    assert browser.js(
        "[...document.querySelectorAll('section')].every(part => document.getElementById(part.getAttribute('aria-labelledby')))"
    )


def test_the_page_refuses_a_name_that_was_bound_to_this_machine(server: SandboxServer) -> None:
    assert PATH is not None
    rebound = server.url.replace("127.0.0.1", "catalogue.evil.example")
    with running(PATH, "--host-resolver-rules=MAP catalogue.evil.example 127.0.0.1") as other:
        assert other.open(rebound) == 421
        assert "only under the name localhost" in other.js("document.body.innerText")
