"""A Ray cluster, or one of its own on this machine: Ray Data spreads the articles over actors.

An actor keeps one process of its own, which loads the models once and works as those of the local engine do. What an
article does to that process is therefore found out and told as it is there; when an actor or its machine is lost, Ray
starts another and gives it the articles again.
"""

from __future__ import annotations

import logging
import os
import pickle
import socket
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import structs

from quotecheck import __version__
from quotecheck.audit.engines import Result, audit_item
from quotecheck.audit.item import Item
from quotecheck.errors import SourceError, UsageError
from quotecheck.pipeline import Unreadable, failed
from quotecheck.pipeline.workers import WorkerDied, Workers
from quotecheck.sources.file import FileSource
from quotecheck.sources.source import RawSource
from quotecheck.sources.stdin import StdinSource

if TYPE_CHECKING:
    from quotecheck.audit.plan import Plan
    from quotecheck.config import Config
    from quotecheck.pipeline.workbench import Workbench

PACKAGE = "ray"

ROUND = 20_000
"""Articles handed to Ray at once. Between two rounds the actors start anew."""

ROUND_BYTES = 32 * 1024 * 1024
"""Bytes of them for each actor, where they go along: what the driver may hold of them."""

BLOCK = 8
"""Most articles that an actor is given together, and does again where it is lost."""


def audited(items: Iterable[Item], plan: Plan, bench: Workbench) -> Iterator[tuple[Item, Result]]:
    """Each article with what came of it, in order.

    Raises:
        UsageError: there is no cluster, it is not set up alike, or it failed for good.
    """
    source = iter(items)
    first = next(source, None)
    if first is None:
        return
    with _cluster(plan) as ray:
        # On a cluster only this machine need see the inputs; on one machine, their names are enough.
        carried = plan.ray_address is not None
        while first is not None:
            some = _round(first, source, plan.config.jobs, carried=carried)
            yield from _checked(ray, some, plan, bench)
            first = next(source, None)


@contextmanager
def _cluster(plan: Plan) -> Iterator[Any]:
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"  # read when Ray starts: it must tell nobody
    os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")
    import ray
    import ray.data

    found = ray.is_initialized()
    if not found:
        _knock(plan.ray_address)
        how: dict[str, Any] = {"address": plan.ray_address} if plan.ray_address else {"num_cpus": plan.config.jobs}
        try:
            with _hushed():
                ray.init(
                    **how,
                    include_dashboard=None if plan.ray_address else False,
                    log_to_driver=False,
                    logging_level=logging.ERROR,
                )
        except (ConnectionError, RuntimeError, ValueError, TimeoutError) as error:
            told = str(error).strip().splitlines() or [type(error).__name__]
            where = plan.ray_address or "on this machine"
            raise UsageError(f"no Ray cluster {where}: {told[0]}", hint="--ray-address names one") from None
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    try:
        yield ray
    finally:
        if not found:
            ray.shutdown()


def _knock(address: str | None) -> None:
    """See that somebody answers at all: Ray itself would try for minutes.

    Raises:
        UsageError: nobody does.
    """
    host, _, port = (address or "").rpartition("://")[2].rpartition(":")
    if not host or not port.isdecimal():
        return  # "auto": Ray looks for one
    try:
        socket.create_connection((host.strip("[]"), int(port)), timeout=10).close()
    except (OSError, OverflowError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"no Ray cluster {address}: {why}", hint="--ray-address names one") from None


@contextmanager
def _hushed() -> Iterator[None]:
    """Keep what Ray's C++ part says of its own log level off the standard error, which scripts may read as JSON."""
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _round(first: Item, rest: Iterator[Item], jobs: int, *, carried: bool) -> list[Item]:
    """The next articles, as many as may be held at once."""
    gathered: list[Item] = []
    size = 0
    item: Item | None = first
    while item is not None:
        if isinstance(item.found, StdinSource) or (carried and isinstance(item.found, FileSource)):
            item = structs.replace(item, found=_read(item.found))
        size += len(item.found.data) if isinstance(item.found, RawSource) else 0
        gathered.append(item)
        if len(gathered) >= ROUND or size >= ROUND_BYTES * jobs:
            break
        item = next(rest, None)
    return gathered


def _read(source: StdinSource | FileSource) -> RawSource | Unreadable:
    try:
        return source.read()
    except SourceError as error:
        return Unreadable(name=source.name, error=error)


def _checked(ray: Any, items: list[Item], plan: Plan, bench: Workbench) -> Iterator[tuple[Item, Result]]:
    from ray.data import ActorPoolStrategy, DataContext
    from ray.exceptions import RayError

    context = DataContext.get_current()
    context.execution_options.preserve_order = True
    context.enable_progress_bars = False
    jobs = plan.config.jobs
    blocks = -(-len(items) // min(BLOCK, max(1, len(items) // (4 * jobs))))
    data = ray.data.from_items([{"item": pickle.dumps(item)} for item in items], override_num_blocks=blocks)
    alike = _setup(bench)
    done = data.map_batches(
        Actor,
        fn_constructor_args=(plan.config, alike, str(Path.cwd())),
        batch_size=None,
        batch_format="pyarrow",
        compute=ActorPoolStrategy(size=jobs),
        num_cpus=1,
    )
    given = iter(items)
    try:
        for row in done.iter_rows():
            result, warnings = pickle.loads(row["result"])
            if isinstance(result, str):
                raise UsageError(f"a worker of the Ray cluster is not set up as this machine is: {result}")
            for message in warnings:
                bench.progress.warn(message)
            yield next(given), result
    except RayError as error:
        told = str(error).strip().splitlines() or [type(error).__name__]
        raise UsageError(f"the Ray cluster failed: {told[0]}", hint="go on with --resume") from None


def _setup(bench: Workbench) -> str:
    """What must be the same wherever articles are checked, for the results to be."""
    engines = {name: sorted(engine.languages().items()) for name, engine in bench.translators.engines.items()}
    return f"quotecheck {__version__}, translators {engines}"


class Actor:
    """Checks articles in a process of its own, on whatever machine Ray puts it.

    Args:
        config: the audit's settings.
        alike: what `_setup` says where the audit was started.
        folder: where relative names start.
    """

    def __init__(self, config: Config, alike: str, folder: str) -> None:
        from quotecheck.pipeline.workbench import Workbench

        with suppress(OSError):
            os.chdir(folder)
        self.warned: list[str] = []
        alone = structs.replace(config, jobs=1)
        with Workbench(alone) as bench:
            here = _setup(bench)
        self._wrong = f"{here} instead of {alike}" if here != alike else None
        self._workers: Workers[Item, Result] = Workers(audit_item, alone, self, stay=True)

    def __call__(self, table: Any) -> Any:
        """Results for a table of articles; Ray Data calls it."""
        import pyarrow as pa

        items = [pickle.loads(cell) for cell in table.column("item").to_pylist()]
        results = [pickle.dumps((result, self._warnings())) for result in self._results(items)]
        return pa.table({"result": pa.array(results, pa.large_binary())})

    def _results(self, items: list[Item]) -> Iterator[Result | str]:
        if self._wrong is not None:
            yield from (self._wrong for _ in items)
            return
        for item, result in self._workers.ordered(items):
            yield failed(item.name, result) if isinstance(result, WorkerDied) else result

    def _warnings(self) -> list[str]:
        told, self.warned = self.warned, []
        return told

    def update(self, task: str, done: int, total: int | None) -> None:
        """Progress is seen where the audit was started."""

    def warn(self, message: str) -> None:
        """Kept until the next result goes out."""
        self.warned.append(message)
