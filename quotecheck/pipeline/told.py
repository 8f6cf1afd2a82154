"""Words of the reporter's own, part by part: which part of a sentence tells which part of a post.

A sentence like "The line will stay shut until Friday, said the prefect, who took office in May" renders a clause of a
post, and tells other things besides. What is told can be held to the post as a quotation is; the rest cannot.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct, structs

from quotecheck.align.texts import Unit, clean
from quotecheck.extract.speech.frames import said_in
from quotecheck.facts import clauses, negation, read, within
from quotecheck.facts.negation.counterfactual import inserted, removed
from quotecheck.facts.quantities import pair
from quotecheck.pipeline.prepare import Prepared

Span = tuple[int, int]

FEWEST_WORDS = 4
"""A shorter part is like too many things: "his lawyer said"."""
TELLS, TELLS_IN_ENGLISH = 0.5, 0.8
"""Least cosine of a part of a sentence and the part of a post that it tells: of two texts in one language, what is only
on the same subject lies nearer."""
TELLS_WITH_FACTS = 0.35
"""The same where both have a figure or a name in common."""
WORSE = 0.15
"""How much less near than another passage a part may be to what it tells: an article says a thing again in other words,
but it also has much else that is a little like it."""
MOST_OF_A_POST = 80
"""Parts of a post beyond which it is compared sentence by sentence: an essay."""
FEWEST_CHARACTERS = 8
"""A shorter part of a post says nothing by itself."""
TURNED = (0.3, 0.6)
"""Cosines between which a part is looked at with a denial more, or less: nearer it tells the post as it is."""
MOST_PARTS = 12
"""Clauses of a sentence, or of a post, beyond which only whole sentences are compared."""


class Told(Struct, frozen=True):
    """A part of a passage, the part of a post that it tells, and their cosine.

    Attributes:
        plain: their cosine as the passage stands, where it comes closer turned round.
        unsure: they are less near than what tells the post by itself, and share a figure or a name.
    """

    passage: Span
    post: Span
    cosine: float
    plain: float
    unsure: bool = False


def parts_of_passage(text: str, quoted: Sequence[Span] = ()) -> list[Span]:
    """The clauses of an English sentence that are long enough to be told of, each two neighbours together, and all,
    each with and without who says it; but none that holds words of a quotation."""
    found = clauses.split(text, "en")
    spans = [(0, len(text))]
    if 1 < len(found) <= MOST_PARTS:
        pairs = [(one[0], two[1]) for one, two in pairwise(found)]
        spans = [*found, *pairs, *spans]
    spans = [one for span in spans for one in (span, _said(text, span))]
    spans = [span for span in spans if len(text[slice(*span)].split()) >= FEWEST_WORDS or span == (0, len(text))]
    return [span for span in dict.fromkeys(spans) if not any(_overlap(span, other) for other in quoted)]


def _said(text: str, span: Span) -> Span:
    """What a part of a sentence says, without who says it."""
    start, end = said_in(text[slice(*span)])
    return span[0] + start, span[0] + end


def parts_of_post(text: str, lang: str, units: Sequence[Unit]) -> list[Span]:
    """The sentences of a post, the clauses of each, and each two neighbours of these together."""
    spans: list[Span] = []
    for unit in units:
        spans.append((unit.start, unit.end))
        found = clauses.split(text, lang, (unit.start, unit.end))
        if 1 < len(found) <= MOST_PARTS:
            spans += found
            if len(found) > 2:
                spans += [(one[0], two[1]) for one, two in pairwise(found)]
    if len(spans) > MOST_OF_A_POST:
        spans = [(unit.start, unit.end) for unit in units]
    return list(dict.fromkeys(spans))


def closest(passage: str, parts: Sequence[Span], ready: Prepared) -> float:
    """The greatest cosine of one of these parts of a passage and a part of a post."""
    return max((one.cosine for one in _nearest(passage, parts, ready)), default=0.0)


def told(passage: str, quoted: Sequence[Span], ready: Prepared) -> list[Told]:
    """The parts of a sentence that tell parts of a post, each at most once, in order.

    Args:
        passage: a sentence of the article.
        quoted: the parts of it that are quotations.
        ready: a post, whose language an embedding reads.
    """
    least = TELLS_IN_ENGLISH if ready.language.code == "en" else TELLS
    kept: list[Told] = []
    for one in sorted(_nearest(passage, parts_of_passage(passage, quoted), ready), key=lambda one: -one.cosine):
        if any(_overlap(one.passage, other.passage) for other in kept):
            continue
        if one.cosine >= least:
            kept.append(one)
        elif one.cosine >= TELLS_WITH_FACTS and _share_facts(passage, one, ready):
            kept.append(structs.replace(one, unsure=True))
    return sorted((_apart(one, kept) for one in kept), key=lambda one: one.passage)


def _apart(one: Told, every: Sequence[Told]) -> Told:
    """A part with what it alone tells of the post, where another part tells a clause of that more nearly."""
    start, end = one.post
    for other in every:
        first, last = other.post
        if other is one or last - first >= one.post[1] - one.post[0]:
            continue
        if first == start and last < end:
            start = last
        elif last == end and first > start:
            end = first
    return one if end - start < FEWEST_CHARACTERS else structs.replace(one, post=(start, end))


def without_told(passage: str, parts: Sequence[Told], ready: Prepared) -> str:
    """A sentence without those of its parts whose denials are known to tell those of the post, as long as before: what
    else it denies may be what any other part of the post does."""
    for one in parts:
        if within(ready.facts, *one.post).negations:
            start, end = one.passage
            passage = passage[:start] + " " * (end - start) + passage[end:]
    return passage


def _share_facts(passage: str, one: Told, ready: Prepared) -> bool:
    """Whether a part of a passage has a figure or a name of the part of the post that it is nearest to."""
    mine = within(ready.facts, *one.post)
    theirs = read(passage[slice(*one.passage)], "en")
    if any(not ours.weak and not other.weak for ours, other in pair(mine.quantities, theirs.quantities).same):
        return True
    names = {key for name in mine.names if not name.weak for key in name.keys}
    return any(not name.weak and name.keys & names for name in theirs.names)


def best_told(some: Sequence[Told], every: Sequence[Told]) -> list[Told]:
    """Those of the parts of a sentence that tell their part of a post about as well as any other passage does. What
    would tell it only if it said the opposite tells something else where another passage tells it as it stands."""
    return [
        one
        for one in some
        if all(
            other.cosine - one.cosine <= WORSE and (one.plain >= TELLS or other.plain < TELLS)
            for other in every
            if _covers(other.post, one.post)
        )
    ]


def _nearest(passage: str, mine: Sequence[Span], ready: Prepared) -> list[Told]:
    """These parts of a passage, each with the part of a post that is nearest to it."""
    post, embedder = ready.text, ready.embedder
    theirs = parts_of_post(post, ready.language.code, ready.units)
    if not theirs or not mine or embedder is None:
        return []
    said, texts = [clean(post[slice(*span)]) for span in theirs], [passage[slice(*span)] for span in mine]

    def columns(texts: Sequence[str]) -> list[Sequence[float]]:
        return list(zip(*embedder.cosines(said, texts), strict=True)) if texts else []

    found = []
    stated = columns(texts)
    doubtful = [number for number, column in enumerate(stated) if TURNED[0] <= max(column) < TURNED[1]]
    opposites = dict(zip(doubtful, columns([turned(texts[number]) for number in doubtful]), strict=True))
    for number, (span, plain) in enumerate(zip(mine, stated, strict=True)):
        best = row = _greatest(plain)
        other = opposites.get(number)
        if other is not None and max(other) > plain[row]:
            best = _greatest(other)
            # What it tells as it stands comes before what it would tell if it said the opposite.
            if plain[row] >= TELLS and not _overlap(theirs[row], theirs[best]):
                best = row
        cosine = max(plain[best], other[best] if other is not None else plain[best])
        found.append(Told(span, theirs[best], cosine, plain[best]))
    return found


def _greatest(values: Sequence[float]) -> int:
    return max(range(len(values)), key=values.__getitem__)


def embed_parts(passages: Sequence[tuple[str, Sequence[Span]]], ready: Prepared) -> None:
    """Read the parts of several passages and of a post at once, which is quicker than passage by passage."""
    if ready.embedder is not None:
        theirs = parts_of_post(ready.text, ready.language.code, ready.units)
        texts = [clean(ready.text[slice(*span)]) for span in theirs]
        ready.embedder.embed([*texts, *(text[slice(*span)] for text, spans in passages for span in spans)])


def turned(text: str) -> str:
    """An English text with its first denial taken away, or with one where it has none: a part that says the opposite
    of what it should tell is far from that, and tells it all the same."""
    cues = [cue for cue in negation.read(text, "en") if not cue.weak]
    return removed(text, cues[0]) if cues else inserted(text)[0][0]


def _covers(one: Span, other: Span) -> bool:
    """Whether the one holds most of the other."""
    return min(one[1], other[1]) - max(one[0], other[0]) > (other[1] - other[0]) / 2


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
