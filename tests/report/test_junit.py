"""JUnit XML, read back by a parser that knows nothing of us."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from quotecheck.model import Comparison, FailedComparison, FailedReport, Pair, Report
from quotecheck.report import format_named, junit
from quotecheck.report.layout.style import Style


def written(reports: Sequence[Report | FailedReport]) -> str:
    return "".join(format_named("junit").reports(reports, one=False, style=Style()))


def test_a_document_to_the_letter(report: Report, failed: FailedReport, repository: Path) -> None:
    assert written([report, failed]).splitlines() == [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites name="quotecheck" tests="4" failures="1" errors="1" skipped="1">',
        '<testsuite name="homes.html" tests="3" failures="1" errors="0" skipped="1">',
        '<testcase name="post 1, line 20: Radio Ría (@radioria) on X, 23 October 2025, 14:03 UTC" '
        'classname="homes.html" file="homes.html" line="20">',
        '<failure message="More than 300 became at least 300. (and 1 more finding)" type="bound-changed">'
        "bound-changed: very likely, 85% at line 12",
        "  warning: More than 300 became at least 300.",
        "  post: más de 300",
        "  article: at least 300",
        "name-missing: likely, 60%",
        "  note: The post names Ana Ruiz; the quotation does not.</failure>",
        "</testcase>",
        '<testcase name="post 2, line 31: @shira.bsky.social on Bluesky, undated" classname="homes.html" '
        'file="homes.html" line="31">',
        '<skipped message="not checked: names, dates, negation, certainty, meaning, wording"/>',
        "<system-out>post-unchecked: almost certain, 100%",
        "  note: Nothing here reads Hebrew.</system-out>",
        "</testcase>",
        '<testcase name="the article" classname="homes.html" file="homes.html">',
        "<system-out>quote-untranslated: very likely, 90% at line 40",
        "  note: Spanish words with no English beside them.</system-out>",
        "</testcase>",
        "</testsuite>",
        '<testsuite name="gone.html" tests="1" failures="0" errors="1" skipped="0">',
        '<testcase name="the article" classname="gone.html" file="gone.html">',
        '<error message="gone.html: no such file" type="unreadable">unreadable: gone.html: no such file</error>',
        "</testcase>",
        "</testsuite>",
        "</testsuites>",
    ]


def test_a_match_passes_and_what_is_not_rendered_is_skipped(report: Report) -> None:
    good = replace(report.posts[0], verdict="match")
    alone = replace(report.posts[0], verdict="unmatched")
    tree = ElementTree.fromstring(written([replace(report, posts=(good, alone), findings=())]))
    passed, skipped = tree.iter("testcase")
    assert list(passed) == []
    assert [child.tag for child in skipped] == ["skipped"]
    assert tree.attrib == {"name": "quotecheck", "tests": "2", "failures": "0", "errors": "0", "skipped": "1"}


def test_nothing_is_still_a_document(empty_report: Report) -> None:
    assert ElementTree.fromstring(written([])).attrib["tests"] == "0"
    assert ElementTree.fromstring(written([empty_report]))[0].attrib["tests"] == "0"


def test_a_long_run_goes_through_a_file(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(junit, "_IN_MEMORY", 100)
    tree = ElementTree.fromstring(written([report] * 200))
    assert tree.attrib["tests"] == "600"
    assert len(list(tree.iter("testcase"))) == 600


def test_pairs(pair: Pair, comparison: Comparison) -> None:
    match = replace(comparison, id=None, verdict="match", findings=())
    unsure = replace(comparison, id="p3", verdict="unchecked", findings=())
    broken = FailedComparison(id=7, error="line 2: not JSON")
    results = [(pair, comparison), (pair, match), (pair, unsure), (None, broken)]
    text = "".join(format_named("junit").comparisons(results, one=False, style=Style()))
    tree = ElementTree.fromstring(text)
    assert [case.attrib["name"] for case in tree.iter("testcase")] == ["pair p1", "pair 2", "pair p3", "pair 7"]
    assert [[child.tag for child in case] for case in tree.iter("testcase")] == [
        ["failure"],
        [],
        ["skipped"],
        ["error"],
    ]
    assert tree[0].attrib == {"name": "pairs", "tests": "4", "failures": "1", "errors": "1", "skipped": "1"}


@pytest.mark.parametrize(
    "words", ['"/><evil/>', "]]></failure><x>", "&amp;<!--", "\x00\x1b[2J\x0b\ufffe\uffff", "\ud800", "<!DOCTYPE x>"]
)
def test_a_post_adds_no_element(hostile: Callable[[str], Report], words: str) -> None:
    text = written([hostile(words)])
    assert {node.tag for node in ElementTree.fromstring(text).iter()} == {
        "testsuites", "testsuite", "testcase", "failure",
    }  # fmt: skip
    assert "\x1b" not in text


@given(words=st.text(alphabet=st.one_of(st.characters(), st.sampled_from("<>&\"'[]!-\x00\x0b\ufffe")), max_size=60))
def test_any_text_is_xml(hostile: Callable[[str], Report], words: str) -> None:
    tree = ElementTree.fromstring(written([hostile(words)]).encode("utf-8"))
    (failure,) = tree.iter("failure")
    assert set(failure.attrib) == {"message", "type"}
    if words.isascii() and words.isprintable() and words == " ".join(words.split()):
        assert failure.attrib["message"] == words
