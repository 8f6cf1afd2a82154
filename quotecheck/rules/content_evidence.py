"""How likely it is that a word of one side has no counterpart on the other.

Two signals, put together by a small logistic model: what single words resemble on the other side (`word_support`), and
the deletion counterfactual: leaving out what was added brings the two texts closer together. The second costs an
embedding for each word tried, so that only the words the first leaves in doubt are tried.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from quotecheck.align.texts import clean
from quotecheck.facts.fact import Facts
from quotecheck.facts.names import english
from quotecheck.rules.base import Case
from quotecheck.rules.word_support import (
    FEWEST_WORDS,
    MOST_WORDS,
    Support,
    Word,
    folded,
    keys,
    supports,
    without,
    words,
)

TRIED = 2
"""Words whose deletion is tried; a third found nothing more."""
LARGEST_GAIN = 0.05
"""Deleting a single word seldom brings two sentences closer by more."""
_LONG = 10

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


class Weights(Struct, frozen=True):
    """A logistic model that a person can read: log-odds for each unit of evidence.

    Attributes:
        margin, ratio, best: of the word's support.
        length: a tenth for each letter, 1 at most; longer words mean more.
        adverb: English "-ly".
        whole: similarity of the two texts as they stand: the closer, the more a stranger among their words means.
        gain: what leaving the word out adds to that.
        constant: to begin with.
    """

    margin: float
    ratio: float
    best: float
    length: float
    adverb: float
    whole: float
    gain: float
    constant: float


class Evidence(Struct, frozen=True):
    """What speaks for a word's having no counterpart."""

    word: Word
    support: Support
    whole: float
    gain: float = 0.0

    def features(self) -> tuple[float, ...]:
        """The figures that `Weights` weighs, in its order."""
        length = min(len(self.word.text), _LONG) / _LONG
        adverb = float(self.word.text.lower().endswith("ly") and self.word.text.isascii())
        return (self.support.margin, self.support.ratio, self.support.best, length, adverb, self.whole, self.gain)

    def odds(self, weights: Weights) -> float:
        """Log-odds."""
        w = weights
        each = (w.margin, w.ratio, w.best, w.length, w.adverb, w.whole, w.gain)
        return sum(weight * value for weight, value in zip(each, self.features(), strict=True)) + w.constant


def strangers(case: Case, side: str, weights: Weights, least: float, tried: int = TRIED) -> list[Evidence]:
    """Words without counterpart, the surest first, of those whose deletion was tried.

    Args:
        case: a quotation and its post, in two languages.
        side: "post" or "passage": whose words are looked at.
        weights: the model.
        least: log-odds that an answer must be able to reach for an embedding to be spent on it.
        tried: how many words' deletion is tried.
    """
    alike = case.alike
    if alike is None:
        return []
    start, end = case.segment
    post = clean(case.post.text[start:end])
    own = case.post.text[start:end]
    mine = words(own, case.post.language.code)
    theirs = words(case.passage.text, "en")
    if not FEWEST_WORDS <= len(theirs) <= MOST_WORDS or not FEWEST_WORDS <= len(mine) <= 2 * MOST_WORDS:
        return []
    cosines = _cosines(case, mine, theirs)
    if side == "post":
        found = list(zip(mine, supports(cosines), strict=True))
        ours = [(word, one) for word, one in found if _telling(word, case, start)]
    else:
        found = list(zip(theirs, supports(list(zip(*cosines, strict=True))), strict=True))
        ours = [(word, one) for word, one in found if _content(word, case.passage.facts)]
    if not ours:
        return []
    whole = float(alike([post], [case.passage.text])[0][0])
    first = sorted((Evidence(word, one, whole) for word, one in ours), key=lambda one: -one.odds(weights))
    first = [one for one in first[:tried] if one.odds(weights) + weights.gain * LARGEST_GAIN >= least]
    if not first:
        return []
    if side == "post":
        variants = [clean(without(own, one.word.start, one.word.end)) for one in first]
        nearer = [float(row[0]) for row in alike(variants, [case.passage.text])]
    else:
        variants = [without(case.passage.text, one.word.start, one.word.end) for one in first]
        nearer = [float(value) for value in alike([post], variants)[0]]
    shifted = start if side == "post" else 0
    done = [
        Evidence(
            Word(one.word.start + shifted, one.word.end + shifted, one.word.text), one.support, whole, value - whole
        )
        for one, value in zip(first, nearer, strict=True)
    ]
    return sorted(done, key=lambda one: -one.odds(weights))


_last: tuple[Case, Sequence[Sequence[float]]] | None = None


def _cosines(case: Case, mine: Sequence[Word], theirs: Sequence[Word]) -> Sequence[Sequence[float]]:
    """Cosines of the words of both sides; kept for the rule that asks next about the same case."""
    global _last
    last = _last
    if last is not None and last[0] is case:
        return last[1]
    found = case.alike(keys(mine), keys(theirs)) if case.alike is not None else ()
    _last = (case, found)
    return found


def _content(word: Word, facts: Facts) -> bool:
    """Whether an English word is one that no other rule looks at and another language would render by a word."""
    plain = folded(word)
    if len(plain) < 3 or plain in FUNCTION_WORDS or any(char.isdigit() for char in plain):
        return False
    return all(english.is_word(part) for part in plain.split("-")) and not _taken(word.start, word.end, facts)


def _telling(word: Word, case: Case, shift: int) -> bool:
    """The same for a word of the post, of whose language no word list is at hand: length and capitals must do."""
    if any(char.isdigit() for char in word.text):
        return False
    lang = case.post.language.code
    if word.text.isascii() and lang in ("zh", "ja", "th", "ru", "ar", "ko"):
        return False
    spaced = lang not in ("zh", "ja", "th")
    if spaced and (len(word.text) < 4 or (word.text[0].isupper() and lang != "de")):
        return False
    return not _taken(word.start + shift, word.end + shift, case.post.facts)


def _taken(start: int, end: int, facts: Facts) -> bool:
    every: Sequence[Sequence[object]] = (
        facts.quantities,
        [name for name in facts.names if not name.weak],
        facts.days,
        [cue for cue in facts.negations if not cue.weak],
        [cue for cue in facts.certainties if not cue.weak],
    )
    return any(fact.start < end and fact.end > start for group in every for fact in group)  # type: ignore[attr-defined]
