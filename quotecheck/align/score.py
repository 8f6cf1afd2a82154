"""One score, 0 to 1, for how surely a passage renders a post, from parts that can each be shown.

meaning: cosine of the two by the cross-language embedding.
wording: rapidfuzz `token_set_ratio` of the passage and the English of the post, with `token_sort_ratio` beside it so
    that a short passage inside a long translation does not count as identical.
facts: share of the post's facts (weighted by how rare each is in the article) that the passage has too.
speaker: 1 where the article gives the quotation to the post's author, -1 where it gives it to somebody else.
"""

from __future__ import annotations

import math

WEIGHTS = {"meaning": 6.0, "wording": 3.0, "facts": 4.0, "speaker": 1.5}
"""Log-odds of each part, chosen so that a passage with half of everything is a coin toss less a little."""

BIAS = -5.0
NEUTRAL_FACTS = 0.35
"""What the facts say where the post holds none: nothing for, a little against."""


def combine(parts: dict[str, float]) -> float:
    """The score, 0 to 1, of the parts that are known; a missing part leaves its weight to the others."""
    semantic = [name for name in ("meaning", "wording") if name in parts]
    log_odds = (
        BIAS + WEIGHTS["facts"] * parts.get("facts", NEUTRAL_FACTS) + WEIGHTS["speaker"] * parts.get("speaker", 0)
    )
    if semantic:
        scale = (WEIGHTS["meaning"] + WEIGHTS["wording"]) / sum(WEIGHTS[name] for name in semantic)
        log_odds += scale * sum(WEIGHTS[name] * parts[name] for name in semantic)
    return 1.0 / (1.0 + math.exp(-log_odds))


def plain_words(text: str) -> str:
    """A text as `wording` compares it: lower case, words and spaces only."""
    from rapidfuzz.utils import default_process

    return default_process(text)


def wording(left: str, right: str) -> float:
    """How alike two English texts are in words, 0 to 1, whatever the order.

    Args:
        left, right: as `plain_words` gives them.
    """
    from rapidfuzz import fuzz

    if not left or not right:
        return 0.0
    return (2.0 * fuzz.token_set_ratio(left, right) + fuzz.token_sort_ratio(left, right)) / 300.0
