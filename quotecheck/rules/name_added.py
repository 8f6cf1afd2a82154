"""name-added."""

from __future__ import annotations

from collections.abc import Iterable

from quotecheck.rules.base import AlignmentRule, Case, Hit
from quotecheck.rules.name_pairs import distinct, listing, name_pairs

_CONFIDENCE = 0.75


class NameAdded(AlignmentRule):
    """What it does:
        Notes names inside a quotation that the post does not have, nor the other posts of its thread, and that are
        not the post's author or the quotation's speaker. One note lists them all.

    Examples:
        The post says "Dice que habrá guerra", the quotation "Trump says there will be war": the quotation names
        Trump, the post does not.

    What to do:
        If the name explains the quotation, set it in brackets; else take it out.

    Reads:
        Names on both sides and in the post's thread; the post's author and handle, the quotation's speaker.
    """

    name = "name-added"
    severity = "note"
    summary = "the quotation names what the post does not"
    needs = frozenset({"names"})

    def check(self, case: Case) -> Iterable[Hit]:
        if case.kind != "quotation" or case.truncated:
            return
        lone = distinct(name_pairs(case).only_passage, "en")
        if not lone:
            return
        yield Hit(
            message=f"the quotation names {listing(lone)}, the post does not",
            confidence=_CONFIDENCE,
            passage=(lone[0].start, lone[0].end),
        )


RULE = NameAdded()
