"""certainty-shifted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quotecheck.facts import conditions
from quotecheck.facts.fact import Certainty
from quotecheck.rules.base import AlignmentRule, Case, Hit
from quotecheck.rules.clause_pairs import sentence_pairs

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
        outright = _told(case, post, in_post=True)
        for cue in outright:
            mine, theirs = _facing(case, cue, post, passage, in_post=True)
            if not _excused(mine, [*theirs, *case.context.certainties]):
                yield Hit(
                    message=f"The post says it {WORDS[cue.level]} (“{cue.text}”); the passage states it.",
                    confidence=0.75,
                    post=(cue.start, cue.end),
                    passage=_rendering(case, cue),
                )
                return
        if not outright:
            yield from _suspected(post, passage, case)
            yield from _decided(post, passage, case)
        if case.truncated:
            return
        known = [*case.post.facts.certainties, *case.thread.certainties]
        outright = _told(case, passage, in_post=False)
        for cue in outright:
            mine, theirs = _facing(case, cue, passage, known, in_post=False)
            if not _excused(mine, theirs) and not _suspects(theirs):
                yield Hit(
                    message=f"The passage says it {WORDS[cue.level]} (“{cue.text}”); the post states it.",
                    confidence=0.75,
                    post=case.segment,
                    passage=(cue.start, cue.end),
                )
                return
        if not outright:
            yield from _possible(case, passage, known)
            yield from _certain(case, post, passage, known)


def _facing(
    case: Case, cue: Certainty, mine: Sequence[Certainty], theirs: Sequence[Certainty], *, in_post: bool
) -> tuple[Sequence[Certainty], Sequence[Certainty]]:
    """Of the cues of the side that holds one, and of the other side, those that may bear on it.

    Where another sentence clearly renders the one that holds it, what further sentences say that render others still
    bears on those: "may close. 2,400 are expected to be affected" is not "will close. 2,400 are expected …".
    """
    pairs = sentence_pairs(case) if len(mine) > 1 or theirs else None
    there = pairs.counterpart(cue.start, in_post=in_post) if pairs is not None else None
    if pairs is None or there is None:
        return mine, theirs
    first, last = pairs.span_of(cue.start) if in_post else pairs.rendering_at(cue.start)
    facts = (case.passage if in_post else case.post).facts.certainties

    def bears(other: Certainty) -> bool:
        rendered = pairs.counterpart(other.start, in_post=not in_post) if other in facts else None
        return rendered is None or rendered == (first, last)

    return [one for one in mine if first <= one.start < last], [one for one in theirs if bears(one)]


def _rendering(case: Case, cue: Certainty) -> tuple[int, int]:
    """The sentence of the passage that renders that of a cue; all of it where none clearly does."""
    pairs = sentence_pairs(case)
    there = pairs.counterpart(cue.start, in_post=True) if pairs is not None else None
    return there or (0, len(case.passage.text))


def _told(case: Case, cues: Sequence[Certainty], *, in_post: bool) -> list[Certainty]:
    """The outright cues, without hedges of a number ("asi 400" is "about 400")."""
    here, there = (case.post, case.passage) if in_post else (case.passage, case.post)
    about = {number.value for number in there.facts.quantities if number.bound != "exact"}

    def of_number(cue: Certainty) -> bool:
        return any(
            (number.start <= cue.start and cue.end <= number.end)
            or (number.value in about and not here.text[cue.end : number.start].strip(" ,") and cue.end <= number.start)
            for number in here.facts.quantities
        )

    return [cue for cue in _outright(cues) if not of_number(cue)]


def _possible(case: Case, passage: Sequence[Certainty], known: Sequence[Certainty]) -> Iterable[Hit]:
    """A "may" where the post has no modal, no condition and no question."""
    modal = [cue for cue in passage if cue.sense == "modal"]
    language = case.post.language.code
    if not modal or not case.literal or case.post.facts.question or not conditions.reads(language):
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
    if not loose:
        return
    post, passage = _facing(case, loose[0], post, passage, in_post=True)
    decided = _DECIDED.search(case.passage.text, *_rendering(case, loose[0]))
    denied = any(not cue.weak for cue in (*case.post.facts.negations, *case.passage.facts.negations))
    if decided is None or denied or not case.literal:
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
