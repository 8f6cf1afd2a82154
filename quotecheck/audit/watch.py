"""Watching an audit: a line on a terminal, a line a while in a log, JSON for scripts, metrics for Prometheus."""

from __future__ import annotations

import json
import os
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from quotecheck.audit.journal import Entry
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
        self.counts: Counter[str] = Counter(articles=0, posts=0, findings=0, errors=0)

    def start(self, before: int) -> None:
        """`before` articles were done by earlier runs."""
        self._before = before
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
            self._progress.update(f"auditing: {counts}, {self.rate:.1f} articles/s", self._done, None)
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
    def _done(self) -> int:
        return self._before + self.counts["articles"]

    def _tell(self, *, last: bool = False) -> None:
        seconds = time.monotonic() - self._began
        if self._metrics is not None:
            _write(self._metrics, self._text(seconds))
        if self._shown == "json":
            told = {**self.counts, "articles": self._done, "seconds": round(seconds, 1), "rate": round(self.rate, 2)}
            self._say(json.dumps(told | {"done": last}))
        elif self._shown == "auto" and not self._terminal and not last:
            self._say(
                f"{self._done} articles, {self.counts['posts']} posts, {self.counts['findings']} findings, "
                f"{self.counts['errors']} errors; {self.rate:.1f} articles/s"
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


def _write(path: Path, text: str) -> None:
    """Whoever collects the metrics must not meet half a file. No room for them is no reason to stop."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
