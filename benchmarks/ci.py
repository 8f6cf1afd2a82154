"""What a newsroom's CI waits for: a cold run over many articles, a warm one, and one with a single article changed.

usage: ci.py [--articles N] [--runs N]

The articles are made of the pairs in fixtures/pairs, three posts and three quotations each. Each run is a process of
its own, in a cache folder of this benchmark; ratios are to the cold run.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import statistics
import sys
import tempfile
from html import escape
from pathlib import Path

from start import once

PAIRS = Path(__file__).parent.parent / "fixtures" / "pairs"
POSTS = 3


def page(number: int, rows: list[dict[str, str]]) -> str:
    """An article that quotes these posts."""
    parts = [f"<h1>What was said on day {number}</h1><p>Officials spoke to reporters about many things.</p>"]
    for place, row in enumerate(rows):
        link = f"https://twitter.com/anagil{place}/status/{10**15 + number * POSTS + place}"
        parts.append(
            f'<blockquote class="twitter-tweet"><p>{escape(row["post"])}</p>&mdash; Ana Gil (@anagil{place}) '
            f'<a href="{link}">March 3, 2024</a></blockquote>\n<p>“{escape(row["quote"])}” said Gil on Sunday.</p>'
        )
    body = "\n".join(parts)
    return (
        f'<html lang="en"><head><title>Day {number}</title></head><body><article>\n{body}\n</article></body></html>\n'
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--runs", type=int, default=5, help="of the warm ones; the cold run is done once")
    options = parser.parse_args()
    rows = [json.loads(line) for file in sorted(PAIRS.glob("*.jsonl")) for line in file.open(encoding="utf-8")]
    turn = itertools.cycle(rows)
    with tempfile.TemporaryDirectory() as name:
        folder, cache = Path(name) / "articles", Path(name) / "cache"
        folder.mkdir()
        for number in range(options.articles):
            text = page(number, [next(turn) for _ in range(POSTS)])
            (folder / f"{number:05}.html").write_text(text, encoding="utf-8")
        tool = str(Path(sys.executable).parent / "quotecheck")
        check = [tool, "check", str(folder), "--format", "github", "--quiet"]
        cold, peak = once([*check, "--jobs", str(os.cpu_count() or 1)], cache)
        warm = [once(check, cache) for _ in range(options.runs)]
        changed = []
        for number in range(options.runs):
            text = page(number, [next(turn) for _ in range(POSTS)])
            (folder / f"{number:05}.html").write_text(text, encoding="utf-8")
            changed.append(once(check, cache))
    print(f"{options.articles} articles, {options.articles * POSTS} posts{'':17} seconds   ratio   MB")
    for what, runs in (
        ("cold, all cores", [(cold, peak)]),
        ("nothing changed", warm),
        ("one article changed", changed),
    ):
        median = statistics.median(seconds for seconds, _ in runs)
        print(f"{what:44} {median:7.2f} {median / cold:7.4f} {max(megabytes for _, megabytes in runs):4.0f}")


if __name__ == "__main__":
    main()
