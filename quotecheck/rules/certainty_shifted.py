"""certainty-shifted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quotecheck.facts import conditions
from quotecheck.facts.fact import Certainty
from quotecheck.rules.base import AlignmentRule, Case, Hit

WORDS = {"reported": "as hearsay", "possible": "as only possible", "considered": "as only being considered"}

_DECIDED = re.compile(
    r"(?i)\b(?:will|shall|going to|ha(?:s|ve) decided to|decide[sd] to)\b"
    r"(?! (?:\w+ )?be (?!\w+(?:ed|en|wn|ld|ght|lt|pt|ing)\b))"
)
"""What English states of the future; what "will be fine", or "will be able to", may be hoped, or allowed."""

LEAST_GAIN = 0.01
"""How much closer to the post a passage must come once its "may" is "will"."""


class CertaintyShifted(AlignmentRule):
    """
    What it does: fires when one side tells as hearsay, or as a mere possibility, what the other side states. Only
    outright cues count (“allegedly”, “presuntamente”, the press conditional, “perhaps”), and only where the other side
    holds nothing that may render them: no modal, no hedge, and no more sources (“according to”, “said”) than the first
    side. Also where a “may” or a “definitely” has nothing in the post to stand for, where “puede” or “estudia” became
    “will”, and where a suspect became the murderer.

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
        if not outright:
            yield from _suspected(post, passage, case)
            yield from _decided(post, passage, case)
        if case.truncated:
            return
        known = [*case.post.facts.certainties, *case.thread.certainties]
        outright = _outright(passage)
        if outright and not _excused(passage, known) and not _suspects(known):
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
    if (
        _hedges(known)
        or _suspects(known)
        or any(cue.level == "ordered" for cue in known)
        or conditions.read(case.post.text, language)
    ):
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


def _decided(post: Sequence[Certainty], passage: Sequence[Certainty], case: Case) -> Iterable[Hit]:
    """A "will" where the post has a "may" ("puede cerrar") or a plan that is weighed ("estudia el cierre")."""
    loose = [cue for cue in post if cue.sense in ("may", "weighed")]
    decided = _DECIDED.search(case.passage.text)
    denied = any(not cue.weak for cue in (*case.post.facts.negations, *case.passage.facts.negations))
    if not loose or decided is None or denied or case.kind != "quotation":
        return
    if _hedges([*passage, *case.context.certainties]) or any(cue.sense == "weighed" for cue in passage):
        return
    if loose[0].sense == "may":
        text = case.passage.text
        if case.similar is None:
            return
        stated, hedged = case.similar([text, f"{text[: decided.start()]}may{text[decided.end() :]}"])
        if hedged - stated < LEAST_GAIN:
            return
    yield Hit(
        message=f"The post says it {WORDS[loose[0].level]} (“{loose[0].text}”); the passage states it.",
        confidence=0.7,
        post=(loose[0].start, loose[0].end),
        passage=decided.span(),
    )


def _suspected(post: Sequence[Certainty], passage: Sequence[Certainty], case: Case) -> Iterable[Hit]:
    """A murderer where the post has a suspect."""
    suspects = [cue for cue in post if cue.sense == "suspect"]
    deeds = [cue for cue in passage if cue.sense == "crime"]
    if suspects and deeds and not _hedges(passage) and not _suspects([*passage, *case.context.certainties]):
        yield Hit(
            message=f"The post has a suspect (“{suspects[0].text}”); the passage says who did it (“{deeds[0].text}”).",
            confidence=0.7,
            post=(suspects[0].start, suspects[0].end),
            passage=(deeds[0].start, deeds[0].end),
        )


def _certain(
    case: Case, post: Sequence[Certainty], passage: Sequence[Certainty], known: Sequence[Certainty]
) -> Iterable[Hit]:
    """A "definitely" where the post has a hedge and nothing that is sure."""
    hedged = _hedges(post)
    sure = _sure(passage)
    if not sure or not hedged or _hedges(passage) or _sure(known):
        return
    yield Hit(
        message=f"The post hedges (“{hedged[0].text}”); the passage is sure (“{sure[0].text}”).",
        confidence=0.7,
        post=(hedged[0].start, hedged[0].end),
        passage=(sure[0].start, sure[0].end),
    )


def _outright(cues: Iterable[Certainty]) -> list[Certainty]:
    return [cue for cue in cues if cue.level in WORDS and not cue.weak]


def _sure(cues: Iterable[Certainty]) -> list[Certainty]:
    return [cue for cue in cues if cue.level == "certain" and not cue.weak]


def _hedges(cues: Iterable[Certainty]) -> list[Certainty]:
    return [cue for cue in cues if cue.level in WORDS and cue.sense not in ("said", "weighed", "suspect")]


def _excused(mine: Sequence[Certainty], theirs: Sequence[Certainty]) -> bool:
    """Whether the other side hedges too, or names more sources than this one ("according to" may render hearsay)."""
    if _sure(mine) and _sure(theirs):
        return True  # "間違いなく…だろう" is "surely"
    if any(cue.level == "considered" for cue in mine) and any(cue.sense == "weighed" for cue in theirs):
        return True
    if _sources(theirs) > _sources(mine) or _suspects(theirs) > _suspects(mine):
        return True
    return bool(_hedges(theirs))


def _suspects(cues: Iterable[Certainty]) -> int:
    return sum(cue.sense == "suspect" for cue in cues)


def _sources(cues: Iterable[Certainty]) -> int:
    return sum(cue.sense == "said" for cue in cues)


RULE = CertaintyShifted()
