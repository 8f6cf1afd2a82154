"""Whether a text asks or states, by the marks that end its sentences."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from quotecheck.facts.folding import fold
from quotecheck.facts.language_data import load

Mood = Literal["question", "statement", "unknown"]

_QUESTION_MARKS = "?؟"
"""As they are in a folded text; Greek has a mark of its own besides."""
_END = re.compile(r"(?:[?？؟]|[!！]|[。।؛]|(?<!\d)\.(?!\w)|(?<=\d)\.(?=\s|$)|…)+")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(.])(?:[a-z]|mr|mrs|ms|dr|st|sr|sra|jr|vs|no|etc|prof|gen|sen|gov|rep|bzw|ca|tzv|ul|ks)\.$"
)
_NO_WORDS = re.compile(r"https?://\S+|[@#]\w+")


@cache
def _asking(lang: str) -> re.Pattern[str] | None:
    """Words and endings that ask with or without a mark."""
    table = load(lang).get("questions", {})
    words = table.get("asking", ())
    return re.compile("|".join(words)) if words else None


@cache
def _tags(lang: str) -> re.Pattern[str] | None:
    """Tags that hang a question on a statement (", ¿no?")."""
    tags = load(lang).get("questions", {}).get("tags", ())
    return re.compile(rf"(?:{'|'.join(tags)})\s*[?？؟]+\s*\Z") if tags else None


def moods(text: str, lang: str) -> tuple[Mood, ...]:
    """The mood of each sentence: a question has its mark; a statement its full stop; all else is unknown.

    A quotation cut before its mark, a sentence without any (posts often), one that asks without a mark, and a
    statement with a tag hung on it are unknown. So is the Greek ";", which other languages use otherwise.

    Args:
        text: any text.
        lang: ISO 639-1.
    """
    folded = fold(text, keep_marks=True)
    marks = _QUESTION_MARKS + ";" if lang == "el" else _QUESTION_MARKS
    found: list[Mood] = []
    begin = 0
    ends = [
        match
        for match in _END.finditer(folded)
        if not _ABBREVIATION.search(folded[max(0, match.end() - 8) : match.end()])
    ]
    if lang == "el":
        ends = sorted([*ends, *re.finditer(";", folded)], key=lambda match: match.start())
    for match in ends:
        sentence, begin = folded[begin : match.end()], match.end()
        if not any(char.isalnum() for char in sentence):
            continue
        mark = match.group()
        if any(char in mark for char in marks):
            tags = _tags(lang)
            found.append("unknown" if tags is not None and tags.search(sentence) else "question")
        elif "…" in mark or mark == "...":
            found.append("unknown")
        else:
            asking = _asking(lang)
            found.append("unknown" if asking is not None and asking.search(sentence) else "statement")
    if any(char.isalnum() for char in _NO_WORDS.sub("", folded[begin:])):
        found.append("unknown")
    return tuple(found)


def is_question(text: str, lang: str) -> bool:
    """Whether the last sentence of a text asks, by its mark."""
    if lang != "el" and not any(mark in fold(text, keep_marks=True) for mark in _QUESTION_MARKS):
        return False
    return closing(text, lang) == "question"


def closing(text: str, lang: str) -> Mood:
    """The mood of the last sentence."""
    found = moods(text, lang)
    return found[-1] if found else "unknown"
