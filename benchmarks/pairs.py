"""Score the installed `quotecheck compare` on labelled pairs.

usage: pairs.py FILE [--predictions FILE] [OPTION of compare]...

FILE holds one JSON object a line: id, lang, post, quote, kind, and label ("faithful" or "divergent"). Prints, by kind,
the share flagged (divergent or unmatched), noted (any finding at all) and unchecked, and flagged/noted in percent by
language; how well the similarity tells faithful from divergent (AUC); how far the confidences can be believed; pairs a
second, and the peak memory of the largest process. The cache is left out, so that the time is an honest one.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path

from measures import Row, Said, auc, reliability, shares, similarities

FINE = (0, 1, 3)
"""Exit codes of a run that compared something."""


def compare(pairs: Path, predictions: Path, options: list[str]) -> tuple[float, float]:
    """Run the command that is installed beside this interpreter.

    Returns:
        Seconds, and the peak memory in MB.
    """
    command = str(Path(sys.executable).parent / "quotecheck")
    words = [command, "compare", "--input", str(pairs), "--format", "jsonl", "--output", str(predictions)]
    began = time.perf_counter()
    child = os.posix_spawn(command, [*words, "--quiet", "--no-cache", *options], os.environ)
    _, status, used = os.wait4(child, 0)
    seconds = time.perf_counter() - began
    code = os.waitstatus_to_exitcode(status)
    if code not in FINE:
        sys.exit(f"{command} ended with {code}")
    return seconds, used.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)


def load(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def print_shares(gold: list[Row], said: Said) -> None:
    table = shares(gold, said)
    langs = sorted({key[2] for key in table} - {"all"})
    print(
        f"{'label':10} {'kind':26} {'pairs':>6} {'flagged':>8} {'noted':>7} {'unchk':>6}  "
        + " ".join(f"{lang:>7}" for lang in langs)
    )
    for label, kind in sorted({key[:2] for key in table}, reverse=True):
        cell = table[label, kind, "all"]
        rates = []
        for lang in langs:
            one = table.get((label, kind, lang))
            rates.append(
                f"{100 * one['flagged'] / one['pairs']:3.0f}/{100 * one['noted'] / one['pairs']:3.0f}"
                if one
                else "      -"
            )
        failed = f"  {cell['failed']} failed" if cell["failed"] else ""
        print(
            f"{label:10} {kind:26} {cell['pairs']:6} {cell['flagged'] / cell['pairs']:8.1%} "
            f"{cell['noted'] / cell['pairs']:7.1%} {cell['unchecked']:6}  {' '.join(rates)}{failed}"
        )


def print_auc(gold: list[Row], said: Said) -> None:
    found = similarities(gold, said)
    faithful = found["faithful", "all"]
    print("\nAUC of similarity, all faithful pairs against")
    for label, kind in sorted(found, key=lambda key: (key[1] != "all", key[1])):
        if label == "divergent":
            value = auc(faithful, found[label, kind])
            print(f"  {kind:26} {'-' if value is None else f'{value:.3f}':>6}")


def print_reliability(gold: list[Row], said: Said) -> None:
    for notes, title in ((False, "errors and warnings"), (True, "notes")):
        table = reliability(gold, said, notes=notes)
        if not table:
            continue
        print(f"\nreliability, {title}: right on rows of the kind the rule is for, wrong on faithful rows")
        print(f"  {'said':10} {'findings':>9} {'right':>7} {'wrong':>7} {'right of both':>14}")
        for tenth in sorted(table):
            cell = table[tenth]
            both = cell["right"] + cell["wrong"]
            share = f"{cell['right'] / both:.1%}" if both else "-"
            name = f"{tenth * 10}-{tenth * 10 + 10}%"
            print(f"  {name:10} {cell['findings']:9} {cell['right']:7} {cell['wrong']:7} {share:>14}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--predictions", type=Path, help="keep what `compare` prints here")
    given, options = parser.parse_known_args()
    with tempfile.TemporaryDirectory() as folder:
        predictions = given.predictions or Path(folder) / "predictions.jsonl"
        # The command runs before the file is loaded here: a child's peak is never under its parent's size.
        seconds, megabytes = compare(given.file, predictions, options)
        gold, said = load(given.file), {row["id"]: row for row in load(predictions)}
    lacking = [name for name in ("id", "lang", "kind", "label") if any(name not in row for row in gold)]
    if lacking:
        sys.exit(f"{given.file}: some rows have no {', '.join(lacking)}")
    missing = [row["id"] for row in gold if row["id"] not in said]
    if missing:
        sys.exit(f"{len(missing)} pairs have no prediction, the first is {missing[0]}")
    print_shares(gold, said)
    print_auc(gold, said)
    print_reliability(gold, said)
    rate = len(gold) / seconds
    print(f"\n{len(gold)} pairs in {seconds:.1f} s, {rate:.1f} a second, loading included; {megabytes:.0f} MB")


if __name__ == "__main__":
    main()
