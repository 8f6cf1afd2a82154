"""The file of findings that are known."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.baseline import Baseline, Collector, Key, keys, lines, read
from quotecheck.errors import UsageError
from quotecheck.exit_codes import Outcome
from quotecheck.model import (
    SCHEMA_VERSION,
    ArticleHeader,
    CheckedPost,
    Finding,
    Language,
    PassageSpan,
    PostSpan,
    Report,
    Verdict,
)
from quotecheck.pipeline.found import tool
from quotecheck.pipeline.settle import summary_of

SPANISH = Language(code="es", confidence=1.0, method="declared")
RULES = ("number-changed", "bound-changed", "name-added", "post-unchecked")


def finding(
    rule: str = "number-changed", post: str | None = "300", passage: str | None = "900", line: int = 4
) -> Finding:
    return Finding(
        rule=rule,
        severity="error",
        confidence=0.9,
        message="Something changed.",
        post=None if post is None else PostSpan(start=0, end=len(post), text=post, index=0),
        passage=None
        if passage is None
        else PassageSpan(
            start=0, end=len(passage), text=passage, kind="sentence", line=line, column=1, context=passage
        ),
    )


def report(source: Path | str, *findings: Finding, verdict: Verdict = "divergent", url: str | None = None) -> Report:
    post = CheckedPost(
        platform="x", author=None, handle=None, posted_at=None, url=url, text="300 heridos", truncated=False,
        language=SPANISH, line=1, column=1, reposted_by=None, translation=None, verdict=verdict, checked=(),
        alignments=(),
    )  # fmt: skip
    return Report(
        schema_version=SCHEMA_VERSION,
        tool=tool(),
        source=str(source),
        article=ArticleHeader(title=None, dek=None, byline=None, published=None, language=SPANISH),
        posts=(post,),
        findings=findings,
        summary=summary_of([post], findings),
    )


def write(path: Path, *reports: Report) -> Path:
    found = Collector(path.parent)
    for one in reports:
        found.add(one)
    path.write_text("".join(lines(found.counts)), encoding="utf-8")
    return path


def test_the_file_reads_well_and_comes_back(tmp_path: Path) -> None:
    file = write(
        tmp_path / "b.jsonl", report(tmp_path / "z" / "a.md", finding(), finding(), finding("name-added", None, "Lugo"))
    )
    assert file.read_text("utf-8").splitlines() == [
        '{"quotecheck_baseline":1}',
        '{"path":"z/a.md","rule":"name-added","post":"","passage":"Lugo","count":1}',
        '{"path":"z/a.md","rule":"number-changed","post":"300","passage":"900","count":2}',
    ]
    assert read(file) == {
        Key(path="z/a.md", rule="name-added", passage="Lugo"): 1,
        Key(path="z/a.md", rule="number-changed", post="300", passage="900"): 2,
    }


def test_order_of_reading_changes_nothing(tmp_path: Path) -> None:
    one, two = report(tmp_path / "a.md", finding()), report(tmp_path / "b.md", finding("bound-changed"))
    first = write(tmp_path / "1.jsonl", one, two).read_bytes()
    assert write(tmp_path / "2.jsonl", two, one, one).read_bytes() == first


def test_a_finding_is_known_by_its_words_not_its_line(tmp_path: Path) -> None:
    baseline = Baseline(write(tmp_path / "b.jsonl", report(tmp_path / "a.md", finding(line=4))))
    moved = baseline.sift(report(tmp_path / "a.md", finding(line=90, passage="900\n "))).report
    assert moved.findings == ()
    assert (moved.summary.known, moved.summary.findings["error"]) == (1, 0)
    assert moved.posts[0].verdict == "divergent"
    assert len(baseline.sift(report(tmp_path / "a.md", finding(passage="901"))).report.findings) == 1
    assert len(baseline.sift(report(tmp_path / "other.md", finding())).report.findings) == 1


def test_as_many_as_were_there_are_known(tmp_path: Path) -> None:
    baseline = Baseline(write(tmp_path / "b.jsonl", report(tmp_path / "a.md", finding(), finding())))
    assert len(baseline.sift(report(tmp_path / "a.md", *[finding()] * 3)).report.findings) == 1
    assert (baseline.known, baseline.new) == (2, 1)


def test_what_is_resolved(tmp_path: Path) -> None:
    for name in ("read.md", "unread.md"):
        (tmp_path / name).touch()
    reports = [
        report(tmp_path / name, finding(), finding("bound-changed")) for name in ("read.md", "unread.md", "gone.md")
    ]
    web = report("https://example.com/a", finding())
    baseline = Baseline(write(tmp_path / "b.jsonl", *reports, web))
    baseline.sift(report(tmp_path / "read.md", finding()))
    resolved = baseline.resolved(RULES)
    assert sorted(str(key) for key in resolved) == [
        "gone.md: bound-changed: “300” / “900”",
        "gone.md: number-changed: “300” / “900”",
        "read.md: bound-changed: “300” / “900”",
    ]
    assert sorted(key.path for key in baseline.resolved(["number-changed"])) == ["gone.md"]
    left = [line for line in lines(baseline.without(resolved)) if '"path"' in line]
    assert len(left) == 4 and not any("gone.md" in line for line in left)


def test_posts_that_are_only_links_are_told_apart_by_their_address(tmp_path: Path) -> None:
    unchecked = finding("post-unchecked", "", None)
    (key,) = keys(report(tmp_path / "a.md", unchecked, url="https://x.com/a/status/1"), tmp_path)
    assert key.post == "https://x.com/a/status/1"


def test_an_unchecked_post_that_is_known_does_not_count(tmp_path: Path) -> None:
    found = report(tmp_path / "a.md", finding("post-unchecked", "300 heridos", None), verdict="unchecked")
    sifted = Baseline(write(tmp_path / "b.jsonl", found)).sift(found)
    strict, lenient = Outcome(), Outcome()
    strict.see(sifted.report)
    lenient.see(sifted.report, accepted=sifted.accepted)
    assert (strict.code("error", lenient=False), lenient.code("error", lenient=False)) == (3, 0)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is no baseline"),
        ('{"path":"a"}\n', "is no baseline"),
        ('{"quotecheck_baseline":2}\n', "another version"),
        ('{"quotecheck_baseline":1}\nnot json\n', ":2: is no finding of a baseline"),
        ('{"quotecheck_baseline":1}\n\n{"path":"a","rule":3}\n', ":3: is no finding of a baseline"),
        ('{"quotecheck_baseline":1}\n{"path":"a","rule":"b","line":3}\n', "unknown field `line`"),
        ('{"quotecheck_baseline":1}\n<<<<<<< ours\n', "a merge conflict is not resolved"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "b.jsonl"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read(file)
    assert said in str(caught.value)
    assert str(caught.value).startswith(str(file))


def test_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="`quotecheck baseline` writes one"):
        read(tmp_path / "none.jsonl")
    (tmp_path / "b.jsonl").write_bytes(b"\xff\xfe{")
    with pytest.raises(UsageError, match="not UTF-8"):
        read(tmp_path / "b.jsonl")


def test_a_line_that_two_branches_added_counts_once(tmp_path: Path) -> None:
    file = write(tmp_path / "b.jsonl", report(tmp_path / "a.md", finding()))
    rows = file.read_text("utf-8").splitlines()
    file.write_text("\r\n".join([*rows, rows[-1]]), encoding="utf-8")
    assert list(read(file).values()) == [1]


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(
    st.dictionaries(st.builds(Key, path=words, rule=words, post=words, passage=words), st.integers(1, 9), max_size=5)
)
def test_whatever_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, counts: dict[Key, int]) -> None:
    file = tmp_path_factory.mktemp("b") / "b.jsonl"
    file.write_text("".join(lines(counts)), encoding="utf-8", newline="\n")
    assert read(file) == Counter(counts)
