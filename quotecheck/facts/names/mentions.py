"""What in an English text may name somebody, read with less caution than `read`: every run of capitals.

Used only where something else tells whether the run belongs there.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from quotecheck.facts.fact import Name
from quotecheck.facts.names import english
from quotecheck.facts.names.lexicon import key, lexicon, table
from quotecheck.facts.names.matching import listed
from quotecheck.facts.names.reading import joined
from quotecheck.facts.names.words import Word, words

_AND = frozenset({"и", "і", "та", "και", "और", "و"})
_INSIDE = frozenset({"of", "the", "for"})
"""Small words inside names: the Bank of England, the Institute for the Blind."""
_NOBODY = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun "
    "celsius fahrenheit covid coronavirus am pm gmt utc ad bc bce mr mrs ms dr god internet "
    "rmb usd eur gbp jpy cny".split()
)
"""Words that English writes with a capital and that stand in no name's place."""


class Mention(Struct, frozen=True):
    """A run of capitals in an English text.

    Attributes:
        name: the run as a name.
        sure: one of its words is no English word, or a gazetteer knows it.
        idle: made only of words that English writes with a capital without naming anybody: days, months, faiths.
        opens: a single word at the beginning of a sentence.
        titled: a title stands right before it.
        again: the post has it too, but not as often.
    """

    name: Name
    sure: bool
    idle: bool
    opens: bool
    titled: bool
    again: bool = False


def mentions(text: str, names: Sequence[Name]) -> list[Mention]:
    """The runs of capitals of an English text, in order.

    Args:
        text: the text.
        names: the names read in it.
    """
    found = words(text)
    known = lexicon("en")
    result: list[Mention] = []
    at = 0
    while at < len(found):
        if not _begins(found[at]):
            at += 1
            continue
        last = following = at
        while following + 1 < len(found) and _goes_on(found[following + 1]):
            following += 1
            if found[following].capital:
                last = following
        run = found[at : last + 1]
        while len(run) > 1 and (run[0].folded in _NOBODY or run[0].folded in known.openers):
            run = run[1:]
        if run[0].folded not in _NOBODY:
            result.append(_mention(text, run, names, found[at - 1] if at else None))
        at = last + 1
    return result


def _begins(word: Word) -> bool:
    return word.capital and not word.tag and len(word.text) > 1 and word.folded not in lexicon("en").openers


def _goes_on(word: Word) -> bool:
    return joined(word) and not word.opens and not word.tag and (word.capital or word.folded in _INSIDE)


def _mention(text: str, run: list[Word], names: Sequence[Name], before: Word | None) -> Mention:
    known = lexicon("en")
    start, end = run[0].start, run[-1].end
    inner = [name for name in names if start <= name.start and name.end <= end]
    written = text[start:end]
    keys = frozenset({key(written)}).union(*(name.keys for name in inner if len(inner) == 1))
    return Mention(
        name=Name(start=start, end=end, text=written, keys=keys, kind=inner[0].kind if len(inner) == 1 else "unknown"),
        sure=any(not name.weak for name in inner),
        idle=all(known.lists(known.common, word.folded) or word.folded in known.openers for word in run),
        opens=run[0].opens and len(run) == 1,
        titled=any(known.lists(known.titles, word.folded) for word in (*run[:-1], *([before] if before else []))),
    )


def titled(word: str) -> bool:
    """Whether an English word is a title, as stands before a person's name."""
    known = lexicon("en")
    return known.lists(known.titles, key(word))


def parts(name: Name, lang: str) -> list[Name]:
    """The words of a longer name that the gazetteer knows by themselves: Taipei in "Taipei IT Month"."""
    if listed(name) or " " not in name.text:
        return []
    known = lexicon(lang)
    return [
        Name(
            start=name.start + word.start,
            end=name.start + word.end,
            text=word.text,
            keys=known.lookup([word.folded]) | {word.folded},
            kind="place",
        )
        for word in words(name.text)
        if word.capital and (known.is_city(word.folded) or known.lookup([word.folded]))
    ]


def in_english(name: Name) -> str:
    """How English would write a name read in another language, as near as can be told."""
    if listed(name):
        own = key(name.text)
        known = [_written()[key_] for key_ in name.keys if key_ in _written()]
        known += [key_ for key_ in name.keys if key_.isascii() and key_[0] != "@" and key_ != own]
        if known:
            return min(sorted(known), key=len).title()
    if all(char <= "\u024f" for char in name.text):
        return name.text
    from anyascii import anyascii

    written = " ".join("and" if word in _AND else word for word in name.text.split())
    return anyascii(written).replace("'", "")


def ordinary(name: Name) -> bool:
    """Whether English writes all words of a name in lower case too."""
    return all(english.is_word(word.folded) for word in words(name.text))


@cache
def _written() -> dict[str, str]:
    """The first English phrase for each key of the gazetteer."""
    found: dict[str, str] = {}
    for phrase, keys in table("places-en.tsv").items():
        for key_ in keys.split("|"):
            found.setdefault(key_, phrase)
    return found
