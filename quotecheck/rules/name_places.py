"""Two names that changed places: who accuses and who is accused, who sells and who buys.

Both stand on both sides, so that none is missing and none was added. Whether they changed places is read from each
side's own grammar (`facts/roles`), and only where what is said of them is the same: "China buys from Russia" is "Rusia
vende a China".
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from quotecheck.align.texts import clean
from quotecheck.facts import antonyms, clauses, roles
from quotecheck.facts.fact import Name
from quotecheck.facts.folding import fold
from quotecheck.facts.names.lexicon import key, lexicon
from quotecheck.facts.names.matching import territories
from quotecheck.language import sentences
from quotecheck.rules.base import Case, Side

ALIKE = 0.3
"""Least cosine of the two clauses without their names; of a translation's it is seldom less."""
CONVERSE = frozenset(
    """
    lose loses lost losing get gets got getting receive receives received receiving borrow borrows borrowed lend lends
    lent inherit inherits inherited learn learns learned learnt hear hears heard buy buys bought buying sell sells sold
    selling import imports imported importing export exports exported exporting succeed succeeds succeeded follow
    follows followed precede precedes preceded replace replaces replaced owe owes owed belong belongs belonged own owns
    owned lead leads led trail trails trailed host hosts hosted visit visits visited suffer suffers suffered need needs
    needed depend depends depended rely relies relied supply supplies supplied
    """.split()
)
"""English verbs that have a converse, which says the same with the two names in each other's place."""

Both = tuple[Name, Name]
Span = tuple[int, int]


class Exchanged(Struct, frozen=True):
    """Two names that changed places: (start, end) from the first to the second, on both sides, and who acts there, or
    where the way begins."""

    post: Span
    passage: Span
    agent: Name
    other: Name
    way: bool = False


def exchanged(case: Case, same: Sequence[Both]) -> Exchanged | None:
    """Two names of which each does in the passage what the other does in the post; None where there are none.

    Args:
        case: a quotation and its post, in two languages.
        same: names of the post's segment with those of the passage that say the same.
    """
    lang = case.post.language.code
    if case.between is None or not case.literal or lang == "en" or not roles.reads(lang):
        return None
    told: dict[tuple[int, int], list[Exchanged | None]] = defaultdict(list)
    for here in sentences(case.post.text, lang):
        for there in sentences(case.passage.text, "en"):
            inside = [(ours, theirs) for ours, theirs in same if _in(ours, here) and _in(theirs, there)]
            for one, other in _twos(case, inside, here):
                found, known = _compared(case, one, other)
                outside = here[1] <= case.segment[0] or here[0] >= case.segment[1]
                if known and not (found and outside):
                    told[min(one[1].start, other[1].start), max(one[1].start, other[1].start)].append(found)
    # What one sentence of the post turns round another may say just so.
    return next((found[0] for found in told.values() if all(found)), None)


def _in(name: Name, sentence: Span) -> bool:
    return sentence[0] <= name.start and name.end <= sentence[1]


def _compared(case: Case, one: Both, other: Both) -> tuple[Exchanged | None, bool]:
    """Whether two names changed places, and whether it is known at all which of them acts on both sides."""
    lang = case.post.language.code
    first, second = sorted((one, other), key=lambda both: both[0].start)
    third, fourth = sorted((one, other), key=lambda both: both[1].start)
    ours = roles.first_acts(case.post.text, lang, *((both[0], both[1].text) for both in (first, second)))
    theirs = roles.first_acts(case.passage.text, "en", *((both[1], both[1].text) for both in (third, fourth)))
    way = ours is None or theirs is None
    if way:
        ours = roles.leads_away(case.post.text, lang, first[0], second[0])
        theirs = roles.leads_away(case.passage.text, "en", third[1], fourth[1])
    if ours is None or theirs is None:
        return None, False
    agent = first if ours else second
    acting = third if theirs else fourth
    if agent is acting or not _say_the_same(case, one, other):
        return None, True
    return Exchanged(
        post=(first[0].start, second[0].end),
        passage=(third[1].start, fourth[1].end),
        agent=acting[1],
        other=agent[1],
        way=way,
    ), True


def in_other_order(case: Case, same: Sequence[Both]) -> bool:
    """Whether two names of one kind stand in the passage in another order than in the post: where the verb became its
    converse, that says the same."""
    return any(
        (one[0].start < other[0].start) != (one[1].start < other[1].start)
        for one, other in _twos(case, same, case.segment, surely=False)
    )


def _twos(case: Case, same: Sequence[Both], part: Span, *, surely: bool = True) -> Iterator[tuple[Both, Both]]:
    """Names of a part of the post that may stand for each other, two by two; of those that come again it is not
    known which answers which.

    Args:
        case: post and passage.
        same: names of both that say the same.
        part: (start, end) in the post.
        surely: leave out doubtful names, and those of which only one is known to be a person, or a club.
    """
    start, end = part
    # "#OM" at the end of a post names once more what its text named.
    tags = {ours.start for ours, _ in same if case.post.text[ours.start - 1 : ours.start] in ("#", "＃")}
    told = {theirs.start for ours, theirs in same if ours.start not in tags}
    same = [(ours, theirs) for ours, theirs in same if ours.start not in tags or theirs.start not in told]
    times = Counter(place for ours, theirs in same for place in (("post", ours.start), ("passage", theirs.start)))
    own = [
        (ours, theirs)
        for ours, theirs in same
        if start <= ours.start and ours.end <= end and times["post", ours.start] == times["passage", theirs.start] == 1
    ]
    return ((one, other) for one, other in combinations(own, 2) if _may_stand_for(case, one, other, surely))


def _may_stand_for(case: Case, one: Both, other: Both, surely: bool) -> bool:
    """Whether the names are of one kind: two people, or two countries, not their peoples."""
    if surely and all(name.weak for both in (one, other) for name in both):
        return False
    kinds = []
    for ours, theirs in (one, other):
        if territories(theirs):
            if not _is_territory(theirs, "en") or not _is_territory(ours, case.post.language.code):
                return False
            kinds.append("territory")
        else:
            kinds.append(theirs.kind if theirs.kind != "unknown" else ours.kind)
    alike = kinds[0] == kinds[1] or (not surely and "unknown" in kinds and "territory" not in kinds)
    return alike and not one[1].keys & other[1].keys


def _is_territory(name: Name, lang: str) -> bool:
    return bool(lexicon(lang).lookup(key(name.text).split()))


def _say_the_same(case: Case, one: Both, other: Both) -> bool:
    """Whether the clauses that hold the names say the same, and hold no verb that the other side turns round."""
    if case.between is None:
        return False
    post = _clause(case.post, case.segment, (one[0], other[0]))
    passage = _clause(case.passage, (0, len(case.passage.text)), (one[1], other[1]))
    senses = {found.sense for found in antonyms.read(post, case.post.language.code)}
    english = {found.sense for found in antonyms.read(passage, "en")}
    if any(antonyms.OPPOSITES[sense] & senses for sense in english):
        return False
    if CONVERSE & set(fold(passage).split()) and not senses & english:
        return False
    return case.between([clean(post)], [clean(passage)])[0][0] >= ALIKE


def _clause(side: Side, segment: Span, two: tuple[Name, Name]) -> str:
    """The clause that holds two names, without them."""
    first, second = sorted(two, key=lambda name: name.start)
    seams = clauses.seams(side.text, side.language.code, segment)
    begin = max((end for _, end in seams if end <= first.start), default=segment[0])
    last = min((start for start, _ in seams if start >= second.end), default=segment[1])
    text = side.text
    return f"{text[begin : first.start]} {text[first.end : second.start]} {text[second.end : last]}"
