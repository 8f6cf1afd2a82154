"""Which settings hold, and where each comes from."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotecheck.config import Config, PerPath
from quotecheck.errors import UsageError
from quotecheck.origins import Origin, as_toml, origins, per_path
from quotecheck.settings import load

TABLES = """
fail-on = "warning"
ignore = [
  "name-missing",
]

[severity]
content-missing = "warning"

[[per-path]]
paths = ["opinion/**"]
ignore = ["number-changed"]

[[per-path]]
paths = ["*.md"]
severity = {bound-changed = "error"}
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def by_key(found: list[Origin]) -> dict[str, Origin]:
    return {one.key: one for one in found}


def test_tables_are_settings(here: Path) -> None:
    config = load(write(here / "quotecheck.toml", TABLES))
    assert config.severity == {"content-missing": "warning"}
    assert config.per_path == (
        PerPath(paths=("opinion/**",), ignore=("number-changed",)),
        PerPath(paths=("*.md",), severity={"bound-changed": "error"}),
    )
    assert config.root == here
    assert set(config.rule_names()) == {"name-missing", "content-missing", "number-changed", "bound-changed"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[per-path]]\npaths = ['a']\nignroe = []", "`per-path` has no setting 'ignroe' (did you mean ignore?)"),
        ("[[per-path]]\nignore = []", "missing required field `paths`"),
        ("[[per-path]]\npaths = 'a'", "Expected `array`, got `str`"),
        ("per-path = 3", "Expected `array`, got `int` - at `per-path`"),
        ("[severity]\nname-added = 'loud'", "Invalid enum value 'loud' - at `severity[...]`"),
        ("root = 'a'", "there is no setting 'root'"),
        ("require-reasons = true", "did you mean require-reason?"),
    ],
)
def test_what_is_wrong_is_named(here: Path, text: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        load(write(here / "quotecheck.toml", text))
    assert said in str(caught.value)


def test_file_command_line_and_default(here: Path) -> None:
    file = write(here / "quotecheck.toml", TABLES)
    found = by_key(origins(load(file), file=file, given=("jobs",)))
    assert found["fail-on"].origin == "quotecheck.toml:2"
    assert found["ignore"].origin == "quotecheck.toml:3"
    assert found["severity"].origin == "quotecheck.toml:7"
    assert found["per-path"].parts == ("quotecheck.toml:10", "quotecheck.toml:14")
    assert found["jobs"].origin == "command line"
    assert found["lang"] == Origin(key="lang", value=None, origin="default")
    assert "root" not in found


def test_a_pyproject_has_other_tables_too(here: Path) -> None:
    text = """[tool.other]
fail-on = "never"
severity = 1
[tool.quotecheck]
"fail-on" = "note"
severity.name-added = "error"
[[tool.quotecheck.per-path]]
paths = ["a"]
[tool.quotecheck.per-path.severity]
bound-changed = "note"
[tool.last]
jobs = 4
"""
    file = write(here / "pyproject.toml", text)
    found = by_key(origins(load(file), file=file))
    assert (found["fail-on"].value, found["fail-on"].origin) == ("note", "pyproject.toml:5")
    assert found["severity"].origin == "pyproject.toml:6"
    assert found["per-path"].parts == ("pyproject.toml:7",)
    assert found["jobs"].origin == "default"


def test_what_holds_for_one_article(here: Path) -> None:
    file = write(here / "quotecheck.toml", TABLES)
    config, because = per_path(load(file), "opinion/a.md", file)
    assert config.ignore == ("name-missing", "number-changed")
    assert config.severity == {"content-missing": "warning", "bound-changed": "error"}
    found = by_key(origins(config, file=file, also=because))
    assert found["ignore"].origin == "quotecheck.toml:3, per-path of quotecheck.toml"
    assert per_path(load(file), "news/a.html", file)[1] == {}


@pytest.mark.parametrize(
    "config",
    [
        Config(),
        Config(lang="es", min_confidence=0.5, ignore=("name-added",), cache_dir=Path('odd "name" \x7f\\ ü')),
        Config(
            severity={"name-added": "error"}, per_path=(PerPath(paths=("a b/**",), severity={"name-added": "note"}),)
        ),
    ],
)
def test_what_is_shown_is_a_settings_file(here: Path, config: Config) -> None:
    file = write(here / "shown.toml", "".join(as_toml(origins(config, file=None))))
    again = load(file)
    expected = (
        config
        if config.cache_dir is None
        else Config(lang="es", min_confidence=0.5, ignore=("name-added",), cache_dir=here / config.cache_dir)
    )
    assert again.severity == expected.severity
    assert again.per_path == expected.per_path
    assert (again.lang, again.ignore, again.cache_dir) == (expected.lang, expected.ignore, expected.cache_dir)
