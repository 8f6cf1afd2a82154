"""scope-changed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quotecheck.facts import negation, quantifiers
from quotecheck.facts.clauses import split
from quotecheck.facts.fact import Negation
from quotecheck.facts.quantifiers import LOOSE, Quantifier
from quotecheck.rules.base import AlignmentRule, Case, Hit, Side
from quotecheck.rules.clause_pairs import topics

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


_LIMITED = re.compile(
    r"(?i)\b(?:limit\w*|restrict\w*|reserv\w*|except\w*|unless|until|not|no|none|nobody|nothing|first|barely|hardly|fewer"
    r"|less|under|few|most|as (?:little|few)|within|remain\w*|but|left|f[ae]ll\w*|dropp\w*|down|declin\w*"
    r"|shr[aiu]nk\w*|low\w*|mere\w*|alone|all (?:that|he|she|it|we|they|you|i|one))\b"
    r"|n['’]t\b"
)
"""What English may say for "only" besides."""
_EVERY = re.compile(
    r"(?i)\b(?:every (?:day|week|weekday|month|year|hour|one)|everyone|everybody|everywhere|daily|always|all)\b"
)
"""What English says of all of them, where a post has an "only"."""
_LIKE_ONLY = frozenset({"only", "not-only", "until", "not", "hardly", "few", "lack"})
_LIGHT = frozenset({"just"})
_OPENING = 4
"""Code points before an "only" that opens its clause."""


class ScopeChanged(AlignmentRule):
    """
    What it does: fires when one side speaks of all, and the other of most, many, half, some or few; when many became
    few, or few most; and, where both sides deny something, when none became some or not all. A quantifier that
    only one side denies is left to `negation-flipped`. Only where each side names one part, and one alone: a
    sentence with several quantifiers cannot be paired for certain. An “only” that one side has alone is a warning
    where it was dropped from the beginning of a clause, elsewhere a note.

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
        ours = _only([q for q in _quantifiers(case.post) if q.start < end and q.end > start])
        theirs = _only(_quantifiers(case.passage))
        if ours is None or theirs is None or not _differ(case, ours.part, theirs.part):
            both = _in_their_clauses(case)
            if both is None:
                yield from _restricted(case)
                return
            ours, theirs = both
        yield Hit(
            message=f"“{ours.text}” ({_said(ours)}) became “{theirs.text}” ({_said(theirs)}).",
            confidence=0.7,
            post=(ours.start, ours.end),
            passage=(theirs.start, theirs.end),
        )


def _in_their_clauses(case: Case) -> tuple[Quantifier, Quantifier] | None:
    """Quantifiers that differ, of two clauses that clearly render each other and deny nothing: "all were saved, and
    nobody died" is not "most were saved, and nobody died"."""
    if not case.literal:
        return None
    start, end = case.segment
    here, there = _quantifiers(case.post), _quantifiers(case.passage)
    mine = [one for one in here if one.part in _CHANGES and start <= one.start < end]
    yours = [one for one in there if one.part in _CHANGES]
    if not any(two.part in _CHANGES[one.part] for one in mine for two in yours):
        return None
    pairs = topics(case, [(one.start, one.end) for one in mine], [(one.start, one.end) for one in yours])
    if pairs is None:
        return None
    for one in mine:
        for two in yours:
            own, other = pairs.span_of(one.start), pairs.rendering_at(two.start)
            near = {one.part, two.part} == {"most", "nearly-all"}  # "ほとんど" is either
            if near or two.part not in _CHANGES[one.part] or not pairs.answering(one.start, two.start):
                continue
            if _alone_in(here, one, own) and _alone_in(there, two, other):
                denied = [*_strong(case.post, own), *_strong(case.passage, other)]
                if not denied:
                    return one, two
    return None


def _alone_in(found: Iterable[Quantifier], one: Quantifier, clause: tuple[int, int]) -> bool:
    return all(other is one for other in found if clause[0] <= other.start < clause[1])


def _strong(side: Side, clause: tuple[int, int]) -> list[Negation]:
    return [cue for cue in side.facts.negations if not cue.weak and clause[0] <= cue.start < clause[1]]


def _quantifiers(side: Side) -> list[Quantifier]:
    """The quantifiers of a text without those that are part of a share, which is a number: "jeder zweite"."""
    shares = [number for number in side.facts.quantities if number.role == "ratio"]
    return [
        one
        for one in quantifiers.read(side.text, side.language.code)
        if not any(share.start <= one.start and one.end <= share.end for share in shares)
    ]


def _restricted(case: Case) -> Iterable[Hit]:
    """An "only" without counterpart."""
    if not case.literal:
        return
    start, end = case.segment
    language, text = case.post.language.code, case.passage.text
    ours = [cue for cue in case.post.facts.negations if cue.sense == "only" and cue.start < end and cue.end > start]
    theirs = [cue for cue in case.passage.facts.negations if cue.sense == "only"]
    if case.told and not theirs and any(cue.sense == "only" for cue in negation.read(case.sentence, "en")):
        return  # "Only the lorries, he joked, | would have to get used to one another"
    if len(ours) == 1 and not theirs and not quantifiers.restricts(text, "en") and not _LIMITED.search(text):
        clauses = split(case.post.text, language, case.segment)
        opens = any(0 <= ours[0].start - clause[0] <= _OPENING for clause in clauses)
        yield Hit(
            message=f"“{ours[0].text}” restricts what the post says; the passage does not.",
            confidence=0.65,
            severity="warning" if opens or _EVERY.search(text) else "note",
            post=(ours[0].start, ours[0].end),
            passage=(0, len(text)),
        )
    elif len(theirs) == 1 and not any(cue.sense in _LIKE_ONLY for cue in case.post.facts.negations):
        if quantifiers.restricts(case.post.text, language) or theirs[0].text.lower() in _LIGHT:
            return
        yield Hit(
            message=f"“{theirs[0].text}” restricts what the passage says; the post does not.",
            confidence=0.6,
            severity="note",
            post=case.segment,
            passage=(theirs[0].start, theirs[0].end),
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
