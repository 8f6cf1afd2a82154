"""Two numbers that changed places: the dead and the injured, the drones and the missiles.

Each stands on both sides, so that none is missing and none was added. What tells is what each is said of: the words
around it up to the next seam of its sentence, compared apart from the sentence, so that their order does not count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from msgspec import Struct

from quotecheck.align.texts import clean
from quotecheck.facts import antonyms, clauses, dates, names, within
from quotecheck.facts.fact import Day, Quantity
from quotecheck.language import WITHOUT_SPACES
from quotecheck.rules import number_marks
from quotecheck.rules.base import Case, Side

MOST = 4
"""Twos that are compared."""
WORDS = 3
"""Words that are taken from each side of a number."""
CHARACTERS = 8
"""The same for languages without spaces."""
NEEDED = 0.3
"""How much more alike the words must be crosswise, summed over both numbers. No two numbers of 1,800 faithful pairs
reach 0.1; with the two exchanged, three in four reach it where their words can be told apart at all."""
SURE = 0.6

LEAST = -0.1
"""Least lead that each of the two numbers must have by itself: what a verb says of both makes them alike."""
_COUNTERS = frozenset({"ko"})
"""Languages with spaces that put what is counted before the number, and a counter behind it."""

_BRACKETS = frozenset("()[]（）")
"""Marks that part nothing: "Anna Berg (SPD) 52%"."""

Span = tuple[int, int]
Both = tuple[Quantity, Quantity]


class Exchanged(Struct, frozen=True):
    """Two numbers that changed places, each as the post and as the passage has it, and how much speaks for it."""

    one: Both
    other: Both
    lead: float

    @property
    def confidence(self) -> float:
        """The rule's own confidence, from 0.8 to 0.95."""
        return round(0.8 + 0.15 * min(1.0, (self.lead - NEEDED) / (SURE - NEEDED)), 2)

    def spans(self) -> tuple[Span, Span]:
        """From the first of the two to the end of the second, in the post and in the passage."""
        post, passage = ((min(a.start, b.start), max(a.end, b.end)) for a, b in zip(self.one, self.other, strict=True))
        return post, passage


def exchanged(case: Case, same: Sequence[Both]) -> Exchanged | None:
    """The two numbers that most surely changed places.

    Args:
        case: a quotation and its post, in two languages.
        same: numbers of the post's segment with those of the passage that say the same.
    """
    if case.between is None or case.partly or case.post.language.code == case.passage.language.code:
        return None
    start, end = case.segment
    times = Counter(place for ours, theirs in same for place in (("post", ours.start), ("passage", theirs.start)))
    own = [
        (ours, theirs)
        for ours, theirs in same
        if start <= ours.start and ours.end <= end and times["post", ours.start] == times["passage", theirs.start] == 1
    ]
    twos = [(one, other) for one, other in combinations(own, 2) if _may_stand_for(one[1], other[1])]
    best: Exchanged | None = None
    for one, other in twos[:MOST]:
        lead = _lead(case, one, other)
        if lead >= NEEDED and (best is None or lead > best.lead):
            best = Exchanged(one, other, lead)
    return best


def _may_stand_for(one: Quantity, other: Quantity) -> bool:
    """Whether two figures of a text count in one unit, so that each might be said of what the other is said of."""
    if one.weak or other.weak or one.value == other.value:
        return False
    if one.unit is not None and other.unit is not None and one.unit != other.unit:
        return False
    return (one.role, one.upper is None) == (other.role, other.upper is None)


def _lead(case: Case, one: Both, other: Both) -> float:
    """How much more alike what the numbers are said of is crosswise than straight; 0 where it is not so of both."""
    marked = _by_marks(case, one, other)
    if marked is not None:
        return marked
    mine = _said_of(case.post, case.segment, one[0], other[0])
    theirs = _said_of(case.passage, (0, len(case.passage.text)), one[1], other[1])
    if mine is None or theirs is None or case.between is None or one[1].unit != other[1].unit:
        return 0.0
    if any(_share_a_fact(case, *both) for both in zip(mine, theirs, strict=True)):
        return 0.0
    across = [_share_a_fact(case, *both) for both in zip(mine, reversed(theirs), strict=True)]
    if all(across) or (any(across) and (_named(case.post, mine) or _named(case.passage, theirs))):
        return SURE
    by_table = _by_table(case, mine, theirs)
    if by_table is not None or not case.literal:
        return by_table or 0.0
    # What follows a number is what it counts; where one ends its clause, what all of them have before them tells.
    for way in (1, 0, 2):
        words = [around.words[way] for around in (*mine, *theirs)]
        if all(words):
            first, second, third, fourth = words
            (straight, crossed), (crossed_too, straight_too) = case.between([first, second], [third, fourth])
            leads = crossed - straight, crossed_too - straight_too
            return sum(leads) if min(leads) >= LEAST else 0.0
    return 0.0


def _by_marks(case: Case, one: Both, other: Both) -> float | None:
    """The lead by the words right beside the numbers ("from 40 to 30", "seven years instead of 11"); None where these
    do not tell."""
    (post, passage) = (
        [number_marks.read(side.text, number.start, number.end, side.language.code) for number in numbers]
        for side, numbers in ((case.post, (one[0], other[0])), (case.passage, (one[1], other[1])))
    )
    ours, theirs = (post[0] - post[1], post[1] - post[0]), (passage[0] - passage[1], passage[1] - passage[0])
    if ours[0] & theirs[0] or ours[1] & theirs[1]:
        return 0.0
    return SURE if ours[0] & theirs[1] or ours[1] & theirs[0] else None


def _named(side: Side, numbers: Sequence[_Around]) -> bool:
    """Whether beside each of two numbers stands a name, or beside each a day."""
    found = [within(side.facts, *around.span) for around in numbers]
    return all(facts.names for facts in found) or all(facts.days for facts in found)


def _by_table(case: Case, mine: Sequence[_Around], theirs: Sequence[_Around]) -> float | None:
    """The lead where the numbers are said of opposites ("3 dead, 15 injured"), None where they are not."""
    ours = [_senses(case.post, around.span) for around in mine]
    others = [_senses(case.passage, around.span) for around in theirs]
    if _opposed(ours[0] & others[0], ours[1] & others[1]):
        return 0.0
    crossed = _opposed(ours[0] & others[1], ours[1] & others[0])
    return SURE if crossed and not ours[0] & others[0] and not ours[1] & others[1] else None


def _senses(side: Side, span: Span) -> set[str]:
    found = antonyms.read(side.text, side.language.code)
    return {word.sense for word in found if span[0] <= word.start and word.end <= span[1]}


def _opposed(one: set[str], other: set[str]) -> bool:
    return any(antonyms.OPPOSITES[sense] & other for sense in one)


class _Around(Struct, frozen=True):
    """What stands about a number up to the next seams: (start, end); the word before it, the words behind it, all."""

    span: Span
    words: tuple[str, str, str]


def _said_of(side: Side, segment: Span, one: Quantity, other: Quantity) -> list[_Around] | None:
    """What each of two numbers is said of; None where nothing parts the two."""
    lang = side.language.code
    first, second = sorted((one, other), key=lambda number: number.start)
    seams = clauses.seams(side.text, lang, segment)
    parted = any(first.end <= start and end <= second.start for start, end in seams)
    if not parted and not number_marks.read(side.text, second.start, second.end, lang):
        return None
    found = []
    for number in (one, other):
        begin, last = _reach(side, segment, seams, number)
        before, after = clean(side.text[begin : number.start]), clean(side.text[number.end : last])
        if lang in WITHOUT_SPACES:
            words = "", "", f"{before[-CHARACTERS:]}{after[:CHARACTERS]}"
        else:
            near = before.split()[-WORDS:], after.split()[:WORDS]
            both = " ".join((*near[0], *near[1]))
            words = ("", "", both) if lang in _COUNTERS else (" ".join(near[0]), " ".join(near[1]), both)
        found.append(_Around((begin, last), words))
    return found


def about(side: Side, segment: Span, number: Quantity) -> str:
    """The words around a number, up to the next seams of its sentence or the next number."""
    begin, last = _reach(side, segment, clauses.seams(side.text, side.language.code, segment), number)
    return clean(f"{side.text[begin : number.start]} {side.text[number.end : last]}")


def about_day(side: Side, day: Day) -> str:
    """The words around a day, up to the next stops."""
    begin, end = clause_of(side, day)
    return clean(f"{side.text[begin : day.start]} {side.text[day.end : end]}")


def bounded_alike(case: Case, mine: Quantity | Day, theirs: Quantity | Day) -> bool:
    """Whether something lasts up to two times, or begins with them: "fino a domenica", "until Saturday"."""
    ours, others = (
        dates.edge(side.text, time.start, time.end, side.language.code)
        for side, time in ((case.post, mine), (case.passage, theirs))
    )
    return ours is not None and others is not None and ours.side == others.side


def years_bounded_alike(case: Case, one: Quantity, two: Quantity) -> bool:
    """The same of two years that were read as numbers."""
    return one.role == two.role == "year" and bounded_alike(case, one, two)


def clause_of(side: Side, number: Quantity | Day) -> Span:
    """The part of a text between the stops around a number."""
    stops = clauses.stops(side.text)
    begin = max((end for _, end in stops if end <= number.start), default=0)
    return begin, min((start for start, _ in stops if start >= number.end), default=len(side.text))


def _reach(side: Side, segment: Span, seams: Sequence[Span], number: Quantity) -> Span:
    """From the seam or number before a number to the one behind it."""
    parting = [seam for seam in seams if not set(side.text[slice(*seam)].strip(" ")) <= _BRACKETS]
    stops = [*parting, *((other.start, other.end) for other in side.facts.quantities if not other.weak)]
    begin = max((end for _, end in stops if segment[0] <= end <= number.start), default=segment[0])
    return begin, min((start for start, _ in stops if number.end <= start <= segment[1]), default=segment[1])


def _share_a_fact(case: Case, mine: _Around, theirs: _Around) -> bool:
    """Whether a name or a day stands beside the number on both sides, which is surer than any likeness."""
    lang = case.post.language.code
    ours, others = within(case.post.facts, *mine.span), within(case.passage.facts, *theirs.span)
    if any(names.same(one, other, lang) for one in ours.names for other in others.names):
        return True
    return bool(dates.pair(ours.days, others.days, literal=True).same)
