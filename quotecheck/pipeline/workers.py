"""Work spread over processes, its results in order, never more than a little ahead of who reads them."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import Generic, TypeVar

from quotecheck.config import Config
from quotecheck.errors import QuotecheckError
from quotecheck.pipeline.workbench import Workbench
from quotecheck.progress import Progress

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 2
"""Tasks under way or waiting for each process: enough to keep it busy, few enough to keep memory flat."""

_bench: Workbench | None = None


class _Warnings:
    """Keeps a worker's warnings for the process that shows them."""

    def __init__(self) -> None:
        self.kept: list[str] = []

    def update(self, task: str, done: int, total: int | None) -> None:
        pass

    def warn(self, message: str) -> None:
        self.kept.append(message)


def _start(config: Config) -> None:
    """Give this worker its own engines. Ctrl-C is for the parent, which then lets the workers end."""
    import atexit

    global _bench
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    _bench = Workbench(config, _Warnings())
    atexit.register(_bench.close)


def _end_with_parent() -> None:
    """End this worker when its parent is gone: one that was killed has no time to tell. What the worker started ends
    when its pipes close, and the cache file survives it."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _run(function: Callable[[T, Workbench], R], task: T) -> tuple[R, list[str]]:
    assert _bench is not None
    listener = _bench.progress
    assert isinstance(listener, _Warnings)
    result = function(task, _bench)
    warnings, listener.kept = listener.kept, []
    return result, warnings


class WorkerDied(QuotecheckError):
    """A process ended in the middle of a task, twice."""


class Workers(Generic[T, R]):
    """Runs `function(task, workbench)` in several processes.

    Args:
        function: defined at the top of a module; tasks and results are pickled.
        config: settings; each process makes its own engines of them.
        progress: told of the workers' warnings, each once.
        stay: keep the processes, with the models they have loaded, from one call of `ordered` to the next.
    """

    def __init__(
        self, function: Callable[[T, Workbench], R], config: Config, progress: Progress, *, stay: bool = False
    ) -> None:
        self._stay = stay
        self._function = function
        self._config = config
        self._progress = progress
        self._warned: set[str] = set()
        self._running: ProcessPoolExecutor | None = None

    @property
    def _pool(self) -> ProcessPoolExecutor:
        if self._running is None:
            self._running = self._new_pool()
        return self._running

    def _new_pool(self) -> ProcessPoolExecutor:
        # "spawn" starts from a clean slate: a fork would share the parent's open cache and translators.
        return ProcessPoolExecutor(
            self._config.jobs, mp_context=get_context("spawn"), initializer=_start, initargs=(self._config,)
        )

    def _submit(self, task: T) -> Future[tuple[R, list[str]]]:
        try:
            return self._pool.submit(_run, self._function, task)
        except BrokenProcessPool as error:  # an earlier task has just ended a process: this one gets its turn again
            lost: Future[tuple[R, list[str]]] = Future()
            lost.set_exception(error)
            return lost

    def ordered(
        self, tasks: Iterable[T], known: Callable[[T], R | None] = lambda task: None
    ) -> Iterator[tuple[T, R | WorkerDied]]:
        """Each task with its result, in order. A task that kills its process twice yields WorkerDied.

        Args:
            tasks: taken only a little ahead of who reads the results.
            known: the result of a task that needs no process; None for one that does. No process is started before
                one is needed.
        """
        waiting: deque[tuple[T, Future[tuple[R, list[str]]]]] = deque()
        source = iter(tasks)
        try:
            for task in source:
                result = known(task)
                waiting.append((task, self._submit(task) if result is None else _done(result)))
                while waiting and waiting[0][1].done() and not waiting[0][1].exception():
                    yield self._finish(waiting)
                if len(waiting) >= AHEAD * self._config.jobs:
                    yield self._finish(waiting)
            while waiting:
                yield self._finish(waiting)
        finally:
            if self._running is not None and not self._stay:
                self._running.shutdown(wait=True, cancel_futures=True)

    def _finish(self, waiting: deque[tuple[T, Future[tuple[R, list[str]]]]]) -> tuple[T, R | WorkerDied]:
        task, future = waiting.popleft()
        try:
            result, warnings = future.result()
        except BrokenProcessPool:
            return task, self._again(task, waiting)
        for message in warnings:
            if message not in self._warned:
                self._warned.add(message)
                self._progress.warn(message)
        return task, result

    def _again(self, task: T, waiting: deque[tuple[T, Future[tuple[R, list[str]]]]]) -> R | WorkerDied:
        """Try a task once more by itself in a new pool, and put the others, which fell with the old one, back."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._running = None
        outcome: R | WorkerDied
        try:
            outcome, _ = self._submit(task).result()
        except BrokenProcessPool:
            outcome = WorkerDied("the process that worked on it died, twice", hint="try it alone, with --jobs 1")
            self._running = None
        again = list(waiting)
        waiting.clear()
        for waiting_task, future in again:
            kept = future.done() and not future.cancelled() and future.exception() is None
            waiting.append((waiting_task, future if kept else self._submit(waiting_task)))
        return outcome


def _done(result: R) -> Future[tuple[R, list[str]]]:
    future: Future[tuple[R, list[str]]] = Future()
    future.set_result((result, []))
    return future
