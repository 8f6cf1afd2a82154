"""How sure the speaker is: hedges, hearsay, certainty, obligation.

Sources: the reference grammars on epistemic modality and evidentials (the Romance conditional of hearsay, German
"sollen", Turkish -miş); the lists in `data/` were written from knowledge of the languages.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, cast

from quotecheck.facts.fact import Certainty
from quotecheck.facts.folding import fold
from quotecheck.facts.language_data import load
from quotecheck.facts.phrases import PhraseBook, phrase_book

Level = Literal["possible", "considered", "reported", "certain", "ordered"]
LEVELS = ("possible", "considered", "reported", "certain", "ordered")
NEAR = "near"
"""Label of the weak cues."""

SENSES = ("said", "source", "modal", "may", "weighed", "suspect", "crime", "conditional")
"""Further labels of weak cues: a verb of saying, a word that names a source ("according to"; both read as "said"), a
modal that may be a permission ("may"), in other languages a verb that says "may" and "can" in one ("puede"), a verb
that may weigh a plan or look into something else ("studies"), who is only suspected of a deed ("sospechoso"), who did
it ("the murderer"), and a verb form that is hearsay only beside a source (the plain conditional, "soll", "miał")."""

_LEVEL_OF_SENSE = {
    "said": "reported",
    "source": "reported",
    "suspect": "reported",
    "weighed": "considered",
    "crime": "certain",
}

IDLE = "idle"
"""Label of phrases that hold a cue and say nothing of certainty ("in May", "might and main")."""


def reads(lang: str) -> bool:
    """Whether the language's data can read certainty."""
    return "certainty" in load(lang)


@cache
def _book(lang: str) -> PhraseBook:
    table = load(lang)["certainty"]
    return phrase_book({label: table.get(label, ()) for label in (*LEVELS, *SENSES, NEAR, IDLE)})


@cache
def _patterns(lang: str) -> re.Pattern[str] | None:
    """Cues that are not words: the verb form of hearsay, or any cue where words are not parted by spaces."""
    groups = load(lang)["certainty"].get("patterns", {})
    if not groups:
        return None
    return re.compile("|".join(f"(?P<{label}>{'|'.join(forms)})" for label, forms in groups.items()))


def read(text: str, lang: str) -> tuple[Certainty, ...]:
    """The cues of a text, in order.

    Args:
        text: as it was written; spans count in it.
        lang: ISO 639-1; a language without data yields nothing.
    """
    if not reads(lang):
        return ()
    folded = fold(text, keep_marks=True)
    found: list[tuple[int, int, str, str]] = []
    patterns = _patterns(lang)
    if patterns is not None:
        found += [(*match.span(), match.group(), str(match.lastgroup)) for match in patterns.finditer(folded)]
    taken = [(start, end) for start, end, _, _ in found]
    for phrase, start, end in _book(lang).find(folded):
        if not any(start < other_end and end > other_start for other_start, other_end in taken):
            found.append((start, end, phrase.form, phrase.label))
    sourced = any(label == "source" for _, _, _, label in found)
    return tuple(
        _certainty(text[start:end], start, cue, "reported" if sourced and label == "conditional" else label)
        for start, end, cue, label in sorted(found)
        if label != IDLE
    )


def _certainty(text: str, start: int, cue: str, label: str) -> Certainty:
    weak = label not in LEVELS
    level = _LEVEL_OF_SENSE.get(label, "possible") if weak else label
    return Certainty(
        start=start,
        end=start + len(text),
        text=text,
        cue=cue,
        level=cast(Level, level),
        weak=weak,
        sense="said" if label == "source" else label if label in SENSES else "",
    )
