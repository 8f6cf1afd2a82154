"""Very many articles: read, checked in several processes, written as tables; resumable at any moment."""

from __future__ import annotations

from quotecheck.audit.plan import Plan
from quotecheck.audit.run import run

__all__ = ["Plan", "run"]
