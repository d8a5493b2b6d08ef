"""Descriptions as 1.13 and 2.0 rewrite them (server reference, 12.1; point 29)."""

from __future__ import annotations

import html
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sandbox_callers import Api
from sandbox_releases import sandbox

from openmetadata_provider.sandbox.sanitizing import sanitized

TEXT = "It's `a` <b>bold</b> <script>alert(1)</script> move"
CLEAN = "It&#39;s &#96;a&#96; <b>bold</b>  move"


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("plain *markdown* text\n\n- a\n- b", "plain *markdown* text\n\n- a\n- b"),
        ("`code`", "&#96;code&#96;"),
        ("it's", "it&#39;s"),
        ('a "b" + c = d @ e', "a &#34;b&#34; &#43; c &#61; d &#64; e"),
        ("a & b &amp; c", "a &amp; b &amp; c"),
        ("1 < 2 > 0", "1 &lt; 2 &gt; 0"),
        ("<p>text</p>", "<p>text</p>"),
        ("<p>open <b>both", "<p>open <b>both</b></p>"),
        ("line<br>break", "line<br />break"),
        ("<script>alert(1)</script>kept", "kept"),
        ("<style>p {}</style>kept", "kept"),
        ("<blink>text</blink>", "text"),
        ('<p onclick="x()" class="c">t</p>', '<p class="c">t</p>'),
        ('<a href="https://acme.io/?a=b">t</a>', '<a href="https://acme.io/?a&#61;b">t</a>'),
        ('<a href="javascript:alert(1)">t</a>', "t"),
        ('<img src="data:image/svg+xml;x" alt="a">', '<img alt="a" />'),
        ('<img src="https://acme.io/a.png">', '<img src="https://acme.io/a.png" />'),
        ("<span>t</span>", "t"),
        ("</p>t", "t"),
        ("see <#E::user::jane|@jane>'s", "see <#E::user::jane|@jane>&#39;s"),
        ("", ""),
    ],
)
def test_a_description_is_cleaned_and_encoded(text: str, stored: str) -> None:
    assert sanitized(text) == stored


@given(st.text(st.sampled_from("ab `'\"<>/&=+@!-#;p3\n")))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert sanitized(sanitized(text)) == sanitized(text)


@given(st.text(st.characters(exclude_characters="<>&\r\0")))
def test_text_without_markup_comes_back_by_decoding(text: str) -> None:
    assert html.unescape(sanitized(text)) == text


def description(api: Api, key: str) -> Any:
    return api.read("Dashboard", key)["description"]


@pytest.mark.parametrize(
    ("switches", "written", "patched"),
    [
        ({}, TEXT, TEXT),
        ({"version": "1.13.0"}, TEXT, TEXT),
        ({"version": "1.13.3"}, CLEAN, TEXT),
        ({"version": "2.0.0"}, CLEAN, CLEAN),
        ({"sanitize_descriptions": "1.13"}, CLEAN, TEXT),
        ({"sanitize_descriptions": "2.0"}, CLEAN, CLEAN),
        ({"version": "2.0.0", "sanitize_descriptions": "off"}, TEXT, TEXT),
    ],
)
def test_which_calls_clean_follows_the_switch_or_the_version(
    switches: dict[str, Any], written: str, patched: str
) -> None:
    with sandbox(**switches) as made:
        api = made.admin
        api.make("DashboardService", "bi")
        assert api.make("Dashboard", "posted", description=TEXT)["description"] == written
        assert (
            api.put("Dashboard", {"name": "put", "service": "bi", "description": TEXT}).json()["description"] == written
        )
        api.bulk("Dashboard", [{"name": "bulk", "service": "bi", "description": TEXT}])
        assert description(api, "name/bi.bulk") == written
        api.patch("Dashboard", "name/bi.put", [{"op": "add", "path": "/description", "value": TEXT + "!"}])
        assert description(api, "name/bi.put") == patched + "!"


def test_a_repeated_put_of_a_cleaned_description_changes_nothing() -> None:
    with sandbox(version="2.0.0") as made:
        made.admin.make("DashboardService", "bi", description=TEXT)
        body = {"name": "bi", "serviceType": "Metabase", "description": TEXT}
        assert made.admin.put("DashboardService", body).headers["X-OpenMetadata-Change"] == "entityNoChange"
