"""Where a finding stands in the repository, and what makes it the same as yesterday's."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from quotecheck.model import Report
from quotecheck.report.ci.ends import Text, follow
from quotecheck.report.ci.fingerprint import Fingerprints, fingerprint
from quotecheck.report.ci.paths import Paths
from quotecheck.report.ci.spots import spots
from quotecheck.report.ci.words import line
from quotecheck.report.ci.worst import Worst

# ------------------------------------------------------------------------------------------------------- paths


def test_a_source_is_named_from_the_root_of_its_repository(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / "content" / "é b").mkdir(parents=True)
    monkeypatch.chdir(repository / "content")
    for source in (
        "é b/a:1.html",
        "./é b/a:1.html",
        "../content/é b/a:1.html",
        str(repository / "content/é b/a:1.html"),
    ):
        found = Paths().find(source)
        assert (found.path, found.relative, found.file) == ("content/é b/a:1.html", True, True)
        assert found.uri == "content/%C3%A9%20b/a%3A1.html"


def test_a_worktree_has_a_file_where_a_clone_has_a_folder(repository: Path) -> None:
    (repository / "tree").mkdir()
    (repository / "tree" / ".git").write_text("gitdir: elsewhere\n")
    assert Paths().find("tree/a.html").path == "a.html"


def test_without_a_repository_the_current_folder_is_the_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setattr("quotecheck.report.ci.paths.repository", lambda folder: None)
    assert Paths().find("a.html").uri == "a.html"
    outside = Paths().find(str(tmp_path / "a b.html"))
    assert (outside.relative, outside.uri) == (False, f"file://{tmp_path.as_posix()}/a%20b.html")


def test_what_is_no_file_stays_what_it_is() -> None:
    assert Paths().find("-").uri == "stdin"
    found = Paths().find("https://news.example/a b?x=1&y=%20#c")
    assert (found.uri, found.file) == ("https://news.example/a%20b?x=1&y=%20#c", False)


@given(st.text(alphabet=st.characters(), max_size=40))
def test_every_name_has_a_uri(name: str) -> None:
    found = Paths().find(name)
    assert found.uri.isascii()
    assert not any(char.isspace() or char in '<>"{}|\\^`' for char in found.uri)


# -------------------------------------------------------------------------------------------------------- ends


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("more than 300 died", "more than 300"),
        ("more <b>than</b>\n  <i class='x'>300</i> died", "more than 300"),
        ("more&nbsp;than&#32;300", "more than 300"),
        ("Smith &amp; Sons &#8212; &quot;yes&quot;", 'Smith & Sons — "yes"'),
        ("more **than** \\*300\\*", "more than *300*"),
        ("a<br>b", "a\nb"),
        ("AT&T said", "AT&T"),
        ("x < 3", "x < 3"),
    ],
)
def test_words_are_followed_through_markup(source: str, words: str) -> None:
    text = f"<p>{source}</p>"
    stop = follow(text, 3, words)
    assert stop is not None
    assert text[stop - 1 : stop] in (words[-1], ";", "*")
    assert stop <= len(text) - 4


@pytest.mark.parametrize(
    ("source", "words"), [("more than 300", "more than 400"), ("", "x"), ("<p>x", "x"), ("mo", "more")]
)
def test_where_the_words_are_not_nothing_is_said(source: str, words: str) -> None:
    assert follow(source, 0, words) is None


def test_the_end_is_a_line_and_a_column() -> None:
    text = Text("one\r\ntwo <b>th\nree</b> four")
    assert text.end(2, 1, "two") == (2, 4, "two")
    assert text.end(2, 5, "th ree") is None  # it begins inside a tag's own text
    assert text.end(2, 8, "th ree") == (3, 4, "th\nree")
    assert text.end(9, 1, "two") is None
    assert text.end(2, 90, "two") is None


@given(st.text(max_size=80), st.integers(-3, 90), st.text(max_size=30))
def test_no_source_is_too_strange(source: str, start: int, words: str) -> None:
    stop = follow(source, max(0, start), words)
    assert stop is None or 0 <= stop <= max(len(source), start)


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_plain_words_are_found_where_they_are(source: str, low: int, high: int) -> None:
    words = source[low:high]
    if words and not words[0].isspace() and not words[-1].isspace() and not set(words) & set("<&\\*_`~"):
        assert follow(source, low, words) == low + len(words)


def test_spots_know_both_ends(report: Report, repository: Path) -> None:
    found = {spot.finding.rule: spot for spot in spots(report, Paths().find(report.source))}
    bound = found["bound-changed"].region
    assert bound is not None
    assert (bound.line, bound.column, bound.end_line, bound.end_column) == (12, 5, 13, 4)
    assert bound.written == "at <b>least</b>\n300"
    foreign = found["quote-untranslated"]
    assert foreign.post is None
    assert foreign.region is not None
    assert (foreign.region.end_line, foreign.region.end_column) == (40, 32)
    unchecked = found["post-unchecked"].region
    assert unchecked is not None
    assert (unchecked.line, unchecked.end_line) == (31, None)


def test_a_file_that_has_gone_has_no_ends(report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert all(
        spot.region is None or spot.region.end_line is None for spot in spots(report, Paths().find("homes.html"))
    )


# ----------------------------------------------------------------------------------------------------- the rest


def test_the_worst_are_kept_in_order(report: Report) -> None:
    base = report.findings[0]
    worst: Worst[str] = Worst(3)
    made = []
    given_ = [("note", 0.9), ("error", 0.1), ("note", 0.9), ("warning", 0.5), ("error", 0.8), ("note", 0.1)]
    for number, (severity, confidence) in enumerate(given_):
        finding = replace(base, severity=severity, confidence=confidence)

        def make(number: int = number) -> str:
            made.append(number)
            return str(number)

        worst.offer(finding, make)
    assert worst.kept() == ["4", "1", "3"]
    assert made == [0, 1, 2, 3, 4]  # the last was never among them
    assert worst.seen == {"error": 2, "warning": 1, "note": 3}


@given(st.lists(st.tuples(st.sampled_from(["note", "warning", "error"]), st.sampled_from([0.1, 0.5])), max_size=40))
def test_the_worst_are_the_first_of_all_sorted(found: list[tuple[str, float]]) -> None:
    from quotecheck.model import Finding

    worst: Worst[int] = Worst(5)
    for number, (severity, confidence) in enumerate(found):
        finding = Finding(
            rule="r",
            severity=severity,  # type: ignore[arg-type]
            confidence=confidence,
            message="",
            post=None,
            passage=None,
        )
        worst.offer(finding, lambda number=number: number)  # type: ignore[misc]
    gravity = {"error": 0, "warning": 1, "note": 2}
    ordered = sorted(range(len(found)), key=lambda number: (gravity[found[number][0]], -found[number][1], number))
    assert worst.kept() == ordered[:5]


def test_a_fingerprint_is_made_of_rule_path_and_words(report: Report) -> None:
    finding = report.findings[1]
    assert finding.passage is not None
    known = fingerprint(finding, "a.html")
    moved = replace(finding, passage=replace(finding.passage, line=99, column=1, start=3, end=15, context="other"))
    assert fingerprint(moved, "a.html") == known
    assert fingerprint(replace(finding, message="worded otherwise", confidence=0.1), "a.html") == known
    spaced = replace(finding, passage=replace(finding.passage, text="at  least\n300"))
    assert fingerprint(spaced, "a.html") == known
    others = {
        fingerprint(finding, "b.html"),
        fingerprint(replace(finding, rule="unit-changed"), "a.html"),
        fingerprint(replace(finding, passage=replace(finding.passage, text="at least 400")), "a.html"),
        fingerprint(replace(finding, passage=None), "a.html"),
    }
    assert len(others | {known}) == 5


def test_two_that_are_alike_are_told_apart(report: Report) -> None:
    names = Fingerprints("a.html")
    first, second = names.of(report.findings[1]), names.of(report.findings[1])
    assert first.removesuffix(":1") == second.removesuffix(":2")


def test_a_line_is_one_line_and_not_too_long() -> None:
    assert line("a\n b\x1b[2J") == "a b\\x1b[2J"
    assert line("x" * 5000, 10) == "x" * 9 + "…"
    assert len(line("\x00" * 100, 50)) == 50
