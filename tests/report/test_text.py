"""The text report as a whole, to the letter."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from quotecheck.model import Comparison, FailedComparison, FailedReport, Finding, FoundQuotation, Pair, Report
from quotecheck.report import format_named
from quotecheck.report.layout.glyphs import cells
from quotecheck.report.layout.style import Style


def text_of(reports: Sequence[Report | FailedReport], *, one: bool = True, style: Style | None = None) -> str:
    return "".join(format_named("text").reports(reports, one=one, style=style or Style()))


def test_a_report(report: Report) -> None:
    assert text_of([report]).splitlines() == [
        "homes.html",
        "Mayor promises homes",
        "",
        "DIVERGENT     Radio Ría (@radioria) on X, 23 October 2025, 14:03 UTC, line 20",
        "              https://x.com/radioria/status/1",
        "",
        "  Spanish     El alcalde promete más de 300 viviendas y no cita a Ana Ruiz.",
        "                                 ^^^^^^^^^^                       ~~~~~~~~",
        "  English     The mayor promises more than 300 homes.",
        "              machine translation: apertium, spa-eng 0.8",
        "",
        "  quotation   “We will build at least 300 homes here.”",
        "                             ^^^^^^^^^^^^",
        "              — Luis Pardo, line 12:5",
        "  warning     More than 300 became at least 300.",
        "              post: más de 300  ≠  article: at least 300",
        "              bound-changed: very likely, 85%",
        "",
        "  also in     headline 1:5: nothing found to differ",
        "",
        "  note        The post names Ana Ruiz; the quotation does not. (name-missing:",
        "              likely, 60%)",
        "  not checked dates, certainty",
        "",
        "UNCHECKED     @shira.bsky.social on Bluesky, undated, line 31",
        "",
        "  Hebrew      ראש העיר אמר שיותר מ-300 בתים ייבנו \\x1b[2J",
        "  English     (not translated)",
        "              The page holds only the beginning of it.",
        "",
        "  note        Nothing here reads Hebrew. (post-unchecked: almost certain, 100%)",
        "  not checked names, dates, negation, certainty, meaning, wording",
        "",
        "ALSO IN THE ARTICLE",
        "  line 40     Esto no va a parar",
        "  note        Spanish words with no English beside them. (quote-untranslated:",
        "              very likely, 90%)",
        "",
        "1 article, 2 posts: 1 divergent and 1 unchecked; 1 warning and 3 notes",
    ]


def test_an_article_without_posts_says_so(empty_report: Report) -> None:
    assert "No embedded social posts in this article." in text_of([empty_report])


def test_several_sources_say_what_could_not_be_read(report: Report, failed: FailedReport) -> None:
    text = text_of([report, failed], one=False)
    assert "NOT READ      gone.html: no such file" in text
    assert " ".join(text.splitlines()[-2:]).endswith("; 1 source could not be read")


def test_no_escape_of_a_post_is_printed(report: Report) -> None:
    assert "\x1b" not in text_of([report])
    coloured = text_of([report], style=Style(colour=True))
    assert "\x1b[2J" not in coloured
    assert "\x1b[1;4;33mmás de 300\x1b[0m" in coloured


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_no_line_is_wider_than_the_terminal(report: Report, width: int) -> None:
    for line in text_of([report], style=Style(width=width)).splitlines():
        assert cells(line) <= width


def test_verbose_leaves_no_passage_out(report: Report) -> None:
    text = text_of([report], style=Style(verbose=True))
    assert "score 0.80 (meaning 0.75)" in text
    assert "nothing found to differ" not in text
    assert "  headline    Mayor promises homes" in text


def test_a_comparison(pair: Pair, comparison: Comparison) -> None:
    text = "".join(format_named("text").comparisons([(pair, comparison)], one=True, style=Style()))
    assert text.splitlines() == [
        "DIVERGENT     pair p1, similarity 0.81",
        "  Spanish     El alcalde promete más de 300 viviendas y no cita a Ana Ruiz.",
        "                                 ^^^^^^^^^^",
        "  English     (not translated)",
        "  quotation   “We will build at least 300 homes here.”",
        "                             ^^^^^^^^^^^^",
        "  warning     More than 300 became at least 300.",
        "              post: más de 300  ≠  article: at least 300",
        "              bound-changed: very likely, 85%",
        "  not checked names, dates, negation, certainty, wording",
        "",
    ]


def test_many_comparisons_are_counted(pair: Pair, comparison: Comparison) -> None:
    results = [(pair, comparison), (None, FailedComparison(id=7, error="line 2: not JSON"))]
    text = "".join(format_named("text").comparisons(results, one=False, style=Style()))
    assert "NOT READ      pair 7: line 2: not JSON" in text
    assert text.splitlines()[-1] == "2 pairs: 1 divergent, 1 could not be read"


def test_posts_and_quotations(report: Report) -> None:
    text = "".join(format_named("text").posts(report.posts, style=Style()))
    assert "line 20       Radio Ría (@radioria) on X, 23 October 2025, 14:03 UTC" in text
    assert text.endswith("2 embedded posts\n")
    said = [FoundQuotation(text="Enough", speaker="Ana", cue="said", line=3)]
    assert "".join(format_named("text").quotations(said, style=Style())).splitlines() == [
        "line 3        “Enough”",
        "              — Ana (said)",
        "1 quotation",
    ]


def test_what_only_the_passage_says_stands_beside_the_passage(report: Report) -> None:
    compared = report.findings[1].passage
    assert compared is not None
    added = Finding(
        rule="name-added", severity="note", confidence=0.6, message="Homes are added.", post=None,
        passage=replace(compared, start=27, end=32, text="homes", column=32),
    )  # fmt: skip
    lines = text_of([replace(report, findings=(*report.findings, added))]).splitlines()
    assert lines.index("  note        Homes are added. (name-added: likely, 60%)") < lines.index("ALSO IN THE ARTICLE")
    assert any(line.endswith("^^^^^^^^^^^^ ~~~~~") for line in lines)


def test_one_note_that_two_passages_gave_rise_to_is_shown_once(report: Report) -> None:
    twice = replace(report, findings=(*report.findings, report.findings[0]))
    assert text_of([twice]).count("name-missing") == 1
