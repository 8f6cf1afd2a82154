"""How far an audit is, and how long the rest takes, where that is known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotecheck.audit.inputs import Reading, count_inputs
from quotecheck.audit.journal import Entry
from quotecheck.audit.outputs import write_whole
from quotecheck.audit.watch import Shown, Watch, _span
from quotecheck.config import Config


class Line:
    """What the terminal is told."""

    def __init__(self) -> None:
        self.said: list[tuple[str, int, int | None]] = []

    def update(self, task: str, done: int, total: int | None) -> None:
        self.said.append((task, done, total))

    def warn(self, message: str) -> None:
        raise AssertionError(message)


def watched(shown: Shown, total: int | None, monkeypatch: pytest.MonkeyPatch, *, terminal: bool = False) -> list[str]:
    """What is said after 10 of the articles, at one a second, 5 of an earlier run being there."""
    clock = [100.0]
    monkeypatch.setattr("quotecheck.audit.watch.time.monotonic", lambda: clock[0])
    lines: list[str] = []
    line = Line()
    watch = Watch(line, lines.append, shown=shown, terminal=terminal, metrics=None)
    watch.start(5, total)
    for number in range(10):
        clock[0] += 1 if number < 9 else 31
        watch.see(Entry(number=number, name="a"))
    return [f"{task} {done} {total}" for task, done, total in line.said[-1:]] if terminal else lines[-1:]


def test_what_is_left_is_told_where_it_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    (told,) = watched("json", 25, monkeypatch)
    assert json.loads(told) == {
        "articles": 15,
        "posts": 0,
        "findings": 0,
        "errors": 0,
        "seconds": 40.0,
        "rate": 0.25,
        "total": 25,
        "eta": 40.0,
        "done": False,
    }
    (told,) = watched("auto", 25, monkeypatch)
    assert told == "15 articles, 0 posts, 0 findings, 0 errors; 0.2 articles/s, 40 s left"
    (told,) = watched("auto", 25, monkeypatch, terminal=True)
    assert told.endswith("articles/s, 40 s left 15 25")


def test_what_is_not_known_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "eta" not in json.loads(watched("json", None, monkeypatch)[0])
    assert watched("auto", None, monkeypatch)[0].endswith("articles/s")


@pytest.mark.parametrize(("seconds", "says"), [(0, "0 s"), (99, "99 s"), (100, "2 min"), (3000, "50 min")])
def test_spans(seconds: float, says: str) -> None:
    assert _span(seconds) == says
    assert _span(12_000) == "3 h 20 min"


def test_how_many_the_inputs_are(tmp_path: Path) -> None:
    def count(*names: str, seconds: float = 60) -> int | None:
        reading = Reading(config=Config())
        return count_inputs([str(tmp_path / name) for name in names], reading, seconds=seconds)

    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text("<p>The ferry sailed.</p>", encoding="utf-8")
    (tmp_path / "list.txt").write_text("https://a.example/1\nhttps://a.example/2\n# no\n", encoding="utf-8")
    (tmp_path / "rows.jsonl").write_text("{}\n", encoding="utf-8")
    assert count("") == 4  # a folder's .txt file is looked into as well: two pages, and two addresses
    assert count("a.html", "list.txt", "nowhere.html") == 4
    assert count("a.html", "rows.jsonl") is None
    assert count("", seconds=-1) is None
    assert count_inputs(["https://a.example/feed.xml"], Reading(config=Config())) is None
    assert count_inputs(["-"], Reading(config=Config())) is None


def test_a_small_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_whole(tmp_path / "m", b"old")
    (tmp_path / ".m.partial").mkdir()
    with pytest.raises(OSError):
        write_whole(tmp_path / "m", b"new")
    assert (tmp_path / "m").read_bytes() == b"old"
