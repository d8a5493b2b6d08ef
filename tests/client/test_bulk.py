"""Bulk: few calls, and every row accounted for by name."""

from __future__ import annotations

import json
import pickle
from typing import Any

import httpx
import pytest
from fake_bindings.models import CreateDashboardRequest, CreateDashboardServiceRequest
from scripted_server import HOST, TOKEN, Server, error_answer, json_answer

from openmetadata_provider import (
    AnswerMismatch,
    BulkError,
    BulkFailure,
    ConnectionFailed,
    OpenMetadata,
    Progress,
    ServerError,
    Unauthorized,
    UsageError,
)


def _requests(count: int) -> list[CreateDashboardRequest]:
    return [CreateDashboardRequest(name=f"d{n}", service="s") for n in range(count)]


def _stored(request: httpx.Request) -> httpx.Response:
    """The server's answer when every row is stored."""
    rows = json.loads(request.content)
    passed = [{"request": f"{row['service']}.{row['name']}", "status": 200} for row in rows]
    return json_answer(200, _result(len(rows), passed=passed))


def _result(rows: int, *, passed: list[Any], failed: list[Any] | None = None, **more: Any) -> dict[str, Any]:
    return {
        "dryRun": False,
        "status": "partialSuccess" if failed else "success",
        "numberOfRowsProcessed": rows,
        "numberOfRowsPassed": len(passed),
        "numberOfRowsFailed": len(failed or []),
        "successRequest": passed,
        "failedRequest": failed or [],
        **more,
    }


def _single(request: httpx.Request) -> httpx.Response:
    name = json.loads(request.content)["name"]
    return json_answer(200, {"id": name, "name": name})


def test_rows_go_in_chunks_as_bare_arrays(om: Any, server: Server) -> None:
    server.on("PUT", "/v1/dashboards/bulk", _stored)
    result = om.dashboards.bulk_upsert(_requests(5), chunk_size=2)
    assert [len(body) for body in server.bodies("PUT")] == [2, 2, 1]
    assert result.passed == ("s.d0", "s.d1", "s.d2", "s.d3", "s.d4")
    assert result.failed == ()
    assert result.raise_for_failures() is result


def test_a_chunk_has_a_hundred_rows_unless_told(om: Any, server: Server) -> None:
    server.on("PUT", "/v1/dashboards/bulk", _stored)
    om.dashboards.bulk_upsert(r for r in _requests(101))
    assert [len(body) for body in server.bodies("PUT")] == [100, 1]


def test_progress_is_reported_after_each_chunk(om: Any, server: Server) -> None:
    server.on("PUT", "/v1/dashboards/bulk", _stored)
    rows = [*_requests(4), CreateDashboardRequest(name='q"q', service="s")]
    reports: list[Progress] = []
    om.dashboards.bulk_upsert(rows, chunk_size=2, on_progress=reports.append)
    expected = [(2, 0), (4, 0), (5, 1)]
    assert [(r.done, r.failed) for r in reports] == expected
    assert {(r.verb, r.kind, r.total) for r in reports} == {("bulk_upsert", "Dashboard", 5)}


def test_how_many_rows_a_generator_has_is_not_known(om: Any, server: Server) -> None:
    server.on("PUT", "/v1/dashboards/bulk", _stored)
    reports: list[Progress] = []
    om.dashboards.bulk_upsert((r for r in _requests(1)), on_progress=reports.append)
    assert [r.total for r in reports] == [None]


def test_no_rows_are_no_call(om: Any, server: Server) -> None:
    assert om.dashboards.bulk_upsert([]).passed == ()
    assert server.requests == []


def test_the_input_is_read_no_further_ahead_than_one_chunk(om: Any, server: Server) -> None:
    server.on("PUT", "/v1/dashboards/bulk", _stored)
    read_before_first_call: list[int] = []

    def rows() -> Any:
        for number, row in enumerate(_requests(6)):
            if not server.requests:
                read_before_first_call.append(number)
            yield row

    om.dashboards.bulk_upsert(rows(), chunk_size=3)
    assert read_before_first_call == [0, 1, 2]


@pytest.mark.parametrize("chunk_size", [0, -1])
def test_a_chunk_has_at_least_one_row(om: Any, chunk_size: int) -> None:
    with pytest.raises(UsageError, match="chunk_size"):
        om.dashboards.bulk_upsert(_requests(1), chunk_size=chunk_size)


def test_every_failed_row_is_named_with_status_and_message(om: Any, server: Server) -> None:
    failed = [
        {"request": {"name": "d.1", "service": "nope"}, "message": "dashboardService nope not found", "status": 400},
        {"request": "s.d2", "message": "Permission denied: no", "status": 403},
    ]
    passed = [{"request": "s.d0", "status": 200}]
    server.on("PUT", "/v1/dashboards/bulk", json_answer(200, _result(3, passed=passed, failed=failed)))
    result = om.dashboards.bulk_upsert(_requests(3))
    assert result.passed == ("s.d0",)
    assert result.failed == (
        BulkFailure(fqn='nope."d.1"', status=400, message="dashboardService nope not found"),
        BulkFailure(fqn="s.d2", status=403, message="Permission denied: no"),
    )
    with pytest.raises(BulkError) as caught:
        result.raise_for_failures()
    assert str(caught.value) == (
        "2 of 3 rows failed, the others are stored\n"
        '  nope."d.1": 400 dashboardService nope not found\n'
        "  s.d2: 403 Permission denied: no"
    )
    assert pickle.loads(pickle.dumps(caught.value)).failed == result.failed


def test_a_long_list_of_failures_is_cut_in_the_message_and_whole_in_the_error() -> None:
    error = BulkError(failed=[BulkFailure(fqn=f"s.{n}", status=400, message="no") for n in range(25)], passed=0)
    assert str(error).endswith("... and 5 more")
    assert len(error.failed) == 25


def test_a_row_the_answer_does_not_mention_has_failed(om: Any, server: Server) -> None:
    answer = _result(1, passed=[{"request": "s.d0", "status": 200}], abortReason="stopped by the operator")
    server.on("PUT", "/v1/dashboards/bulk", json_answer(200, answer))
    result = om.dashboards.bulk_upsert(_requests(3))
    assert result.failed == (
        BulkFailure(fqn="s.d1", status=0, message="stopped by the operator"),
        BulkFailure(fqn="s.d2", status=0, message="stopped by the operator"),
    )


@pytest.mark.parametrize("status", [404, 405])
def test_where_there_is_no_bulk_call_rows_go_singly_and_it_is_not_tried_again(
    om: Any, server: Server, status: int
) -> None:
    server.on("PUT", "/v1/dashboards/bulk", error_answer(status, "HTTP error"))
    server.on("PUT", "/v1/dashboards", _single)
    result = om.dashboards.bulk_upsert(_requests(3), chunk_size=2)
    assert result.passed == ("s.d0", "s.d1", "s.d2")
    assert server.calls() == ["PUT /v1/dashboards/bulk"] + ["PUT /v1/dashboards"] * 3
    om.dashboards.bulk_upsert(_requests(1))
    assert server.calls()[4:] == ["PUT /v1/dashboards"]


def test_a_chunk_refused_as_a_whole_is_sent_row_by_row_to_find_the_culprit(om: Any, server: Server) -> None:
    def single(request: httpx.Request) -> httpx.Response:
        bad = json.loads(request.content)["name"] == "d1"
        return error_answer(400, "Unrecognized field") if bad else _single(request)

    server.on("PUT", "/v1/dashboards/bulk", error_answer(400, "Unrecognized field"))
    server.on("PUT", "/v1/dashboards", single)
    result = om.dashboards.bulk_upsert(_requests(3))
    assert result.passed == ("s.d0", "s.d2")
    assert result.failed == (BulkFailure(fqn="s.d1", status=400, message="Unrecognized field"),)


def test_a_row_with_an_unknown_owner_fails_and_the_others_are_stored(om: Any, server: Server) -> None:
    server.on("PUT", "/v1/dashboards/bulk", _stored)
    orphan = CreateDashboardRequest(name="orphan", service="s", owners=["user:nobody"])
    quoted = CreateDashboardRequest(name='a"b', service="s")
    result = om.dashboards.bulk_upsert([orphan, quoted, *_requests(1)])
    assert result.passed == ("s.d0",)
    assert [(row.fqn, row.status) for row in result.failed] == [("s.orphan", 400), ('a"b', 400)]
    assert "/owners/0: no user has the name 'nobody'" in result.failed[0].message


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (error_answer(401, "Expired token!"), Unauthorized),
        (error_answer(503, "down"), ServerError),
        (httpx.ConnectError("refused"), ConnectionFailed),
    ],
)
def test_an_error_that_concerns_every_row_is_raised_with_what_came_before(
    om: Any, server: Server, answer: Any, kind: type[Exception]
) -> None:
    server.on("PUT", "/v1/dashboards/bulk", _stored, answer)
    with pytest.raises(kind) as caught:
        om.dashboards.bulk_upsert(_requests(5), chunk_size=2)
    assert caught.value.__notes__[-1] == "bulk_upsert stopped here: 2 rows stored, 0 failed."


def test_a_bulk_answer_that_is_none_is_an_error(om: Any, server: Server) -> None:
    server.on("PUT", "/v1/dashboards/bulk", json_answer(200, {"id": "1"}))
    with pytest.raises(AnswerMismatch, match="bulk result"):
        om.dashboards.bulk_upsert(_requests(1))


def test_an_answer_with_odd_rows_still_names_every_row(om: Any, server: Server) -> None:
    failed = [None, {"request": None, "status": "400"}]
    server.on("PUT", "/v1/dashboards/bulk", json_answer(200, _result(1, passed=[], failed=failed)))
    result = om.dashboards.bulk_upsert(_requests(2))
    assert len(result.failed) == 2
    assert {row.status for row in result.failed} == {0}


def test_a_failed_row_does_not_carry_its_request_along(server: Server) -> None:
    failed = [{"request": {"name": "looker", "connection": {"config": {"clientSecret": "hush"}}}, "status": 400}]
    server.on("PUT", "/v1/services/dashboardServices/bulk", json_answer(200, _result(1, passed=[], failed=failed)))
    request = CreateDashboardServiceRequest(name="looker", serviceType="Looker")
    with OpenMetadata(host=HOST, jwt_token=TOKEN, bindings="fake_bindings", transport=server.transport) as om:
        result = om.dashboard_services.bulk_upsert([request])
    assert result.failed[0].fqn == "looker"
    assert "hush" not in repr(result) + str(BulkError(failed=result.failed, passed=0))
