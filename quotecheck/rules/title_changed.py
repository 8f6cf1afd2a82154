"""title-changed."""

from __future__ import annotations

from collections.abc import Iterable

from quotecheck.facts import offices
from quotecheck.facts.offices import Office, Offices
from quotecheck.rules.base import AlignmentRule, Case, Hit
from quotecheck.rules.name_pairs import short

_CONFIDENCE = 0.85
_APART = frozenset({"premier", "governor", "mayor", "senator", "ambassador", "king", "minister", "president"})
"""Offices of which nobody's is another by another name; who heads what is called too many things."""


class TitleChanged(AlignmentRule):
    """What it does:
        Fires when the holder of an office is a former, deputy, acting or elected one in the post and holds the office
        itself in the passage, or the reverse: "expresidente", "president". Inside quotation marks also where
        the only office of the post is another than the only one of the passage: "prefeito", "governor". A passage that
        names no office, or says in any other word what the post says, is fine; so is, outside quotation marks, a
        "former" that came with time.

    Examples:
        The post says "la vicepresidenta anunció sanciones", the passage "the president announced sanctions".

    What to do:
        Give the title that the post gives.

    Reads:
        Offices on both sides and what stands beside them, in the languages whose data has a table of offices.
    """

    name = "title-changed"
    severity = "warning"
    summary = "a former, deputy or acting holder of an office became its holder, or the reverse"
    needs = frozenset({"names"})
    tables = frozenset({"offices"})

    def check(self, case: Case) -> Iterable[Hit]:
        if case.truncated:
            return
        start, end = case.segment
        ours = offices.read(case.post.text, case.post.language.code)
        theirs = offices.read(case.passage.text, "en")
        mine = [office for office in ours.found if start <= office.start < end]
        for one in mine:
            other = _changed(one, theirs)
            if other is not None:
                yield _hit(case, one, other)
                return
        if not case.literal:
            return
        if len(mine) == len(theirs.found) == 1 and len(ours.found) == 1 and _other_office(mine[0], theirs.found[0]):
            yield _hit(case, mine[0], theirs.found[0])
            return
        for other in theirs.found:
            found = _changed(other, Offices(tuple(mine), ours.hinted))
            if found is not None:
                yield _hit(case, found, other)
                return


def _other_office(one: Office, other: Office) -> bool:
    """Whether two offices cannot be one, whatever their words may mean: "prefeito", "governor"."""
    return bool(one.names) and bool(other.names) and one.names | other.names <= _APART and not one.names & other.names


def _changed(one: Office, others: Offices) -> Office | None:
    """The office of the other side that is what this one is but for what qualifies it."""
    if not one.kinds - others.hinted:
        return None
    return next((other for other in others.found if other.names & one.names), None)


def _hit(case: Case, ours: Office, theirs: Office) -> Hit:
    mine, yours = case.post.text[ours.start : ours.end], case.passage.text[theirs.start : theirs.end]
    return Hit(
        message=f"the post says {short(mine)}, the passage {short(yours)}",
        confidence=_CONFIDENCE,
        post=(ours.start, ours.end),
        passage=(theirs.start, theirs.end),
    )


RULE = TitleChanged()
