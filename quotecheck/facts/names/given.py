"""Given names that languages translate: Jean is John, and Pape François is Pope Francis."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def _groups() -> dict[str, frozenset[int]]:
    text = (Path(__file__).parent / "data" / "given-names.txt").read_text(encoding="utf-8")
    found: dict[str, set[int]] = {}
    for number, line in enumerate(text.splitlines()):
        for name in line.split() if not line.startswith("#") else ():
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def one_given_name(one: str, other: str) -> bool:
    """Whether two romanised words are one given name in two languages."""
    groups = _groups()
    mine = groups.get(one)
    return mine is not None and not mine.isdisjoint(groups.get(other, frozenset()))
