"""content-missing."""

from __future__ import annotations

from collections.abc import Iterable

from quotecheck.rules.base import AlignmentRule, Case, Hit
from quotecheck.rules.content_evidence import Weights, strangers

WEIGHTS = Weights(
    margin=-1.14, ratio=-10.48, best=-6.44, length=2.52, adverb=0.0, whole=5.93, gain=32.48, constant=3.43
)
"""Learnt by `benchmarks/learn_content_weights.py` from `fixtures/pairs/`."""
LEAST_ODDS = 1.0
RULE_ = None


class ContentMissing(AlignmentRule):
    name = "content-missing"
    severity = "note"
    summary = "the quotation leaves out, in the middle, what the post says"

    def check(self, case: Case) -> Iterable[Hit]:
        if case.kind != "quotation" or case.post.language.code == case.passage.language.code:
            return
        found = strangers(case, "post", WEIGHTS, LEAST_ODDS)
        if found and found[0].odds(WEIGHTS) >= LEAST_ODDS:
            word = found[0].word
            yield Hit(message=f"nothing {word.text}", confidence=0.6, post=(word.start, word.end))


RULE = ContentMissing()
