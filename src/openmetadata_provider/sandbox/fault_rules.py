"""The faults of a running sandbox: which rule fires for a request, and how often each did."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterable
from dataclasses import dataclass

from .fault_syntax import fault_from_text
from .faults import Fault
from .path_patterns import matches


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedFault:
    """A rule with what it did until now."""

    fault: Fault
    matched: int
    """Requests of its method and path that it was asked about."""
    fired: int


class _Rule:
    """One rule while it counts."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        self.matched = self.fired = 0
        self._chance = random.Random(fault.seed)

    def fires(self, method: str, path: str) -> bool:
        """Count the request if it matches, and say whether the fault happens to it."""
        fault = self.fault
        if fault.method not in ("*", method) or not matches(fault.path, path):
            return False
        self.matched += 1
        if self.matched <= fault.skip or (fault.times is not None and self.fired >= fault.times):
            return False
        if self._chance.random() >= fault.probability:
            return False
        self.fired += 1
        return True


class Faults:
    """The rules in force. May be changed while the sandbox serves, from any thread."""

    def __init__(self, faults: Iterable[Fault] = ()) -> None:
        self._lock = threading.Lock()
        self._rules = [_Rule(fault) for fault in faults]

    def add(self, *faults: Fault | str) -> None:
        """More rules, asked after those in force; each a `Fault` or a line as on the command line.

        Raises `SettingError`, a `ValueError`, and then adds none.
        """
        rules = _rules(faults)
        with self._lock:
            self._rules = [*self._rules, *rules]

    def replace(self, *faults: Fault | str) -> None:
        """These rules in place of all others, counting from zero. Raises as `add`."""
        rules = _rules(faults)
        with self._lock:
            self._rules = rules

    def clear(self) -> None:
        """No rules any more."""
        self.replace()

    def counted(self) -> list[CountedFault]:
        """The rules in the order they are asked, with their counts."""
        with self._lock:
            return [CountedFault(fault=rule.fault, matched=rule.matched, fired=rule.fired) for rule in self._rules]

    def fired_by(self, method: str, path: str) -> Fault | None:
        """The fault that happens to a request, which is counted; None if it goes well."""
        if not self._rules:
            return None
        with self._lock:
            return next((rule.fault for rule in self._rules if rule.fires(method, path)), None)


def _rules(faults: Iterable[Fault | str]) -> list[_Rule]:
    return [_Rule(fault_from_text(fault) if isinstance(fault, str) else fault) for fault in faults]
