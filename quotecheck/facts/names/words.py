"""Words of a text, with their places, and what their capitals look like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from quotecheck.facts.folding import fold

_MARKS_OF_WORDS = (
    "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962\u0963"
)
"""Vowel signs and accents, which Python does not count among the characters of words."""
WORD = re.compile(rf"[^\W_]+(?:[{_MARKS_OF_WORDS}]+[^\W_]*)*")
_CAMEL = re.compile(r"[A-ZÀ-ÞА-Я]+(?![a-zß-ÿа-я])|[A-ZÀ-ÞА-Я]?[a-zß-ÿа-яё]+|\d+|[^\W\d_A-Za-zÀ-ÿА-яё]+")
_ENDS = frozenset(".!?…:;。！？；：¿¡")
_SIGNS_OF_TAGS = "#@＃"
_BULLETS = frozenset({"-", "–", "—", "|", "•", "*"})
_MARKS = frozenset("\"'“”„«»‘’‹›()[]{}*•·-–—|►▶¿¡🔴⚠️")
_LINK = re.compile(
    r"(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S+|\b[\w-]{1,40}(?:\.[\w-]{1,40}){0,3}\.(?:com|org|net|cz|pl|ru|de|fr|es|it|pt|eu|uk|br|mx|ar)\b(?:/\S*)?",
    re.IGNORECASE,
)
_MAYBE_LINK = re.compile(r"://|\.\S")
"""What no link is without; to look for links takes far longer."""


_GERSHAYIM = re.compile('(?<=[\u05d0-\u05ea])["\u201d\u05f4](?=[\u05d0-\u05ea](?![\u05d0-\u05ea]))')


def solid(text: str) -> str:
    """A text whose Hebrew acronyms hold together: their last letter but one has a mark behind it, or a quotation
    mark in its stead. As long as before."""
    if text.isascii():
        return text
    return _GERSHAYIM.sub("\u05bf", text)


class Word(Struct, frozen=True):
    """A run of letters and digits.

    Attributes:
        start, end: its place in the text.
        text, folded: as written; lower case without accents.
        capital: begins with a capital letter.
        upper: at least two letters, none of them small.
        opens: stands where any word would have a capital: first in a sentence, a line or a quotation.
        tag: part of a hashtag or handle.
        gap: what stands between the word before and this one.
    """

    start: int
    end: int
    text: str
    folded: str
    capital: bool
    upper: bool
    opens: bool
    tag: bool
    gap: str


def words(text: str) -> list[Word]:
    """Words of `text` in order; links are left out, hashtags and handles are cut at their inner capitals."""
    plain = solid(_LINK.sub(lambda link: " " * len(link[0]), text) if _MAYBE_LINK.search(text) else text)
    folded = fold(plain)
    tagged = any(sign in plain for sign in _SIGNS_OF_TAGS)
    found: list[Word] = []
    before, last = "", 0
    for start, end, tag in _tagged(plain) if tagged else [(*match.span(), False) for match in WORD.finditer(plain)]:
        written, gap = plain[start:end], plain[last:start]
        found.append(
            Word(
                start, end, written, folded[start:end],
                written[0].isupper(),
                written.isupper() and len(written) > 1,
                not before or (gap != " " and _opens(gap, before)),
                tag,
                gap,
            )
        )  # fmt: skip
        before, last = written, end
    return found


def _tagged(plain: str) -> Iterator[tuple[int, int, bool]]:
    """Where the words are of a text with hashtags or handles, and which of them are parts of one."""
    tag, last = False, 0
    for match in WORD.finditer(plain):
        begin, end = match.span()
        tag = (begin > 0 and plain[begin - 1] in _SIGNS_OF_TAGS) or (tag and plain[last:begin] == "_")
        pieces = [(m.start() + begin, m.end() + begin) for m in _CAMEL.finditer(match[0])] if tag else []
        for start, last in pieces or [(begin, end)]:
            yield start, last, tag


def _opens(gap: str, before: str) -> bool:
    if "\n" in gap:
        return True
    body = gap.strip()
    if not body:
        return False
    if any(mark in '"“„«‹¿¡' for mark in body) and not body.endswith(("”", "»")):
        return True
    if body[0] in _ENDS:
        # "J. Biden", "St. Louis", "EE. UU.": a full stop after one or two letters ends no sentence.
        return not (body == "." and len(before) <= 2 and before[0].isupper())
    if len(gap) > 2 and body in _BULLETS:
        return True
    return body[0] in _MARKS and any(mark in _ENDS for mark in body)


def telling(found: Sequence[Word], nouns: bool) -> bool:
    """Whether capitals in this text tell names from words: not in a headline, not where all is shouted.

    Args:
        found: the text's words.
        nouns: the language writes every noun with a capital.
    """
    letters = [word for word in found if word.text[0].isalpha() and not word.tag]
    if not letters:
        return True
    if len(letters) > 3 and sum(word.upper for word in letters) > len(letters) * 0.5:
        return False
    long = [word for word in letters[1:] if len(word.text) > 3 and not word.opens and "," not in word.gap]
    if nouns or len(long) < 5:
        return True
    return sum(word.capital for word in long) < 0.8 * len(long)
