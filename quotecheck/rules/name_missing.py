"""name-missing."""

from __future__ import annotations

from collections.abc import Iterable

from quotecheck.rules.base import AlignmentRule, Case, Hit
from quotecheck.rules.name_pairs import distinct, listing, name_pairs

_CONFIDENCE = 0.8
_LESS_SURE = 0.6
"""Where the passage is not in quotation marks, and so free to leave out what its article says elsewhere."""


class NameMissing(AlignmentRule):
    """What it does:
        Notes names in the part of the post that the passage renders which the passage does not have, and which the
        article around it does not give either. One note lists them all.

    Examples:
        The post says "Maduro amenaza a Trump con 5.000 misiles", the quotation "Maduro threatens with 5,000
        missiles": the post names Trump, the quotation does not.

    What to do:
        See whether the passage still says whom or what the post speaks of. Leaving a name out may be right.

    Reads:
        Names on both sides, in the article around the passage and in the post's thread.
    """

    name = "name-missing"
    severity = "note"
    summary = "the post names what the passage does not"
    needs = frozenset({"names"})

    def check(self, case: Case) -> Iterable[Hit]:
        lone = distinct(name_pairs(case).only_post, case.post.language.code)
        if not lone:
            return
        yield Hit(
            message=f"the post names {listing(lone)}, the passage does not",
            confidence=_CONFIDENCE if case.kind == "quotation" else _LESS_SURE,
            post=(lone[0].start, lone[0].end),
        )


RULE = NameMissing()
