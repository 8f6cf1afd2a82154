"""Cases of names in Slavic languages, where cutting off the ending is not enough.

A vowel before the last consonant may be there in the nominative alone (Vídeň: ve Vídni; Wiedeń: w Wiedniu), and the
last consonant may change before -e (Praga: w Pradze; Praha: v Praze; Madryt: w Madrycie).
"""

from __future__ import annotations

from collections.abc import Iterator

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
