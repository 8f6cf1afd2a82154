"""Workflow commands, read back as GitHub's runner reads them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.errors import UsageError
from quotecheck.model import FailedReport, Report
from quotecheck.report import format_named
from quotecheck.report.github import command
from quotecheck.report.layout.style import Style

Command = tuple[str, dict[str, str], str]


def lines(reports: Sequence[Report | FailedReport]) -> list[str]:
    return "".join(format_named("github").reports(reports, one=False, style=Style())).split("\n")


def understood(line: str) -> Command | None:
    """What the runner makes of one line of output; None where it is no command."""
    found = re.match(r"^::(?P<name>[^:\s]+)(?: (?P<given>.*?))?::(?P<text>.*)$", line.lstrip())
    if found is None:
        return None
    given = {}
    for part in filter(None, (found["given"] or "").split(",")):
        name, _, value = part.partition("=")
        for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
            value = value.replace(code, char)
        given[name] = value
    text = found["text"]
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, char)
    return found["name"], given, text


def test_annotations_to_the_letter(report: Report, failed: FailedReport, repository: Path) -> None:
    assert lines([report, failed]) == [
        "::error file=gone.html,title=quotecheck::Not read: gone.html: no such file",
        "::warning file=homes.html,line=12,endLine=13,title=bound-changed::More than 300 became at least 300."
        "%0APost: más de 300%0AArticle: at least 300%0ARadio Ría (@radioria) on X, 23 October 2025, 14:03 UTC "
        "(bound-changed: very likely, 85%25)",
        "::notice file=homes.html,line=31,col=1,title=post-unchecked::Nothing here reads Hebrew."
        "%0A@shira.bsky.social on Bluesky, undated (post-unchecked: almost certain, 100%25)",
        "::notice file=homes.html,line=40,col=9,endColumn=32,title=quote-untranslated::Spanish words with no English "
        "beside them.%0Aquote-untranslated: very likely, 90%25",
        "::notice file=homes.html,line=20,col=1,title=name-missing::The post names Ana Ruiz; the quotation does not."
        "%0ARadio Ría (@radioria) on X, 23 October 2025, 14:03 UTC (name-missing: likely, 60%25)",
        "quotecheck: 1 article, 2 posts: 1 divergent and 1 unchecked; 1 warning and 3 notes; "
        "1 source could not be read",
        "",
    ]


def test_ten_of_a_level_and_the_last_line_says_what_is_not_shown(
    many: Callable[[int], Report], failed: FailedReport
) -> None:
    found = lines([many(25), *[failed] * 12])
    assert sum(line.startswith("::notice ") for line in found) == 10
    assert sum(line.startswith("::error ") for line in found) == 10
    assert found[-2].endswith("Not shown as annotations: 1 error and 15 notes, 2 unreadable sources")


def test_a_page_from_the_web_is_annotated_without_a_file(report: Report) -> None:
    from msgspec.structs import replace

    for source in ("https://news.example/a", "-"):
        (first, *_) = lines([replace(report, source=source)])
        assert first.startswith("::warning title=bound-changed::More")


def test_nothing_read_is_still_a_line() -> None:
    assert lines([]) == ["quotecheck: 0 articles, 0 posts", ""]


def test_pairs_have_no_place_to_annotate() -> None:
    with pytest.raises(UsageError, match="no form for compare"):
        format_named("github").comparisons([], one=False, style=Style())


@pytest.mark.parametrize(
    "words",
    [
        "x\n::error::owned",
        "x\r\n::stop-commands::pause",
        "a,line=1::b",
        "100% %0A::warning::x %25",
        "\x1b[2J\x1b]0;owned\x07",
        "a\u2028::error::x\x85::error::y",
        "::add-mask::a",
    ],
)
def test_a_post_gives_the_runner_no_orders(hostile: Callable[[str], Report], words: str) -> None:
    found = lines([hostile(words)])
    assert len(found) == 3
    read = understood(found[0])
    assert read is not None
    name, given_, _ = read
    assert name == "error"
    assert set(given_) <= {"file", "line", "col", "endLine", "endColumn", "title"}
    assert given_["title"] == "number-changed"
    assert found[1].startswith("quotecheck: 1 article")
    assert "\x1b" not in "".join(found)


@given(
    text=st.text(alphabet=st.one_of(st.characters(), st.sampled_from("::%,=\r\n0AD25 ")), max_size=50),
    value=st.text(alphabet=st.one_of(st.characters(), st.sampled_from("::%,=\r\n0AD25 ")), min_size=1, max_size=50),
)
def test_whatever_is_said_is_one_command(text: str, value: str) -> None:
    written = command("warning", text, {"file": value, "line": 3}, title=value)
    assert written.endswith("\n")
    assert len(written.splitlines()) == 1
    read = understood(written.removesuffix("\n"))
    assert read is not None
    name, given_, body = read
    assert name == "warning"
    assert set(given_) == {"file", "line", "title"}
    assert given_["line"] == "3"
    if text.isascii() and text.isprintable():
        assert body == text
    if value.isascii() and value.isprintable():
        assert given_["file"] == given_["title"] == value


@given(words=st.text(alphabet=st.one_of(st.characters(), st.sampled_from(":#[]%\r\n")), max_size=60))
def test_every_line_is_ours(hostile: Callable[[str], Report], words: str) -> None:
    found = "".join(format_named("github").reports([hostile(words)], one=True, style=Style())).splitlines()
    assert [line.split(" ")[0] for line in found] == ["::error", "quotecheck:"]
