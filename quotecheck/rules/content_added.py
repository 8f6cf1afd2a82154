"""content-added."""

from __future__ import annotations

from collections.abc import Iterable

from quotecheck.rules.base import AlignmentRule, Case, Hit
from quotecheck.rules.content_evidence import Weights, strangers

WEIGHTS = Weights(
    margin=-3.09, ratio=-9.2, best=-0.81, length=3.64, adverb=5.08, whole=3.2, gain=41.8, constant=0.32
)  # fmt: skip
"""Learnt by `benchmarks/learn_content_weights.py` from the Spanish pairs in `fixtures/pairs/`."""
LEAST_ODDS = 2.0
"""Log-odds below which nothing is said. High, because a note too many costs more than one too few."""
_CONFIDENCE = 0.6


class ContentAdded(AlignmentRule):
    """
    What it does: notes a word inside a quotation that nothing in the post stands for: no word of the post is like it
    that is not more like another, and leaving it out brings the quotation closer to the post.

    Examples: “El alcalde llegó ayer a Sevilla” against “The notorious mayor arrived in Seville yesterday”.

    What to do: take the word out, or set it in brackets if it explains.

    Reads: every language whose single words the everyday embedding can compare (ar, de, es, fr, it, ja, ko, nl, pl, pt,
    ru, th, tr, zh).
    """

    name = "content-added"
    severity = "note"
    summary = "the quotation holds a word that nothing in the post stands for"

    def check(self, case: Case) -> Iterable[Hit]:
        if case.kind != "quotation" or case.truncated or case.post.language.code == case.passage.language.code:
            return
        found = strangers(case, "passage", WEIGHTS, LEAST_ODDS)
        if found and found[0].odds(WEIGHTS) >= LEAST_ODDS:
            word = found[0].word
            yield Hit(
                message=f"nothing in the post stands for “{word.text}”",
                confidence=_CONFIDENCE,
                passage=(word.start, word.end),
            )


RULE = ContentAdded()
