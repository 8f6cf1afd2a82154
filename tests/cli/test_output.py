"""Where results go."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from quotecheck.cli.output import emit
from quotecheck.errors import UsageError
from quotecheck.report import format_named

TEXT = format_named("text")


def test_a_file_appears_only_when_it_is_complete(tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    target.write_text("before")
    target.chmod(0o640)
    seen: list[str] = []

    def pieces() -> Iterator[str]:
        yield "one "
        seen.append(target.read_text())
        yield "two"

    emit(pieces(), target, TEXT)
    assert seen == ["before"]
    assert target.read_text() == "one two"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [target]


def test_a_run_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    target.write_text("before")

    def pieces() -> Iterator[str]:
        yield "one "
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        emit(pieces(), target, TEXT)
    assert target.read_text() == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_is_followed_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "latest.txt"
    link.symlink_to(tmp_path / "real" / "report.txt")
    emit(["x"], link, TEXT)
    assert link.is_symlink()
    assert (tmp_path / "real" / "report.txt").read_text() == "x"


def test_a_wrong_folder_is_told_before_the_work_begins(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        raise AssertionError("asked for")
        yield ""

    with pytest.raises(UsageError, match="cannot be written: No such file"):
        emit(pieces(), tmp_path / "no" / "report.txt", TEXT)
    with pytest.raises(UsageError, match="cannot be written"):
        emit(pieces(), Path("/dev/full/x"), TEXT)


def test_devices_are_written_to(tmp_path: Path) -> None:
    emit(["x"], Path(os.devnull), TEXT)
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told() -> None:
    with pytest.raises(UsageError, match="No space left"):
        emit(["x" * 100_000], Path("/dev/full"), TEXT)


def test_errors_of_the_work_itself_are_not_taken_for_errors_of_the_file(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        raise FileNotFoundError("a model")
        yield ""

    with pytest.raises(FileNotFoundError):
        emit(pieces(), tmp_path / "report.txt", TEXT)
