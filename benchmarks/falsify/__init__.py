"""Ways to falsify an English quotation by rule, so that a benchmark does not rest on hand-written ones alone.

Every function here takes a text and returns the changes that apply to it; none knows the post or the tool. Each change
is meant to make the text say something else in correct English, and to change nothing besides.
"""

from __future__ import annotations

from collections import Counter

from falsify.change import KINDS, Change, pick
from falsify.figures import other_bounds, other_days, other_numbers, other_places, other_scales, other_units
from falsify.naming import GIVEN, PEOPLE, names_left_out, other_names, other_titles
from falsify.polarity import asked, denial_inserted, denials_removed, opposites, other_certainty, other_scope
from falsify.wording import clauses_left_out, harmless, word_added

MOST = 2
"""Changes of one kind to one text; more would let a text full of numbers weigh too much."""


def changes(text: str) -> list[Change]:
    """The changes that apply to an English text, at most two of a kind, each to be made alone."""
    every = (
        *other_numbers(text),
        *other_scales(text),
        *other_places(text),
        *other_bounds(text),
        *other_units(text),
        *other_names(text),
        *other_titles(text),
        *other_days(text),
        *denials_removed(text),
        *denial_inserted(text),
        *other_certainty(text),
        *opposites(text),
        *other_scope(text),
        *asked(text),
        *clauses_left_out(text),
        *names_left_out(text),
        *word_added(text),
    )
    made: Counter[str] = Counter()
    kept = []
    for change in every:
        made[change.kind] += 1
        if made[change.kind] <= MOST and change.apply(text) != text:
            kept.append(change)
    return kept


def someone_else(*what: str) -> str:
    """The name of a person nobody in the pairs is called."""
    return f"{pick(GIVEN, *what)} {pick(PEOPLE, *what)}"


__all__ = ["KINDS", "Change", "changes", "harmless", "someone_else"]
