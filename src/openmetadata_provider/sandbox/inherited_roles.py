"""The roles that users and teams have through the teams above them."""

from __future__ import annotations

from .catalogue import Ref
from .linking import by_name, reference_to
from .storage import Row, Store

_ABOVE = """
WITH RECURSIVE above(id) AS (
  SELECT from_id FROM link WHERE to_id = ? AND from_type = 'team' AND relation = ?
  UNION SELECT l.from_id FROM link l JOIN above ON l.to_id = above.id
  WHERE l.from_type = 'team' AND l.relation = 'parentOf')
SELECT DISTINCT l.to_id FROM link l JOIN above ON l.from_id = above.id WHERE l.relation = 'has' AND l.to_type = 'role'
"""


def inherited_roles(store: Store, row: Row) -> list[Ref]:
    """The default roles of a user's teams, or of the teams above a team, and of all above those, sorted by name."""
    found = store.query(_ABOVE, row.id, "has" if row.type == "user" else "parentOf")
    roles = (store.by_id("role", role_id) for (role_id,) in found)
    return by_name(reference_to(role) for role in roles if role and not role.deleted)
