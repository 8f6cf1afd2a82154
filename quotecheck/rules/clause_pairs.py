"""Which clauses of a post a passage renders, and which of the passage's clauses render nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import Struct, structs

from quotecheck.align.texts import clean
from quotecheck.facts import clauses
from quotecheck.facts.negation.counterfactual import removed
from quotecheck.language.sentences import sentences
from quotecheck.rules.base import Case, Likeness

Span = tuple[int, int]

MARGIN = 0.06
"""How much less alike than the best a clause must be before it is said not to be the one that is rendered."""
LEAST_GAIN = 0.015
"""How much closer the two texts must come once a clause without counterpart is taken away."""
RENDERED = 0.5
"""Likeness from which a clause of a headline or a sentence renders one of the post; translations have about 0.8."""
MOST_CLAUSES = 10
"""Sentences with more clauses are not compared clause by clause."""
CLEARLY = 0.15
"""How much more alike than any other two clauses must be before a word of one is held to a word of the other."""
ALIEN = 0.15
"""Likeness of a clause to the likest of the other side's below which that surely leaves it out."""
FAR_BEHIND = 0.4
"""How much less alike than another clause it must be to each of the other side's for the same."""
FOREIGN = 0.3
"""Likeness below which two clauses tell of different things."""


class ClausePairs(Struct, frozen=True):
    """The clauses of both sides, and the cosine of each of the post's (rows) with each of the passage's (columns).

    Attributes:
        dropped: indices of the post's clauses that the passage leaves out.
        added: indices of the passage's clauses that nothing in the post stands for.
        kept: the post's text without the clauses that were dropped.
    """

    post: tuple[Span, ...]
    passage: tuple[Span, ...]
    likeness: Sequence[Sequence[float]]
    dropped: frozenset[int]
    added: frozenset[int]
    kept: str

    def drops(self, place: int) -> bool:
        """Whether the post's clause at a place in its text is left out."""
        return _index(self.post, place) in self.dropped

    def adds(self, place: int, at_most: float = 1.0) -> bool:
        """Whether the passage's clause at a place renders nothing of the post, and is no more like any of it."""
        index = _index(self.passage, place)
        return index is not None and index in self.added and max(row[index] for row in self.likeness) <= at_most

    def closeness(self, place: int) -> float:
        """How like the post's clause at a place is to the likest of the passage's; 1 where that is not known."""
        index = _index(self.post, place)
        return 1.0 if index is None else max(self.likeness[index])

    def row(self, place: int) -> Sequence[float]:
        """How like the post's clause at a place is to each of the passage's."""
        return self.likeness[_index(self.post, place) or 0]

    def likeness_at(self, post: int, passage: int) -> float:
        """How like the post's clause at a place is to the passage's clause at a place; 1 where that is not known."""
        mine, theirs = _index(self.post, post), _index(self.passage, passage)
        return 1.0 if mine is None or theirs is None else self.likeness[mine][theirs]

    def span_of(self, place: int) -> Span:
        """The post's clause at a place."""
        return self.post[_index(self.post, place) or 0]

    def counterpart_of(self, place: int, least: float = RENDERED) -> Span | None:
        """The passage's clause that clearly renders the post's clause at a place; None where two might, or where it is
        less like it than `least`."""
        index = _index(self.post, place)
        return None if index is None else _clearest(self.likeness[index], self.passage, least)

    def origin_of(self, place: int) -> Span | None:
        """The post's clause that the passage's clause at a place clearly renders; None where two might."""
        index = _index(self.passage, place)
        return None if index is None else _clearest([row[index] for row in self.likeness], self.post)

    def counterpart(self, place: int) -> Span | None:
        """The passage's clause that is most like the post's clause at a place."""
        index = _index(self.post, place)
        if index is None:
            return None
        row = self.likeness[index]
        return self.passage[max(range(len(row)), key=row.__getitem__)]


class Topics(Struct, frozen=True):
    """The clauses of both sides, and how alike they are in what they tell of, whatever they say of it.

    Attributes:
        likeness: the cosine of each of the post's clauses (rows) with each of the passage's (columns), both without
            the words that are to be compared.
    """

    post: tuple[Span, ...]
    passage: tuple[Span, ...]
    likeness: Sequence[Sequence[float]]

    def answering(self, post: int, passage: int, clearly: float = CLEARLY) -> bool:
        """Whether the two clauses at these places are clearly each other's counterparts."""
        row, column = _index(self.post, post), _index(self.passage, passage)
        if row is None or column is None:
            return False
        value = self.likeness[row][column]
        others = [other for n, other in enumerate(self.likeness[row]) if n != column]
        others += [cells[column] for n, cells in enumerate(self.likeness) if n != row]
        return value >= RENDERED and all(value - other >= clearly for other in others)

    def counterpart(self, place: int, *, in_post: bool) -> Span | None:
        """The clause of the other side that clearly renders that of one side at a place; None where none does."""
        own = _index(self.post if in_post else self.passage, place)
        if own is None:
            return None
        values = self.likeness[own] if in_post else [cells[own] for cells in self.likeness]
        best = max(range(len(values)), key=values.__getitem__)
        there = (self.passage if in_post else self.post)[best]
        clear = self.answering(place, there[0]) if in_post else self.answering(there[0], place)
        return there if clear else None

    def span_of(self, place: int) -> Span:
        """The post's clause at a place."""
        return self.post[_index(self.post, place) or 0]

    def rendering_at(self, place: int) -> Span:
        """The passage's clause at a place."""
        return self.passage[_index(self.passage, place) or 0]

    def of_others(self, here: int, there: int, *, in_post: bool, place: int) -> bool:
        """Whether the clause of one side at a place renders neither of two counterparts, but another or none.

        Args:
            here, there: the two counterparts, by a place in the post and in the passage.
            in_post: which side the place is of.
            place: where it is.
        """
        row, column = _index(self.post, here), _index(self.passage, there)
        own = _index(self.post if in_post else self.passage, place)
        if row is None or column is None or own is None or own == (row if in_post else column):
            return False
        values = self.likeness[own] if in_post else [cells[own] for cells in self.likeness]
        best = max(range(len(values)), key=values.__getitem__)
        if best != (column if in_post else row):
            return True
        left_out = in_post and self.likeness[row][column] - values[best] >= 2 * CLEARLY
        left_out = left_out and len(self.passage) < len(self.post)
        return values[best] < (RENDERED if left_out else FOREIGN)


def topics(case: Case, post_words: Collection[Span], passage_words: Collection[Span]) -> Topics | None:
    """Compare the two sides clause by clause without some of their words; all of the post, whatever is rendered.

    Returns:
        None where both are one clause, where either has too many, or where no embedding reads the language.
    """
    post = clauses.split(case.post.text, case.post.language.code)
    return _topics(case, (post, post_words), (clauses.split(case.passage.text, "en"), passage_words))


def sentence_pairs(case: Case) -> Topics | None:
    """Compare the two sides sentence by sentence; None as above."""
    start, end = case.segment
    post = sentences(case.post.text[start:end], case.post.language.code)
    own = tuple((start + first, start + last) for first, last in post)
    return _topics(case, (own, ()), (tuple(sentences(case.passage.text, "en")), ()))


def _topics(
    case: Case, here: tuple[tuple[Span, ...], Collection[Span]], there: tuple[tuple[Span, ...], Collection[Span]]
) -> Topics | None:
    (post, mine), (passage, theirs) = here, there
    if case.between is None or not post or not passage:
        return None
    if len(post) == len(passage) == 1 or max(len(post), len(passage)) > 2 * MOST_CLAUSES:
        return None
    likeness = case.between(
        [_without(case.post.text, span, mine) for span in post],
        [_without(case.passage.text, span, theirs) for span in passage],
    )
    return Topics(post, passage, [[float(value) for value in row] for row in likeness])


def _without(text: str, span: Span, words: Collection[Span]) -> str:
    start, end = span
    kept = "".join(char for n, char in enumerate(text[start:end], start) if not any(a <= n < b for a, b in words))
    return clean(kept if any(char.isalnum() for char in kept) else text[start:end])


def pair(case: Case) -> ClausePairs | None:
    """Compare the two sides clause by clause.

    Returns:
        None where both are one clause, where either has too many, or where no embedding reads the language.
    """
    between = case.between
    if between is None:
        return None
    post = clauses.split(case.post.text, case.post.language.code, case.segment)
    passage = clauses.split(case.passage.text, "en")
    if not post or not passage or len(post) == len(passage) == 1 or max(len(post), len(passage)) > MOST_CLAUSES:
        return None
    mine = [clean(case.post.text[start:end]) for start, end in post]
    theirs = [clean(case.passage.text[start:end]) for start, end in passage]
    bare = [_bare(case, span) for span in passage]  # a "not" too many must not make a clause look like another one
    likeness = [
        [float(max(row[n], row[n + len(theirs)])) for n in range(len(theirs))]
        for row in between(mine, [*theirs, *bare])
    ]
    dropped = _without_counterpart(likeness)
    added = _without_counterpart(list(zip(*likeness, strict=True)))
    whole, quoted = clean(case.post.text[slice(*case.segment)]), clean(case.passage.text)
    best = [max(column) for column in zip(*likeness, strict=True)]
    behind = {n for n in dropped if all(top - own >= FAR_BEHIND for top, own in zip(best, likeness[n], strict=True))}
    alien = {n for n, row in enumerate(likeness) if max(row) < ALIEN} if max(best) >= RENDERED else set()
    near = {n for n in dropped - behind - alien if _nearer(between, whole, _rest(mine, {n}), quoted)}
    dropped = frozenset(behind | alien | near)
    if added:
        rests = [_rest(theirs, {n}) for n in sorted(added)]
        *others, base, last = between([whole], [*rests, quoted, clean(_bare(case, (0, len(case.passage.text))))])[0]
        added = frozenset(
            n for n, value in zip(sorted(added), others, strict=True) if value - max(base, last) >= LEAST_GAIN
        )
    return ClausePairs(post, passage, likeness, dropped, added, _rest(mine, dropped))


def _clearest(values: Sequence[float], spans: Sequence[Span], least: float = RENDERED) -> Span | None:
    best = max(range(len(values)), key=values.__getitem__)
    others = [value for number, value in enumerate(values) if number != best]
    clear = values[best] >= least and (not others or values[best] - max(others) >= MARGIN)
    return spans[best] if clear else None


def _bare(case: Case, span: Span) -> str:
    """A part of the passage without its denials."""
    start, end = span
    text = case.passage.text[start:end]
    for cue in reversed(case.passage.facts.negations):
        if not cue.weak and start <= cue.start and cue.end <= end:
            text = removed(text, structs.replace(cue, start=cue.start - start, end=cue.end - start))
    return clean(text)


def _without_counterpart(rows: Sequence[Sequence[float]]) -> frozenset[int]:
    """The rows that are, in every column, clearly less alike than the best of the other rows."""
    if len(rows) < 2:
        return frozenset()
    best = [max(column) for column in zip(*rows, strict=True)]
    return frozenset(
        number
        for number, row in enumerate(rows)
        if all(value < top - MARGIN for value, top in zip(row, best, strict=True))
    )


def _nearer(between: Likeness, whole: str, rest: str, other: str) -> bool:
    (with_it,), (without,) = between([whole, rest], [other])
    return without - with_it >= LEAST_GAIN


def _rest(texts: Sequence[str], gone: frozenset[int] | set[int]) -> str:
    return " ".join(text for number, text in enumerate(texts) if number not in gone)


def _index(spans: Sequence[Span], place: int) -> int | None:
    return next((number for number, (start, end) in enumerate(spans) if start <= place < end), None)
