"""Watching an audit: a line on a terminal, a line a while in a log, JSON for scripts, metrics for Prometheus."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Literal

from quotecheck.audit.journal import Entry
from quotecheck.audit.outputs import write_whole
from quotecheck.progress import Progress

Shown = Literal["auto", "json", "none"]

_LOG_S = 30.0
_JSON_S = 1.0


class Watch:
    """Counts what is done, and tells it.

    Args:
        progress: the terminal's line.
        say: writes a line to the log.
        shown: "json" for a JSON object a line, "none" for nothing.
        terminal: the line is drawn anew all the time, and no log is needed.
        metrics: a file for Prometheus' text collector, written anew all the while.
    """

    def __init__(
        self, progress: Progress, say: Callable[[str], None], *, shown: Shown, terminal: bool, metrics: Path | None
    ) -> None:
        self._progress, self._say, self._shown, self._terminal = progress, say, shown, terminal
        self._metrics = metrics
        self._began = self._told = time.monotonic()
        self._before = 0
        self._total: int | None = None
        self.counts: Counter[str] = Counter(articles=0, posts=0, findings=0, errors=0)

    @property
    def wants_total(self) -> bool:
        """Whether anybody is told how much is left."""
        return self._shown != "none"

    def start(self, before: int, total: int | None = None) -> None:
        """`before` articles were done by earlier runs, of `total` where that is known."""
        self._before, self._total = before, total
        self._began = self._told = time.monotonic()

    def see(self, entry: Entry) -> None:
        """One article more is done."""
        self.counts["articles"] += 1
        if entry.report is not None:
            self.counts["posts"] += len(entry.report.posts)
            self.counts["findings"] += len(entry.report.findings)
        self.counts["errors"] += entry.failed is not None
        now = time.monotonic()
        if self._shown == "auto" and self._terminal:
            counts = f"{self.counts['posts']} posts, {self.counts['findings']} findings, {self.counts['errors']} errors"
            counts += f", {self.rate:.1f} articles/s"
            self._progress.update(f"auditing: {counts}{self._eta}", self._done, self._total)
        if now - self._told >= (_JSON_S if self._shown == "json" else _LOG_S):
            self._told = now
            self._tell()

    def end(self) -> None:
        """Tell where it ended."""
        self._tell(last=True)

    @property
    def rate(self) -> float:
        """Articles a second, in this run."""
        return self.counts["articles"] / max(1e-6, time.monotonic() - self._began)

    @property
    def _left(self) -> float | None:
        """Seconds that the rest takes if it goes on like this; None where nothing is known of it."""
        if self._total is None or not self.counts["articles"]:
            return None
        return max(0, self._total - self._done) / self.rate

    @property
    def _eta(self) -> str:
        return "" if self._left is None else f", {_span(self._left)} left"

    @property
    def _done(self) -> int:
        return self._before + self.counts["articles"]

    def _tell(self, *, last: bool = False) -> None:
        seconds = time.monotonic() - self._began
        if self._metrics is not None:
            # No room for them is no reason to stop.
            with suppress(OSError):
                write_whole(self._metrics, self._text(seconds).encode())
        if self._shown == "json":
            told = {**self.counts, "articles": self._done, "seconds": round(seconds, 1), "rate": round(self.rate, 2)}
            if self._total is not None:
                told |= {"total": self._total}
            if self._left is not None:
                told |= {"eta": round(self._left, 1)}
            self._say(json.dumps(told | {"done": last}))
        elif self._shown == "auto" and not self._terminal and not last:
            self._say(
                f"{self._done} articles, {self.counts['posts']} posts, {self.counts['findings']} findings, "
                f"{self.counts['errors']} errors; {self.rate:.1f} articles/s{self._eta}"
            )

    def _text(self, seconds: float) -> str:
        """Prometheus' text format (https://prometheus.io/docs/instrumenting/exposition_formats/)."""
        lines = []
        for name, value in {**self.counts, "articles": self._done}.items():
            full = f"quotecheck_audit_{name}_total"
            lines += [f"# HELP {full} {name} of this audit so far.", f"# TYPE {full} counter", f"{full} {value}"]
        full = "quotecheck_audit_seconds"
        lines += [f"# HELP {full} Seconds that this run has taken.", f"# TYPE {full} gauge", f"{full} {seconds:.1f}"]
        return "\n".join(lines) + "\n"


def _span(seconds: float) -> str:
    """A length of time as one says it: 40 s, 12 min, 3 h 20 min."""
    if seconds < 100:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 100 else f"{minutes // 60} h {minutes % 60:02} min"
