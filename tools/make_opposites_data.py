#!/usr/bin/env python3
"""Writes `quotecheck/facts/opposites/english.tsv.gz` from WordNet 3.0.

usage: make_opposites_data.py FOLDER

FOLDER holds WordNet's database files (data.adj, adj.exc, ...), as Debian's package wordnet-base has them in
usr/share/wordnet. WordNet's licence is permissive (see NOTICE). Nothing of this is needed at run time.

One line for each word that has an opposite: the word, a tab, its opposites. An adjective that has none of its own
takes those of the word that its commonest sense is "similar to" (huge: large: small). After an empty line, irregular
forms: "fell", a tab, "fall".
"""

from __future__ import annotations

import gzip
import sys
from collections import defaultdict
from pathlib import Path

from quotecheck.facts.names import english

OUT = Path(__file__).parent.parent / "quotecheck" / "facts" / "opposites" / "english.tsv.gz"
PARTS = ("adj", "adv", "verb", "noun")


def synsets(path: Path) -> dict[str, tuple[list[str], list[tuple[str, str, int, int]]]]:
    """Offset: (words, pointers as (symbol, offset, from word, to word)), words counted from 1, 0 for all."""
    found = {}
    for line in path.read_text(encoding="latin-1").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split(" | ")[0].split()
        count = int(fields[3], 16)
        words = [field.partition("(")[0].lower() for field in fields[4 : 4 + 2 * count : 2]]
        rest = fields[5 + 2 * count :]
        many = int(fields[4 + 2 * count])
        pointers = [
            (rest[at], rest[at + 1], int(rest[at + 3][:2], 16), int(rest[at + 3][2:], 16))
            for at in range(0, 4 * many, 4)
        ]
        found[fields[0]] = (words, pointers)
    return found


def opposites(folder: Path) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    heads: dict[str, set[str]] = defaultdict(set)
    for part in PARTS:
        every = synsets(folder / f"data.{part}")
        for offset, (words, pointers) in every.items():
            for symbol, other, mine, theirs in pointers:
                if symbol == "!":
                    found[words[mine - 1]].add(every[other][0][theirs - 1])
                    if part == "adj":
                        heads[offset].add(every[other][0][theirs - 1])
    adjectives = synsets(folder / "data.adj")
    for word, first in commonest_senses(folder / "index.adj").items():
        if word not in found:
            for symbol, other, _, _ in adjectives[first][1]:
                if symbol == "&":
                    found[word] |= heads.get(other, set())
    return found


def commonest_senses(path: Path) -> dict[str, str]:
    """Each word's first synset; WordNet counts them in order of frequency."""
    found = {}
    for line in path.read_text(encoding="latin-1").splitlines():
        if not line.startswith("  "):
            fields = line.split()
            found[fields[0]] = fields[-int(fields[2])]
    return found


def plain(word: str) -> bool:
    return word.isascii() and word.isalpha() and len(word) > 2 and english.is_word(word)


def main(folder: Path) -> None:
    known = {
        word: sorted(other for other in others if plain(other) and other != word)
        for word, others in sorted(opposites(folder).items())
        if plain(word)
    }
    known = {word: others for word, others in known.items() if others}
    irregular = {}
    for part in PARTS:
        for line in (folder / f"{part}.exc").read_text(encoding="latin-1").splitlines():
            form, base = line.split()[:2]
            if base in known and plain(form) and base not in english.deinflect(form):
                irregular.setdefault(form, base)
    lines = [f"{word}\t{' '.join(others)}" for word, others in known.items()]
    lines += ["", *(f"{form}\t{base}" for form, base in sorted(irregular.items()))]
    OUT.write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))
    print(len(known), "words,", len(irregular), "irregular forms")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
