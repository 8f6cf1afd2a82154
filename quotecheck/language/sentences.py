"""Where the sentences of a text begin and end: rules, and the abbreviations of each language in `data/`."""

from __future__ import annotations

import re

from quotecheck.language.notes import Notes, notes

_OPENING = "\"'“‘„‚«‹»›「『（([{¿¡*_-–—•"
_CLOSING = r"""[’”»›」』）)\]}*_]|["'“‘«‹](?=[\s,.;:!?)]|$)|[ \u00a0\u202f](?=»(?:\s|$))"""
"""What closes behind a final mark: some signs open in one language and close in another, so those only before a space;
French sets a space before »."""
_BREAK = re.compile(
    rf"(?P<marks>[.．。｡!！?？؟۔।॥…։።។။;]{{1,64}})(?P<closing>(?:{_CLOSING}){{0,8}})(?P<space>\s{{0,64}})"
    r"|(?P<line>[^\S\n\r]{0,64}(?:\r\n|\n|\r|\u2028|\u2029)\s{0,64})"
)
_UNSPACED = frozenset("。．｡！？।॥۔؟။។")
"""Marks that end a sentence with no space behind them."""
_BEFORE = re.compile(r"[\w.'’\u0900-\u0963]{1,24}$")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}$")
_NEXT_WORD = re.compile(r"[^\W\d_]+['’]?")


def sentences(text: str, lang: str) -> list[tuple[int, int]]:
    """Split a text into sentences.

    Args:
        text: a post or a paragraph. A line break ends a sentence, unless the line plainly runs on.
        lang: ISO 639-1 code of its language, for abbreviations and ordinals; "und" where it is not known.

    Returns:
        Half-open spans in code points, in order, without white space at their edges. Together they hold everything
        that is not white space.
    """
    known = notes(lang) if notes(lang).scripts else notes("en")
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _BREAK.finditer(text):
        if match.group("line") is not None:
            if _runs_on(text, match.start(), match.end()):
                continue
            end = match.start()
        else:
            end = match.end("closing")
            if not _ends_here(text, match, start, known, lang):
                continue
        _add(spans, text, start, end)
        start = match.end()
    _add(spans, text, start, len(text))
    return spans


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if right > left:
        spans.append((start + left, start + right))


def _runs_on(text: str, start: int, end: int) -> bool:
    """Whether a line break is only a wrapped line: a lower-case letter follows, and nothing closed the line."""
    if start == 0 or end >= len(text) or text.count("\n", start, end) > 1:
        return False
    return text[end].islower() and (text[start - 1].isalnum() or text[start - 1] in ",-–")


def _ends_here(text: str, match: re.Match[str], start: int, known: Notes, lang: str) -> bool:
    marks, space = match.group("marks"), match.group("space")
    if match.end() >= len(text) or "\n" in space:
        # A line break decides by itself, below the abbreviation at the end of a wrapped line.
        return match.end() >= len(text) or not _runs_on(text, match.start() + len(marks), match.end())
    if ";" in marks and lang != "el":
        return False
    if not space:
        return marks[-1] in _UNSPACED
    following = text[match.end()]
    if following.islower():
        return False
    if marks[0] == "." and len(marks) == 1 and not match.group("closing"):
        return _full_stop_ends(text, match.start(), match.end(), start, known)
    if (set(marks) <= {".", "…"} and len(marks) != 1) or marks == "…":
        return not following.isdigit()
    return True


def _full_stop_ends(text: str, stop: int, after: int, start: int, known: Notes) -> bool:
    found = _BEFORE.search(text, max(start, stop - 24), stop)
    before = found.group() if found else ""
    if not before:
        return True
    opens = _opens_sentence(text, after, known)
    bare = before.lower().lstrip("'’.")
    if before.isdigit():
        if stop - len(before) <= start + 1 and len(before) <= 3:
            return False  # the number of a list item
        return not (known.ordinals and len(before) <= 2) or opens
    if bare in known.closed:
        return False
    if bare in known.open or _INITIALS.search(before):
        return opens
    if len(bare) == 1 and bare.isalpha() and before[0].isupper():
        return opens
    return True


def _opens_sentence(text: str, at: int, known: Notes) -> bool:
    """Whether the word at `at` is one that stands capitalised only at the head of a sentence."""
    while at < len(text) and text[at] in _OPENING:
        at += 1
    found = _NEXT_WORD.match(text, at)
    return found is not None and len(found.group()) > 1 and found.group().lower().replace("’", "'") in known.words
