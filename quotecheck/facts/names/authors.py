"""Who an author is whose name stands in a script without capitals, and whether a name in Latin letters may be his.

A person is told by a list of given or family names of the language; nothing else tells him from an office there. Two
spellings are compared by their consonants, put into classes wide enough for every common way of romanising the script:
what differs even so is another name, what does not may be the same.

Sources: the romanisation tables in common use (ALA-LC, UNGEGN, Revised Romanisation, Pinyin, Hepburn); the names, in
`data/people-native.toml`, from knowledge of the languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise, product
from pathlib import Path

from msgspec import Struct

from quotecheck.facts.folding import fold
from quotecheck.facts.names import english
from quotecheck.facts.names.lexicon import lexicon
from quotecheck.toml_data import read_toml

_SCRIPTS = (
    ("arabic", re.compile(r"[\u0620-\u065f\u0670-\u06d3\u200c]+")),
    ("hebrew", re.compile(r"[\u05d0-\u05ea\u0591-\u05c7'\"׳״]+")),
    ("devanagari", re.compile(r"[\u0900-\u0963\u200c\u200d]+")),
    ("hangul", re.compile(r"[\uac00-\ud7a3]+")),
    ("han", re.compile(r"[\u4e00-\u9fff々\u3041-\u309f]+")),
)
_MARKS = re.compile("[\u0591-\u05bd\u05bf-\u05c7\u0640\u064b-\u0655\u0670]")
_LONGEST = 40
"""A display name longer than this is a sentence or a list, nobody's name."""
_LONGEST_WORD = 24

_CLASSES = (
    ("tsch", "K"), ("tch", "K"), ("dj", "K"), ("sch", "D"), ("kh", "K"), ("gh", "K"), ("sh", "D"), ("zh", "D"),
    ("th", "D"), ("dh", "D"), ("ts", "D"), ("tz", "D"), ("ph", "B"), ("bh", "B"), ("qu", "K"), ("x", "KD"),
)  # fmt: skip
_LETTER_CLASSES = {
    **dict.fromkeys("kqcgj", "K"), **dict.fromkeys("tdsz", "D"), **dict.fromkeys("bpf", "B"),
    "l": "L", "r": "R", "m": "M", "n": "N",
}  # fmt: skip
_MOST_READINGS = 3
_TELLING = 4
"""So many consonants of a word, in the same order within another name, make the two one: "عبد الرحمن", Abdurrahman."""

_JAPANESE = re.compile(r"(?:(?:[kstpc]?(?:ky|gy|sh|ch|ts|ny|hy|by|py|my|ry|[kgsztdnhbpmyrwjf]))?[aeiou]h?|[nm])+")
_ONE_SYLLABLE = re.compile(
    r"(?:zh|ch|sh|ts|tz|hs|ng|kw|hw|gw|ky|my|[bpmfdtnlgkhjqxrzcsyw])?h?[aeiouy]{1,4}(?:ng|[nmkptlhr])?|ng"
)
_SYLLABLES = re.compile(
    r"(?:(?:zh|ch|sh|ts|hs|[kghmnp]y|[bpmfdtnlgkhjqxrzcsyw])?[aeiou]{1,3}(?:ng(?![aeiou])|n(?![aeiou])|m(?=[bp])|k$|l$)?){1,4}"
)


_SURE_FAMILIES_OF_VIETNAM = frozenset("nguyễn trần phạm huỳnh".split())
_FAMILIES_OF_VIETNAM = frozenset("lê phan bùi ngô đặng đỗ vũ võ đinh trịnh".split()) | _SURE_FAMILIES_OF_VIETNAM


class Person(Struct, frozen=True):
    """An author who is a person by the names of his language.

    Attributes:
        words: the words of his name, romanised; one for each character where the script is Han.
        script: "arabic" (Persian too), "hebrew", "devanagari", "hangul" or "han".
        family: ways to write his family name, where the script tells it.
    """

    words: tuple[str, ...]
    script: str
    family: frozenset[str] = frozenset()


class _Known(Struct, frozen=True):
    first: frozenset[str]
    compound: frozenset[str]
    many: frozenset[str]


@cache
def _data() -> dict[str, dict[str, str]]:
    return read_toml(Path(__file__).parent / "data" / "people-native.toml")


@cache
def _known(script: str) -> _Known:
    table = _data()[script]
    return _Known(*(frozenset(_plain(word) for word in table.get(key, "").split()) for key in _Known.__struct_fields__))


def _plain(word: str) -> str:
    return _MARKS.sub("", fold(word, keep_marks=True)).replace("\u200c", "")


def person(name: str, lang: str) -> Person | None:
    """The person that a display name is; None where it may be an office, a paper or anything else, or has capitals.

    Args:
        name: as the platform shows it, without what stands behind it in brackets.
        lang: ISO 639-1, of the post.
    """
    if len(name) > _LONGEST or any(char.isdigit() for char in name):
        return None
    for script, pattern in _SCRIPTS:
        words = pattern.findall(name)
        if words:
            rest = pattern.sub(" ", name)
            if any(char.isalpha() and not char.isascii() for char in rest):
                return None  # several such scripts: more than a name
            latin = tuple(word.lower() for word in re.findall(r"[A-Za-z]{2,}", rest))
            if script == "hangul":
                return _hangul(words, latin)
            if script == "han":
                return _han(words, latin, lang)
            return _spaced(script, words, latin, lang)
    return None


def _spaced(script: str, words: Sequence[str], latin: tuple[str, ...], lang: str) -> Person | None:
    known, titles = _known(script), lexicon(lang).titles
    plain = [_plain(word) for word in words]
    while plain and fold(words[-len(plain)]) in titles:
        del plain[0]
    if not 2 <= len(plain) <= 5 or any(word in known.many or word.removeprefix("ال") in known.many for word in plain):
        return None
    if plain[0] not in known.first and not (plain[0] in known.compound and len(plain) > 2):
        return None
    return Person((*(_romanised(word.removeprefix("ال")) for word in plain), *latin), script)


@cache
def _korean_families() -> dict[str, frozenset[str]]:
    entries = (entry.partition(":") for entry in _data()["hangul"]["family"].split())
    return {name: frozenset(ways.split(",")) for name, _, ways in entries}


def _hangul(words: Sequence[str], latin: tuple[str, ...]) -> Person | None:
    families = _korean_families()
    solid = "".join(words)
    if len(words) > 2 or any(word in solid for word in _data()["hangul"]["many"].split()):
        return None
    size = 2 if solid[:2] in families else 1
    # Two syllables are as often a word; a name parted by a space is parted behind the family name.
    if len(solid) != size + 2 or solid[:size] not in families or (len(words) == 2 and len(words[0]) != size):
        return None
    return Person((_romanised(solid[size:]), *latin), "hangul", families[solid[:size]])


def _han(words: Sequence[str], latin: tuple[str, ...], lang: str) -> Person | None:
    table = _data()["han"]
    solid = "".join(words)
    if len(words) > 2 or any(solid.endswith(word) for word in table["many"].split()):
        return None
    if lang == "ja":
        family = next((name for name in table["japanese"].split() if solid.startswith(name)), "")
        if not family or not 1 <= len(solid) - len(family) <= 4:
            return None
    else:
        family = next((name for name in table["compound"].split() if solid.startswith(name)), solid[0])
        single = len(family) == 1
        if (single and family not in table["chinese"]) or len(solid) - len(family) != 2:
            return None
        if len(words) == 2 and words[0] != family:
            return None
    return Person((*(_romanised(char) for char in solid), *latin), "han")


def _romanised(word: str) -> str:
    from anyascii import anyascii

    return re.sub(r"[^a-z]+", "", anyascii(word).lower())


def is_vietnamese(name: str) -> bool:
    """Whether a name is a person's by its Vietnamese family name; the words of such names are those of offices too."""
    words = name.split()
    if not 2 <= len(words) <= 4 or not all(
        word[0].isupper() and word.isalpha() and not word.isupper() for word in words
    ):
        return False
    family = fold(words[0], keep_marks=True)
    return family in _FAMILIES_OF_VIETNAM and (len(words) > 2 or family in _SURE_FAMILIES_OF_VIETNAM)


def may_be(author: Person, speaker: Sequence[str]) -> bool:
    """Whether a person whose name stands in Latin letters may be this author; where nothing tells, he may.

    Args:
        author: of `person`.
        speaker: the words of the other's name, romanised and folded, without titles and particles.
    """
    if not speaker or any(len(word) > _LONGEST_WORD for word in speaker):
        return True
    if author.script in ("han", "hangul") and not _from_elsewhere(speaker):
        return author.script == "han" or _one_korean(author, speaker)
    mine = {reading for word in author.words for reading in readings(word)}
    if author.script == "han":
        # A character is a syllable: two of them beside each other may render a word ("克文", Kevin).
        mine = {reading for one, two in pairwise(author.words) for reading in readings(one + two)}
    elif author.script != "hangul" and not any(len(reading) > 1 for reading in mine):
        return True
    theirs = {reading for word in speaker for reading in readings(word)}
    if (mine & theirs) - {""}:
        return True
    return _inside(mine, readings("".join(speaker))) or _inside(theirs, readings("".join(author.words)))


def _inside(ones: Iterable[str], others: Iterable[str]) -> bool:
    return any(len(one) >= _TELLING and one in other for one, other in product(ones, others))


def _one_korean(author: Person, speaker: Sequence[str]) -> bool:
    """Whether a name that may be Korean may be this one: one family name, or given names that sound alike."""
    if author.family & set(speaker):
        return True
    given, solid = readings(author.words[0]), readings("".join(speaker))
    return any(one in two for one, two in product(given, solid)) or not any(
        word in ways for word in speaker for ways in _korean_families().values()
    )


def _from_elsewhere(speaker: Sequence[str]) -> bool:
    """Whether a name in Latin letters cannot be one of China, Korea or Japan: its last word has sounds that they
    lack, and its first is no family name of one syllable."""
    first, last = speaker[0], speaker[-1]
    if _eastern(last) or _ONE_SYLLABLE.fullmatch(first):
        return False
    return not _eastern(first) or english.is_name(first)


def _eastern(word: str) -> bool:
    return any(pattern.fullmatch(word) for pattern in (_JAPANESE, _ONE_SYLLABLE, _SYLLABLES))


def readings(roman: str) -> frozenset[str]:
    """The classes of a romanised word's consonants, in every reading of its doubtful letters.

    "ch" is read as in French, English and Hebrew, "v" as a consonant or as the vowel sign that stands for it; vowels,
    h, w and y are left out, as writers of these scripts leave them out.
    """
    found = {_skeleton(roman.replace("ch", way)) for way in ("k", "sh")} if "ch" in roman else {_skeleton(roman)}
    for _ in range(_MOST_READINGS):
        found |= {one.replace("V", way, 1) for one in found if "V" in one for way in ("", "B")}
    return frozenset(one for one in found if "V" not in one) or frozenset({""})


def _skeleton(roman: str) -> str:
    roman = re.sub(r"(.)\1+", r"\1", roman) if re.search("[aeiou]", roman) else roman
    for written, group in _CLASSES:
        roman = roman.replace(written, group)
    return "".join(char if char.isupper() else "V" if char == "v" else _LETTER_CLASSES.get(char, "") for char in roman)


def handle_may_be(handle: str, speaker: Iterable[str]) -> bool:
    """Whether an account's handle may be made of a person's name: a word of it, or its consonants."""
    folded = re.sub(r"[^a-z]", "", fold(handle))
    for word in speaker:
        if len(word) >= 3 and (word in folded or (len(folded) >= 3 and folded in word)):
            return True
        if any(len(one) >= 3 and one in two for one, two in product(readings(word), readings(folded))):
            return True
    return False
