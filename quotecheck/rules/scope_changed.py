"""scope-changed."""

from __future__ import annotations

from collections.abc import Iterable

from quotecheck.facts import quantifiers
from quotecheck.rules.base import AlignmentRule, Case, Hit


class ScopeChanged(AlignmentRule):
    """
    What it does: fires when one side speaks of all, and the other of most or some. Only where each side names one
    part, and one alone: a sentence with several quantifiers cannot be paired for certain.

    Examples: “todos los diputados” against “most deputies”; “einige Städte” against “all cities”.

    What to do: give the quotation the part that the post names.

    Reads: every language with a table of quantifiers.
    """

    name = "scope-changed"
    severity = "warning"
    summary = "all became most or some, or the reverse"
    needs = frozenset({"negation"})
    tables = frozenset({"quantifiers"})

    def check(self, case: Case) -> Iterable[Hit]:
        if case.truncated or not quantifiers.reads(case.post.language.code):
            return
        start, end = case.segment
        post = [q for q in quantifiers.read(case.post.text, case.post.language.code) if q.start < end and q.end > start]
        passage = quantifiers.read(case.passage.text, "en")
        parts, theirs = {q.part for q in post}, {q.part for q in passage}
        if len(parts) != 1 or len(theirs) != 1 or parts == theirs:
            return
        if "some" in theirs and "most" in parts:
            return  # "gran parte" and "many" lie too close to each other
        if any(not cue.weak for side in (case.post, case.passage) for cue in side.facts.negations):
            return  # "not all" is "some"
        yield Hit(
            message=f"“{post[0].text}” ({post[0].part}) became “{passage[0].text}” ({passage[0].part}).",
            confidence=0.7,
            post=(post[0].start, post[0].end),
            passage=(passage[0].start, passage[0].end),
        )


RULE = ScopeChanged()
