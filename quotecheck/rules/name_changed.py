"""name-changed."""

from __future__ import annotations

from collections.abc import Iterable

from quotecheck.facts.fact import Name
from quotecheck.facts.names import place_gap
from quotecheck.rules.base import AlignmentRule, Case, Hit
from quotecheck.rules.name_pairs import name_pairs, short
from quotecheck.rules.name_places import exchanged

_PLACES = 0.85
"""How sure it is that two names changed places, before calibration."""

_STRANGE = 0.7
"""Where a name of the passage has no counterpart, and a word of the post has none, that may well be a name."""


class NameChanged(AlignmentRule):
    """What it does:
        Fires when a person, place or organisation that the passage names is nowhere in the post, and the post names
        another one there. Names are compared straight from the post's language to English: exonyms (Londres is
        London), acronyms (OTAN is NATO), peoples (venezolano is Venezuelan), other scripts (Путин is Putin), case
        endings, hashtags and shortened names (Nicolás Maduro is Maduro) are the same name. It fires too when a name of
        the quotation and a word of the post, which may be one, both have no counterpart, and where two names of one
        kind changed places: each does what the other does in the post.

    Examples:
        The post says "Maduro habló en Bogotá", the passage "Maduro spoke in Lima": Bogotá became Lima.
        The post says "Rusia vende gas a China", the passage "China sells gas to Russia": they changed places.

    What to do:
        Check who or where the post means, and correct the passage.

    Reads:
        Names on both sides, and where they stand in their texts.
    """

    name = "name-changed"
    severity = "error"
    summary = "a person, place or organisation became another"
    needs = frozenset({"names"})

    def check(self, case: Case) -> Iterable[Hit]:
        found = name_pairs(case)
        swapped = exchanged(case, found.same)
        if swapped is not None:
            agent, other = short(swapped.agent.text), short(swapped.other.text)
            yield Hit(
                message=f"the names changed places: from {agent} in the passage, from {other} in the post"
                if swapped.way
                else f"the names changed places: {agent} does in the passage what {other} does in the post",
                confidence=_PLACES,
                post=swapped.post,
                passage=swapped.passage,
            )
        for ours, theirs in found.aliens:
            yield Hit(
                message=f"nothing in the post stands for {short(theirs.text)}, "
                f"nothing in the passage for “{short(ours.text)}”",
                confidence=_STRANGE,
                post=(ours.start, ours.end),
                passage=(theirs.start, theirs.end),
            )
        for ours, theirs in found.changed:
            yield Hit(
                message=f"the post names {short(ours.text)}, the passage {short(theirs.text)}",
                confidence=_confidence(ours, theirs, case),
                post=(ours.start, ours.end),
                passage=(theirs.start, theirs.end),
            )


def _confidence(ours: Name, theirs: Name, case: Case) -> float:
    """Surer where both are surely names and stand in the same place of their texts."""
    gap = place_gap(ours, theirs, len(case.post.text), len(case.passage.text))
    sure = 0.95 if not ours.weak else 0.8
    return round(max(0.5, sure - 0.3 * gap), 2)


RULE = NameChanged()
