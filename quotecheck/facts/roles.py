"""Of two names in a clause, who acts and who is acted on, as far as word order, prepositions, particles and cases tell.

Most languages here put who acts first, unless a preposition or a passive says otherwise; Japanese, Korean and Hindi
mark both with particles; Slavic languages leave who acts in the nominative, which is the form that English has.
Sources: the languages' reference grammars. The words are in the `[roles]` tables of the data files.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from quotecheck.facts.fact import Name
from quotecheck.facts.folding import fold
from quotecheck.facts.language_data import load
from quotecheck.facts.names.lexicon import key, lexicon
from quotecheck.facts.names.matching import territories
from quotecheck.facts.names.sounds import romanise
from quotecheck.language import WITHOUT_SPACES

_WORD = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[.,;:!?…()\[\]«»“”\"\n،؛。，、；：—–]")
_LEAST = 2
"""Letters that words between two names must have together, for one of them to be a verb."""
_NEAR = 60
"""Code points between two names, at most."""
_SLACK = 1
"""Letters that a nominative may be longer or shorter than its English form once both are in Latin letters."""


def reads(lang: str) -> bool:
    """Whether the language's data can tell roles."""
    return "roles" in load(lang)


def leads_away(text: str, lang: str, first: Name, second: Name) -> bool | None:
    """Whether, of two places, the way leads from the first to the second ("from Vienna to Prague").

    Args:
        text: as it was written.
        lang: ISO 639-1.
        first, second: the places in the order of the text.

    Returns:
        True, False where it leads from the second to the first, None where the text does not tell.
    """
    if not reads(lang) or second.start - first.end > _NEAR or _STOP.search(text, first.end, second.start):
        return None
    ends = [_end_of_way(text, lang, name) for name in (first, second)]
    return {("origin", "goal"): True, ("goal", "origin"): False}.get((ends[0] or "", ends[1] or ""))


def _end_of_way(text: str, lang: str, name: Name) -> str | None:
    """Which end of a way a place is: "origin", "goal" or neither."""
    data = load(lang)["roles"]
    before = fold(text[max(0, name.start - _NEAR) : name.start], keep_marks=True)
    last = re.search(r"[^\W\d_]+(?=\W{0,2}\Z)", before)
    for end in ("origin", "goal"):
        if last is not None and last.group() in _words(lang, end):
            return end
        if _parted(data, f"{end}_before", before):
            return end
        if f"{end}_after" in data and re.compile(data[f"{end}_after"]).match(text, name.end):
            return end
    return None


def first_acts(text: str, lang: str, first: tuple[Name, str], second: tuple[Name, str]) -> bool | None:
    """Whether, of two names, the first acts on the second.

    Args:
        text: as it was written.
        lang: ISO 639-1.
        first, second: the names in the order of the text, each with its English form.

    Returns:
        True, False where the second acts on the first, None where the text does not tell.
    """
    if not reads(lang):
        return None
    data = load(lang)["roles"]
    one, other = first[0], second[0]
    between = fold(text[one.end : other.start], keep_marks=True)
    words = _WORD.findall(between)
    if len(between) > _NEAR or _STOP.search(between) or _words(lang, "joint") & set(words):
        return None
    if "agent" in data:
        return _by_particles(text, data, one, other)
    if data.get("by_case"):
        return _by_case(first, second, lang, words)
    before = fold(text[max(0, one.start - _NEAR) : one.start], keep_marks=True)
    if _parted(data, "before_pattern", before.rstrip()) or _parted(data, "joint_pattern", between):
        return None
    last = _WORD.findall(before)[-1:]
    if _words(lang, "before") & set(last) or _words(lang, "turned") & set(words):
        return None
    verb = "".join(words) or ("".join(last) if data.get("verb_first") else "")
    return True if len(verb) >= (1 if lang in WITHOUT_SPACES else _LEAST) else None


@cache
def _words(lang: str, kind: str) -> frozenset[str]:
    return frozenset(fold(word, keep_marks=True) for word in load(lang)["roles"].get(kind, "").split())


def _parted(data: dict[str, Any], kind: str, text: str) -> bool:
    return kind in data and re.search(data[kind], text) is not None


def _by_particles(text: str, data: dict[str, Any], one: Name, other: Name) -> bool | None:
    agent, patient = re.compile(data["agent"]), re.compile(data["patient"])
    if agent.match(text, one.end) and patient.match(text, other.end):
        return True
    if patient.match(text, one.end) and agent.match(text, other.end):
        return False
    return None


def _by_case(first: tuple[Name, str], second: tuple[Name, str], lang: str, between: list[str]) -> bool | None:
    if sum(map(len, between)) < _LEAST:
        return None
    one, other = _nominative(*first, lang), _nominative(*second, lang)
    return None if one == other else one


def _nominative(name: Name, english: str, lang: str) -> bool:
    """Whether a name stands in the nominative: as territories are listed, or with the end of its English form."""
    if territories(name):
        return key(name.text) in lexicon(lang).phrases
    own, theirs = (romanise(key(text).split()[-1]) for text in (name.text, english))
    return bool(own and theirs) and _end(own) == _end(theirs) and abs(len(own) - len(theirs)) <= _SLACK


def _end(word: str) -> str:
    """What a word ends in: which vowel, or any consonant. English has -y for -ий and -ski."""
    return "i" if word[-1] in "iyj" else word[-1] if word[-1] in "aeou" else ""
