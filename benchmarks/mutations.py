"""Typed mutations of faithful pairs: is each caught by the right rule, at the right words?

usage: mutations.py [--lang es,fr] [--misses]

`fixtures/pairs/LANG.jsonl` holds faithful pairs and, for each, ways to falsify the English. A mutation counts as caught
only where a rule for its type fires, its span in the quote touches the words that were changed (for an omission: is
about the post, or has no place in the quote), and the faithful pair has no such finding already.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from pathlib import Path

from quotecheck.config import Config
from quotecheck.model import Comparison, Finding, Pair
from quotecheck.pipeline import compare_many

PAIRS = Path(__file__).parent.parent / "fixtures" / "pairs"
RULES = {
    "value": {"number-changed"},
    "scale": {"number-changed", "unit-changed"},
    "bound": {"bound-changed"},
    "unit": {"unit-changed", "number-changed"},
    "name": {"name-changed"},
    "date": {"date-changed", "number-changed"},
    "negation": {"negation-flipped", "meaning-reversed"},
    "certainty": {"certainty-shifted"},
    "omission": {"quote-truncated", "content-missing"},
}


def caught(kind: str, start: int, end: int, found: tuple[Finding, ...], before: tuple[Finding, ...]) -> bool:
    """Whether a finding of the right rule touches quote[start:end] and is new."""
    known = {finding.rule for finding in before}
    for finding in found:
        if finding.rule not in RULES[kind] or finding.rule in known:
            continue
        span = finding.passage
        if kind == "omission" or span is None or (span.start <= end and span.end >= start):
            return True
    return False


Count = Counter[tuple[str, str]]


def run(langs: list[str], *, say: bool = False) -> tuple[Count, Count, int]:
    """Compare every faithful pair and every mutation of it.

    Returns:
        How many there were, and how many were caught, by (type, language); "faithful" counts the pairs that were
        flagged though nothing was changed. And the number of comparisons.
    """
    rows = [json.loads(line) for lang in langs for line in (PAIRS / f"{lang}.jsonl").open(encoding="utf-8")]
    jobs, pairs = [], []
    for row in rows:
        for change in (None, *row["mutations"]):
            quote = row["quote"]
            if change:
                quote = " ".join(quote.replace(change["from"], change["to"]).split()).replace(" .", ".")
            jobs.append((row, change))
            pairs.append(Pair(id=row["id"], post=row["post"], quote=quote, lang=row["lang"]))
    total: Count = Counter()
    hit: Count = Counter()
    faithful: tuple[Finding, ...] = ()
    for (row, change), result in zip(jobs, compare_many(pairs, config=Config()), strict=True):
        assert isinstance(result, Comparison)
        lang = row["lang"]
        if change is None:
            faithful = result.findings
            total["faithful", lang] += 1
            if result.verdict in ("divergent", "unmatched"):
                hit["faithful", lang] += 1
                if say:
                    print("FALSE", row["id"], [(f.rule, f.message) for f in faithful if f.severity != "note"])
            continue
        kind, start = change["type"], row["quote"].index(change["from"])
        total[kind, lang] += 1
        if caught(kind, start, start + len(change["to"]), result.findings, faithful):
            hit[kind, lang] += 1
        elif say:
            print("MISS", row["id"], kind, change["from"], "->", change["to"], [f.rule for f in result.findings])
    return total, hit, len(pairs)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lang", default=",".join(sorted(path.stem for path in PAIRS.glob("*.jsonl"))))
    parser.add_argument("--misses", action="store_true", help="print every miss and every false alarm")
    options = parser.parse_args()
    langs = options.lang.split(",")
    began = time.perf_counter()
    total, hit, count = run(langs, say=options.misses)
    seconds = time.perf_counter() - began
    print(f"{'':10}" + "".join(f"{lang:>8}" for lang in [*langs, "all"]))
    for kind in (*RULES, "faithful"):
        cells = [(hit[kind, lang], total[kind, lang]) for lang in langs]
        cells.append((sum(cell[0] for cell in cells), sum(cell[1] for cell in cells)))
        print(f"{kind:10}" + "".join(f"{f'{one}/{many}':>8}" for one, many in cells))
    print("(the last line counts faithful pairs that were flagged: false alarms)")
    print(f"{count} pairs, {count / seconds:.0f} a second")


if __name__ == "__main__":
    main()
