"""Words of direction, choice and outcome whose opposites turn a statement round: rise and fall, guilty and innocent.

The lists in `data/` were written from knowledge of the languages; a word that can mean both of a pair is in both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec import structs

from quotecheck.facts.fact import Fact
from quotecheck.facts.folding import fold
from quotecheck.facts.language_data import load
from quotecheck.facts.negation.lexicon import Prefix, lexicon
from quotecheck.facts.phrases import GAP, PhraseBook, Token, phrase_book, tokens
from quotecheck.facts.quantities.tables import tables
from quotecheck.facts.quantities.units import SCALES

_PAIRS = (
    ("rise", "fall"), ("before", "after"), ("win", "lose"), ("support", "oppose"), ("accept", "reject"),
    ("open", "close"), ("begin", "end"), ("north", "south"), ("east", "west"), ("first", "last"), ("buy", "sell"),
    ("guilty", "innocent"), ("young", "old"), ("cold", "hot"), ("success", "failure"), ("same", "different"),
    ("strong", "weak"), ("rich", "poor"), ("easy", "hard"), ("friend", "enemy"), ("best", "worst"),
    ("better", "worse"), ("war", "peace"), ("large", "small"), ("majority", "minority"),
    ("confirm", "deny"), ("dead", "alive"), ("dead", "injured"), ("arrest", "release"), ("hire", "dismiss"),
    ("resign", "stay"), ("allow", "ban"), ("legal", "illegal"), ("arrive", "leave"), ("join", "leave"),
    ("attack", "defend"), ("lend", "borrow"), ("more", "less"), ("positive", "negative"), ("love", "hate"),
    ("left", "right"), ("working", "broken"), ("import", "export"), ("build", "destroy"), ("praise", "criticise"),
    ("continue", "stop"), ("begin", "stop"), ("public", "private"), ("foreign", "domestic"), ("maximum", "minimum"),
    ("man", "woman"), ("father", "mother"), ("brother", "sister"), ("son", "daughter"), ("husband", "wife"),
    ("true", "false"), ("good", "bad"), ("long", "short"), ("fast", "slow"), ("safe", "dangerous"),
    ("expensive", "cheap"), ("happy", "sad"), ("full", "empty"), ("possible", "impossible"), ("advance", "retreat"),
    ("often", "rarely"), ("king", "queen"), ("near", "far"), ("wide", "narrow"), ("deep", "shallow"), ("wet", "dry"),
    ("clean", "dirty"), ("include", "exclude"), ("appear", "disappear"), ("internal", "external"),
    ("temporary", "permanent"), ("natural", "artificial"), ("ancient", "modern"), ("remember", "forget"),
    ("urban", "rural"), ("bright", "dark"), ("adult", "child"), ("grandfather", "grandmother"), ("sober", "drunk"),
    ("high", "low"), ("above", "below"), ("free", "paid"), ("postpone", "cancel"), ("controlled", "uncontrolled"),
    ("top", "bottom"), ("obligation", "option"), ("stays-up", "relegated"), ("mother", "daughter"), ("father", "son"),
    ("high", "minimum"), ("low", "maximum"), ("prompt", "late"), ("keep", "lose"), ("double", "halve"),
    ("resume", "stop"), ("reinstate", "dismiss"), ("reinstate", "stop"), ("healthy", "ill"), ("profit", "loss"),
    ("profit", "lose"), ("loss", "win"), ("passed-test", "failed-test"), ("fall", "advance"), ("double", "fall"),
    ("halve", "rise"), ("support", "reject"), ("intact", "destroy"), ("ahead", "late"), ("ahead", "behind"),
)  # fmt: skip

OPPOSITES: dict[str, frozenset[str]] = {
    sense: frozenset(other for pair in _PAIRS if sense in pair for other in pair if other != sense)
    for pair in _PAIRS
    for sense in pair
}
"""The opposites of each sense: whoever is not dead may be alive, or injured."""

CONVERSES = frozenset(map(frozenset, (("buy", "sell"), ("win", "lose"), ("lend", "borrow"), ("import", "export"))))
"""Opposites that say the same once the two they are said of change places: who sells to you is whom you buy from."""

IDLE = "idle"
"""Label of phrases that hold one of the words and mean something else ("at least", "death row")."""


_Span = tuple[int, int, str]
_Found = tuple[int, tuple[tuple[int, int], ...]]
"""Where the word that is shown ends, and the stretches of the text that the phrase takes."""


class Direction(Fact, frozen=True, kw_only=True):
    """A word that has an opposite.

    Attributes:
        sense: what it means, in English ("rise").
    """

    sense: str


def reads(lang: str) -> bool:
    """Whether the language's data can read them."""
    return "antonyms" in load(lang)


@cache
def _book(lang: str) -> PhraseBook:
    return phrase_book({sense: forms for sense, forms in load(lang)["antonyms"].items() if sense != "patterns"})


@cache
def _patterns(lang: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Where words are not parted by spaces, or where what follows a word tells which of its senses it has."""
    groups = load(lang)["antonyms"].get("patterns", {})
    return tuple((sense, re.compile("|".join(forms))) for sense, forms in groups.items())


def read(text: str, lang: str) -> tuple[Direction, ...]:
    """Every sense that a word of the text may have, in order; a word may have several.

    A phrase hides what its words mean by themselves: "not guilty" is innocent, "at least" nothing at all.

    Args:
        text: as it was written; spans count in it.
        lang: ISO 639-1; a language without data yields nothing.
    """
    if not reads(lang):
        return ()
    folded = fold(text, keep_marks=True)
    words = tokens(folded)
    denied = lexicon(lang)
    prefix = denied.prefix if denied is not None else None
    bare = [_bare(word, prefix) for word in words] if prefix is not None else words
    found: dict[_Span, _Found] = {}
    for index in range(len(words)):
        for spelled in (words, bare) if bare[index] is not words[index] else (words,):
            for phrase, taken in _book(lang).at(spelled, index):
                if phrase.label in _IN_TIME and _stands_alone(words, taken, lang):
                    continue
                start, last = spelled[index].start, words[taken[-1]].end
                gapped = GAP in phrase.words
                parts = tuple((words[place].start, words[place].end) for place in taken)
                found[start, last, phrase.label] = (
                    words[index].end if gapped else last,
                    parts if gapped else ((start, last),),
                )
    for sense, pattern in _patterns(lang):
        for match in pattern.finditer(folded):
            found[(*match.span(), sense)] = (match.end(), (match.span(),))
    covers = [(one, part) for one, (_, parts) in found.items() for part in parts]
    return tuple(
        Direction(start=start, end=shown, text=text[start:shown], sense=sense)
        for (start, end, sense), (shown, _) in sorted(found.items())
        if sense != IDLE and not any(_hides(other, part, (start, end)) for other, part in covers)
    )


def _bare(word: Token, prefix: Prefix) -> Token:
    """A verb without the denial written together with it: Czech "nepřežil" did not do what "přežil" did."""
    if prefix.label(word.word) != "not":
        return word
    return structs.replace(word, start=word.start + len(prefix.form), word=word.word[len(prefix.form) :])


def _hides(other: _Span, part: tuple[int, int], span: tuple[int, int]) -> bool:
    """Whether a span lies in a part of a longer phrase, or says nothing because a phrase as long is idle."""
    if not part[0] <= span[0] < span[1] <= part[1]:
        return False
    return other[1] - other[0] > span[1] - span[0] or other[2] == IDLE


_IN_TIME = frozenset({"before", "after"})


def _stands_alone(words: Sequence[Token], taken: Sequence[int], lang: str) -> bool:
    """Whether "before" only counts back from what was said ("the month before"), and so is opposed to no "after"."""
    end = taken[-1] + 1
    if taken[0] == 0 or (end < len(words) and words[end].clause == words[taken[-1]].clause):
        return False
    unit = tables(lang).units.get((fold(words[taken[0] - 1].word),))
    return unit in SCALES and SCALES[unit][0] == "duration"
