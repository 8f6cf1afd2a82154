"""Falsified pairs, hand-written and made by rule, judged strictly: is each caught by the right rule, on the very words
that were changed, where the faithful pair has no such finding?

usage: mutations.py [--lang es,fr] [--every N] [--misses]

Prints what is caught by kind and language, then how many of the faithful pairs, and of pairs that are written otherwise
but say the same, are flagged (an error or a warning) or noted (any finding at all).
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Sequence

from trials import FAITHFUL, RULES, Trial, caught, languages, rows, run, trials

from quotecheck.model import Comparison, Finding

FLAGS = ("divergent", "unmatched")
LINES = (*RULES, "faithful flagged", "faithful noted", "harmless flagged", "harmless noted")
Count = Counter[tuple[str, str]]


def judge(made: Sequence[Trial], results: Sequence[Comparison], *, say: bool = False) -> tuple[Count, Count]:
    """How many there were, and how many were caught, by (line, column): a column is a language, "written" or "made"."""
    total: Count = Counter()
    hit: Count = Counter()
    for trial, result in zip(made, results, strict=True):
        columns = (trial.lang, trial.origin, "all")
        if trial.kind in FAITHFUL:
            flagged, noted = result.verdict in FLAGS, bool(result.findings)
            for line, alarm in ((f"{trial.kind} flagged", flagged), (f"{trial.kind} noted", noted)):
                for column in columns:
                    total[line, column] += 1
                    hit[line, column] += alarm
            if say and flagged:
                print("FALSE", trial.row, repr(trial.pair.quote), [brief(one) for one in result.findings])
            continue
        right = caught(trial, result.findings, results[trial.base].findings)
        for column in columns:
            total[trial.kind, column] += 1
            hit[trial.kind, column] += right
        if say and not right:
            print("MISS", trial.row, trial.kind, repr(trial.pair.quote), [brief(one) for one in result.findings])
    return total, hit


def brief(finding: Finding) -> str:
    """A finding's rule and the two spans."""
    post, passage = (f"“{side.text}”" if side else "–" for side in (finding.post, finding.passage))
    return f"{finding.rule}: {post} / {passage}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lang", default=",".join(languages()))
    parser.add_argument("--every", type=int, default=1, help="only every so many-th pair of each language")
    parser.add_argument("--misses", action="store_true", help="print every miss and every false alarm")
    options = parser.parse_args()
    langs = options.lang.split(",")
    began = time.perf_counter()
    made = trials(rows(langs, options.every), with_harmless=True)
    results = run(made)
    seconds = time.perf_counter() - began
    total, hit = judge(made, results, say=options.misses)
    columns = [*langs, "written", "made", "all"]
    print(f"{'':17}" + "".join(f"{column:>9}" for column in columns))
    for line in LINES:
        if total[line, "all"]:
            cells = [f"{hit[line, column]}/{total[line, column]}" for column in columns]
            print(f"{line:17}" + "".join(f"{cell:>9}" for cell in cells))
    print(f"{len(made)} pairs, {len(made) / seconds:.0f} a second")


if __name__ == "__main__":
    main()
