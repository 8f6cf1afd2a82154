"""Falsifications made by rule, and hand-written ones, judged strictly: the one right rule, at the very words changed.

usage: strict_mutations.py [--lang es,fr] [--written] [--misses]

Stricter than mutations.py: one rule a type (a scale may be a unit too), and its finding must share a character with the
words that were changed. Prints what is caught by type and language, then how many faithful pairs are flagged, and how
many are noted.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from pathlib import Path
from typing import Any

from falsify import Change, changes

from quotecheck.config import Config
from quotecheck.model import Comparison, Finding, Pair
from quotecheck.pipeline import compare_many

PAIRS = Path(__file__).parent.parent / "fixtures" / "pairs"
RULES = {
    "value": {"number-changed"},
    "scale": {"number-changed", "unit-changed"},
    "bound": {"bound-changed"},
    "unit": {"unit-changed"},
    "name": {"name-changed"},
    "date": {"date-changed"},
    "negation": {"negation-flipped"},
    "certainty": {"certainty-shifted"},
    "speaker": {"speaker-changed"},
    "omission": {"quote-truncated", "content-missing"},
}
FLAGS = ("divergent", "unmatched")
Count = Counter[tuple[str, str]]


def caught(change: Change, found: tuple[Finding, ...], before: tuple[Finding, ...]) -> bool:
    """Whether a new finding of the right rule stands on the words that were changed.

    An omission leaves no words in the quote: its finding points at the post.
    """
    known = {finding.rule for finding in before}
    for finding in found:
        if finding.rule not in RULES[change.kind] or finding.rule in known:
            continue
        if change.kind == "omission":
            if finding.post is not None or finding.passage is None:
                return True
        elif finding.passage is not None:
            end = change.start + max(1, len(change.to))
            if finding.passage.start < end and finding.passage.end > change.start:
                return True
    return False


def written(row: dict[str, Any]) -> list[Change]:
    """The hand-written falsifications of a row of `fixtures/pairs/`."""
    found = []
    for one in row["mutations"]:
        start = row["quote"].index(one["from"])
        found.append(Change(one["type"], start, start + len(one["from"]), one["to"]))
    return found


def run(langs: list[str], *, by_hand: bool = False, say: bool = False) -> tuple[Count, Count, int]:
    """Compare every faithful pair, and every falsification of it, in one run.

    Returns:
        How many there were, and how many were caught, by (type, language), where "flagged" and "noted" count the
        faithful pairs that a finding stands on; and the number of comparisons.
    """
    rows = [json.loads(line) for lang in langs for line in (PAIRS / f"{lang}.jsonl").open(encoding="utf-8")]
    jobs = [(row, change) for row in rows for change in (None, *(written(row) if by_hand else changes(row["quote"])))]
    pairs = [
        Pair(
            id=row["id"],
            post=row["post"],
            quote=change.apply(row["quote"]) if change else row["quote"],
            lang=row["lang"],
        )
        for row, change in jobs
    ]
    total: Count = Counter()
    hit: Count = Counter()
    faithful: tuple[Finding, ...] = ()
    for (row, change), result in zip(jobs, compare_many(pairs, config=Config(cache=False)), strict=True):
        assert isinstance(result, Comparison)
        lang = row["lang"]
        if change is None:
            faithful = result.findings
            for kind, alarm in (("flagged", result.verdict in FLAGS), ("noted", bool(faithful))):
                total[kind, lang] += 1
                hit[kind, lang] += alarm
            if say and result.verdict in FLAGS:
                print(
                    "FALSE", row["id"], [(found.rule, found.message) for found in faithful if found.severity != "note"]
                )
            continue
        total[change.kind, lang] += 1
        if caught(change, result.findings, faithful):
            hit[change.kind, lang] += 1
        elif say:
            was = row["quote"][change.start : change.end]
            print("MISS", row["id"], change.kind, f"{was!r} -> {change.to!r}", [one.rule for one in result.findings])
    return total, hit, len(pairs)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lang", default=",".join(sorted(path.stem for path in PAIRS.glob("*.jsonl"))))
    parser.add_argument("--written", action="store_true", help="the hand-written falsifications instead")
    parser.add_argument("--misses", action="store_true", help="print every miss and every false alarm")
    options = parser.parse_args()
    langs = options.lang.split(",")
    began = time.perf_counter()
    total, hit, count = run(langs, by_hand=options.written, say=options.misses)
    seconds = time.perf_counter() - began
    print(f"{'':10}" + "".join(f"{lang:>8}" for lang in [*langs, "all"]))
    for kind in (*RULES, "flagged", "noted"):
        cells = [(hit[kind, lang], total[kind, lang]) for lang in langs]
        cells.append((sum(cell[0] for cell in cells), sum(cell[1] for cell in cells)))
        if cells[-1][1]:
            print(f"{kind:10}" + "".join(f"{f'{one}/{many}':>8}" for one, many in cells))
    print("(flagged, noted: faithful pairs with an error or warning, with any finding at all)")
    print(f"{count} pairs, {count / seconds:.0f} a second")


if __name__ == "__main__":
    main()
