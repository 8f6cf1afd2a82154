"""How likely it is that a word of one side has no counterpart on the other.

Two signals, put together by a small logistic model: how like the word is to what stands on the other side, each in its
sentence (`align/words`), and the deletion counterfactual: leaving out what was added brings the two texts closer
together. The second costs an embedding for each word tried, so that only the words the first leaves in doubt are tried.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from quotecheck.align.texts import clean
from quotecheck.align.words import Aligned, WordAlignment
from quotecheck.facts.fact import Facts
from quotecheck.facts.folding import fold
from quotecheck.facts.names import english
from quotecheck.facts.names.lexicon import lexicon
from quotecheck.language import WITHOUT_SPACES
from quotecheck.rules.base import Case
from quotecheck.rules.word_support import FEWEST_WORDS, MOST_WORDS, without

TRIED = 2
"""Words whose deletion is tried; a third found nothing more."""
LARGEST_GAIN = 0.05
"""Deleting a single word seldom brings two sentences closer by more."""
USUAL = {
    "ar": 0.49, "ca": 0.59, "cs": 0.54, "de": 0.62, "el": 0.62, "es": 0.7, "fa": 0.55, "fr": 0.63, "he": 0.5,
    "hi": 0.58, "id": 0.61, "it": 0.6, "ja": 0.46, "ko": 0.44, "nl": 0.69, "pl": 0.56, "pt": 0.64, "ro": 0.57,
    "ru": 0.54, "sv": 0.62, "tr": 0.5, "uk": 0.56, "zh": 0.49,
}  # fmt: skip
"""Mean likeness of a translation's words to the original's pieces, in the lower layer: medians of the faithful pairs in
`fixtures/pairs/`, by language; `benchmarks/learn_content_weights.py` prints them."""
_USUALLY = 0.55
_LESS = 0.16
"""A passage whose words are so much less like the post's than a translation's tells of the same event in other words;
in five languages of six no faithful pair is."""
_LONG = 10
_NEXT = re.compile(r"\s?([^\W_]+(?:['’\-][^\W_]+)*)")

FUNCTION_WORDS = frozenset(
    """
    a about above after again against all along although always am among an and another any anyone anything
    are around as at away back be because become becomes been before being below between both but by came can
    cannot come could did do does doing done down during each either else ever every few first for from get
    gets give given go goes going gone got had has have having he her here hers him himself his how however i
    if in into is it its itself just last least less let like made make makes many may me might more most much
    must my myself neither next no nor not now of off on once one only onto or other others our out over own
    per put rather same seem set several shall she should since so some someone something still such take
    taken takes than that the their them then there these they thing things this those though through thus
    time to together too took toward towards two under until up upon us use used using very via was way we
    well went were what when where whether which while who whom whose why will with within without would yes
    yet you your
    """.split()
) - {"very", "just", "only", "most"}
"""Words whose counterpart may be an ending, or nothing, in another language."""

REPORTING = frozenset(
    """
    say says said saying tell tells told telling write writes wrote written writing post posts posted posting tweet
    tweets tweeted add adds added explain explains explained according
    """.split()
)
"""Words that give a quotation to somebody: a passage has them of its own beside the words it quotes."""


class Weights(Struct, frozen=True):
    """A logistic model that a person can read: log-odds for each unit of evidence.

    Attributes:
        best_low, best_high: of the word's likeness, in the lower and the higher layer that is compared.
        margin_low, margin_high: of its lead over other words of its side.
        usual: of the mean likeness of all words of its side, in the lower layer: where the others have their
            counterparts, a word without one means more.
        length: a tenth for each letter, 1 at most; longer words mean more.
        adverb: English "-ly".
        closes: an English word, not in "-ly", that no word of content follows: the head of its phrase. What was added
            mostly stands before one, for a phrase falls apart without its head.
        gain: what leaving the word out adds to the likeness of the two texts; 0 where that was not tried.
        constant: to begin with.
    """

    best_low: float
    best_high: float
    margin_low: float
    margin_high: float
    usual: float
    length: float
    adverb: float
    closes: float
    gain: float
    constant: float


class Evidence(Struct, frozen=True):
    """What speaks for a word's having no counterpart: see `Weights`."""

    word: Aligned
    text: str
    usual: float
    closes: bool = False
    gain: float = 0.0

    def features(self) -> tuple[float, ...]:
        """The figures that `Weights` weighs, in its order."""
        length = min(len(self.text), _LONG) / _LONG
        adverb = float(self.text.lower().endswith("ly") and self.text.isascii())
        closes = float(self.closes and not adverb)
        return (*self.word.best, *self.word.margin, self.usual, length, adverb, closes, self.gain)

    def odds(self, weights: Weights) -> float:
        """Log-odds."""
        w = weights
        each = (
            w.best_low, w.best_high, w.margin_low, w.margin_high, w.usual, w.length, w.adverb, w.closes, w.gain
        )  # fmt: skip
        return sum(weight * value for weight, value in zip(each, self.features(), strict=True)) + w.constant


def renders(found: WordAlignment, lang: str) -> bool:
    """Whether two texts are short enough, and translate one another closely enough, for a single word to mean much."""
    mine, theirs = found.post, found.passage
    if not FEWEST_WORDS <= len(theirs) <= MOST_WORDS or not FEWEST_WORDS <= len(mine) <= 2 * MOST_WORDS:
        return False
    return sum(word.best[0] for word in theirs) / len(theirs) >= USUAL.get(lang, _USUALLY) - _LESS


def strangers(case: Case, side: str, weights: Weights, least: float, tried: int = TRIED) -> list[Evidence]:
    """Words without counterpart, the surest first, of those that are likely enough.

    Args:
        case: a quotation and its post, in two languages.
        side: "post" or "passage": whose words are looked at. Spans count in the post's segment, or in the passage.
        weights: the model.
        least: log-odds that an answer must be able to reach for an embedding to be spent on it.
        tried: how many words' deletion is tried.
    """
    found = case.aligned() if case.aligned is not None else None
    if found is None:
        return []
    mine, theirs = found.post, found.passage
    if not renders(found, case.post.language.code):
        return []
    shift = case.segment[0]
    own = case.post.text[slice(*case.segment)] if side == "post" else case.passage.text
    words = mine if side == "post" else theirs
    usual = sum(word.best[0] for word in words) / len(words)
    every = [
        Evidence(word, own[word.start : word.end], usual, side == "passage" and _closes(own, word.end))
        for word in words
    ]
    if side == "post":
        ours = [one for one in every if _telling(one, case, shift)]
    else:
        ours = [one for one in every if _content(one, case.passage.facts) and not _titles(one, own)]
    ours.sort(key=lambda one: -one.odds(weights))
    first = [one for one in ours[:tried] if one.odds(weights) + weights.gain * LARGEST_GAIN >= least]
    if not first or case.alike is None or not weights.gain:
        return first
    post = clean(case.post.text[slice(*case.segment)])
    if side == "post":
        variants = [clean(without(own, one.word.start, one.word.end)) for one in first]
        whole, *nearer = (row[0] for row in case.alike([post, *variants], [case.passage.text]))
    else:
        variants = [without(own, one.word.start, one.word.end) for one in first]
        whole, *nearer = case.alike([post], [case.passage.text, *variants])[0]
    done = [
        Evidence(one.word, one.text, one.usual, one.closes, float(value) - float(whole))
        for one, value in zip(first, nearer, strict=True)
    ]
    return sorted(done, key=lambda one: -one.odds(weights))


def _closes(text: str, end: int) -> bool:
    """Whether no word of content follows right behind a word of an English text."""
    following = _NEXT.match(text, end)
    return following is None or fold(following[1]) in FUNCTION_WORDS


def _titles(one: Evidence, text: str) -> bool:
    """Whether an English word is a title before a name, as editors set one: President Mattarella."""
    known, following = lexicon("en"), _NEXT.match(text, one.word.end)
    return following is not None and following[1][0].isupper() and known.lists(known.titles, fold(one.text))


def _content(one: Evidence, facts: Facts) -> bool:
    """Whether an English word is one that no other rule looks at and another language would render by a word."""
    plain = fold(one.text)
    if len(plain) < 3 or plain in FUNCTION_WORDS or any(char.isdigit() for char in plain):
        return False
    return all(english.is_word(part) for part in plain.split("-")) and not _taken(one.word.start, one.word.end, facts)


def _telling(one: Evidence, case: Case, shift: int) -> bool:
    """The same for a word of the post, of whose language no word list is at hand: length and capitals must do."""
    if any(char.isdigit() for char in one.text):
        return False
    lang = case.post.language.code
    spaced = lang not in WITHOUT_SPACES
    if one.text.isascii() and (not spaced or lang in ("ru", "uk", "ar", "fa", "he", "el", "hi", "ko")):
        return False
    if spaced and (len(one.text) < 4 or (one.text[0].isupper() and lang != "de")):
        return False
    return not _taken(one.word.start + shift, one.word.end + shift, case.post.facts)


def _taken(start: int, end: int, facts: Facts) -> bool:
    every: Sequence[Sequence[object]] = (
        facts.quantities,
        [name for name in facts.names if not name.weak],
        facts.days,
        [cue for cue in facts.negations if not cue.weak],
        [cue for cue in facts.certainties if not cue.weak],
    )
    return any(fact.start < end and fact.end > start for group in every for fact in group)  # type: ignore[attr-defined]
