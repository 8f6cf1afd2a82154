"""Negations that Apertium's Spanish and Galician data drop on the way to English, put back.

"No habrá guerra" comes out as "There will be war", "Nadie lo sabe" as "Anybody knows it" (measured with Debian 12's
apertium-eng-spa 0.8.1 and apertium-en-gl 0.5.4). What the post denies is read from the post itself, never from here;
but a reader must not be shown the contrary of it. Each word of the source is matched with its rendering by order, and
only where there are as many of the one as of the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable

MODES = frozenset({"spa-eng", "es-en", "gl-en", "glg-eng"})
"""Pipelines that need it."""

_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE_END = re.compile(r"[.,;:!?¡¿…()«»“”\"\n]|\b(?:que|pero|porque|mas|mentres)\b", re.IGNORECASE)
_DENIALS = frozenset(
    {"no", "non", "nunca", "jamás", "ni", "nin", "sin", "sen", "tampoco", "tampouco", "nadie", "ninguén", "nada"}
)

_THERE_IS = re.compile(r"\b(?:(no|non)\s+)?(?:habrá|habría|haberá|habería)\b(?!\s+(?!hab)\w+[ai]do\b)", re.IGNORECASE)
_THERE_BE = re.compile(r"\bthere (?:will|would)\b(?= (?:be|have been)\b)", re.IGNORECASE)
_NOBODY = re.compile(r"\b(?:nadie|ninguén)\b", re.IGNORECASE)
_ANYBODY = re.compile(r"\banybody\b", re.IGNORECASE)
_NONE = re.compile(r"\b(?:ningún|ninguna|ninguno|ningunha)\b", re.IGNORECASE)
_ANY = re.compile(r"\bany\b", re.IGNORECASE)
_NOTHING = re.compile(r"\bnada\b", re.IGNORECASE)
_AT_ALL_IT = re.compile(r"\bat all it\b", re.IGNORECASE)


def restore(source: str, english: str) -> str:
    """The English, with the negations of the Spanish or Galician source that were plainly lost."""
    english = _match(_THERE_IS, _THERE_BE, source, english, lambda found, there: f"{there} not" if found[1] else there)
    for word, rendering in ((_NOBODY, _ANYBODY), (_NONE, _ANY), (_NOTHING, _AT_ALL_IT)):
        english = _match(word, rendering, source, english, lambda found, any_: _deny(source, found, any_))
    return english


def _match(
    pattern: re.Pattern[str],
    rendering: re.Pattern[str],
    source: str,
    english: str,
    rewrite: Callable[[re.Match[str], str], str],
) -> str:
    """Rewrite the nth rendering by the nth word it renders, where there are as many."""
    words = list(pattern.finditer(source))
    if not words or len(words) != len(rendering.findall(english)):
        return english
    left = iter(words)
    return rendering.sub(lambda match: rewrite(next(left), match.group()), english)


def _deny(source: str, found: re.Match[str], rendering: str) -> str:
    """ "anybody" as "nobody", unless the clause is denied before the word already ("no lo sabe nadie")."""
    before = source[max(0, found.start() - 200) : found.start()]
    clause = _CLAUSE_END.split(before)[-1]
    if any(word.lower() in _DENIALS for word in _WORD.findall(clause)):
        return rendering
    denied = {"anybody": "nobody", "at all it": "nothing"}.get(rendering.lower())
    if denied is None:
        denied = "none" if found.group().lower() == "ninguno" else "no"
    return denied.capitalize() if rendering[0].isupper() else denied
