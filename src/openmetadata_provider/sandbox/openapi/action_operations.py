"""What the handlers beside the usual verbs take and answer: followers, votes, assets, background work, types."""

from __future__ import annotations

from collections.abc import Mapping

from .. import actions
from ..assets import IN_BACKGROUND
from ..facts import EntityFacts
from ..routing import KindHandler
from ..type_routes import put_property
from . import parameters as given
from .components import JSON, ref
from .operations import CHANGED, DELETION, Good, Operation, always

_EVENT = Good(says="What changed.", schema=always("ChangeEvent"), headers=given.CHANGE)


def _assets_done(facts: EntityFacts) -> JSON:
    return ref("Job" if facts.entity_type in IN_BACKGROUND else "BulkAssetsResult")


def _assets(summary: str) -> Operation:
    return Operation(
        summary=summary,
        description="Every asset for itself: 200 also when some fail. Terms and tags do it in the background.",
        good={200: Good(says="What came of each asset, or the job.", schema=_assets_done)},
        bad=(400, 403, 404, 429),
        body=always("BulkAssets"),
    )


OF_ACTIONS: Mapping[KindHandler, Operation] = {
    actions.delete_async: Operation(
        summary="Delete a {kind} in the background",
        good={202: Good(says="The job.", schema=always("Job"))},
        bad=(400, 403, 404, 409, 429),
        parameters=lambda schemas, facts: DELETION,
    ),
    actions.put_follower: Operation(
        summary="Let a user follow a {kind}",
        good={200: _EVENT},
        bad=(400, 403, 404),
        body=lambda facts: {"type": "string", "format": "uuid", "description": "Id of the user."},
    ),
    actions.delete_follower: Operation(
        summary="Let a user follow a {kind} no longer", good={200: _EVENT}, bad=(400, 403, 404)
    ),
    actions.put_vote: Operation(
        summary="Vote for or against a {kind}", good={200: _EVENT}, bad=(400, 403, 404), body=always("Vote")
    ),
    actions.add_assets: _assets("Give a {kind} assets"),
    actions.remove_assets: _assets("Take assets from a {kind}"),
    actions.put_test_connection_result: Operation(
        summary="Keep what a test of the connection of a {kind} came to",
        good={200: CHANGED},
        bad=(400, 403, 404),
        body=lambda facts: {"type": "object"},
    ),
    put_property: Operation(
        summary="Add a custom property to a {kind}, or change the one of its name",
        good={200: CHANGED},
        bad=(400, 403, 404),
        body=always("CustomProperty"),
    ),
}
