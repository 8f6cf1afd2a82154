"""The journal: whatever happens to its end, what came before stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotecheck.audit.journal import Entry, Journal
from quotecheck.errors import UsageError
from quotecheck.model import SCHEMA_VERSION, FailedReport
from quotecheck.pipeline.found import tool


def entry(number: int) -> Entry:
    failed = FailedReport(schema_version=SCHEMA_VERSION, tool=tool(), source=f"{number}.html", error="é" * number)
    return Entry(number=number, name=f"{number}.html", failed=failed)


def filled(path: Path, count: int) -> None:
    journal = Journal(path, "mine")
    for number in range(count):
        journal.add(entry(number))
    journal.close()


def test_what_is_added_is_there(tmp_path: Path) -> None:
    filled(tmp_path / "j", 3)
    journal = Journal(tmp_path / "j", "mine")
    assert (journal.done, journal.last) == (3, "2.html")
    assert list(journal.entries()) == [entry(0), entry(1), entry(2)]
    journal.add(entry(3))
    assert [one.number for one in journal.entries()] == [0, 1, 2, 3]
    journal.close()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.integers(0, 400), junk=st.binary(max_size=40))
def test_a_torn_end_is_cut_off(cut: int, junk: bytes, tmp_path: Path) -> None:
    path = tmp_path / "j"
    path.unlink(missing_ok=True)
    filled(path, 4)
    whole = path.read_bytes()
    kept = whole[: max(len(whole) - cut, len(whole.split(b"\n")[0]) + 6)]
    path.write_bytes(kept + junk)
    journal = Journal(path, "mine")
    done = journal.done
    assert 0 <= done <= 4
    assert list(journal.entries()) == [entry(number) for number in range(done)]
    for number in range(done, 4):
        journal.add(entry(number))
    journal.close()
    assert path.read_bytes() == whole


def test_it_belongs_to_one_audit(tmp_path: Path) -> None:
    filled(tmp_path / "j", 1)
    with pytest.raises(UsageError, match="other inputs, settings or another version"):
        Journal(tmp_path / "j", "another")


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "j", "mine")
    with pytest.raises(UsageError, match="another audit is writing it"):
        Journal(tmp_path / "j", "mine")
    journal.close()
    Journal(tmp_path / "j", "mine").close()


def test_half_a_character_is_kept_as_something(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "j", "mine")
    journal.add(Entry(number=0, name="a\ud83d.html"))
    assert [one.name for one in journal.entries()] == ["a\ufffd.html"]
    journal.close()
