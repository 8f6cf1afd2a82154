"""A text cut into tokens that keep their places: runs of digits, words, and single signs."""

from __future__ import annotations

import re
from collections.abc import Callable

from quotecheck.facts.folding import fold

DIGITS, WORD, SIGN = "digits", "word", "sign"

_HIDDEN = "\ue000"
"""What stands in for a masked code point: private use, so that no table knows it."""

_NOT_TEXT = re.compile(
    r"https?://\S+|www\.\S+|(?:pic\.twitter\.com|t\.co|bit\.ly|youtu\.be|fb\.me)/\S+"
    r"|[\w.+-]{1,64}@[\w-]{1,64}\.\w[\w.]{0,64}"
    r"|[@#＠＃]\w+"
    r"|[0-9*#]\ufe0f?\u20e3"
)
"""Links, mail addresses, handles, hashtags and keycap emoji: their digits count nothing."""

_MAYBE_NOT_TEXT = re.compile(r"[@#＠＃\u20e3]|://|www\.|\.(?:com|co|ly|be|me)/")
"""What none of these is without; to look for them takes far longer."""

_LIST_MARK = re.compile(r"(?:(?<=\n)|^)[ \t]*(?:\(?\d{1,2}[.)][ \t]+(?=\S)|\d{1,2}[/．、][ \t]+(?=\S)|\d{1,2}/\n)")
_LONE_ORDINAL = re.compile(r"\s*\d{1,2}\.[ \t]+\w+")
_THREAD_MARK = re.compile(
    r"^\W{0,8}\d{1,2}/(?:\d{1,2}|[nN])?(?:\s*\n|[ \t]+(?=[^\W\d_a-z]))"
    r"|(?<=[\n.!?…\"”»)])\s{0,4}\(?\d{1,2}/\d{1,2}\)?\s{0,9}$"
)
"""List markers and thread counters ("3/7"), at the places where only they stand."""
_MAYBE_MARK = re.compile(r"\d[.)/．、]")
"""What none of these is without."""

_MARKS = (
    "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u200c\u200d"
)
"""Combining marks, which `\\w` does not count as letters: Arabic vowels, Devanagari vowel signs."""

_TOKEN = re.compile(
    r"(?P<digits>[0-9]{1,3}(?:[ ][0-9]{3}(?![0-9]))+(?:[.,٫][0-9]+)?(?![0-9])|[0-9]+(?:[.,'٬٫·][0-9]+)*)"
    rf"|(?P<word>[^\W\d_]+(?:[{_MARKS}]+[^\W\d_]*)*)"
    r"|(?P<sign>\S)"
)

_WIDE_GROUP = re.compile(r"(?<=[０-９])，(?=[０-９])")
"""The full-width comma groups only full-width digits; elsewhere it parts clauses."""

_KEPT = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹₀-₉\u2460-\u24ff\u2776-\u2793\u3200-\u32ff，]")
"""Raised, lowered and circled digits, and the full-width comma: not folded."""

Forms = Callable[[str], tuple[tuple[str, int], ...]]
"""Of a folded word, the tokens that it consists of: the form of each, and how many code points it takes."""


def masked(text: str) -> str:
    """The text with everything hidden whose digits count nothing; same length."""
    if _MAYBE_NOT_TEXT.search(text):
        text = _NOT_TEXT.sub(_hide, text)
    if _MAYBE_MARK.search(text):
        if not _is_single_line_ordinal(text):
            text = _LIST_MARK.sub(_hide, text)
        text = _THREAD_MARK.sub(_hide, text)
    return text


def _hide(found: re.Match[str]) -> str:
    return _HIDDEN * len(found.group())


def _is_single_line_ordinal(text: str) -> bool:
    """One line that opens with "3. " may be a German or Polish ordinal; a list has several lines."""
    return "\n" not in text and _LONE_ORDINAL.match(text) is not None


def prepared(text: str, *, keep_marks: bool = False) -> str:
    """Masked and folded, same length: raised, lowered and circled digits stay as they are ("km²" is no 2)."""
    folded = fold(masked(text), keep_marks=keep_marks)
    if text.isascii():
        return folded
    if "，" in text:
        text = _WIDE_GROUP.sub(",", text)
    if not _KEPT.search(text):
        return folded
    chars = list(folded)
    for found in _KEPT.finditer(text):
        chars[found.start()] = found.group()
    return "".join(chars)


class Tokens:
    """The tokens of one text, as parallel lists.

    Attributes:
        original: the text as written.
        kinds: DIGITS, WORD or SIGN, one for each token.
        words: the folded and normalised text of each token.
        starts, ends: its place in the original.
    """

    __slots__ = ("ends", "kinds", "original", "starts", "words")

    def __init__(self, original: str) -> None:
        self.original = original
        self.kinds: list[str] = []
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []

    def __len__(self) -> int:
        return len(self.words)

    def add(self, kind: str, word: str, start: int, end: int) -> None:
        """Append one token."""
        self.kinds.append(kind)
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)

    def word(self, index: int) -> str:
        """The token there, or "" beyond either end."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def kind(self, index: int) -> str:
        """The kind of the token there, or "" beyond either end."""
        return self.kinds[index] if 0 <= index < len(self.kinds) else ""

    def glued(self, index: int) -> bool:
        """Whether no space stands between this token and the one before it."""
        return 0 < index < len(self.words) and self.starts[index] == self.ends[index - 1]

    def written(self, index: int) -> str:
        """The token as the author wrote it."""
        return self.original[self.starts[index] : self.ends[index]]


def tokenize(text: str, forms: Forms | None = None, *, keep_marks: bool = False) -> Tokens:
    """Cut a text into tokens.

    Args:
        text: as written.
        forms: brings a word to the form that the language's tables use, and cuts a number word written together
            ("zweihundert") into its parts.
        keep_marks: accents tell words apart (Vietnamese năm, five; Nam, of Việt Nam).
    """
    tokens = Tokens(text)
    kinds, words, starts, ends = tokens.kinds, tokens.words, tokens.starts, tokens.ends
    for found in _TOKEN.finditer(prepared(text, keep_marks=keep_marks)):
        kind = found.lastgroup or SIGN
        start, end = found.span()
        word = found.group()
        if kind == WORD and forms:
            parts = forms(word)
            word = parts[0][0]
            if len(parts) > 1:
                for part, size in parts:
                    tokens.add(WORD, part, start, start + size)
                    start += size
                continue
        kinds.append(kind)
        words.append(word)
        starts.append(start)
        ends.append(end)
    return tokens


def pieces(folded: str) -> list[str]:
    """The tokens of a text that is already folded, without their places."""
    if folded.isascii() and folded.isalpha():
        return [folded]
    return [found.group() for found in _TOKEN.finditer(folded)]
