"""How a name sounds: one spelling for what languages and scripts write in many ways.

Romanisation is anyascii's; on top of it, letters that alphabets and transliteration systems use for one sound are
made one ("Хоффенхайм", "Hoffenheim"; "Škoda", "Шкода"; "Nicolás", "Nikolas").
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from quotecheck.facts.folding import fold
from quotecheck.facts.names.given import one_given_name

_SPELLINGS = (
    ("tsch", "c"), ("dzh", "j"), ("dsch", "j"), ("shch", "s"), ("szcz", "s"), ("sch", "s"), ("tch", "c"), ("kh", "h"),
    ("gh", "g"), ("zh", "j"), ("sh", "s"), ("sz", "s"), ("cz", "c"), ("rz", "r"), ("ch", "c"), ("ck", "k"), ("ph", "f"),
    ("th", "t"), ("dh", "d"), ("bh", "b"), ("jh", "j"), ("ts", "z"), ("tz", "z"), ("dz", "z"), ("qu", "k"), ("x", "ks"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "ai"), ("ey", "ai"), ("eu", "oi"), ("yu", "iu"), ("ya", "ia"),
    ("ye", "e"), ("q", "k"), ("w", "v"), ("y", "i"), ("c", "k"), ("z", "s"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiou]+")
_SAME_BONES = 58.0
"""Two words of the same consonants must be this alike with their vowels too: Milan is no Meloni."""
_LETTERS = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=65536)
def romanise(folded: str) -> str:
    """A folded word in small Latin letters and digits."""
    if folded.isascii():
        return _LETTERS.sub("", folded)
    from anyascii import anyascii

    return _LETTERS.sub("", fold(anyascii(folded)))


@lru_cache(maxsize=65536)
def sound(roman: str) -> str:
    """A romanised word spelt by its sound, roughly."""
    for written, heard in _SPELLINGS:
        if written in roman:
            roman = roman.replace(written, heard)
    roman = _DOUBLED.sub(r"\1", roman)
    return roman[0] + roman[1:].replace("h", "") if roman else roman


@lru_cache(maxsize=65536)
def skeleton(roman: str) -> str:
    """The consonants of `sound`; a vowel at the beginning is kept as "a"."""
    heard = sound(roman)
    if not heard:
        return ""
    first = "a" if heard[0] in "aeiou" else ""
    return first + _VOWELS.sub("", heard)


@lru_cache(maxsize=65536)
def likeness(one: str, other: str) -> float:
    """How likely two romanised words are one name in two spellings or cases, 0 to 100."""
    if one == other or one_given_name(one, other):
        return 100.0
    short, long = sorted((one, other), key=len)
    if len(short) < 3:
        return 0.0
    written = max(fuzz.ratio(one, other), _derived(short, long))
    if written >= 90:
        return written
    ours, theirs = sorted((sound(short), sound(long)), key=len)
    heard = max(fuzz.ratio(ours, theirs), _derived(ours, theirs))
    if "j" in ours or "j" in theirs:
        heard = max(heard, fuzz.ratio(ours.replace("j", "i"), theirs.replace("j", "i")))
        heard = max(heard, _derived(ours.replace("j", "i"), theirs.replace("j", "i")))
    if len(short) >= 4:
        bones = skeleton(one), skeleton(other)
        if len(bones[0]) >= 3 and bones[0] == bones[1] and fuzz.ratio(ours, theirs) >= _SAME_BONES:
            heard = max(heard, 85.0)
    return max(written, heard - 2.0)


def _derived(short: str, long: str) -> float:
    """How likely the longer of two words is a declined or derived form of the other: Trump/Trumpa,
    Venezuela/venezolano."""
    if len(short) < 4 or short[0] != long[0]:
        return 0.0
    shared = _shared(short, long)
    if shared >= 3 and short.rstrip("aeiouy") == long.rstrip("aeiouy") == short[:shared]:
        return 86.0
    if shared == len(short) and len(long) - shared <= 4:
        return 90.0
    if shared >= 4 and shared >= len(short) - 2 and len(long) - shared <= 4:
        return 84.0
    if shared >= 5 and shared >= 0.5 * len(long):
        return 80.0
    return 0.0


def _shared(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
