"""Settings from a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotecheck.config import Config
from quotecheck.errors import UsageError
from quotecheck.settings import load, nearest


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_keys_are_the_fields_with_hyphens(tmp_path: Path) -> None:
    file = write(
        tmp_path / "any.toml",
        'fail-on = "warning"\nselect = ["number-changed"]\nmin-confidence = 0.5\ncache-dir = "kept"\noffline = true\n',
    )
    assert load(file) == Config(
        fail_on="warning", select=("number-changed",), min_confidence=0.5, cache_dir=tmp_path / "kept", offline=True
    )


def test_a_table_of_pyproject(tmp_path: Path) -> None:
    file = write(tmp_path / "pyproject.toml", '[project]\nname = "x"\n[tool.quotecheck]\njobs = 2\n')
    assert load(file) == Config(jobs=2)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("fail-onn = 1", "no setting 'fail-onn' (did you mean fail-on?)"),
        ("fail_on = 'error'", "did you mean fail-on?"),
        ("zzzz = 1", "settings are "),
        ("fail-on = 'loud'", "Invalid enum value 'loud' - at `fail-on`"),
        ("jobs = 'two'", "Expected `int`, got `str` - at `jobs`"),
        ("jobs = ", "is not valid TOML"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, said: str) -> None:
    file = write(tmp_path / "q.toml", text)
    with pytest.raises(UsageError) as caught:
        load(file)
    assert said in str(caught.value)
    assert str(caught.value).startswith(str(file))


def test_unreadable_files_are_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No such file"):
        load(tmp_path / "nowhere.toml")
    (tmp_path / "binary.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="not UTF-8"):
        load(tmp_path / "binary.toml")


def test_the_nearest_file_wins_and_strangers_are_passed_by(tmp_path: Path) -> None:
    far = write(tmp_path / "quotecheck.toml", "jobs = 1")
    write(tmp_path / "a" / "pyproject.toml", '[project]\nname = "quotecheck-user"\n')
    deep = tmp_path / "a" / "b" / "c"
    deep.mkdir(parents=True)
    assert nearest(deep) == far
    near = write(tmp_path / "a" / "b" / ".quotecheck.toml", "jobs = 2")
    assert nearest(deep) == near
    assert load(start=deep).jobs == 2
