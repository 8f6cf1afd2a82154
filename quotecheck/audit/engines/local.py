"""The processes of one machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from quotecheck.audit.engines import Result, audit_item
from quotecheck.audit.item import Item
from quotecheck.pipeline import Unreadable, failed, recall_found
from quotecheck.pipeline.workers import WorkerDied, Workers

if TYPE_CHECKING:
    from quotecheck.audit.plan import Plan
    from quotecheck.pipeline.workbench import Workbench

PACKAGE = None
"""What it needs beside quotecheck."""


def audited(items: Iterable[Item], plan: Plan, bench: Workbench) -> Iterator[tuple[Item, Result]]:
    """Each article with what came of it, in order."""

    def known(item: Item) -> Result | None:
        """The result of an article that needs no checking."""
        if isinstance(item.found, Unreadable):
            return failed(item.name, item.found.error)
        return recall_found(item.found, bench)

    workers: Workers[Item, Result] = Workers(audit_item, plan.config, bench.progress)
    for item, result in workers.ordered(items, known=known):
        yield item, failed(item.name, result) if isinstance(result, WorkerDied) else result
