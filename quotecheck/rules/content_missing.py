"""content-missing."""

from __future__ import annotations

from collections.abc import Iterable

from quotecheck.rules.base import AlignmentRule, Case, Hit
from quotecheck.rules.broken_english import breaks
from quotecheck.rules.content_evidence import Weights, strangers

WEIGHTS = Weights(
    best_low=-5.62,
    best_high=-0.76,
    margin_low=-4.19,
    margin_high=-2.52,
    usual=2.4,
    length=2.85,
    adverb=0.0,
    closes=0.0,
    gain=20.9,
    constant=-2.78,
)
"""Learnt by `benchmarks/learn_content_weights.py` from `fixtures/pairs/`."""
LEAST_ODDS = 0.9
"""Log-odds below which nothing is said: about 1 in 70 faithful translations reaches it."""
_CONFIDENCE = 0.55
_BROKEN = 0.8
"""Confidence where the English itself shows that a word is gone."""


class ContentMissing(AlignmentRule):
    """
    What it does: notes a word of the post that nothing in a quotation stands for, and places where the quotation's
    English breaks off as if a word had been dropped (“the of Italy”).

    Examples: “Los vecinos exigen una investigación independiente” against “Residents demand an investigation”; “in the
    of the country”.

    What to do: put the word back, or an ellipsis in its place.

    Reads: broken English whatever the post's language; words left out in the languages that content-added reads.
    """

    name = "content-missing"
    severity = "note"
    summary = "the quotation leaves out, without an ellipsis, a word that the post has"

    def check(self, case: Case) -> Iterable[Hit]:
        if case.kind != "quotation" or case.post.language.code == case.passage.language.code:
            return
        places = breaks(case.passage.text)
        if places:
            start, end = places[0]
            yield Hit(
                message=f"the quotation breaks off at “{case.passage.text[start:end]}”, as if a word were left out",
                confidence=_BROKEN,
                post=case.segment,
                passage=(start, end),
            )
            return
        found = strangers(case, "post", WEIGHTS, LEAST_ODDS)
        if found and found[0].odds(WEIGHTS) >= LEAST_ODDS:
            word = found[0].word
            yield Hit(
                message=f"nothing in the quotation stands for “{found[0].text}”",
                confidence=_CONFIDENCE,
                post=(case.segment[0] + word.start, case.segment[0] + word.end),
            )


RULE = ContentMissing()
