"""CSV, read back; and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from quotecheck.model import Comparison, FailedComparison, FailedReport, Pair, Report
from quotecheck.report import format_named
from quotecheck.report.csv import COLUMNS, cell, row
from quotecheck.report.layout.style import Style


def written(reports: Sequence[Report | FailedReport]) -> str:
    return "".join(format_named("csv").reports(reports, one=False, style=Style()))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text.split("\r\n")[:-1], strict=True))


def test_a_table_to_the_letter(report: Report, failed: FailedReport) -> None:
    url = "https://x.com/radioria/status/1"
    assert written([report, failed]).split("\r\n") == [
        '"source","line","column","platform","author","handle","posted_at","url","verdict","severity","rule",'
        '"confidence","message","post","article"',
        f'"homes.html","20","1","x","Radio Ría","radioria","2025-10-23T14:03:00Z","{url}","divergent","note",'
        '"name-missing","0.6","The post names Ana Ruiz; the quotation does not.","Ana Ruiz",""',
        f'"homes.html","12","5","x","Radio Ría","radioria","2025-10-23T14:03:00Z","{url}","divergent","warning",'
        '"bound-changed","0.85","More than 300 became at least 300.","más de 300","at least 300"',
        '"homes.html","31","1","bluesky","","shira.bsky.social","","","unchecked","note","post-unchecked","1.0",'
        '"Nothing here reads Hebrew.","ראש העיר אמר שיותר מ-300 בתים ייבנו \\x1b[2J",""',
        '"homes.html","40","9","","","","","","","note","quote-untranslated","0.9",'
        '"Spanish words with no English beside them.","","Esto no va a parar"',
        '"gone.html","","","","","","","","unreadable","","","","gone.html: no such file","",""',
        "",
    ]


def test_a_post_that_nothing_was_found_on_has_a_row(report: Report) -> None:
    (only,) = rows(written([replace(report, posts=(replace(report.posts[0], verdict="match"),), findings=())]))
    assert (only["verdict"], only["rule"], only["line"]) == ("match", "", "20")


def test_rows_come_as_soon_as_they_are_there(report: Report) -> None:
    def source() -> Sequence[Report]:
        yield report
        raise AssertionError("asked for")

    pieces = format_named("csv").reports(source(), one=False, style=Style())
    assert next(pieces).startswith('"source"')
    assert "homes.html" in next(pieces)


def test_pairs(pair: Pair, comparison: Comparison) -> None:
    match = replace(comparison, id=-2, verdict="match", findings=())
    results = [(pair, comparison), (pair, match), (None, FailedComparison(id=None, error="line 3: not JSON"))]
    text = "".join(format_named("csv").comparisons(results, one=False, style=Style()))
    first, second, third = rows(text)
    assert (first["id"], first["rule"], first["quote"]) == ("p1", "bound-changed", "at least 300")
    assert (second["id"], second["verdict"], second["rule"]) == ("'-2", "match", "")
    assert (third["verdict"], third["message"]) == ("unreadable", "line 3: not JSON")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ('=HYPERLINK("http://x","y")', '\'=HYPERLINK("http://x","y")'),
        ("+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", " '=1"),
        ("\r\n=1", "  '=1"),
        ("＝1+1", "'＝1+1"),
        ("a;=1+1; @b", "a;'=1+1; '@b"),
        ("a, b and 3 - 2 = 1", "a, b and 3 - 2 = 1"),
        ("\x1b[2J\x00", "\\x1b[2J\\x00"),
    ],
)
def test_formulas_are_text(words: str, shown: str) -> None:
    assert cell(words) == shown


@given(
    st.lists(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("=+-@;,\" \t\r\n'")), max_size=30), min_size=1)
)
def test_any_text_is_one_harmless_cell(words: list[str]) -> None:
    text = row(words)
    assert text.endswith("\r\n")
    assert len(text.splitlines()) == 1
    (read,) = csv.reader([text.removesuffix("\r\n")], strict=True)
    assert read == [cell(word) for word in words]
    for found in read:
        assert not re.match(r"\s*[=+\-@＝＋－＠]", found)
        assert not re.search(r";\s*[=+\-@＝＋－＠]", found)


@given(words=st.text(alphabet=st.one_of(st.characters(), st.sampled_from('=+-@;,"\r\n')), max_size=40))
def test_a_post_adds_no_row_and_no_column(hostile: Callable[[str], Report], words: str) -> None:
    text = written([hostile(words)])
    head, only = csv.reader(text.split("\r\n")[:-1], strict=True)
    assert tuple(head) == COLUMNS
    assert len(only) == len(COLUMNS)
    assert only[10] == "number-changed"
