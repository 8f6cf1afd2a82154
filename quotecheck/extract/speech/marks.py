"""Quotation marks in one paragraph: which open, which close, and which are apostrophes, feet or inches.

The pairs are those of CLDR's delimiters and of The Chicago Manual of Style (nested and multi-paragraph quotations):
“ ”, ‘ ’, „ “, ‚ ‘, « », » «, ‹ ›, ” ”, 「 」, 『 』 and the straight " and '.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

DEEPEST = 8
"""Marks open at once; older ones are forgotten, so that no text takes more than linear time."""

_MARK = re.compile(r"[\"'“”„‟‘’‚‛«»‹›「」『』＂]")
_SINGLE = frozenset("'‘‚‛‹")
_CLOSES = {
    '"': ('"', "“", "„"),
    "＂": ("＂",),
    "”": ("“", "„", "”", '"', "‟"),
    "“": ("„",),
    "'": ("'", "‘"),
    "’": ("‘", "'", "‚", "‛"),
    "‘": ("‚",),
    "»": ("«",),
    "«": ("»",),
    "›": ("‹",),
    "‹": ("›",),
    "」": ("「",),
    "』": ("『",),
}
_BEFORE_OPENING = frozenset("([{<—–―-/\\|:;,¿¡…=>*_~“‘„‚«‹「『\"'")
_ELISION = re.compile(
    r"(?:\d\ds?\b|tis\b|twas\b|twere\b|twill\b|til\b|till\b|em\b|cause\b|cos\b|bout\b|round\b|nuff\b|neath\b|n['’]|s\b)",
    re.IGNORECASE,
)
_BEHIND_DIGIT = re.compile(r"[\"”](?<=\d.)")  # the mark first, as it is searched quicker
_FEET_AND_INCHES = re.compile(r"\d['’′]\s?\d{1,2}(?:[½¼¾]|\.\d)?$")


class Marked(Struct, frozen=True):
    """Words between marks: `text[start:end]`, without the marks.

    Attributes:
        mark: the opening mark.
        closed: whether a closing mark was found; an open one runs to the end of the paragraph.
    """

    start: int
    end: int
    mark: str
    closed: bool = True


class _Scan:
    def __init__(self, text: str, inches: frozenset[int]) -> None:
        self.text = text
        self.found: list[Marked] = []
        self.stray = 0
        self.stack: list[tuple[str, int]] = []
        places = [match.start() for match in _MARK.finditer(text)]
        self._next_closer = _next_closing_singles(text, places)
        for place in places:
            if place not in inches:
                self._see(place)

    def _see(self, place: int) -> None:
        text = self.text
        char = text[place]
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        if char in "'’" and _is_word(before) and _is_word(after):
            return
        opens = (not before or before.isspace() or before in _BEFORE_OPENING) and bool(after) and not after.isspace()
        closes = bool(before) and not before.isspace() and not _is_word(after)
        match char:
            case '"' | "＂":
                if self._holds(char):
                    spaced = opens and before.isspace()
                    if not spaced:
                        self._close(place)
                    else:  # the earlier one was never closed
                        self._forget(char)
                        self._open(char, place)
                elif opens:
                    self._open(char, place)
                elif not (closes and self._close(place)):
                    self.stray += 1
            case "'":
                if opens and not (closes and self._holds("'")):
                    if not _ELISION.match(text, place + 1):
                        self._forget("'")
                        self._open("'", place)
                elif closes and not self._possessive(place):
                    self._close(place)
            case "’":
                if closes and not self._possessive(place):
                    self._close(place)
            case "‘":
                if not (closes and self._close(place)) and opens and not _ELISION.match(text, place + 1):
                    self._open(char, place)
            case "“":
                if not ((closes or not opens) and self._close(place)):
                    self._open(char, place)
            case "”":
                if not self._close(place):
                    if opens:
                        self._open(char, place)
                    else:
                        self.stray += 1
            case "„" | "‚" | "‟" | "‛" | "「" | "『":
                self._open(char, place)
            case _:  # guillemets, which point either way, and closing corner brackets
                if not self._close(place) and char in "«‹»›" and (opens or char in "«‹"):
                    self._open(char, place)

    def _holds(self, mark: str) -> bool:
        return any(kind == mark for kind, _ in self.stack)

    def _open(self, mark: str, place: int) -> None:
        self.stack.append((mark, place + 1))
        if len(self.stack) > DEEPEST:
            del self.stack[0]

    def _forget(self, mark: str) -> None:
        for depth in range(len(self.stack) - 1, -1, -1):
            kind = self.stack[depth][0]
            if kind == mark:
                del self.stack[depth:]
                if mark not in _SINGLE:
                    self.stray += 1
                return
            if mark in _SINGLE and kind not in _SINGLE:
                return

    def _close(self, place: int) -> bool:
        char = self.text[place]
        wanted = _CLOSES.get(char, ())
        single = char in "'’‘"
        for depth in range(len(self.stack) - 1, -1, -1):
            mark, start = self.stack[depth]
            if mark in wanted:
                self.found.append(Marked(start, place, mark))
                del self.stack[depth:]
                return True
            if single and mark not in _SINGLE:
                return False
        return False

    def _possessive(self, place: int) -> bool:
        """Whether the mark after a plural's s is its apostrophe: "the drivers' rights" inside single marks."""
        if self.text[place - 1 : place] not in ("s", "z") or not self.text[place + 1 : place + 2].isspace():
            return False
        later = self._next_closer.get(place)
        return later is not None and self.text[later - 1] not in "sz"


def _is_word(char: str) -> bool:
    return bool(char) and (char.isalnum() or char in "$€£#@%")


def _next_closing_singles(text: str, places: Sequence[int]) -> dict[int, int]:
    """For each single mark, the next one that can close, if no opening one comes between."""
    following: dict[int, int] = {}
    closer: int | None = None
    for place in reversed(places):
        if text[place] not in "'’‘":
            continue
        before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
        if _is_word(before) and _is_word(after):
            continue
        if closer is not None:
            following[place] = closer
        closes = bool(before) and not before.isspace() and not _is_word(after)
        closer = place if closes and text[place] != "‘" else None
    return following


def find_marked(text: str) -> list[Marked]:
    """Everything between quotation marks in one paragraph, in the order of the opening marks, outer before inner.

    A double mark that opens and never closes gives one entry with `closed=False`, which runs to the end of the
    paragraph, where nothing else of its kind stands after it; single marks that never close are apostrophes.
    Takes time linear in the length of the text.
    """
    if not _MARK.search(text):
        return []
    definite: set[int] = set()
    doubtful: set[int] = set()
    for match in _BEHIND_DIGIT.finditer(text):
        place = match.start()
        if _FEET_AND_INCHES.search(text, max(0, place - 8), place):
            definite.add(place)
        else:
            doubtful.add(place)
    best = _Scan(text, frozenset(definite))
    if doubtful and (best.stray or any(mark == '"' for mark, _ in best.stack)):
        other = _Scan(text, frozenset(definite | doubtful))
        if other.stray + len(other.stack) < best.stray + len(best.stack):
            best = other
    found = best.found
    for mark, start in reversed(best.stack):
        if mark in _SINGLE:
            continue
        doubled = text[start : start + 1] in ("“", "„", "«", '"')  # two marks where one was meant
        if not doubled and all(later.mark != mark or later.start < start for later in found):
            found.append(Marked(start, len(text), mark, closed=False))
        break
    found = [trimmed for trimmed in (_trim(text, entry) for entry in found) if trimmed]
    return sorted(found, key=lambda entry: (entry.start, -entry.end))


def _trim(text: str, entry: Marked) -> Marked | None:
    start, end = entry.start, entry.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if not any(char.isalnum() for char in text[start:end]):
        return None
    return Marked(start, end, entry.mark, entry.closed)
