"""certainty-shifted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quotecheck.facts import certainty
from quotecheck.facts.clauses import clause_at
from quotecheck.facts.fact import Certainty
from quotecheck.rules.accusations import suspected, tried
from quotecheck.rules.base import AlignmentRule, Case, Hit
from quotecheck.rules.certainty_cues import WORDS, excused, hedges_in, outright_in, sure_in, suspects_in
from quotecheck.rules.certainty_places import facing, is_rendered, rendering
from quotecheck.rules.may_and_will import decided_on, foretold, only_possible


class CertaintyShifted(AlignmentRule):
    """
    What it does: fires when one side tells as hearsay, or as a mere possibility, what the other side states. Only
    outright cues count (“allegedly”, “presuntamente”, the press conditional, “perhaps”), and only where the other side
    holds nothing that may render them: no modal, no hedge, and no more sources (“according to”, “said”) than the first
    side. Also where a “may” or a “definitely” has nothing in the post to stand for, where “puede” or “estudia” became
    “will”, and where a suspect became the murderer, or somebody accused was found guilty.

    Examples: “El ministro presuntamente robó” against “The minister stole”; “Il aurait fui” against “He fled”.

    What to do: give the hedge back to the quotation, or name who says so.

    Reads: every language with certainty data.
    """

    name = "certainty-shifted"
    severity = "warning"
    summary = "one side states what the other says may be, or is reported"
    needs = frozenset({"certainty"})

    def check(self, case: Case) -> Iterable[Hit]:
        start, end = case.segment
        post = [cue for cue in case.post.facts.certainties if cue.start < end and cue.end > start]
        passage = list(case.passage.facts.certainties)
        outright = _told(case, post, in_post=True)
        for cue in outright:
            mine, theirs = facing(case, cue, post, passage, in_post=True)
            if not is_rendered(case, cue):
                continue
            theirs = _hedging(case, cue, theirs)
            if not excused(mine, [*theirs, *_around(case, cue)]) or foretold(case, cue, mine, theirs):
                yield Hit(
                    message=f"The post says it {WORDS[cue.level]} (“{cue.text}”); the passage states it.",
                    confidence=0.75,
                    post=(cue.start, cue.end),
                    passage=rendering(case, cue),
                )
                return
        yield from tried(case, post)
        if not outright:
            yield from suspected(post, passage, case)
            yield from decided_on(post, passage, case)
        if case.truncated:
            return
        known = [*case.post.facts.certainties, *case.thread.certainties]
        outright = _told(case, passage, in_post=False)
        for cue in outright:
            mine, theirs = facing(case, cue, passage, known, in_post=False)
            mine = [one for one in mine if one.level != "certain" or _one_clause(case.passage.text, one, cue)]
            if not excused(mine, theirs) and not suspects_in(theirs):
                yield Hit(
                    message=f"The passage says it {WORDS[cue.level]} (“{cue.text}”); the post states it.",
                    confidence=0.75,
                    post=case.segment,
                    passage=(cue.start, cue.end),
                )
                return
        if not outright:
            yield from only_possible(case, passage, known)
            yield from _certain(case, post, passage, known)


def _hedging(case: Case, cue: Certainty, theirs: Sequence[Certainty]) -> Sequence[Certainty]:
    """Those cues of a passage that may render one of the post. Who said it renders hearsay, and not what is only
    possible; a reporter's "would" renders "should", but no plan that is only weighed."""
    if case.kind == "quotation" or cue.level == "reported":
        return theirs
    weighed = cue.level == "considered"
    return [one for one in theirs if one.sense != "said" and not (weighed and one.text.lower() == "would")]


def _around(case: Case, cue: Certainty) -> Sequence[Certainty]:
    """What the words around a passage say of how sure it is. Of a part of a reporter's sentence, whoever says it is the
    source of all of it, and renders no "probably"."""
    if not case.told or cue.level == "reported":
        return case.context.certainties
    return _hedging(case, cue, certainty.read(case.sentence, "en"))


def _told(case: Case, cues: Sequence[Certainty], *, in_post: bool) -> list[Certainty]:
    """The outright cues, without hedges of a number ("asi 400" is "about 400")."""
    here, there = (case.post, case.passage) if in_post else (case.passage, case.post)
    exact = {number.value for number in there.facts.quantities if number.bound == "exact"}

    def of_number(cue: Certainty) -> bool:
        return any(
            (number.start <= cue.start and cue.end <= number.end and not number.weak)
            # Of a number that the other side has not, or hedges too, a hedge before it says only that.
            or (
                number.value not in exact
                and not number.weak
                and cue.end <= number.start
                and not here.text[cue.end : number.start].strip(" ,")
            )
            for number in here.facts.quantities
        )

    return [cue for cue in outright_in(cues) if not of_number(cue)]


def _one_clause(text: str, one: Certainty, other: Certainty) -> bool:
    """Whether two cues of a passage stand in one clause."""
    return clause_at(text, "en", one.start) == clause_at(text, "en", other.start)


def _certain(
    case: Case, post: Sequence[Certainty], passage: Sequence[Certainty], known: Sequence[Certainty]
) -> Iterable[Hit]:
    """A "definitely" where the post has a hedge and nothing that is sure."""
    hedged = hedges_in(post)
    sure = sure_in(passage)
    telling = not case.literal or case.told
    hedges = [
        cue
        for cue in hedges_in(passage)
        if not (telling and cue.text.lower() == "would")  # "it would be held" tells what was said
        and not any(_one_verb(case.passage.text, cue, one) for one in sure)
    ]
    if case.told:  # what the rest of the post is sure of is another thing
        known = [one for one in known if case.segment[0] <= one.start < case.segment[1]]
    if not sure or not hedged or hedges or sure_in(known):
        return
    yield Hit(
        message=f"The post hedges (“{hedged[0].text}”); the passage is sure (“{sure[0].text}”).",
        confidence=0.7,
        post=(hedged[0].start, hedged[0].end),
        passage=(sure[0].start, sure[0].end),
    )


def _one_verb(text: str, cue: Certainty, sure: Certainty) -> bool:
    """Whether a "would" only belongs to what is said to be sure: "we would certainly not be here"."""
    between = text[min(cue.end, sure.end) : max(cue.start, sure.start)]
    return cue.text.lower() == "would" and not between.strip()


RULE = CertaintyShifted()
