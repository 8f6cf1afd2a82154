"""Models laid out beside the cache: made once, and never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotecheck.shelf import Shelf


class Model:
    """A number, and how often it was made."""

    made = 0

    @classmethod
    def make(cls) -> int:
        cls.made += 1
        return 7


def lay_out(model: int, folder: Path) -> None:
    (folder / "number").write_text(str(model))


def read(folder: Path) -> int:
    return int((folder / "number").read_text())


@pytest.fixture(autouse=True)
def _anew() -> None:
    Model.made = 0


def fetch(folder: Path | None) -> int:
    return Shelf(folder).fetch("seven-1", make=Model.make, lay_out=lay_out, read=read)


def test_it_is_made_once(tmp_path: Path) -> None:
    assert [fetch(tmp_path / "models") for _ in range(3)] == [7, 7, 7]
    assert Model.made == 1
    assert [path.name for path in (tmp_path / "models").iterdir()] == ["seven-1"]  # nothing is left lying about


def test_without_a_folder_it_is_made_each_time() -> None:
    assert [fetch(None), fetch(None)] == [7, 7]
    assert Model.made == 2


def test_a_broken_one_is_made_anew(tmp_path: Path) -> None:
    fetch(tmp_path)
    (tmp_path / "seven-1" / "number").write_text("seven")
    assert fetch(tmp_path) == 7
    assert fetch(tmp_path) == 7
    assert Model.made == 2


def test_no_room_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert fetch(tmp_path / "file" / "models") == 7


def test_what_cannot_be_laid_out_is_used_all_the_same(tmp_path: Path) -> None:
    def refuse(model: int, folder: Path) -> None:
        (folder / "half").write_text("")
        raise ValueError("no such form")

    assert Shelf(tmp_path).fetch("seven-1", make=Model.make, lay_out=refuse, read=read) == 7
    assert list(tmp_path.iterdir()) == []


def test_cleared(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "models")
    assert shelf.size == 0
    fetch(tmp_path / "models")
    assert shelf.size == 1
    shelf.clear()
    assert not (tmp_path / "models").exists()
    shelf.clear()
