"""Lists follow the server's cursors, page by page, no faster than they are read."""

from __future__ import annotations

from itertools import islice
from typing import Any

import httpx
import pytest
from scripted_server import Server, json_answer

from openmetadata_provider import AnswerMismatch


def _page(*names: str, after: str | None = None) -> httpx.Response:
    paging = {"total": 5} | ({"after": after} if after else {})
    return json_answer(200, {"data": [{"id": n, "name": n} for n in names], "paging": paging})


def test_a_list_is_read_to_its_end_over_all_pages(om: Any, server: Server) -> None:
    server.on("GET", "/v1/dashboards", _page("a", "b", after="c1+/="), _page("c", "d", after="c2"), _page("e"))
    assert [d.name for d in om.dashboards.list()] == list("abcde")
    assert [r.url.params.get("after") for r in server.requests] == [None, "c1+/=", "c2"]


def test_no_page_is_fetched_before_it_is_needed(om: Any, server: Server) -> None:
    server.on("GET", "/v1/dashboards", _page("a", "b", after="c1"), _page("c"))
    dashboards = om.dashboards.list()
    assert server.requests == []
    assert [d.name for d in islice(dashboards, 2)] == ["a", "b"]
    assert len(server.requests) == 1


def test_limit_is_the_size_of_a_page_and_filters_go_with_every_page(om: Any, server: Server) -> None:
    server.on("GET", "/v1/dashboards", _page("a", after="c1"), _page("b"))
    found = om.dashboards.list(limit=1, fields=["owners", "tags"], include="all", service='"my.svc"', disabled=False)
    assert len(list(found)) == 2
    expected = {"limit": "1", "fields": "owners,tags", "include": "all", "service": '"my.svc"', "disabled": "false"}
    assert [dict(r.url.params) for r in server.requests] == [expected, {**expected, "after": "c1"}]


def test_a_filter_that_is_none_is_left_out(om: Any, server: Server) -> None:
    server.on("GET", "/v1/dashboards", _page())
    assert list(om.dashboards.list(service=None)) == []
    assert dict(server.last.url.params) == {"limit": "100"}


@pytest.mark.parametrize("body", [[], {}, {"data": {}}, {"data": [], "paging": [1]}, {"paging": {}}])
def test_an_answer_that_is_no_list_is_an_error(om: Any, server: Server, body: object) -> None:
    server.on("GET", "/v1/dashboards", json_answer(200, body))
    with pytest.raises(AnswerMismatch, match='"data" must be a list'):
        list(om.dashboards.list())


def test_a_list_without_paging_is_one_page(om: Any, server: Server) -> None:
    server.on("GET", "/v1/dashboards", json_answer(200, {"data": [{"id": "a", "name": "a"}]}))
    assert [d.name for d in om.dashboards.list()] == ["a"]


def test_a_cursor_that_stands_still_ends_in_an_error_and_not_in_a_loop(om: Any, server: Server) -> None:
    server.on("GET", "/v1/dashboards", _page("a", after="c1"))
    with pytest.raises(AnswerMismatch, match="cursor"):
        list(om.dashboards.list())
    assert len(server.requests) == 2
