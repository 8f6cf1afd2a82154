"""The cache: kept, shared, and never in the way."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck import cache as cache_module
from quotecheck.cache import Cache, join_key
from quotecheck.config import Config


class Listener:
    def __init__(self) -> None:
        self.warnings: list[str] = []

    def update(self, task: str, done: int, total: int | None) -> None:
        pass

    def warn(self, message: str) -> None:
        self.warnings.append(message)


def open_in(folder: Path, listener: Listener | None = None) -> Cache:
    return Cache.open(Config(cache_dir=folder), listener or Listener())


def test_what_is_put_is_there_for_the_next_process(tmp_path: Path) -> None:
    first = open_in(tmp_path)
    first.put_many("words", {"uno": b"one", "dos": b"two"})
    first.close()
    second = open_in(tmp_path)
    assert second.get_many("words", ["uno", "dos", "tres"]) == {"uno": b"one", "dos": b"two"}
    second.close()


def test_spaces_are_apart_and_later_values_win(tmp_path: Path) -> None:
    cache = open_in(tmp_path)
    cache.put_many("a", {"k": b"1"})
    cache.put_many("b", {"k": b"2"})
    cache.put_many("a", {"k": b"3"})
    assert cache.get_many("a", ["k"]) == {"k": b"3"}
    assert cache.get_many("b", ["k"]) == {"k": b"2"}
    cache.close()


def test_more_keys_than_a_statement_takes(tmp_path: Path) -> None:
    cache = open_in(tmp_path)
    items = {f"key {number}": str(number).encode() for number in range(2500)}
    cache.put_many("many", items)
    assert cache.get_many("many", list(items)) == items
    cache.close()


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.text(max_size=40), st.binary(max_size=40), min_size=1, max_size=6))
def test_any_key_and_any_value_come_back(tmp_path_factory: pytest.TempPathFactory, items: dict[str, bytes]) -> None:
    cache = open_in(tmp_path_factory.mktemp("cache"))
    cache.put_many("any", items)
    assert cache.get_many("any", list(items)) == items
    cache.close()


@given(st.lists(st.text(max_size=6), max_size=4), st.lists(st.text(max_size=6), max_size=4))
def test_joined_keys_are_equal_only_for_equal_parts(left: list[str], right: list[str]) -> None:
    assert (join_key(*left) == join_key(*right)) == (left == right)


def test_a_lone_surrogate_is_a_key_like_any_other(tmp_path: Path) -> None:
    cache = open_in(tmp_path)
    cache.put_many("odd", {"\ud800": b"half"})
    assert cache.get_many("odd", ["\ud800"]) == {"\ud800": b"half"}
    cache.close()


def test_switched_off_it_holds_nothing_and_writes_nothing(tmp_path: Path) -> None:
    cache = Cache.open(Config(cache=False, cache_dir=tmp_path / "never"), Listener())
    cache.put_many("words", {"uno": b"one"})
    assert cache.get_many("words", ["uno"]) == {}
    assert cache.path is None
    assert not (tmp_path / "never").exists()


def test_the_users_cache_folder_is_the_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    cache = Cache.open(Config(), Listener())
    cache.put_many("words", {"uno": b"one"})
    assert cache.path is not None and cache.path.is_relative_to(tmp_path) and cache.path.exists()
    cache.close()


def test_a_folder_that_cannot_be_made_is_one_warning(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    listener = Listener()
    cache = open_in(tmp_path / "file" / "cache", listener)
    for _ in range(3):
        cache.put_many("words", {"uno": b"one"})
        assert cache.get_many("words", ["uno"]) == {}
    assert len(listener.warnings) == 1
    assert "cannot be used" in listener.warnings[0] and "--no-cache" in listener.warnings[0]
    cache.close()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_folder_that_cannot_be_written_is_one_warning(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    listener = Listener()
    cache = open_in(tmp_path, listener)
    cache.put_many("words", {"uno": b"one"})
    tmp_path.chmod(0o700)
    assert len(listener.warnings) == 1


@pytest.mark.parametrize("damage", [b"this is not a database at all, but long enough to be one" * 40, b"\0" * 5000])
def test_a_broken_file_is_one_warning_and_clear_mends_it(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / cache_module.FILE_NAME).write_bytes(damage)
    listener = Listener()
    cache = open_in(tmp_path, listener)
    assert cache.get_many("words", ["uno"]) == {}
    cache.put_many("words", {"uno": b"one"})
    assert len(listener.warnings) == 1 and "cache clear" in listener.warnings[0]
    cache.close()
    assert open_in(tmp_path).clear() >= len(damage)
    mended = open_in(tmp_path, listener)
    mended.put_many("words", {"uno": b"one"})
    assert mended.get_many("words", ["uno"]) == {"uno": b"one"}
    assert len(listener.warnings) == 1
    mended.close()


def test_a_file_damaged_in_the_middle_goes_on_without(tmp_path: Path) -> None:
    cache = open_in(tmp_path)
    cache.put_many("words", {str(number): b"x" * 900 for number in range(200)})
    cache.close()
    path = tmp_path / cache_module.FILE_NAME
    raw = bytearray(path.read_bytes())
    raw[4096:] = os.urandom(len(raw) - 4096)
    path.write_bytes(raw)
    listener = Listener()
    again = open_in(tmp_path, listener)
    assert again.get_many("words", [str(number) for number in range(200)]) == {}
    assert len(listener.warnings) == 1
    again.close()


def test_a_lock_held_by_another_is_waited_for_then_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "_WAIT_MS", 50)
    listener = Listener()
    cache = open_in(tmp_path, listener)
    cache.put_many("words", {"uno": b"one"})
    other = sqlite3.connect(tmp_path / cache_module.FILE_NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    cache.put_many("words", {"dos": b"two"})
    assert cache.get_many("words", ["uno", "dos"]) == {"uno": b"one"}
    other.execute("ROLLBACK")
    other.close()
    cache.put_many("words", {"tres": b"three"})
    assert cache.get_many("words", ["tres"]) == {"tres": b"three"}
    assert listener.warnings == []
    cache.close()


def test_clear_removes_every_file(tmp_path: Path) -> None:
    cache = open_in(tmp_path)
    cache.put_many("words", {"uno": b"one"})
    assert cache.size > 0
    assert cache.clear() > 0
    assert list(tmp_path.iterdir()) == []
    cache.put_many("words", {"uno": b"one"})
    assert cache.get_many("words", ["uno"]) == {"uno": b"one"}
    cache.close()


def test_beyond_the_limit_the_older_half_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = open_in(tmp_path)
    for number in range(100):
        cache.put_many("words", {str(number): os.urandom(1000)})
    monkeypatch.setattr(cache_module, "SIZE_LIMIT", 50_000)
    cache.close()
    again = open_in(tmp_path)
    left = sorted(map(int, again.get_many("words", [str(number) for number in range(100)])))
    assert left == list(range(50, 100))
    again.close()


WORKER = """
import sys
from pathlib import Path
from quotecheck.cache import Cache
from quotecheck.config import Config

class Strict:
    def update(self, task, done, total): pass
    def warn(self, message): sys.exit(message)

worker = int(sys.argv[2])
cache = Cache.open(Config(cache_dir=Path(sys.argv[1])), Strict())
for number in range(30):
    cache.put_many("mine", {f"{worker} {number}": f"{worker * number}".encode()})
    cache.put_many("ours", {str(number): f"{number}".encode()})
expected = {f"{worker} {number}": f"{worker * number}".encode() for number in range(30)}
found = cache.get_many("mine", list(expected))
cache.close()
sys.exit(None if found == expected else f"lost {len(expected) - len(found)}")
"""


@pytest.mark.slow
def test_many_processes_write_at_once(tmp_path: Path) -> None:
    workers = [
        subprocess.Popen([sys.executable, "-c", WORKER, str(tmp_path), str(n)], stderr=subprocess.PIPE, text=True)
        for n in range(6)
    ]
    told = [worker.communicate(timeout=60)[1] for worker in workers]
    assert told == [""] * 6
    assert [worker.returncode for worker in workers] == [0] * 6
    cache = open_in(tmp_path)
    assert len(cache.get_many("ours", [str(number) for number in range(30)])) == 30
    cache.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_forked_child_opens_its_own_connection(tmp_path: Path) -> None:
    cache = open_in(tmp_path)
    cache.put_many("words", {"uno": b"one"})
    child = os.fork()
    if child == 0:
        good = cache.get_many("words", ["uno"]) == {"uno": b"one"}
        cache.put_many("words", {"dos": b"two"})
        os._exit(0 if good else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert cache.get_many("words", ["dos"]) == {"dos": b"two"}
    cache.close()
