"""Whole articles of `fixtures/stories/`, faithful as they stand and falsified one place at a time.

usage: articles.py [NAME ...] [--misses]

Beside each page stands what is known of it: the first words of the passage that best renders each post (`rendered`, ""
where none does), and ways to falsify it (`falsified`: the post's place, the words that change, what they become, the
rules that may say so). Prints how often the known passage is among those that are compared, what the faithful pages
are flagged with, and what is caught of the falsified, by kind: by an accepted rule in the very block ("caught"), or
with any error or warning that the faithful page has not ("flagged").
"""

from __future__ import annotations

import argparse
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct, convert

from quotecheck.config import Config
from quotecheck.model import Finding, Report
from quotecheck.pipeline import check_many

STORIES = Path(__file__).parent.parent / "fixtures" / "stories"
FLAGS = ("error", "warning")


class Falsified(Struct, frozen=True, rename={"was": "from"}):
    """Words of a page that, changed, misquote a post."""

    post: int
    was: str
    to: str
    rules: tuple[str, ...]
    kind: str


class Story(Struct, frozen=True):
    """A page and what is known of it."""

    name: str
    page: str
    rendered: tuple[str, ...]
    falsified: tuple[Falsified, ...]


class Outcome(Struct):
    """What came of some stories."""

    found: Counter[bool]
    alarms: list[tuple[str, Finding]]
    posts: int
    divergent: int
    total: Counter[str]
    caught: Counter[str]
    noticed: Counter[str]
    missed: list[tuple[str, Falsified, list[Finding]]]
    misplaced: list[tuple[str, int, str]]


def stories(names: Sequence[str] = ()) -> list[Story]:
    """Those of some names, or all."""
    found = []
    for path in sorted(STORIES.glob("*.html")):
        if names and path.stem not in names:
            continue
        known = tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))
        found.append(
            Story(
                path.stem,
                path.read_text(encoding="utf-8"),
                tuple(known["rendered"]),
                convert(tuple(known["falsified"]), tuple[Falsified, ...]),
            )
        )
    return found


def reports(pages: Iterable[str], config: Config) -> list[Report]:
    """The report of each page."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, page in enumerate(pages):
            files.append(Path(folder) / f"{number:05}.html")
            files[-1].write_text(page, encoding="utf-8")
        found = []
        for report in check_many([str(file) for file in files], config=config):
            assert isinstance(report, Report), report
            found.append(report)
    return found


def flags(report: Report) -> list[Finding]:
    """Errors and warnings."""
    return [finding for finding in report.findings if finding.severity in FLAGS]


def _about(finding: Finding) -> tuple[str, object, object]:
    """What makes a finding the same in two versions of a page."""
    return (
        finding.rule,
        finding.post.text if finding.post else None,
        finding.passage.text if finding.passage else None,
    )


def judge(made: Sequence[Story], config: Config | None = None) -> Outcome:
    """Check every story as it stands, and with each of its falsifications."""
    pages = [page for story in made for page in (story.page, *(falsify(story.page, one) for one in story.falsified))]
    found = iter(reports(pages, config or Config()))
    out = Outcome(Counter(), [], 0, 0, Counter(), Counter(), Counter(), [], [])
    for story in made:
        faithful = next(found)
        assert len(faithful.posts) == len(story.rendered), f"{story.name}: {len(faithful.posts)} posts"
        out.posts += len(faithful.posts)
        out.divergent += sum(post.verdict == "divergent" for post in faithful.posts)
        out.alarms += [(story.name, finding) for finding in flags(faithful)]
        for place, (post, words) in enumerate(zip(faithful.posts, story.rendered, strict=True)):
            texts = [alignment.passage.text for alignment in post.alignments]
            right = any(words[:25] in text or text[:25] in words for text in texts) if words else not texts
            out.found[right] += 1
            if not right:
                out.misplaced.append((story.name, place, texts[0] if texts else "–"))
        known = {_about(finding) for finding in flags(faithful)}
        for one in story.falsified:
            new = [finding for finding in flags(next(found)) if _about(finding) not in known]
            line = story.page[: story.page.index(one.was)].count("\n") + 1
            kinds = (one.kind, "all")
            hit = any(
                finding.rule in one.rules and (finding.passage is None or finding.passage.line == line)
                for finding in new
            )
            for kind in kinds:
                out.total[kind] += 1
                out.caught[kind] += hit
                out.noticed[kind] += bool(new)
            if not hit:
                out.missed.append((story.name, one, new))
    return out


def falsify(page: str, one: Falsified) -> str:
    """The page with one place of it changed."""
    assert page.count(one.was) == 1, f"{one.was!r} stands {page.count(one.was)} times"
    return page.replace(one.was, one.to)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--misses", action="store_true", help="print every miss and every false alarm")
    options = parser.parse_args()
    made = stories(options.names)
    out = judge(made)
    if options.misses:
        for name, place, text in out.misplaced:
            print(f"PLACE {name} post {place}: {text}")
        for name, alarm in out.alarms:
            print(f"FALSE {name}: {alarm.rule}: {alarm.message}\n    {_sides(alarm)}")
        for name, one, new in out.missed:
            print(f"MISS  {name} {one.kind}: {one.was!r} -> {one.to!r} {[finding.rule for finding in new]}")
    alarms = f"{out.divergent} divergent, {len(out.alarms)} errors and warnings"
    print(f"{len(made)} faithful pages, {out.posts} posts: {alarms}")
    print(f"the known passage, or none where there is none: {out.found[True]} of {out.found.total()}")
    for kind in sorted(out.total, key=lambda kind: (kind == "all", kind)):
        print(f"{kind:12} {out.total[kind]:4}  caught {out.caught[kind]:4}  flagged {out.noticed[kind]:4}")


def _sides(finding: Finding) -> str:
    post, passage = (side.text if side else "–" for side in (finding.post, finding.passage))
    return f"“{post}” / “{passage}”"


if __name__ == "__main__":
    main()
