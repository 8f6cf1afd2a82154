"""The gravest findings of a run of any length, in memory that does not grow with it."""

from __future__ import annotations

from collections.abc import Callable
from heapq import heappush, heappushpop
from typing import Generic, TypeVar

from quotecheck.model import Finding, Severity

T = TypeVar("T")

_GRAVITY: dict[Severity, int] = {"note": 0, "warning": 1, "error": 2}


class Worst(Generic[T]):
    """Keeps what was made of the gravest findings: by severity, then by confidence, then as they came.

    Attributes:
        seen: how many findings were offered, by severity.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._heap: list[tuple[int, float, int, T]] = []
        self.seen: dict[Severity, int] = {"error": 0, "warning": 0, "note": 0}

    def offer(self, finding: Finding, make: Callable[[], T]) -> None:
        """Take a finding into account; `make` is called only where it is among the gravest so far."""
        number = sum(self.seen.values())
        self.seen[finding.severity] += 1
        key = (_GRAVITY[finding.severity], finding.confidence, -number)
        if len(self._heap) < self._limit:
            heappush(self._heap, (*key, make()))
        elif self._heap and key > self._heap[0][:3]:
            heappushpop(self._heap, (*key, make()))

    def kept(self) -> list[T]:
        """The gravest, worst first."""
        return [entry[3] for entry in sorted(self._heap, key=lambda entry: entry[:3], reverse=True)]
