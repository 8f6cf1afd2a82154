"""unexplained-suppression."""

from __future__ import annotations

from quotecheck.rules.base import Rule


class UnexplainedSuppression(Rule):
    """
    What it does: points out a suppression in the article that gives no reason, where the settings ask for one
    (`require-reason = true`). It suppresses all the same.

    Examples: `<!-- quotecheck: ignore[bound-changed] -->`; with a reason it would be
    `<!-- quotecheck: ignore[bound-changed] the speaker corrected himself -->`.

    What to do: write the reason behind the brackets, or as `reason` in the front matter.

    Reads: every language.
    """

    name = "unexplained-suppression"
    severity = "warning"
    summary = "a suppression in the article gives no reason, and one is asked for"


RULE = UnexplainedSuppression()
