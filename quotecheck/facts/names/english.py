"""English words and English names: which capitals mean something.

The lists are SCOWL's (American and British English), written by `tools/make_names_data.py`.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

_ENDINGS = (
    ("'s", ""), ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""), ("ing", "e"),
    ("ly", ""), ("ily", "y"), ("er", ""), ("er", "e"), ("ers", ""), ("ers", "e"), ("ness", ""), ("iness", "y"),
)  # fmt: skip
_HISSING = ("ses", "xes", "zes", "ches", "shes", "oes")
_LEAST = 3
_DERIVED = (
    "ological", "ographical", "ically", "ation", "isation", "ization", "ment", "ments", "ness", "ship", "istic",
    "ative", "ability", "ibility", "ologist", "ologists", "ography", "ology", "ectomy", "itis", "osis", "graphic",
)  # fmt: skip
_LONG = 9
_PREFIXES = (
    "anti", "non", "pre", "post", "multi", "inter", "super", "counter", "over", "under", "micro", "macro", "tele",
    "cyber", "bio", "geo", "eco", "pro", "co", "re", "un", "self", "mid", "trans", "hydro", "auto",
)  # fmt: skip


def deinflect(word: str) -> Iterator[str]:
    """Words that `word` (lower case) may be an inflected form of, itself not among them."""
    for ending, instead in _ENDINGS:
        if ending == "es" and not word.endswith(_HISSING):
            continue
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            stem = word[: len(word) - len(ending)]
            yield stem + instead
            if ending in ("ed", "ing", "er", "ers") and not instead and stem[-1] == stem[-2]:
                yield stem[:-1]


@cache
def _listed(name: str) -> frozenset[str]:
    packed = (Path(__file__).parent / "data" / name).read_bytes()
    return frozenset(gzip.decompress(packed).decode("utf-8").split())


@lru_cache(maxsize=16_384)
def is_word(folded: str) -> bool:
    """Whether English writes this word (folded) in lower case."""
    listed = _listed("words-en.txt.gz")
    if len(folded) >= _LONG and folded.endswith(_DERIVED):
        return True
    if folded in listed or any(base in listed for base in deinflect(folded)):
        return True
    prefix = next((prefix for prefix in _PREFIXES if folded.startswith(prefix)), None)
    return prefix is not None and len(folded) - len(prefix) > _LEAST and folded[len(prefix) :] in listed


def is_name(folded: str) -> bool:
    """Whether English knows this word (folded) with a capital; some are words as well ("brown", "may")."""
    listed = _listed("names-en.txt.gz")
    return folded in listed or (folded.endswith("'s") and folded[:-2] in listed)
