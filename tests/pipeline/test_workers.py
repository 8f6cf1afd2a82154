"""Several processes: the same results, in the same order, and a dying process costs one task."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from quotecheck.config import Config
from quotecheck.errors import SourceError
from quotecheck.model import Comparison, Pair
from quotecheck.pipeline import compare_many

pytestmark = pytest.mark.slow


def test_two_processes_say_what_one_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "none"))
    pairs = [
        Pair(
            id=n,
            post=f"El puente mide {n} metros de largo.",
            quote=f"The bridge is {n + n % 2} metres long.",
            lang="es",
        )
        for n in range(100, 240)
    ]
    alone, together = (
        list(compare_many(pairs, config=Config(translator="argos", cache_dir=tmp_path / "cache", jobs=jobs)))
        for jobs in (1, 2)
    )
    assert alone == together
    assert {result.verdict for result in alone if isinstance(result, Comparison)} == {"match", "divergent"}


def test_check_over_a_folder_keeps_the_order(tmp_path: Path) -> None:
    for number in range(6):
        page = f"<html><body><article><h1>Page {number}</h1><p>Nothing much happened in the town today.</p></article>"
        (tmp_path / f"{number}.html").write_text(page, encoding="utf-8")
    (tmp_path / "3.html").write_bytes(b"")
    command = [sys.executable, "-m", "quotecheck", "check", str(tmp_path), "--format", "jsonl", "--jobs", "2"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    assert [Path(report["source"]).name for report in reports] == [f"{number}.html" for number in range(6)]
    assert ["error" in report for report in reports] == [False, False, False, True, False, False]
    assert done.returncode == 3


PERISHING = """
import os, sys, time
from quotecheck.config import Config
from quotecheck.pipeline.workers import Workers
from quotecheck.progress import Silent


def perish(task, bench):
    if task == 3:
        os._exit(1)
    return task * task


def tasks():
    for task in range(8):
        if task == 4:
            time.sleep(float(sys.argv[1]))
        yield task


if __name__ == "__main__":
    for task, result in Workers(perish, Config(jobs=2), Silent()).ordered(tasks()):
        print(task, result if isinstance(result, int) else type(result).__name__)
"""


@pytest.mark.parametrize("pause", ["0", "4"], ids=["while others wait", "before the next is given out"])
def test_a_dying_process_costs_its_own_task_alone(tmp_path: Path, pause: str) -> None:
    script = tmp_path / "perishing.py"
    script.write_text(PERISHING)
    done = subprocess.run([sys.executable, str(script), pause], capture_output=True, text=True, timeout=120)
    assert done.stdout.split() == "0 0 1 1 2 4 3 WorkerDied 4 16 5 25 6 36 7 49".split(), done.stderr


ORPHANS = """
import os, sys, time
from pathlib import Path
from quotecheck.config import Config
from quotecheck.pipeline.workers import Workers
from quotecheck.progress import Silent


def linger(task, bench):
    Path(sys.argv[1], str(os.getpid())).touch()
    time.sleep(60)


if __name__ == "__main__":
    list(Workers(linger, Config(jobs=2), Silent()).ordered(range(4)))
"""


def test_workers_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    def seen() -> list[int]:
        return [int(path.name) for path in marks.iterdir()]

    def alive(pid: int) -> bool:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        state = Path(f"/proc/{pid}/stat")  # a process that has ended stays listed until somebody asks after it
        return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"

    script, marks = tmp_path / "orphans.py", tmp_path / "marks"
    script.write_text(ORPHANS)
    marks.mkdir()
    parent = subprocess.Popen([sys.executable, str(script), str(marks)], stderr=subprocess.DEVNULL)
    try:
        assert waited(lambda: len(seen()) == 2)
    finally:
        parent.kill()
        parent.wait()
    assert waited(lambda: not any(map(alive, seen())))


def waited(done: Callable[[], bool]) -> bool:
    """Whether it comes about within half a minute."""
    for _ in range(300):
        if done():
            return True
        time.sleep(0.1)
    return False


def test_errors_travel_between_processes() -> None:
    import pickle

    error = pickle.loads(pickle.dumps(SourceError("is empty", where="a.html", hint="write something")))
    assert (type(error), str(error)) == (SourceError, "a.html: is empty (write something)")
