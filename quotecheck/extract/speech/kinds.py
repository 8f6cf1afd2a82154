"""What marks are there for: somebody's words, a work's title, a word that is spoken of, or the writer's distance.

The uses are those that The Chicago Manual of Style (words used as words, "scare quotes", titles of works) and the AP
Stylebook ("composition titles", "quotation marks") list. In doubt it is speech: only speech is held against the posts,
and silence is never a pass.
"""

from __future__ import annotations

import re

from quotecheck.extract.speech.english import FUNCTION, PARTICLES, TERMS, TITLING, WORKS
from quotecheck.extract.speech.words import low, tokens
from quotecheck.model import QuotationKind

SCARE_WORDS = 3
"""More words than these between marks are somebody's: a writer keeps a distance from a word or two."""

_TITLE_WORDS = 12
_LINKS = FUNCTION | PARTICLES | {"vs", "v", "upon", "off", "out", "up", "down"}
_PERSONAL = frozenset(
    "i i'm i've i'll i'd we we're we've we'll you your you're my our me us he she they let's don't".split()
)
_FINITE = frozenset(
    """
    is are was were am be been will would can could must shall should may might do does did have has had won't can't not
    no never
    """.split()
)
_SENTENCE = re.compile(r"[!?;:…]|\.(?=.)|\d")
_MEANS = re.compile(r"[\"'”’»\s,]*(?:means?|meant|refers? to|stands? for|translates?|is short for|is slang)\b")
_BYLINE = re.compile(r"[\"'”’»\s,]*(?:by|starring|directed by|sung by|written by) [A-ZÀ-ÞĀ-Ž]")


def kind_of(text: str, before: str, after: str, *, attributed: bool, running: bool) -> QuotationKind:
    """The use of one pair of marks.

    Args:
        text: the words inside.
        before: the same paragraph, up to the opening mark; its last hundred code points are enough.
        after: the same paragraph, from the closing mark on.
        attributed: a clause gives the words to somebody (other than "called", which names things too).
        running: they stand in running prose, where titles alone have capitals; in headlines all words may.
    """
    heads = not before.rstrip()
    if heads and attributed:
        return "speech"
    words = [word for word in tokens(text) if word[0].isalnum()]
    lead = [word.lower() for word in tokens(before[-100:])]
    while lead and lead[-1] in "\"'“‘«„(":
        lead.pop()
    colon = bool(lead) and lead[-1] == ":"
    if not words or colon or heads:
        # At the head of a paragraph, and behind a colon, stands speech, unless a byline or a meaning follows.
        if words and not attributed and not colon and len(words) <= _TITLE_WORDS:
            if _BYLINE.match(after) and _capitalised(words):
                return "title"
            if _MEANS.match(after):
                return "term"
        return "speech"
    if len(words) <= _TITLE_WORDS and _named_work(lead, words, attributed=attributed):
        return "title"
    if attributed:
        return "speech"
    if len(words) <= 6 and (_term_before(lead) or _MEANS.match(after)):
        return "term"
    if running and len(words) <= _TITLE_WORDS and _capitalised(words) and (len(words) > 1 or _BYLINE.match(after)):
        return "title"
    short = len(words) <= SCARE_WORDS and not _SENTENCE.search(text)
    if running and short and not {word.lower().replace("’", "'") for word in words} & (_PERSONAL | _FINITE):
        return "scare"
    return "speech"


def _named_work(lead: list[str], words: list[str], *, attributed: bool) -> bool:
    """Whether the words in front announce a work: "the film", "a report titled"."""
    near = [word for word in lead[-4:] if word != ","]
    if near and near[-1] in TITLING:
        return True
    named = bool(near) and (
        near[-1] in WORKS or (len(near) > 1 and near[-1] in ("called", "named") and near[-2] in WORKS)
    )
    return named and _capitalised(words) and not (attributed and near[-1] not in WORKS)


def _term_before(lead: list[str]) -> bool:
    if not lead:
        return False
    if lead[-1] in TERMS:
        return True
    return (
        lead[-1] in ("as", "of", "a", "an", "the", "for") and len(lead) > 1 and lead[-2] in TERMS - {"called", "named"}
    )


def _capitalised(words: list[str]) -> bool:
    """Whether the words are written as a title: every one in a capital but the small ones inside."""
    if not words or not (words[0][0].isupper() or words[0][0].isdigit()):
        return False
    small = 0
    for word in words[1:]:
        if word[0].isupper() or word[0].isdigit():
            continue
        if low(word) not in _LINKS:
            return False
        small += 1
    return small <= len(words) // 2 + 1 and (len(words) == 1 or sum(word[0].isupper() for word in words) >= 2)
