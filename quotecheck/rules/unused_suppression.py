"""unused-suppression."""

from __future__ import annotations

from quotecheck.rules.base import Rule


class UnusedSuppression(Rule):
    """
    What it does: points out a suppression in the article that suppresses nothing: what it is about is no longer found,
    or it names a rule that does not exist, or it is misspelt. A suppression that outlives its reason would one day hide
    what nobody meant to hide.

    Examples: `<!-- quotecheck: ignore[bound-changed] -->` before a paragraph that has since been corrected;
    `ignore[bound-chnaged]`.

    What to do: remove it, or correct the name.

    Reads: every language.
    """

    name = "unused-suppression"
    severity = "note"
    summary = "a suppression in the article suppresses nothing"


RULE = UnusedSuppression()
