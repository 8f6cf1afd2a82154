"""Whether a name of one side is anywhere on the other: among its names, or merely in its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from quotecheck.facts.fact import Name
from quotecheck.facts.folding import fold
from quotecheck.facts.names import declension, english, unspaced
from quotecheck.facts.names.apart import apart, one_club, spelt_out
from quotecheck.facts.names.lexicon import key, lexicon
from quotecheck.facts.names.sounds import likeness, romanise
from quotecheck.facts.names.words import words

ALIKE = 80.0
"""Two words this alike (`likeness`) are one name; measured on spellings across the thirteen languages."""


_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,4}")


_LAST_CASED = "\u058f"


ALIKE_UNMARKED = 84.0
"""The same where the other is written small in a text that has capitals: hardly a name, but it may derive from one."""


class Text(Struct, frozen=True):
    """A text prepared for looking names up.

    Attributes:
        words: its words, romanised.
        marked: those of them that may be names by their capitals; all, where nothing has capitals.
        bones: the consonants of its words, and of each two that stand together.
        acronyms: its words in capitals alone, romanised.
        capitals: first letters of its capitalised words in order.
        solid: all words without anything between.
    """

    words: tuple[str, ...]
    marked: frozenset[str]
    bones: frozenset[str]
    acronyms: tuple[str, ...]
    capitals: str
    solid: str


@lru_cache(maxsize=4096)
def prepared(text: str) -> Text:
    """A text prepared for looking names up."""
    found = words(text)
    dotted = tuple(re.sub(r"[^a-z]", "", romanise(fold(run))) for run in _DOTTED.findall(text))
    romans = tuple(dict.fromkeys(roman for word in found if (roman := romanise(word.folded))))
    marked = [romanise(word.folded) for word in found if word.capital or word.tag]
    if not any(word.capital and not word.opens for word in found):
        marked = []
    return Text(
        romans + dotted,
        frozenset(marked or romans),
        frozenset(unspaced.coarse(one + other) for one, other in pairwise(romans)).union(
            unspaced.coarse(roman) for roman in romans
        )
        if not text.isascii()
        else frozenset(),
        tuple(romanise(word.folded) for word in found if word.upper and len(word.text) <= 6),
        "".join(romanise(word.folded)[:1] for word in found if word.capital),
        "".join(romanise(word.folded) for word in found),
    )


@lru_cache(maxsize=8192)
def telling_words(name: str, lang: str) -> tuple[str, ...]:
    """The words of a name that tell it from others, romanised: no titles, no institution words, in English no words
    that are written small elsewhere, unless there are no others."""
    known, english_ = lexicon(lang), lexicon("en")
    own = [word.folded for word in words(name)]
    kept = [
        word
        for word in own
        if len(word) > 1 and word not in known.particles and not known.idle(word) and word not in english_.institutions
    ] or own
    last = kept[-1]
    kept = [word for word in kept if word == last or not english.is_word(word) or english.is_name(word)]
    return tuple(roman for word in kept if (roman := romanise(word)))


def found_in(name: Name, lang: str, other: str, others: Sequence[Name] = ()) -> bool:
    """Whether the words of `other` hold this name in some spelling, case or script, or as an acronym.

    Args:
        name: a name.
        lang: the language it was read in.
        other: the text of the other side.
        others: names read in it. Those that a gazetteer knows are what they are, and nothing like them is meant:
            Nigeria is no Niger.
    """
    if lang != "en" and not territories(name) and _english_key_in(name, prepared(other)):
        return True
    if any(apart(name, another) for another in others):
        return False
    own = telling_words(name.text, lang)
    if others and len(own) > 0 and not unspaced.has_unspaced(other):
        rest = _without_territories(other, tuple(others))
        if rest != other:
            spelt_out = not territories(name) and any(word in prepared(other).words for word in own)
            return spelt_out or found_in(name, lang, rest)
    if unspaced.has_unspaced(other):
        return any(unspaced.heard_in(word, other) for word in own)
    text = prepared(other)
    if any(char > _LAST_CASED and char.isalpha() for char in other):
        bones = {unspaced.coarse(word) for word in own}
        if any(len(bone) >= 3 and bone in text.bones for bone in bones):
            return True
    if name.text.isupper() and len(name.text) <= 6:
        return _acronym_in(romanise(own[-1]) if own else "", text)
    if listed(name) and len(words(name.text)) > 1:
        return all(word_in(romanise(word.folded), text) for word in words(name.text) if len(word.text) > 2)
    if lang != "en" and any(lexicon("en").people(word, True) & name.keys for word in text.words):
        return True
    marked = text.marked
    if len(marked) == len(text.words):  # nothing tells names by capitals: "again" is no case of "Гагарина"
        marked = frozenset(word for word in marked if not english.is_word(word))
    if any(word_in(word, text) for word in own) or declined(name, lang, marked):
        return True
    return len(own) > 1 and any(_initials("".join(word[0] for word in own), acronym) for acronym in text.acronyms)


def territories(name: Name) -> frozenset[str]:
    """Keys of the territories that a name stands for, its people included."""
    return frozenset(key_ for key_ in name.keys if key_[0] == "@")


def _without_territories(text: str, names: tuple[Name, ...]) -> str:
    """A text without the territories and peoples that were read in it."""
    for name in names:
        if territories(name) and text[name.start : name.end] == name.text:
            text = text[: name.start] + "_" * len(name.text) + text[name.end :]
    return text


def listed(name: Name) -> bool:
    """Whether the gazetteer knows the name, so that it has keys of its own."""
    own = key(name.text)
    plain = {own.replace(" ", ""), "".join(romanise(word) for word in own.split())}
    return any(key(one).replace(" ", "") not in plain or one[0] in "@®" for one in name.keys)


def word_in(word: str, text: Text) -> bool:
    """Whether a romanised word is among the words of a text, or within one of them (a hashtag, a compound)."""
    if word in text.words:
        return True
    if len(word) >= 5 and word in text.solid:
        return True
    if len(word) < 3:
        return False
    return any(
        abs(len(other) - len(word)) <= 6
        and likeness(word, other) >= (ALIKE if other in text.marked else ALIKE_UNMARKED)
        for other in text.words
    )


def _english_key_in(name: Name, text: Text) -> bool:
    """Whether the English name that a gazetteer gives for this one stands in the text."""
    return any(
        len(key_) >= 4 and key_[0] != "@" and key_.isascii() and key_.replace(" ", "") in text.solid
        for key_ in name.keys
    )


def nearest(word: str, text: Text) -> float:
    """How like the likest word of a text is, 0 to 100."""
    return max((likeness(word, other) for other in text.words), default=0.0)


def _acronym_in(own: str, text: Text) -> bool:
    if own in text.words:
        return True
    if any(_initials(own, other) for other in text.acronyms):
        return True
    return len(own) >= 3 and own in text.capitals


def _initials(own: str, other: str) -> bool:
    """Whether two acronyms may be one in two languages: the same letters in another order (NATO, OTAN), or most of
    them (CEDH, ECHR)."""
    if len(own) < 2 or len(other) < 2 or abs(len(own) - len(other)) > 2:
        return False
    rest = list(other)
    shared = 0
    for letter in own:
        if letter in rest:
            rest.remove(letter)
            shared += 1
    return shared >= 2 and shared >= 0.6 * max(len(own), len(other))


def same(one: Name, other: Name, one_lang: str, other_lang: str = "en") -> bool:
    """Whether two names, each read in its own language, are one: a key in common, or telling words that are alike."""
    ours, theirs = territories(one), territories(other)
    if apart(one, other):
        return False
    if one_club(one, other) or spelt_out(one, other) or spelt_out(other, one):
        return True
    if ours and theirs and not any(key_[1:].isdigit() for key_ in ours | theirs):
        return not ours.isdisjoint(theirs)
    if one.keys & other.keys:
        return True
    if listed(one) and listed(other):
        return likeness(romanise(key(one.text)), romanise(key(other.text))) >= ALIKE
    if min(len(one.text), len(other.text)) in (2, 3) and not listed(one) and not listed(other):
        short, long = sorted((romanise(key(one.text)), romanise(key(other.text))), key=len)
        if long.startswith(short):
            return True
    mine = telling_words(one.text, one_lang)
    yours = telling_words(other.text, other_lang)
    if any(len(a) > 2 and likeness(a, b) >= ALIKE for a in mine for b in yours):
        return True
    return other_lang == "en" and not listed(other) and declined(one, one_lang, yours)


def declined(name: Name, lang: str, nominatives: Iterable[str]) -> bool:
    """Whether a telling word of a name is a case of a romanised word, in a language that declines names."""
    known = lexicon(lang)
    if not known.endings or listed(name):
        return False
    telling = telling_words(name.text, lang)
    own = [word.folded for word in words(name.text) if romanise(word.folded) in telling]
    return any(
        declension.is_case_of(word, nominative, known.endings, lang, ALIKE)
        for nominative in nominatives
        for word in own
    )


def acronym(name: Name) -> bool:
    """Whether a name is written as an acronym: capitals alone, few of them."""
    return name.text.rstrip("s").isupper() and len(name.text) <= 6 and " " not in name.text


def one_acronym(one: Name, other: Name) -> bool:
    """Whether two acronyms may be one in two languages."""
    return _initials(romanise(key(one.text)), romanise(key(other.text)))


def place_in(name: Name, length: int) -> float:
    """Where in its text a name stands, 0 to 1."""
    return (name.start + name.end) / 2 / max(1, length)
