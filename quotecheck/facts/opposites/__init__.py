"""Opposites of English words, from WordNet 3.0; the list is written by `tools/make_opposites_data.py`."""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path

from quotecheck.facts.folding import fold
from quotecheck.facts.names.english import deinflect


def opposites(word: str) -> tuple[str, ...]:
    """Words that mean the opposite of an English word, in their basic form.

    Args:
        word: as it was written: "Rose", "smaller".

    Returns:
        First those of the words that it is a form of (fell: fall), then those of the word as it stands; often none.
    """
    known, irregular = _listed()
    plain = fold(word)
    # "Winner" has an opposite of its own: it compares nothing.
    bases = (irregular.get(plain, ""), *deinflect(plain), *(() if plain in known else _compared(plain)), plain)
    return tuple(dict.fromkeys(other for base in bases for other in known.get(base, ())))


def _compared(word: str) -> tuple[str, ...]:
    """What a superlative or comparative may be a form of."""
    for ending in ("est", "er"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            return (stem, stem + "e", stem[:-1] if stem[-1] == stem[-2] else stem, stem[:-1] + "y")
    return ()


@cache
def _listed() -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    text = gzip.decompress((Path(__file__).parent / "english.tsv.gz").read_bytes()).decode()
    words, _, forms = text.partition("\n\n")
    return (
        {word: tuple(others.split()) for word, _, others in (line.partition("\t") for line in words.split("\n"))},
        {form: base for form, _, base in (line.partition("\t") for line in forms.split("\n"))},
    )
