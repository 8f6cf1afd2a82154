"""The English sentence as it would read with one denial more, or one less.

If a passage says the opposite of its source, turning it round brings the two closer together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotecheck.facts.fact import Negation

MAX_CANDIDATES = 5
"""How many places to try; each costs an embedding."""

_WITHOUT = {
    "nobody": "everybody", "no one": "everyone", "noone": "everyone", "nothing": "something", "nowhere": "somewhere",
    "none": "all", "neither": "both", "cannot": "can", "never": "", "no longer": "still", "nor": "and",
    "wont": "will", "cant": "can", "false that": "true that", "untrue that": "true that", "a lie that": "true that",
    "a myth that": "true that", "false to say": "true to say", "far from over": "over", "far from being": "",
}  # fmt: skip
_CONTRACTED = re.compile(r"(?i)\b(ca|wo|sha|ai|[a-z]+?)\s?n\s?['’]?\s?t$")
_FULL = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is"}
_AUXILIARY = re.compile(
    r"(?i)\b(?:is|are|was|were|am|has|have|had|can|could|will|would|shall|should|must|may|might|do|does|did)\b"
    r"(?!\s*n['’]t|\s+not\b)"
)
_SHORT_AUXILIARY = re.compile(r"(?i)(?:(?<=\bI)['’]m|(?<=[a-z])['’](?:re|ve|ll)|(?<=\bit|\bhe)['’]s|(?<=\bshe)['’]s)\b")
_AND = re.compile(r"(?i)\band\b(?= \w)")
_VERB = re.compile(
    r"(?i)\b(?:[a-z]{2,}ed|said|says|made|makes|took|takes|went|goes|got|gets|gave|gives|came|comes|won|wins|began|begins|became|"
    r"becomes|left|leaves|lost|held|kept|put|led|met|paid|saw|sees|knew|knows|thought|thinks|found|finds|told|tells|brought|"
    r"wants|needs|stands|stood|works|seems|shows|believes|plans|think|believe|want|know|need)\b"
)


def removed(text: str, cue: Negation) -> str:
    """The text without one denial.

    Args:
        text: an English text.
        cue: a denial in it.
    """
    words = cue.text
    lower = words.lower()
    if lower in _WITHOUT:
        instead = _WITHOUT[lower]
    elif (match := _CONTRACTED.search(words)) is not None:
        stem = match.group(1)
        instead = _FULL.get(stem.lower(), stem)
    else:
        instead = ""
    return re.sub(r" {2,}", " ", text[: cue.start] + instead + text[cue.end :]).strip()


def states(text: str) -> bool:
    """Whether an English text has a verb that a denial could stand beside: "the singer from Porto" states nothing."""
    return bool(_AUXILIARY.search(text) or _SHORT_AUXILIARY.search(text) or _VERB.search(text))


def inserted(text: str, cues: Sequence[Negation] = ()) -> list[tuple[str, tuple[int, int]]]:
    """The text with one denial more, at each place where one could stand, and the span of what it would deny."""
    taken = {cue.start for cue in cues}
    places = [match for match in _AUXILIARY.finditer(text) if match.start() not in taken]
    places += [match for match in _SHORT_AUXILIARY.finditer(text) if not text[match.end() :].startswith(" not ")]
    found = [(f"{text[: m.end()]} not{text[m.end() :]}", m.span()) for m in places[:MAX_CANDIDATES]]
    for match in _VERB.finditer(text):
        if len(found) >= MAX_CANDIDATES:
            break
        found.append((f"{text[: match.start()]}did not {text[match.start() :]}", match.span()))
    if not found:
        # "Bring water and wood": what is asked for says what it denies by "but not".
        places = list(_AND.finditer(text))
        found = [(f"{text[: m.start()]}but not{text[m.end() :]}", m.span()) for m in places[:MAX_CANDIDATES]]
    if not found and text:
        found.append((f"It is not true that {text[0].lower()}{text[1:]}", (0, len(text))))
    return found
