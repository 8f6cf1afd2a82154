"""Cases of names in Slavic languages, where cutting off the ending is not enough.

A vowel before the last consonant may be there in the nominative alone (Vídeň: ve Vídni; Wiedeń: w Wiedniu), and the
last consonant may change before -e (Praga: w Pradze; Praha: v Praze; Madryt: w Madrycie).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from quotecheck.facts.names.sounds import likeness, romanise, sound

SHORTEST = 4
"""Letters a stem must have; shorter ones are stems of too much else."""
_LONGEST_ENDING = 5
_VOWELS = frozenset("aeiouyаеиоуыэюяёі")
_FLEETING = frozenset("eео")
_CHANGED = {
    "pl": (("dzie", "d"), ("szcie", "szt"), ("cie", "t"), ("rze", "r"), ("dze", "g"), ("ce", "k"), ("sze", "ch")),
    "cs": (("ze", "h"), ("ze", "g"), ("ce", "k"), ("se", "ch")),
    "uk": (("зі", "г"), ("ці", "к"), ("сі", "х")),
}
"""What a case ends in and the stem before it, where the last consonant changes; folded."""
_WOMENS = {"cs": ("ovou", "ova", "ove")}
"""What a language adds to the surnames of women, foreign ones too: Merkelová, Le Penová."""
_SHORT = 3


def stems_of_name(word: str) -> Iterator[str]:
    """The stems that the cases of a name (folded, nominative) are formed of."""
    bare = word[:-1] if word[-1] in _VOWELS or word[-1] in "ьи" else word
    if len(bare) >= SHORTEST:
        yield bare
    if word != bare and len(word) > SHORTEST:
        yield word
    if len(bare) > SHORTEST and bare[-2] in _FLEETING and bare[-1] not in _VOWELS and bare[-3] not in _VOWELS:
        yield bare[:-2] + bare[-1]
        if bare[-3] == "i" and len(bare) > SHORTEST + 1:
            yield bare[:-3] + bare[-1]


def stems_of_case(word: str, endings: frozenset[str], lang: str) -> Iterator[str]:
    """Stems that a case of a name (folded) may be formed of, the longest first.

    Args:
        word: folded.
        endings: the case endings of the language.
        lang: the language (ISO 639-1).
    """
    if len(word) >= SHORTEST:
        yield word
    for size in range(1, min(_LONGEST_ENDING, len(word) - SHORTEST) + 1):
        if word[-size:] in endings:
            yield word[:-size]
    for ending, consonant in _CHANGED.get(lang, ()):
        if word.endswith(ending) and len(word) - len(ending) + len(consonant) >= SHORTEST:
            yield word[: -len(ending)] + consonant


def is_case_of(word: str, nominative: str, endings: frozenset[str], lang: str, least: float) -> bool:
    """Whether a word of a language that declines names is a case of a foreign name as English writes it: Трампом of
    Trump, Brnem of Brno, Pavlem of Pavel.

    Args:
        word: folded, in its own script.
        nominative: romanised.
        endings: the case endings of the language.
        lang: the language (ISO 639-1).
        least: how like (`likeness`) two stems of four letters or more are that are one; shorter ones are the same.
    """
    wanted = _foreign_stems(nominative)
    for stem in _roman_stems(word, endings, lang):
        if any(sound(stem) == sound(one) for one in wanted):
            return True
        if len(stem) >= SHORTEST and any(len(one) >= SHORTEST and likeness(stem, one) >= least for one in wanted):
            return True
    return False


@lru_cache(maxsize=8192)
def _foreign_stems(nominative: str) -> tuple[str, ...]:
    found = [nominative]
    bare = nominative[:-1] if nominative[-1:] in tuple("aeiouy") else nominative
    if len(bare) >= _SHORT:
        found.append(bare)
    if len(bare) > _SHORT and bare[-2] in "eo" and bare[-1] not in _VOWELS and bare[-3] not in _VOWELS:
        found.append(bare[:-2] + bare[-1])
    return tuple(found)


@lru_cache(maxsize=8192)
def _roman_stems(word: str, endings: frozenset[str], lang: str) -> tuple[str, ...]:
    """What may be left of a word without a case ending, romanised."""
    cut = [word[: -len(ending)] for ending in (*endings, *_WOMENS.get(lang, ())) if word.endswith(ending)]
    cut += [word[: -len(end)] + consonant for end, consonant in _CHANGED.get(lang, ()) if word.endswith(end)]
    return tuple({roman for stem in cut if len(roman := romanise(stem)) >= _SHORT})
