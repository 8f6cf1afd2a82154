"""certainty-shifted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quotecheck.facts import conditions
from quotecheck.facts.fact import Certainty
from quotecheck.rules.base import AlignmentRule, Case, Hit

WORDS = {"reported": "as hearsay", "possible": "as only possible"}

LEAST_GAIN = 0.01
"""How much closer to the post a passage must come once its "may" is "will"."""


class CertaintyShifted(AlignmentRule):
    """
    What it does: fires when one side tells as hearsay, or as a mere possibility, what the other side states. Only
    outright cues count (“allegedly”, “presuntamente”, the press conditional, “perhaps”), and only where the other side
    holds nothing that may render them: no modal, no hedge, and no more sources (“according to”, “said”) than the first
    side. Also where a “may” or a “definitely” has nothing in the post to stand for.

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
        outright = _outright(post)
        if outright and not _excused(post, [*passage, *case.context.certainties]):
            cue = outright[0]
            yield Hit(
                message=f"The post says it {WORDS[cue.level]} (“{cue.text}”); the passage states it.",
                confidence=0.75,
                post=(cue.start, cue.end),
                passage=(0, len(case.passage.text)),
            )
            return
        if case.truncated:
            return
        known = [*case.post.facts.certainties, *case.thread.certainties]
        outright = _outright(passage)
        if outright and not _excused(passage, known):
            cue = outright[0]
            yield Hit(
                message=f"The passage says it {WORDS[cue.level]} (“{cue.text}”); the post states it.",
                confidence=0.75,
                post=case.segment,
                passage=(cue.start, cue.end),
            )
        elif not outright:
            yield from _possible(case, passage, known)
            yield from _certain(case, post, passage, known)


def _possible(case: Case, passage: Sequence[Certainty], known: Sequence[Certainty]) -> Iterable[Hit]:
    """A "may" where the post has no modal, no condition and no question."""
    modal = [cue for cue in passage if cue.sense == "modal"]
    language = case.post.language.code
    if not modal or case.kind != "quotation" or case.post.facts.question or not conditions.reads(language):
        return
    if _hedges(known) or any(cue.level == "ordered" for cue in known) or conditions.read(case.post.text, language):
        return
    text, cue = case.passage.text, modal[0]
    if case.similar is None or not text[cue.start].islower():
        return  # the month, or too little to tell
    if any(not cue.weak for cue in case.passage.facts.negations):
        return  # "may not" forbids
    hedged, stated = case.similar([text, f"{text[: cue.start]}will{text[cue.end :]}"])
    if stated - hedged < LEAST_GAIN:
        return
    yield Hit(
        message=f"The passage says it as only possible (“{modal[0].text}”); the post states it.",
        confidence=0.7,
        post=case.segment,
        passage=(modal[0].start, modal[0].end),
    )


def _certain(
    case: Case, post: Sequence[Certainty], passage: Sequence[Certainty], known: Sequence[Certainty]
) -> Iterable[Hit]:
    """A "definitely" where the post has a hedge and nothing that is sure."""
    hedged = [cue for cue in post if cue.level in WORDS and cue.sense != "said"]
    sure = [cue for cue in passage if cue.level == "certain"]
    if not sure or not hedged or _hedges(passage) or any(cue.level == "certain" for cue in known):
        return
    yield Hit(
        message=f"The post hedges (“{hedged[0].text}”); the passage is sure (“{sure[0].text}”).",
        confidence=0.7,
        post=(hedged[0].start, hedged[0].end),
        passage=(sure[0].start, sure[0].end),
    )


def _outright(cues: Iterable[Certainty]) -> list[Certainty]:
    return [cue for cue in cues if cue.level in WORDS and not cue.weak]


def _hedges(cues: Iterable[Certainty]) -> list[Certainty]:
    return [cue for cue in cues if cue.level in WORDS and cue.sense != "said"]


def _excused(mine: Sequence[Certainty], theirs: Sequence[Certainty]) -> bool:
    """Whether the other side hedges too, or names more sources than this one ("according to" may render hearsay)."""
    return bool(_hedges(theirs)) or _sources(theirs) > _sources(mine)


def _sources(cues: Iterable[Certainty]) -> int:
    return sum(cue.sense == "said" for cue in cues)


RULE = CertaintyShifted()
