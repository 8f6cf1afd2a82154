"""The package's own TOML files and their compiled copies."""

from __future__ import annotations

import os
import sys
import tomllib
from pathlib import Path

import pytest

import quotecheck
from quotecheck.toml_data import read_toml

OWN = sorted(Path(quotecheck.__file__).parent.rglob("*.toml"))


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.name)
def test_says_what_the_file_says(path: Path) -> None:
    assert read_toml(path) == read_toml(path) == tomllib.loads(path.read_text(encoding="utf-8"))


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "lists.toml"
    path.write_text('words = "one"', encoding="utf-8")
    assert read_toml(path) == {"words": "one"}
    path.write_text('words = "three"', encoding="utf-8")
    os.utime(path, (1, 1))
    assert read_toml(path) == {"words": "three"}


def test_the_compiled_copy_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    path = tmp_path / "lists.toml"
    path.write_text("words = 1", encoding="utf-8")
    read_toml(path)
    monkeypatch.setattr(tomllib, "loads", lambda text: pytest.fail("parsed again"))
    assert read_toml(path) == {"words": 1}


def test_a_module_of_the_same_name_keeps_its_own_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    path = tmp_path / "english.toml"
    path.write_text("words = 1", encoding="utf-8")
    read_toml(path)
    kept = [found.name for found in (tmp_path / "__pycache__").iterdir()]
    assert len(kept) == 1
    assert kept[0].startswith("english.toml.")


def test_works_where_nothing_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    path = tmp_path / "lists.toml"
    path.write_text("words = 1", encoding="utf-8")
    (tmp_path / "__pycache__").write_text("in the way", encoding="utf-8")
    assert read_toml(path) == {"words": 1}


def test_what_is_no_toml_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lists.toml"
    path.write_text("words = ", encoding="utf-8")
    with pytest.raises(tomllib.TOMLDecodeError):
        read_toml(path)
