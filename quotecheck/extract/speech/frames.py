"""What a sentence of indirect speech says, without who says it: of "The mayor wrote that it is shut", "it is shut"."""

from __future__ import annotations

import re
from functools import lru_cache

from quotecheck.extract.speech.english import PRONOUNS, cues

_WORD = re.compile(r"[\w’'&-]+")
_MOST_BEFORE = 22
"""Words within which the verb of saying is looked for."""
_MOST_BETWEEN = 6
"""Words between it and "that": "told reporters in the town hall that"."""
_MOST_BEHIND = 8
"""Words of a clause that says at the end whose words they are: ", the head of the clinic told reporters"."""
_SAYS_NOT = frozenset(
    "deny denies denied denying question questions questioned doubt doubted dismissed dismiss denounced disagreed "
    "challenged wonder wondered asked ask asks rejected demanded urged".split()
)
"""Verbs of speech that do not say that it is so."""
_PLAIN = frozenset("said says saying added adds wrote writes writing stressed stresses insisted".split())
"""Those that often have no "that" behind them."""
_OPENS = PRONOUNS | frozenset("the a an there its his her their this these no nobody nothing all most some".split())
_NOT = re.compile(r"\b(?:not|never|no|nobody|n['’]t)\b|n['’]t\b")
_LAST_COMMA = re.compile(r"[,–—-]\s+(?=[^,]{3,80}$)")


@lru_cache(maxsize=2048)
def said_in(text: str) -> tuple[int, int]:
    """The part of an English sentence, or of a clause of one, that is said; all of it where nothing tells who says it.

    Args:
        text: as it was written.

    Returns:
        Where it starts and ends.
    """
    end = _before_the_speaker(text)
    words = list(_WORD.finditer(text, 0, end))
    for place, word in enumerate(words[:_MOST_BEFORE]):
        verb = word[0].lower()
        if verb not in cues() or verb in _SAYS_NOT:
            continue
        if _NOT.search(text[: word.start()].lower()):
            break
        following = words[place + 1 : place + 2 + _MOST_BETWEEN]
        that = next((one for one in following if one[0] == "that"), None)
        if that is not None and not any(mark in text[word.end() : that.start()] for mark in ",;:."):
            return _stripped(text, that.end(), end)
        if (
            verb in _PLAIN
            and following
            and following[0][0].lower() in _OPENS
            and following[0].start() == word.end() + 1
        ):
            return _stripped(text, word.end(), end)
    return 0, end


def _before_the_speaker(text: str) -> int:
    """Where ", she said" begins; the end of the text where nothing of the kind closes it."""
    bare = text.rstrip(" .!?…")
    comma = _LAST_COMMA.search(bare)
    if comma is None:
        return len(text)
    words = [word.lower() for word in _WORD.findall(bare[comma.end() :])]
    says = 0 < len(words) <= _MOST_BEHIND and any(word in cues() and word not in _SAYS_NOT for word in words)
    return comma.start() if says and words[0] not in ("and", "but", "who", "which", "while") else len(text)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    return start, end
