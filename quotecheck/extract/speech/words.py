"""Sentences and words of English prose."""

from __future__ import annotations

import re
from itertools import islice

_MAY_END = (  # the sign first: what is before it is looked at only there
    r"[.!?…](?<!\b[A-Z].)(?<!\b(?:Mr|Ms|Dr|Sr|Jr|St|Lt).)(?<!\b(?:Mrs|Gen|Sen|Rep|Gov|Col|Sgt|Adm).)(?<!\bProf.)"
)
_TOKEN = re.compile(
    r"[A-Z]\.(?:(?:[A-Z]\.)+|(?=\s[A-Z]))"
    r"|(?=[A-Z])(?:Mr|Mrs|Ms|Dr|Sr|Jr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Prof|Adm|Capt|Maj|Rev|Sec)\."
    r"|\w[\w’'&-]*(?<![’'-])|[^\w\s]"
)
SENTENCE_END = re.compile(_MAY_END + r"[\"'”’»)]*\s+(?=[\"'“‘«(]*[A-ZÀ-ÞĀ-Ž])")
_DONE = re.compile(_MAY_END + r"[\"'”’»)]*\s*$")


def tokens(text: str) -> list[str]:
    """Words and signs of `text`; abbreviations and initials keep their full stops."""
    return _TOKEN.findall(text)


def last_sentence(text: str) -> str:
    """What stands behind the last end of a sentence in `text`; "" where the last sentence has ended."""
    if _DONE.search(text):
        return ""
    start = 0
    for end in SENTENCE_END.finditer(text):
        start = end.end()
    return text[start:]


def first_tokens(text: str, count: int) -> list[str]:
    """The first `count` of the `tokens` of `text`; the rest is not read."""
    return [match.group() for match in islice(_TOKEN.finditer(text), count)]


def capital(token: str) -> bool:
    """Whether the word begins with a capital."""
    return token[:1].isupper()


def low(token: str) -> str:
    """The word in lower case, without the full stop of an abbreviation and the ending of a possessive."""
    return token.lower().rstrip(".").removesuffix("'s").removesuffix("’s")


def possessive(token: str) -> bool:
    """Whether the word is a possessive: "Trump's", "the drivers'"."""
    return token.endswith(("'s", "’s", "s'", "s’"))
