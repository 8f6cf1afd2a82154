"""First names of people, in many languages: what tells a person from an office, a paper or a place."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def _known() -> frozenset[str]:
    text = (Path(__file__).parent / "data" / "first-names.txt").read_text(encoding="utf-8")
    lines = (line.partition(":")[2] for line in text.splitlines() if not line.startswith("#"))
    return frozenset(name for line in lines for name in line.split())


def is_first_name(romanised: str) -> bool:
    """Whether a word, romanised and folded, is a common first name somewhere."""
    return romanised in _known()
