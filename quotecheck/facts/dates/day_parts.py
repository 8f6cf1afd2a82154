"""The parts of the day that a text names: "por la tarde", "heute Abend", 午前, "in the morning"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import Struct

from quotecheck.facts.dates.calendar import AFTER, BEFORE
from quotecheck.facts.fact import DayPart
from quotecheck.facts.folding import fold
from quotecheck.facts.language_data import load
from quotecheck.facts.phrases import spellings
from quotecheck.facts.vocabulary import Cues, vocabulary

_NO_PART = "none"
_WEAK = "weak"
_OPENING = re.compile(r"(?:^|[.!?:\n\"“„«»…|—-])\s*\Z")
"""What a word that opens a sentence stands behind."""


class _Words(Struct, frozen=True):
    """The table of a language, compiled.

    Attributes:
        whole, stems: phrases, and beginnings of words, to what they may mean.
        numbered: by the numbers of the pattern's groups, where words are not parted.
        cues: None where a word may hold one of the phrases.
        capitals: nouns or weekdays are written with a capital, so that it tells nothing.
    """

    pattern: re.Pattern[str]
    whole: dict[str, frozenset[str]]
    stems: dict[str, frozenset[str]]
    numbered: tuple[frozenset[str], ...]
    cues: Cues | None
    capitals: bool

    def meaning(self, match: re.Match[str]) -> frozenset[str]:
        if self.numbered:
            return self.numbered[(match.lastindex or 1) - 1]
        written = _parted(match.group("phrase"))
        if written in self.whole:
            return self.whole[written]
        return next(parts for stem, parts in self.stems.items() if written.startswith(stem))


@cache
def _words(lang: str) -> _Words | None:
    dates = load(lang).get("dates", {})
    table: dict[str, list[str]] = dict(dates.get("parts", {}))
    if not table:
        return None
    prefix = str(table.pop("prefix", ""))
    weekdays = [name for names in dates["weekdays"] for name in names if not name.endswith("*")]
    forms = {form: frozenset(key.split()) for key, named in table.items() for form in _expanded(named, weekdays)}
    longest = sorted(forms, key=len, reverse=True)
    if dates.get("unspaced", False):
        pattern = "|".join(f"({form})" for form in longest)
        return _Words(re.compile(pattern), {}, {}, tuple(forms[form] for form in longest), None, False)
    written = "|".join(re.escape(form).replace(r"\*", r"\w{0,6}").replace(r"\ ", r"[\s'-]+") for form in longest)
    return _Words(
        re.compile(f"{BEFORE}{prefix}(?P<phrase>{written}){AFTER}"),
        {_parted(form): parts for form, parts in forms.items() if not form.endswith("*")},
        {_parted(form[:-1]): forms[form] for form in longest if form.endswith("*")},
        (),
        None if prefix else Cues(forms),
        lang in ("de", "vi"),
    )


def _expanded(phrases: Iterable[str], weekdays: list[str]) -> Iterator[str]:
    for phrase in phrases:
        for form in [phrase.replace("{weekday}", day) for day in weekdays] if "{weekday}" in phrase else [phrase]:
            yield from spellings(form)


def _parted(written: str) -> str:
    return re.sub(r"[\s'-]+", " ", written)


def read_parts(text: str, lang: str) -> tuple[DayPart, ...]:
    """The parts of the day that a text names, in order.

    Greetings ("good morning") and names ("Le Soir") are none: what is written with a capital inside a sentence is a
    name, but for German nouns.

    Args:
        text: as written; spans count in it.
        lang: its language (ISO 639-1); one without data yields nothing.
    """
    words = _words(lang)
    if words is None:
        return ()
    folded = fold(text, keep_marks=True)
    if words.cues is not None and not words.cues.may_be_in(vocabulary(folded)):
        return ()
    found = []
    for match in words.pattern.finditer(folded):
        parts = words.meaning(match)
        start, end = match.span()
        if _NO_PART in parts or (not words.capitals and _is_name(text, start, end)):
            continue
        found.append(DayPart(start=start, end=end, text=text[start:end], parts=parts - {_WEAK}, weak=_WEAK in parts))
    return tuple(found)


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether a phrase is written with a capital where no sentence begins: "Le Soir", "la Tarde"."""
    words = text[start:end].split()
    if text[start:end].isupper():
        return False
    if any(word[:1].isupper() for word in words[1:]):
        return True
    return words[0][:1].isupper() and not _OPENING.search(text[:start])
