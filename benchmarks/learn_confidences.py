"""Learn `quotecheck/rules/calibration.toml` from `fixtures/pairs/` alone; `confidences` tells how.

usage: learn_confidences.py [--check] [--every N]

--check writes nothing and prints the table.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from confidences import Outcome, learn, outcomes, raw
from trials import languages, rows, trials

import quotecheck
from quotecheck.rules import all_rules
from quotecheck.rules.base import AlignmentRule
from quotecheck.rules.calibration import Curve

TABLE = Path(quotecheck.__file__).parent / "rules" / "calibration.toml"
HEAD = """\
# How each rule's own confidence is brought to the share of its findings that are right: log-odds * slope + shift.
# Written by benchmarks/learn_confidences.py from fixtures/pairs (make confidences); do not edit. Behind each rule: what
# it was learnt from, findings that were right and wrong, and what its most frequent own confidence becomes.
"""


def learnable() -> list[str]:
    """The rules that compare a post with a quote: the pairs can show what their findings are worth."""
    return [rule.name for rule in all_rules() if isinstance(rule, AlignmentRule)] + ["post-unmatched"]


def believed(learnt: Sequence[str]) -> list[str]:
    """The other rules."""
    return [rule.name for rule in all_rules() if rule.name not in learnt]


def text(curves: dict[str, Curve], found: Sequence[Outcome]) -> str:
    """The table as TOML."""
    by_rule: dict[str, list[Outcome]] = defaultdict(list)
    for one in found:
        by_rule[one.rule].append(one)
    others = "".join(f'    "{name}",\n' for name in believed(list(curves)))
    lines = [HEAD, f"believed = [\n{others}]"]
    for name, curve in curves.items():
        own = [one.confidence for one in by_rule[name]]
        right = sum(one.right for one in by_rule[name])
        note = f"{right} right, {len(own) - right} wrong"
        if own:
            usual = max(sorted(set(own)), key=own.count)
            note += f"; {usual:.2f} becomes {curve.apply(usual):.2f}"
        lines.append(f"\n[rules.{name}] # {note}\nshift = {curve.shift}\nslope = {curve.slope}")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--every", type=int, default=1, help="learn from every so many-th pair only")
    options = parser.parse_args()
    made = trials(rows(languages(), options.every), with_harmless=True)
    found = outcomes(made, raw(made), learnable())
    learnt = text(learn(found, learnable()), found)
    if options.check:
        print(learnt, end="")
    else:
        TABLE.write_text(learnt, encoding="utf-8")
        print(f"wrote {TABLE}")


if __name__ == "__main__":
    main()
