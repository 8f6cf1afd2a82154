"""How far confidences can be believed, on `fixtures/pairs/`: what was said, and what share was right.

usage: reliability.py [--every N]

Cross-validated: what is said of a pair's findings was learnt from the other pairs. Beside it, what the rules say
themselves.
The same table on other labelled pairs: pairs.py.
"""

from __future__ import annotations

import argparse

from confidences import crossed, log_loss, outcomes, raw, table
from learn_confidences import learnable
from trials import languages, rows, trials


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1, help="only every so many-th pair of each language")
    options = parser.parse_args()
    made = trials(rows(languages(), options.every), with_harmless=True)
    own = outcomes(made, raw(made), learnable())
    for title, found in (("the rules' own", own), ("calibrated, cross-validated", crossed(own, learnable()))):
        for kind, notes in (("errors and warnings", False), ("notes", True)):
            part = [one for one in found if (one.severity == "note") is notes]
            print(f"\n{title}: {kind} (log loss {log_loss(part):.3f})")
            print(f"  {'said':10} {'findings':>9} {'mean said':>10} {'right':>7}")
            for name, count, said, right in table(part):
                print(f"  {name:10} {count:9} {said:10.1%} {right:7.1%}")


if __name__ == "__main__":
    main()
