"""The right spelling for a misspelt word."""

from __future__ import annotations

from collections.abc import Iterable


def closest(word: str, known: Iterable[str]) -> str | None:
    """The one of `known` that `word` was most likely meant to be; None where nothing comes near."""
    from difflib import get_close_matches

    # difflib is quadratic in the word's length, and the word is typed by whoever wrote the file.
    found = get_close_matches(word[:100].lower(), sorted(known), n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str], *, otherwise: str) -> str:
    """A hint for an error line: the closest of `known`, or `otherwise`."""
    found = closest(word, known)
    return f"did you mean {found}?" if found else otherwise
