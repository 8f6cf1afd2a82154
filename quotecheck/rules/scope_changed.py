"""scope-changed."""

from __future__ import annotations

from collections.abc import Iterable

from quotecheck.facts import quantifiers
from quotecheck.facts.quantifiers import LOOSE, Quantifier
from quotecheck.rules.base import AlignmentRule, Case, Hit

_CHANGES = {
    "all": frozenset({"most", "many", "half", "some", "few"}),
    "nearly-all": frozenset({"half", "some", "few"}),
    "most": frozenset({"all", "nearly-all", "some", "few"}),
    "many": frozenset({"all", "nearly-all", "few"}),
    "half": frozenset({"all", "nearly-all"}),
    "some": frozenset({"all", "nearly-all", "most"}),
    "few": frozenset({"all", "nearly-all", "most", "many"}),
}
"""What each part of a post may not become. Pairs left out lie too close to each other: "many" may render "gran parte",
and what is half to one is most to another."""

_UPWARDS = frozenset({("many", "most"), ("nearly-all", "all")})
"""Changes in one direction only: a post's "many" is not the passage's "most", but its "most" may be called "many"."""

_DENIED = frozenset({"none", "not-all"})
_CHANGES_OF_DENIAL = {
    "none": frozenset({"not-all", "nearly-all", "most", "many", "half", "some", "few"}),
    "not-all": frozenset({"none"}),
    "nearly-all": frozenset({"none"}),
    "most": frozenset({"none"}),
    "many": frozenset({"none"}),
    "half": frozenset({"none"}),
    "some": frozenset({"none"}),
    "few": frozenset({"none"}),
}
"""The same where both sides deny: nobody came, and most did not come. "All did not come" may mean either."""


class ScopeChanged(AlignmentRule):
    """
    What it does: fires when one side speaks of all, and the other of most, many, half, some or few; when many became
    few, or few most; and, where both sides deny something, when none became some or not all. A quantifier that
    only one side denies is left to `negation-flipped`. Only where each side names one part, and one alone: a
    sentence with several quantifiers cannot be paired for certain.

    Examples: “todos los diputados” against “most deputies”; “einige Städte” against “all cities”; “nadie votó”
    against “not everybody voted”.

    What to do: give the quotation the part that the post names.

    Reads: every language with a table of quantifiers.
    """

    name = "scope-changed"
    severity = "warning"
    summary = "all became most or some, none became not all, or the reverse"
    needs = frozenset({"negation"})
    tables = frozenset({"quantifiers"})

    def check(self, case: Case) -> Iterable[Hit]:
        lang = case.post.language.code
        if case.truncated or not quantifiers.reads(lang):
            return
        start, end = case.segment
        ours = _only([q for q in quantifiers.read(case.post.text, lang) if q.start < end and q.end > start])
        theirs = _only(quantifiers.read(case.passage.text, "en"))
        if ours is None or theirs is None or not _differ(case, ours.part, theirs.part):
            return
        yield Hit(
            message=f"“{ours.text}” ({_said(ours)}) became “{theirs.text}” ({_said(theirs)}).",
            confidence=0.7,
            post=(ours.start, ours.end),
            passage=(theirs.start, theirs.end),
        )


def _only(found: Iterable[Quantifier]) -> Quantifier | None:
    """The first quantifier of a text whose quantifiers all speak of one part; None where there is no such part."""
    first = None
    for one in found:
        if one.part == LOOSE or (first is not None and one.part != first.part):
            return None
        first = first or one
    return first


def _differ(case: Case, ours: str, theirs: str) -> bool:
    start, end = case.segment
    post = sum(not cue.weak and cue.start < end and cue.end > start for cue in case.post.facts.negations)
    passage = sum(not cue.weak for cue in case.passage.facts.negations)
    if _DENIED & {ours, theirs}:
        # With more than one denial a side, which of them the quantifier stands in could not be told.
        return post == passage == 1 and theirs in _CHANGES_OF_DENIAL.get(ours, ())
    if post != passage or (post and {"all", "nearly-all"} & {ours, theirs}):
        return False  # "No han votado todos" is "some have not voted"
    return theirs in _CHANGES[ours] or (ours, theirs) in _UPWARDS


def _said(found: Quantifier) -> str:
    return found.part.replace("-", " ")


RULE = ScopeChanged()
