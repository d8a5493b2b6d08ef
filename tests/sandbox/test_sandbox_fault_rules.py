"""Fault rules as text and as counters: what a line means, when a rule fires, what an error says."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openmetadata_provider.sandbox import Fault, Faults, SettingError, fault_from_text, text_from_fault
from openmetadata_provider.sandbox.faults import (
    METHODS,
    AnswerHtml,
    AnswerLocked,
    AnswerWith,
    CutAfter,
    CutBefore,
    Pass,
    Race,
    Truncate,
)
from openmetadata_provider.sandbox.path_patterns import matches, spelled

RIGHT = "POST /api/v1/dashboards 503 times=2 retry-after=1"


@pytest.mark.parametrize(
    ("line", "action"),
    [
        (RIGHT, AnswerWith(status=503, headers=(("Retry-After", "1"),))),
        ('GET * 429 header="X-Limit: a b" body="slow down"', AnswerWith(status=429, headers=(("X-Limit", "a b"),), body="slow down")),
        ("GET * html", AnswerHtml()),
        ("GET * html status=502", AnswerHtml(status=502)),
        ("PUT * locked", AnswerLocked()),
        ("PUT * cut-before", CutBefore()),
        ("PUT * cut-after", CutAfter()),
        ("GET * truncate bytes=0", Truncate(bytes_sent=0)),
        ("PATCH * race", Race()),
        ("GET * delay=0.5", Pass()),
    ],
)  # fmt: skip
def test_a_line_names_its_action(line: str, action: Any) -> None:
    assert fault_from_text(line).action == action


def test_a_line_says_when_the_rule_fires() -> None:
    fault = fault_from_text("get /api/** 500 times=3 skip=2 probability=0.25 seed=7 delay=1.5 answer-delay=2")
    assert fault == Fault(
        action=AnswerWith(status=500), method="GET", path="/api/**", times=3, skip=2, probability=0.25, seed=7,
        delay_s=1.5, answer_delay_s=2,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("", "a rule begins with a method and a path"),
        ("POST dashboards 503", "a rule begins with a method and a path"),
        ("FETCH /x 503", "the method 'FETCH' is none of"),
        ("POST /x", "the rule does nothing"),
        ("POST /x 503 time=2", "no option 'time' here (did you mean times)"),
        ("POST /x tuncate", "no action 'tuncate' here (did you mean truncate)"),
        ("POST /x explode", "no action 'explode' here (there are: a status, html,"),
        ("POST /x cut-before retry-after=1", "no option 'retry-after' here"),
        ("POST /x 503 html", "'html' is a second action"),
        ("POST /x 503 times=two", "times=two is no whole number"),
        ("POST /x 503 times=1 times=2", "times is given twice"),
        ("POST /x 503 times=0 skip=-1 probability=2 delay=-1", "times is 1 or more; skip is 0 or more; probability"),
        ("POST /x 503 delay=nan", "a delay is a number of seconds"),
        ("POST /x 999", "the status 999 is not between 200 and 599"),
        ("POST /x 503 header=Retry-After", "has no colon"),
        ('POST /x 503 header="a b: c"', "the header 'a b' is malformed"),
        ("POST /x 503 retry-after='1\r\nSet-Cookie: a=b'", "the header 'Retry-After' is malformed"),
        ("POST /x 503 'body", "a quote is not closed"),
        ("POST /x?limit=1 503", "has a query"),
        ("POST *x 503", "starts neither with / nor with **"),
        ("GET /x race", "race is for PATCH"),
        ("GET /x truncate bytes=-1", "bytes is 0 or more"),
    ],
)
def test_an_error_says_what_is_wrong_and_shows_a_right_line(line: str, reason: str) -> None:
    with pytest.raises(SettingError) as caught:
        fault_from_text(line)
    assert reason in str(caught.value)
    assert str(caught.value).endswith(f"A right one: {RIGHT!r}")
    fault_from_text(RIGHT)


TEXTS = st.text(st.characters(codec="ascii", min_codepoint=32, max_codepoint=126), max_size=12).map(str.strip)
STATUSES = st.integers(200, 599)
HEADERS = st.lists(
    st.tuples(st.sampled_from(("Retry-After", "X-A")), TEXTS), max_size=2, unique_by=lambda pair: pair[0]
)
ACTIONS = st.one_of(
    st.builds(
        AnswerWith,
        status=STATUSES,
        headers=HEADERS.map(lambda pairs: tuple(sorted(pairs, reverse=True))),
        body=st.none() | st.text(max_size=20),
    ),
    st.builds(AnswerHtml, status=STATUSES),
    st.builds(Truncate, bytes_sent=st.none() | st.integers(0, 10**6)),
    st.sampled_from((AnswerLocked(), CutBefore(), CutAfter())),
)
DELAYS = st.floats(0, 100)
FAULTS = st.builds(
    Fault, action=ACTIONS, method=st.sampled_from(METHODS), path=st.sampled_from(("*", "/api/v1/x", "/a b/*", "**/'é")),
    times=st.none() | st.integers(1, 9), skip=st.integers(0, 9), seed=st.integers(),
    probability=st.floats(0, 1, exclude_min=True), delay_s=DELAYS, answer_delay_s=DELAYS,
)  # fmt: skip


@given(FAULTS)
def test_every_rule_can_be_written_as_a_line(fault: Fault) -> None:
    assert fault_from_text(text_from_fault(fault)) == fault


@pytest.mark.parametrize(
    ("pattern", "path", "is_match"),
    [
        ("*", "/api/v1/charts/name/a", True),
        ("/api/v1/charts", "/api/v1/charts", True),
        ("/api/v1/charts", "/api/v1/charts/name/a", False),
        ("/api/v1/*", "/api/v1/charts", True),
        ("/api/v1/*", "/api/v1/charts/name/a", False),
        ("/api/v1/**", "/api/v1/charts/name/a", True),
        ("/api/v1/*/name/bi.*", "/api/v1/charts/name/bi.a", True),
        ("**/name/*", "/api/v1/charts/name/a%2Fb", True),
        ("**/name/a%2fb", "/api/v1/charts/name/a%2Fb", True),
        ("**/name/a b+é", "/api/v1/charts/name/a%20b%2B%c3%a9", True),
        ("/api/v1/c.arts", "/api/v1/charts", False),
        ("**/name/%2A", "/api/v1/charts/name/*", True),
        ("**/name/%2A", "/api/v1/charts/name/a", False),
    ],
)
def test_a_pattern_is_a_glob_over_segments(pattern: str, path: str, is_match: bool) -> None:
    assert matches(pattern, spelled(path)) is is_match


def fired(rule: str, requests: int = 6) -> str:
    faults = Faults()
    faults.add(rule)
    return "".join("x" if faults.fired_by("GET", "/a") else "." for _ in range(requests))


@pytest.mark.parametrize(
    ("rule", "pattern"),
    [
        ("GET /a 503", "xxxxxx"),
        ("GET /a 503 times=2", "xx...."),
        ("GET /a 503 skip=1 times=2", ".xx..."),
        ("POST /a 503", "......"),
        ("GET /b 503", "......"),
    ],
)
def test_a_rule_fires_after_skip_and_only_so_many_times(rule: str, pattern: str) -> None:
    assert fired(rule) == pattern


def test_chance_is_the_same_at_every_run_and_another_with_another_seed() -> None:
    rule = "GET /a 503 probability=0.3 seed={}"
    assert fired(rule.format(1), 200) == fired(rule.format(1), 200)
    assert fired(rule.format(1), 200) != fired(rule.format(2), 200)
    assert 40 <= fired(rule.format(1), 200).count("x") <= 80


def test_the_first_rule_that_fires_happens_and_later_ones_do_not_count_the_request() -> None:
    faults = Faults()
    faults.add("GET * 503 times=1", "GET * 429 skip=1 times=1")
    statuses = [fault and fault.action for fault in (faults.fired_by("GET", "/a") for _ in range(4))]
    assert statuses == [AnswerWith(status=503), None, AnswerWith(status=429), None]
    assert [(rule.matched, rule.fired) for rule in faults.counted()] == [(4, 1), (3, 1)]


def test_a_rule_that_cannot_be_meant_changes_nothing() -> None:
    faults = Faults()
    faults.add("GET * 503")
    for change in (faults.add, faults.replace):
        with pytest.raises(SettingError):
            change("GET * 504", "GET * nonsense")
    assert [text_from_fault(rule.fault) for rule in faults.counted()] == ["GET * 503"]
    faults.clear()
    assert faults.fired_by("GET", "/a") is None
