"""Denials in a reporter's own words: which of them count, which clauses of a post such words render, and when they are
too far from it, or tell of something else, for a denial more or less to mean anything."""

from __future__ import annotations

import re

from quotecheck.facts import dates
from quotecheck.facts.fact import Day, Negation
from quotecheck.facts.negation import read
from quotecheck.facts.negation.counterfactual import inserted, states
from quotecheck.facts.quantities import pair
from quotecheck.rules.base import Case
from quotecheck.rules.clause_pairs import MARGIN, RENDERED, ClausePairs
from quotecheck.rules.denial_evidence import STAND_INS
from quotecheck.rules.own_words import quoted

OWN_GAIN, OWN_NEAR = 0.047, 0.7
"""How much closer a denial more or less must bring a reporter's own words to the post, but where they come so close to
it then: they tell other things besides, and deny in ways of their own ("no more than today", "of no choice")."""
OWN_GAIN_FAR, OWN_FAR = 0.07, 0.5
"""The same for a part of a sentence that comes only so near as it stands: it may tell something else of the subject."""
OWN_GAIN_CUT, OWN_CUT = 0.1, 0.55
"""The same for a part that has lost its subject to the one before: "and has many earthquakes"."""
OWN_GAIN_BESIDE = 0.06
"""The same where another word on either side may stand for it."""
OWN_GAIN_CLOSE, OWN_CLOSE = 0.03, 0.6
"""The same for a part that comes so near as it stands, where no other word on either side may stand for a denial."""
FRAGMENT, FEW_WORDS = 0.3, 4
"""Cosine up to which so few quoted words without a verb, with or without a denial, are not what the post denies."""
_CUT = re.compile(
    r"(?i)(?:and|but|or|who|which)\s(?:\w+ly\s)?(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|\w+ed|\w+s)\b"
)
_FEW = 20
"""Counts up to this may be what a falsified sentence puts for "nobody"."""


def own_denials(case: Case) -> list[Negation]:
    """What denies in a passage; of a headline or a sentence, without what it quotes, which is compared by itself."""
    found = list(case.passage.facts.negations)
    if case.literal or not found:
        return found
    marked = quoted(case.passage.text)
    return [cue for cue in found if not any(start <= cue.start < end for start, end in marked)]


def quoted_denials(case: Case) -> int:
    """How many words of a reporter's sentence deny inside its quotation marks: any may be what the post has."""
    kept = own_denials(case)
    return sum(cue not in kept and (not cue.weak or cue.sense in STAND_INS) for cue in case.passage.facts.negations)


def rendered(case: Case, pairs: ClausePairs, cue: Negation) -> bool:
    """Whether a reporter's own words render the clause of a post that a denial stands in. Of a part that is known to
    tell some of it, the other clauses are rendered that come clearly closer."""
    if not case.told:
        return pairs.closeness(cue.start) >= RENDERED
    row = pairs.row(cue.start)
    best = [max(column) for column in zip(*pairs.likeness, strict=True)]
    return any(value >= top - MARGIN for value, top in zip(row, best, strict=True))


def too_little(case: Case, gain: float | None, turned_round: str, *, plainly: bool) -> bool:
    """Whether a reporter's own words, with a denial more or less, come too little closer to the post to tell.

    Args:
        case: post and passage.
        gain: how much closer.
        turned_round: the passage with that denial.
        plainly: no word on either side may stand for it.
    """
    if case.kind == "quotation" or case.similar is None or gain is None:
        return False
    plain, other = case.similar([case.passage.text, turned_round])
    if case.told and plain < OWN_CUT and _CUT.match(case.passage.text):
        return gain < OWN_GAIN_CUT
    if case.told and plain < OWN_FAR:
        return gain < OWN_GAIN_FAR
    if case.told and plainly and plain >= OWN_CLOSE:
        return gain < OWN_GAIN_CLOSE
    if case.told and not plainly and gain < OWN_GAIN_BESIDE:
        return True
    return gain < OWN_GAIN and not (case.told and other >= OWN_NEAR)


def is_fragment(case: Case) -> bool:
    """Whether a few quoted words state nothing, and what is denied of them stands in the reporter's, or they are not
    what the post denies: would not celebrate “by halves”."""
    text = case.passage.text
    if case.kind != "quotation" or len(text.split()) > FEW_WORDS or states(text):
        return False
    if any(not cue.weak for cue in case.context.negations):
        return True
    if case.similar is None or case.alike is None:
        return False
    return max(case.similar([text, *(turned for turned, _ in inserted(text))])) < FRAGMENT


def tells_else(case: Case) -> bool:
    """Whether a part of a reporter's sentence states nothing, or has a measure that the post has nowhere: "Beer is 8%
    dearer" is not what "no subirá el impuesto de la cerveza" denies."""
    if not states(case.passage.text):
        return True
    measures = [
        number
        for number in case.passage.facts.quantities
        if (number.unit is not None or number.value > _FEW) and not number.weak
    ]
    if measures and not pair(case.post.facts.quantities, measures).same:
        return True
    if _of_another_day(case):
        return True
    return _denied_beside(case)


def _of_another_day(case: Case) -> bool:
    """Whether it tells of a day of which the post says something else: "no bread today; on Sunday there will be"."""
    told = case.passage.facts.days
    days = [[day for day in case.post.facts.days if inside is _in_segment(case, day)] for inside in (True, False)]
    here, elsewhere = ([any(dates.agree(one, two) for one in some for two in told)] for some in days)
    return bool(told) and not any(here) and any(elsewhere)


def _in_segment(case: Case, day: Day) -> bool:
    return case.segment[0] <= day.start < case.segment[1]


def _denied_beside(case: Case) -> bool:
    """Whether the rest of a sentence denies something, which may be what the post does: "Not one tram will run between
    3 | and 9 a.m."."""
    begin = case.untold.find(case.passage.text)
    rest = case.untold[:begin] + case.untold[begin + len(case.passage.text) :] if begin >= 0 else ""
    return any(not cue.weak for cue in read(rest, "en"))
