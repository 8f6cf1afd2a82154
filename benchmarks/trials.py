"""Pairs to compare, made of `fixtures/pairs/`: each as it is, as it is but written otherwise, and falsified.

`fixtures/pairs/LANG.jsonl` holds faithful pairs and, for each, ways to falsify the English by hand; `falsify` knows
more.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from falsify import Change, changes, harmless, someone_else
from falsify.authors import author

from quotecheck.config import Config
from quotecheck.model import Comparison, Finding, Pair
from quotecheck.pipeline import compare_many

PAIRS = Path(__file__).parent.parent / "fixtures" / "pairs"
Row = dict[str, Any]

RULES = {
    "value": {"number-changed"},
    "places": {"number-changed"},
    "scale": {"number-changed", "unit-changed"},
    "bound": {"bound-changed"},
    "unit": {"unit-changed"},
    "name": {"name-changed"},
    "title": {"title-changed"},
    "date": {"date-changed", "number-changed"},
    "negation": {"negation-flipped"},
    "certainty": {"certainty-shifted"},
    "antonym": {"meaning-reversed"},
    "scope": {"scope-changed"},
    "question": {"question-changed"},
    "speaker": {"speaker-changed"},
    "omission": {"quote-truncated", "content-missing", "name-missing"},
    "addition": {"content-added"},
    "altered": {"quote-altered"},
    "unrelated": {"post-unmatched"},
}
"""The rules that a falsification of each kind is for. A year that stands alone is a number or a date."""

WITHOUT_PLACE = frozenset({"speaker", "unrelated"})
"""Falsifications of no one word: their finding may stand anywhere."""
FAITHFUL = frozenset({"faithful", "harmless"})


@dataclass(frozen=True)
class Trial:
    """One pair to compare.

    Attributes:
        row: the pair in `fixtures/pairs/` that it was made of.
        lang: the post's language.
        kind: "faithful", "harmless" (still faithful), or what was falsified.
        origin: "written" by hand, or "made" by rule.
        pair: what is compared.
        change: what was done to the quote; None where it is another's, or as it was.
        base: the place, in the list of trials, of the faithful pair it is held against; its own where it is that.
    """

    row: str
    lang: str
    kind: str
    origin: Literal["written", "made"]
    pair: Pair
    change: Change | None
    base: int


def languages() -> list[str]:
    """The languages that there are pairs in."""
    return sorted(path.stem for path in PAIRS.glob("*.jsonl"))


def rows(langs: Iterable[str], every: int = 1) -> list[Row]:
    """The pairs of some languages, or every so many-th of each."""
    return [
        json.loads(line)
        for lang in langs
        for line in (PAIRS / f"{lang}.jsonl").read_text(encoding="utf-8").splitlines()[::every]
    ]


def written(row: Row) -> list[Change]:
    """The hand-written falsifications of a row."""
    found = []
    for one in row["mutations"]:
        start = row["quote"].index(one["from"])
        found.append(Change(one["type"], start, start + len(one["from"]), one["to"]))
    return found


def trials(pairs: Sequence[Row], *, with_harmless: bool = False) -> list[Trial]:
    """Every faithful pair, followed by all that is made of it.

    Args:
        pairs: of `rows`.
        with_harmless: also the pair written otherwise but the same in meaning.
    """
    made: list[Trial] = []
    for row, stranger in zip(pairs, strangers(pairs), strict=True):
        made += _of_row(row, stranger, len(made), with_harmless=with_harmless)
    return made


def strangers(pairs: Sequence[Row]) -> list[str]:
    """For each row the quotation of another of its language."""
    by_lang: dict[str, list[Row]] = {}
    for row in pairs:
        by_lang.setdefault(row["lang"], []).append(row)
    return [
        group[(group.index(row) + 1 + len(group) // 3) % len(group)]["quote"]
        for row in pairs
        for group in (by_lang[row["lang"]],)
    ]


def _of_row(row: Row, stranger: str, first: int, *, with_harmless: bool) -> Iterator[Trial]:
    name, lang, post, quote = row["id"], row["lang"], row["post"], row["quote"]

    def trial(
        kind: str,
        text: str,
        change: Change | None = None,
        *,
        base: int = first,
        by_hand: bool = False,
        **given: str,
    ) -> Trial:
        pair = Pair(id=name, **{"post": post, "quote": text, "lang": lang, **given})
        return Trial(name, lang, kind, "written" if by_hand else "made", pair, change, base)

    yield trial("faithful", quote)
    # Whose post it is may change what is found, so that a false speaker is held against the true one.
    who = author(lang, name)
    yield trial("harmless", quote, base=first + 1, author=who, speaker=who)
    yield trial("speaker", quote, base=first + 1, author=who, speaker=someone_else(name))
    made = changes(quote)
    inside = [change for change in made if change.kind not in ("omission", "unit", "question")]
    yield trial("harmless", quote, base=first + 3, post=quote, lang="en")
    if inside:
        change = inside[len(quote) % len(inside)]
        yield trial("altered", change.apply(quote), change, base=first + 3, post=quote, lang="en")
    if stranger != quote:
        yield trial("unrelated", stranger)
    by_hand = written(row)
    for change in by_hand:
        yield trial(change.kind, tidy(change.apply(quote)), change, by_hand=True)
    known = {change.apply(quote) for change in by_hand}
    for change in made:
        if change.apply(quote) not in known:
            yield trial(change.kind, change.apply(quote), change)
    if with_harmless:
        for change in harmless(quote):
            if change.to != quote:
                yield trial("harmless", change.to, change)


def tidy(text: str) -> str:
    """A text without the spaces that a word taken out leaves behind."""
    return " ".join(text.split()).replace(" .", ".").replace(" ,", ",")


def run(made: Sequence[Trial], config: Config | None = None) -> list[Comparison]:
    """Compare them all."""
    found = []
    for result in compare_many([trial.pair for trial in made], config=config or Config()):
        assert isinstance(result, Comparison)
        found.append(result)
    return found


def on_the_spot(trial: Trial, finding: Finding) -> bool:
    """Whether a finding stands on what was falsified: shares a character with the words that were put in, or, where
    words were left out, points at the post."""
    if trial.kind in WITHOUT_PLACE:
        return True
    if trial.change is None:
        return False
    if trial.kind == "omission":
        return finding.post is not None or finding.passage is None
    if finding.passage is None:
        return False
    end = trial.change.start + max(1, len(trial.change.to))
    return finding.passage.start < end and finding.passage.end > trial.change.start


def caught(trial: Trial, found: Iterable[Finding], before: Iterable[Finding]) -> bool:
    """Whether the falsification brought about a finding of a rule that is for it, on the spot, where the faithful pair
    has none of that rule."""
    known = {finding.rule for finding in before}
    return any(
        finding.rule in RULES[trial.kind] and finding.rule not in known and on_the_spot(trial, finding)
        for finding in found
    )
