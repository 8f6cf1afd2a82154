"""content-missing."""

from __future__ import annotations

from collections.abc import Iterable

from quotecheck.rules.base import AlignmentRule, Case, Hit
from quotecheck.rules.broken_english import breaks
from quotecheck.rules.content_evidence import Weights, strangers

WEIGHTS = Weights(
    margin=-1.14, ratio=-10.48, best=-6.44, length=2.52, adverb=0.0, whole=5.93, gain=32.48, constant=3.43
)  # fmt: skip
"""Learnt by `benchmarks/learn_content_weights.py` from the Spanish pairs in `fixtures/pairs/`."""
LEAST_ODDS = 3.4
"""Log-odds below which nothing is said: leaving a word out is mostly a translator's right."""
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

    Reads: broken English whatever the post's language; words left out in every language whose single words the everyday
    embedding can compare (ar, de, es, fr, it, ja, ko, nl, pl, pt, ru, th, tr, zh).
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
                message=f"nothing in the quotation stands for “{word.text}”",
                confidence=_CONFIDENCE,
                post=(word.start, word.end),
            )


RULE = ContentMissing()
