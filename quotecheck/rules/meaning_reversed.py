"""meaning-reversed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from quotecheck.facts import antonyms
from quotecheck.rules.base import AlignmentRule, Case, Hit


class MeaningReversed(AlignmentRule):
    """
    What it does: fires when a word of one side became its opposite on the other: rise and fall, before and after,
    accept and reject. Both words must stand alone: a side that holds both, or a word that may mean either, says
    nothing; nor does a pair of which one side has one denial more (“did not rise” may render “fell”).

    Examples: “El paro subió” against “Unemployment fell”; “avant le vote” against “after the vote”.

    What to do: compare both marked words; correct the quotation.

    Reads: every language with a table of opposites (not Arabic, Hindi, Chinese and Japanese yet).
    """

    name = "meaning-reversed"
    severity = "error"
    summary = "a word became its opposite: rise and fall, before and after"
    needs = frozenset({"negation"})

    def check(self, case: Case) -> Iterable[Hit]:
        if case.truncated or not antonyms.reads(case.post.language.code):
            return
        start, end = case.segment
        if _denials(case, start, end) % 2:
            return
        post = antonyms.read(case.post.text, case.post.language.code)
        passage = antonyms.read(case.passage.text, "en")
        post_senses, passage_senses = {found.sense for found in post}, {found.sense for found in passage}
        for mine in _plain(post):
            sense, opposite = mine.sense, antonyms.OPPOSITE[mine.sense]
            theirs = next((found for found in _plain(passage) if found.sense == opposite), None)
            if theirs is None or sense in passage_senses or opposite in post_senses:
                continue
            if mine.start >= end or mine.end <= start:
                continue
            yield Hit(
                message=f"The opposite: “{mine.text}” ({sense}) became “{theirs.text}”.",
                confidence=0.85,
                post=(mine.start, mine.end),
                passage=(theirs.start, theirs.end),
            )
            return


def _plain(found: Sequence[antonyms.Direction]) -> list[antonyms.Direction]:
    """Words of one sense alone: "declined" fell, or refused."""
    senses = Counter(word.start for word in found)
    return [word for word in found if senses[word.start] == 1]


def _denials(case: Case, start: int, end: int) -> int:
    post = sum(not cue.weak for cue in case.post.facts.negations if cue.start < end and cue.end > start)
    return post + sum(not cue.weak for cue in case.passage.facts.negations)


RULE = MeaningReversed()
