"""Two things that a post sets against each other, exchanged: "pausing, not leaving" for "no pausamos, nos vamos"."""

from __future__ import annotations

from quotecheck.align.texts import clean
from quotecheck.facts.negation import contrast
from quotecheck.rules.base import Case, Hit

CONFIDENCE = 0.85
LEAD = 0.12
"""How much more alike the two things must be when they are exchanged, both cosines together."""


def exchanged(case: Case) -> Hit | None:
    """Where the passage denies what the post says, and says what it denies."""
    if case.between is None or case.truncated:
        return None
    mine = contrast.read(case.post.text, case.post.language.code, case.segment)
    theirs = contrast.read(case.passage.text, "en") if mine is not None else None
    if mine is None or theirs is None:
        return None
    here, there = _things(case.post.text, mine), _things(case.passage.text, theirs)
    if not all((*here, *there)):
        return None
    leads = [
        rows[0][1] + rows[1][0] - rows[0][0] - rows[1][1]
        for rows in (case.between(here, there), case.between(_cores(here), _cores(there)))
    ]
    if max(leads, key=abs) < LEAD:
        return None
    said = case.post.text[slice(*mine.said)].strip()
    return Hit(
        message=f"The passage denies “{said}”, and says what the post denies.",
        confidence=CONFIDENCE,
        post=mine.cue,
        passage=theirs.cue,
    )


def _things(text: str, found: contrast.Contrast) -> list[str]:
    """What is said, and what is denied."""
    return [clean(text[slice(*span)]) for span in (found.said, found.denied)]


def _cores(things: list[str]) -> list[str]:
    """The same without what leads up to the one that is said: of "we want peace, not war", peace."""
    said, denied = things
    return [" ".join(said.split()[-len(denied.split()) :]), denied]
