"""A "will" for what the post only thinks possible, or weighs, and a "may" for what it states."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quotecheck.facts import conditions
from quotecheck.facts.clauses import clause_at
from quotecheck.facts.fact import Certainty
from quotecheck.rules.base import Case, Hit
from quotecheck.rules.certainty_cues import WORDS, hedges_in, sure_in, suspects_in
from quotecheck.rules.certainty_places import denied, denied_beside, facing, rendering
from quotecheck.rules.clause_pairs import RENDERED

_DECIDED = re.compile(
    r"(?i)\b(?:will|shall|going to|ha(?:s|ve) decided to|decide[sd] to)\b"
    r"(?! (?:\w+ )?be (?!\w+(?:ed|en|wn|ld|ght|lt|pt|ing)\b))"
)
"""What English states of the future; what "will be fine", or "will be able to", may be hoped, or allowed."""

_FUTURE = re.compile(r"(?:ra|ront|rá|rán|rà|ranno|ran)\Z")
"""How futures of "can" end in the Romance languages: a reporter says "will" for them, as of what opens to all."""

_COULD = re.compile(r"could(?= be\b|$)")

_IF = frozenset({"if"})
"""Cues of a condition, which hedge nothing where the post has its own."""

LEAST_GAIN = 0.01
"""How much closer to the post a passage must come once its "may" is "will"."""


def only_possible(case: Case, passage: Sequence[Certainty], known: Sequence[Certainty]) -> Iterable[Hit]:
    """A "may" where the post has no modal, no condition and no question; of what a reporter tells, a "could" too."""
    modal = [cue for cue in passage if cue.sense == "modal" or (case.told and _COULD.match(cue.text))]
    language = case.post.language.code
    if not modal or not case.literal or case.post.facts.question or not conditions.reads(language):
        return
    if (
        hedges_in(known)
        or suspects_in(known)
        or any(cue.level == "ordered" for cue in known)
        or conditions.read(case.post.text, language)
    ):
        return
    text, cue = case.passage.text, modal[0]
    if case.similar is None or not text[cue.start].islower():
        return  # the month, or too little to tell
    if cue.text.lower() == "may" and any(not cue.weak for cue in case.passage.facts.negations):
        return  # "may not" forbids
    sure = f"will{_COULD.sub('', cue.text)}" if _COULD.match(cue.text) else "will"  # "could be"
    hedged, stated = case.similar([text, f"{text[: cue.start]}{sure}{text[cue.end :]}"])
    if stated - hedged < LEAST_GAIN:
        return
    yield Hit(
        message=f"The passage says it as only possible (“{modal[0].text}”); the post states it.",
        confidence=0.7,
        post=case.segment,
        passage=(modal[0].start, modal[0].end),
    )


def decided_on(post: Sequence[Certainty], passage: Sequence[Certainty], case: Case) -> Iterable[Hit]:
    """A "will" where the post has a "may" ("puede cerrar") or a plan that is weighed ("estudia el cierre")."""
    loose = [cue for cue in post if cue.sense in ("may", "weighed")]
    if not loose:
        return
    post, passage = facing(case, loose[0], post, passage, in_post=True)
    decided = _DECIDED.search(case.passage.text, *rendering(case, loose[0]))
    everywhere = [*case.post.facts.negations, *case.passage.facts.negations]
    if loose[0].sense == "weighed" and any(not cue.weak for cue in everywhere):
        return
    if case.told and _FUTURE.search(loose[0].text):
        return
    if decided is None or denied(case) or not case.literal:
        return
    around = () if case.told else case.context.certainties  # what else the article says is said of something else
    if hedges_in([*passage, *around]) or any(cue.sense == "weighed" for cue in passage):
        return
    if loose[0].sense == "may":
        text = case.passage.text
        if case.similar is None:
            return
        stated, hedged = case.similar([text, f"{text[: decided.start()]}may{text[decided.end() :]}"])
        least = 0.0 if case.told and case.alike is None else LEAST_GAIN  # one word moves the slow embedding little
        if hedged - stated <= least and _hedged_clause(case, loose[0], decided.span()) < LEAST_GAIN:
            return
    yield Hit(
        message=f"The post says it {WORDS[loose[0].level]} (“{loose[0].text}”); the passage states it.",
        confidence=0.7,
        post=(loose[0].start, loose[0].end),
        passage=decided.span(),
    )


def foretold(case: Case, cue: Certainty, mine: Sequence[Certainty], theirs: Sequence[Certainty]) -> bool:
    """Whether a passage foretells, or calls decided, what the post only thinks possible or weighs. Whoever is named
    as its source has then been misquoted, and what else the article says of the matter hedges it no more.

    Args:
        case: post and passage.
        cue: of the post.
        mine, theirs: the cues of the post and of the passage that bear on it.
    """
    if not case.literal or cue.level == "reported" or sure_in(mine):
        return False
    decided = _DECIDED.search(case.passage.text, *rendering(case, cue))
    if decided is None or denied_beside(case, cue, decided.start()):
        return False
    if cue.level == "considered":
        return decided.group().lower().endswith("to") and not any(_weighs(one) for one in theirs)
    asked = conditions.read(case.post.text, case.post.language.code)
    return not [one for one in hedges_in(theirs) if not (asked and one.text.lower() in _IF)]


def _hedged_clause(case: Case, cue: Certainty, decided: tuple[int, int]) -> float:
    """How much closer the clause of a "will" comes to that of a "may" once it says "may" itself: in a long sentence
    one word is too little to tell."""
    if case.between is None:
        return 0.0
    mine = clause_at(case.post.text, case.post.language.code, cue.start, case.segment)
    text = case.passage.text
    start, end = clause_at(text, "en", decided[0])
    hedged = f"{text[start : decided[0]]}may{text[decided[1] : end]}"
    said, possible = case.between([case.post.text[slice(*mine)]], [text[start:end], hedged])[0]
    return possible - said if possible >= RENDERED else 0.0


def _weighs(cue: Certainty) -> bool:
    return cue.sense == "weighed" or cue.level == "considered" or cue.text.lower().startswith("consider")
