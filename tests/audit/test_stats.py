"""An audit summed up, from tables of every format."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from quotecheck.audit.outputs import endings, publish, writer
from quotecheck.audit.stats import page, statistics, text
from quotecheck.audit.tables import ARTICLES, ERRORS, FINDINGS, POSTS, TABLES, Row, Table
from quotecheck.errors import UsageError

EVIL = '<script>alert(1)</script>"&\x1b[31m\u202e'


def row(table: Table, **values: str | int | float | bool | None) -> Row:
    filled = {"integer": 0, "real": 0.5, "truth": False, "text": "x"}
    return tuple(values.get(name, filled[kind]) for name, kind in table.columns)


def audit(folder: Path, ending: str) -> Path:
    output = folder / f"out{ending}"
    made = writer(output, TABLES)
    made.write(
        ARTICLES,
        [
            row(ARTICLES, source="https://www.paper.example/1", published="2026-03-06T08:00:00+00:00", divergent=1),
            row(ARTICLES, source="https://paper.example/2", published=None, divergent=2),
            row(ARTICLES, source="local/3.html", published="2026-02-01", divergent=0),
        ],
    )
    made.write(
        POSTS,
        [
            row(POSTS, verdict="divergent", language="es", platform="x"),
            row(POSTS, verdict="match", language=None, platform="bluesky"),
            row(POSTS, verdict="divergent", language="es", platform="x"),
        ],
    )
    changed = {"rule": "number-changed", "severity": "error", "post_text": "140", "passage_text": EVIL}
    made.write(
        FINDINGS,
        [row(FINDINGS, **changed), row(FINDINGS, **changed), row(FINDINGS, rule="name-added", severity="note")],
    )
    made.write(ERRORS, [row(ERRORS, error="no such file or folder (check the spelling)")])
    made.close()
    publish(made, output, TABLES)
    return output


@pytest.mark.parametrize("ending", endings())
def test_the_numbers(ending: str, tmp_path: Path) -> None:
    if ending == ".parquet":
        pytest.importorskip("pyarrow")
    found = statistics(audit(tmp_path, ending))
    assert (found.articles, found.posts, found.findings, found.errors) == (3, 3, 3, 1)
    parts = {part.heading: part.counts for part in found.parts}
    assert parts["posts by verdict"] == (("divergent", 2), ("match", 1))
    assert parts["posts by language"] == (("es", 2), ("none", 1))
    assert parts["findings by rule"] == (("number-changed", 2), ("name-added", 1))
    assert parts["divergent articles by outlet"] == (("paper.example", 2),)
    assert parts["divergent articles by month"] == (("2026-03", 1), ("no date", 1))
    assert parts["inputs that were not checked"] == (("no such file or folder", 1),)
    ((repeated, count),) = parts["divergences repeated most"]
    assert count == 2 and repeated.startswith("number-changed: 140 / ")


def test_nothing_in_it_acts(tmp_path: Path) -> None:
    found = statistics(audit(tmp_path, ".jsonl"))
    shown = "\n".join(text(found, 80))
    assert "\x1b" not in shown and "\u202e" not in shown
    assert max(map(len, shown.splitlines())) <= 130
    html = page(found, EVIL)
    assert "<script" not in html and "\x1b" not in html and "http://" not in html and "https://" not in html
    ElementTree.fromstring(html[html.index("<body>") : html.index("</html>")])


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.txt", b"", "is no audit"),
        ("a.csv", None, "no such file"),
        ("a.sqlite", b"no database", "no table of an audit"),
    ],
)
def test_mistakes(name: str, data: bytes | None, says: str, tmp_path: Path) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(UsageError, match=says):
        statistics(tmp_path / name)
