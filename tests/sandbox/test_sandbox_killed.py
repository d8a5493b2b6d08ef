"""A database file survives SIGKILL at any moment: every acknowledged write is there, and nothing by halves.

`make fuzz` kills 200 times.
"""

from __future__ import annotations

from pathlib import Path

from sandbox_killing import Ordeal

KILLS = 10


def test_a_killed_sandbox_has_every_acknowledged_write_and_nothing_by_halves(tmp_path: Path) -> None:
    ordeal = Ordeal(tmp_path / "c.db", seed=1)
    for number in range(KILLS):
        wrong = ordeal.kill()
        assert not wrong, f"after kill {number + 1}: {wrong[:5]}"
    assert ordeal.acknowledged > 100
