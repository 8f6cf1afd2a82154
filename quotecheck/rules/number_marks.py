"""Words that tell two numbers of a sentence apart: what something rose from, what it is instead of, what is a part."""

from __future__ import annotations

import re
from functools import cache

from quotecheck.facts.folding import fold
from quotecheck.facts.language_data import load
from quotecheck.language import WITHOUT_SPACES

WINDOW = 24
"""Code points beside a number in which its mark stands."""
ENDING = 3
"""Letters of an ending that marks the number before it."""


def read(text: str, start: int, end: int, lang: str) -> frozenset[str]:
    """What the words right beside a number mark it as: "start", "instead", "part".

    Args:
        text: as written.
        start, end: where the number stands, with its unit and hedge.
        lang: its language (ISO 639-1); one without such data yields nothing.
    """
    patterns = _patterns(lang)
    folded = fold(text)
    return frozenset(
        kind
        for kind, before, after in patterns
        if (before is not None and before.search(folded, max(0, start - WINDOW), start))
        or (
            after is not None
            and (after.match(folded, end) or after.fullmatch(folded, _ending(folded, start, end), end))
        )
    )


def _ending(folded: str, start: int, end: int) -> int:
    """Where the ending of a number's last word may begin: bin liradan."""
    return max(start, end - ENDING)


@cache
def _patterns(lang: str) -> tuple[tuple[str, re.Pattern[str] | None, re.Pattern[str] | None], ...]:
    table: dict[str, dict[str, list[str]]] = load(lang).get("numbers", {}).get("marks", {})
    unspaced = lang in WITHOUT_SPACES
    found = []
    for kind, words in table.items():
        before, after = _alternatives(words.get("before", [])), _alternatives(words.get("after", []))
        border = "" if unspaced else r"\b"
        gap = r"\s*(?:\w{1,3}\s+)?" if not unspaced else ""
        found.append(
            (
                kind,
                re.compile(rf"{border}(?:{before})[\s'’-]*{gap}\Z") if before else None,
                re.compile(rf"[\s'’]*(?:{after})") if after else None,
            )
        )
    return tuple(found)


def _alternatives(words: list[str]) -> str:
    return "|".join(sorted((re.escape(fold(word)) for word in words), key=len, reverse=True))
