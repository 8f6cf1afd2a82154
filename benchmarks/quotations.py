"""Quotations: which are found, whose they are, with what verb, of what kind, on labelled paragraphs of our own.

    python benchmarks/quotations.py [FILE.jsonl ...] [--misses]

A row holds `blocks` (`kind`, `text`), the page's `language` if it declares one, and all `quotations` that a reader
finds (`text`, `speaker`, `cue`, `kind`). Speaker, cue and kind are judged on the quotations that were found. A wrong
speaker is one that is named and not right; naming nobody where the text names somebody is a missing one.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from quotecheck.extract.quotations import find_quotations
from quotecheck.model import Article, Block

FIXTURES = Path(__file__).parent.parent / "fixtures" / "quotations"


def rows(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Labelled rows of JSON Lines files, in order."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def article(row: dict[str, Any]) -> Article:
    """The article that a row describes, a line for each block."""
    blocks = tuple(
        Block(kind=block["kind"], text=block["text"], line=number, column=1)
        for number, block in enumerate(row["blocks"], 1)
    )
    return Article(blocks=blocks, declared_language=row.get("language"))


def score(labelled: Iterable[dict[str, Any]]) -> tuple[Counter[str], list[str]]:
    """Counts over all rows, and a line for everything that is not as labelled."""
    counts: Counter[str] = Counter()
    misses: list[str] = []
    for row in labelled:
        left = list(find_quotations(article(row)))
        for gold in row["quotations"]:
            counts["labelled"] += 1
            got = next((found for found in left if found.text == gold["text"]), None)
            if got is None:
                misses.append(f"{row['style']}: not found: {gold['text']}")
                continue
            left.remove(got)
            counts["found"] += 1
            for part in ("speaker", "cue", "kind"):
                right = _right(part, getattr(got, part), gold[part])
                counts[part] += right
                if not right:
                    misses.append(
                        f"{row['style']}: {part} {getattr(got, part)!r}, not {gold[part]!r}: {gold['text'][:50]}"
                    )
            if got.speaker is not None and not _right("speaker", got.speaker, gold["speaker"]):
                counts["wrong speaker"] += 1
            if got.speaker is None and gold["speaker"] is not None:
                counts["missing speaker"] += 1
        counts["extra"] += len(left)
        misses.extend(f"{row['style']}: no quotation: {extra.text}" for extra in left)
    return counts, misses


def _right(part: str, got: str | None, gold: str | None) -> bool:
    """Whether it is as labelled; a surname as written there is as right as the full name that is labelled."""
    if part == "speaker" and got and gold:
        return f" {gold}".endswith(f" {got}")
    return got == gold


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Score quotations and speakers on labelled paragraphs.")
    parser.add_argument("files", nargs="*", type=Path, help="labelled JSON Lines; default: fixtures/quotations")
    parser.add_argument("--misses", action="store_true", help="list everything that is not as labelled")
    options = parser.parse_args()
    paths = options.files or sorted(FIXTURES.glob("*.jsonl"))
    print(f"{'file':<22}{'labelled':>9}{'precision':>10}{'recall':>8}{'speaker':>9}{'wrong':>7}{'cue':>7}{'kind':>7}")
    for name, group in [*((path.name, [path]) for path in paths), ("all", paths)]:
        counts, misses = score(rows(group))
        found = counts["found"]
        print(
            f"{name:<22}{counts['labelled']:>9}{found / max(1, found + counts['extra']):>10.3f}"
            f"{found / max(1, counts['labelled']):>8.3f}{counts['speaker'] / max(1, found):>9.3f}"
            f"{counts['wrong speaker']:>7}{counts['cue'] / max(1, found):>7.3f}{counts['kind'] / max(1, found):>7.3f}"
        )
    if options.misses:
        print(*misses, sep="\n")


if __name__ == "__main__":
    main()
