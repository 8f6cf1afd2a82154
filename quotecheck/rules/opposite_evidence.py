"""How likely it is that an English word is the opposite of what the post says in its place.

For a word that has an opposite ("imports"), three questions: does its counterpart in the post, which the sentence
around it shows (`align/words`), resemble the opposite ("exports") more; does any word of the post; and does the whole
sentence come closer to the post with the opposite in its place?
"""

from __future__ import annotations

from msgspec import Struct

from quotecheck.align.texts import clean
from quotecheck.align.words import Aligned
from quotecheck.facts.names.english import is_word
from quotecheck.facts.opposites import opposites
from quotecheck.rules.base import Case
from quotecheck.rules.content_evidence import FUNCTION_WORDS, renders

MOST_OPPOSITES = 4
"""Opposites tried for one word: those of its commonest senses come first, and each costs two embeddings."""
_STEM = 4
TRIED = 2
"""Words that are tried in their sentence."""
UNLIKELY = frozenset(
    """
    veer ahead worn absolve uninjured precede preceding achromatic parasite unitary noncurrent bounce surgical nominal
    idle erase recorded unjust deficit impersonal fractional nonmember nonspecific nonunion express ride level yield
    compound crooked curly curved salty stale sour coarse tail middle opaque leaky roughen bound confine obstruct unfree
    same other double multiple attend have make keep repair foot far social
    """.split()
)
"""Opposites by one of a word's senses that no report means: WordNet sets "back" against "veer", "break" against
"make". Whatever is near or far is left to the tables of the post's language."""
NO_FORM = frozenset({"news", "backs", "singles", "lots", "goods", "lives", "works", "rights"})
"""Words that look like a form of one that has an opposite."""
LARGEST_GAIN = 0.1
"""An opposite seldom brings two sentences closer by more."""


class OppositeWeights(Struct, frozen=True):
    """A logistic model that a person can read: log-odds for each unit of evidence.

    Attributes:
        counterpart: of how much more the word's counterpart resembles the opposite.
        anywhere: of how much more any word of the post does.
        gain: of how much closer the whole sentence comes.
        constant: to begin with.
    """

    counterpart: float
    anywhere: float
    gain: float
    constant: float


WEIGHTS = OppositeWeights(counterpart=7.84, anywhere=0.99, gain=25.17, constant=0.01)
"""Learnt by `benchmarks/learn_opposite_weights.py` from `fixtures/pairs/`."""


class Turned(Struct, frozen=True):
    """What speaks for a word's being the opposite of what the post says; `opposite` is what it might have been.

    Attributes:
        word: of the passage.
        post: (start, end) of its counterpart in the post's segment.
    """

    word: Aligned
    post: tuple[int, int]
    opposite: str
    counterpart: float
    anywhere: float
    gain: float = 0.0

    def features(self) -> tuple[float, ...]:
        """The figures that `OppositeWeights` weighs, in its order."""
        return (self.counterpart, self.anywhere, self.gain)

    def odds(self, weights: OppositeWeights) -> float:
        """Log-odds."""
        each = (weights.counterpart, weights.anywhere, weights.gain)
        return sum(weight * value for weight, value in zip(each, self.features(), strict=True)) + weights.constant


def turned(case: Case, weights: OppositeWeights, least: float, tried: int = TRIED) -> list[Turned]:
    """Words that may be the opposite of what the post says, the likeliest first.

    Args:
        case: a quotation and its post, in two languages.
        weights: the model.
        least: log-odds that an answer must be able to reach for an embedding to be spent on it.
        tried: how many words are tried in their sentence.
    """
    alike = case.alike
    found = case.aligned() if case.aligned is not None and alike is not None else None
    if found is None or alike is None:
        return []
    if not renders(found, case.post.language.code):
        return []
    own, text = case.post.text[slice(*case.segment)], case.passage.text
    asked = [
        (word, others)
        for word in found.passage
        if (others := _opposites(text[word.start : word.end])) and not _named(case, word)
    ]
    if not asked:
        return []
    mine = [own[word.start : word.end] for word in found.post]
    columns = [[text[word.start : word.end].lower(), *others] for word, others in asked]
    table = alike(mine, [one for column in columns for one in column])
    first, at = [], 0
    for (word, others), column in zip(asked, columns, strict=True):
        rows = [row[at : at + len(column)] for row in table]
        at += len(column)
        here = rows[word.counterpart]
        best = max(range(1, len(column)), key=lambda place: here[place])
        first.append(
            Turned(
                word=word,
                post=(found.post[word.counterpart].start, found.post[word.counterpart].end),
                opposite=others[best - 1],
                counterpart=here[best] - here[0],
                anywhere=max(row[best] for row in rows) - max(row[0] for row in rows),
            )
        )
    first.sort(key=lambda one: -one.odds(weights))
    first = [one for one in first[:tried] if one.odds(weights) + weights.gain * LARGEST_GAIN >= least]
    if not first:
        return []
    variants = [text[: one.word.start] + one.opposite + text[one.word.end :] for one in first]
    whole, *nearer = alike([clean(own)], [text, *variants])[0]
    done = [
        Turned(one.word, one.post, one.opposite, one.counterpart, one.anywhere, value - whole)
        for one, value in zip(first, nearer, strict=True)
    ]
    return sorted(done, key=lambda one: -one.odds(weights))


def _opposites(word: str) -> tuple[str, ...]:
    plain = word.lower()
    if len(plain) < 3 or plain in FUNCTION_WORDS or plain in NO_FORM or not plain.isascii() or not is_word(plain):
        return ()
    # "Uncover" is as like "cover" as can be, so that no likeness tells which of them a text has.
    apart = [one for one in opposites(plain) if plain[:_STEM] not in one[1:] and one not in UNLIKELY]
    return tuple(apart[:MOST_OPPOSITES])


def _named(case: Case, word: Aligned) -> bool:
    facts = case.passage.facts
    every = [*facts.quantities, *facts.days, *(name for name in facts.names if not name.weak)]
    return any(one.start < word.end and one.end > word.start for one in every)
