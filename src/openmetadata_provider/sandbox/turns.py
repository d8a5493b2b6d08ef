"""Whose turn it is: handlers run one at a time, because they share one database connection."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Result = TypeVar("Result")


class Turns:
    """Short work runs at once in the event loop if nothing else runs: handing it to a thread costs more than doing it.

    Long work runs in a worker thread, so that the event loop goes on taking calls and answering those that need no
    database; while it runs, short work waits for the worker as well.
    """

    def __init__(self) -> None:
        self._busy = threading.Lock()
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sandbox")

    async def run(self, work: Callable[[], Result], *, short: bool) -> Result:
        """What `work` gives back; what it raises goes through."""
        if short and self._busy.acquire(blocking=False):
            try:
                return work()
            finally:
                self._busy.release()
        return await asyncio.get_running_loop().run_in_executor(self._worker, self._in_turn, work)

    def later(self, work: Callable[[], object]) -> None:
        """Does `work` when it is its turn; nobody waits for it."""
        self._worker.submit(self._in_turn, work)

    def _in_turn(self, work: Callable[[], Result]) -> Result:
        with self._busy:
            return work()

    def close(self) -> None:
        """Wait for what is running; nothing more may be run."""
        self._worker.shutdown(wait=True)
