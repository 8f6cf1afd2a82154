"""The line under an embedded post that says whose it is: `— Name (@handle) October 23, 2025`."""

from __future__ import annotations

import re

from msgspec import Struct

from quotecheck.extract.posts.dates import iso_date
from quotecheck.extract.posts.words import Paragraph

_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
HANDLE = re.compile(r"[(（]\s*@\s*([A-Za-z0-9_]{1,20})\s*[)）]")
"""An X account in its brackets."""
_STRONG_DASH = re.compile(r"[—―]|\u2013|--|(?:(?<=\s)|^)-(?=\s)")
_LONGEST_NAME = 60
"""X allows 50 characters; a few more for emoji that count double."""
_LONGEST_REST = 90


class Signature(Struct, frozen=True):
    """What a signature says; `words` is what stands before it."""

    words: str
    author: str | None
    handle: str | None
    posted_at: str | None


def split(found: list[Paragraph], handle: re.Pattern[str] = HANDLE) -> Signature:
    """Tell an embed's words from its signature, which may be a paragraph, a line, or the end of one.

    Dashes occur in posts, and now and then in names. Where a dash opens the last line, all of that line is the
    signature; otherwise it begins at the last dash before the handle.

    Args:
        found: the embed's paragraphs.
        handle: how the platform writes an account; its first group is the handle.
    """
    for index in range(len(found) - 1, max(-1, len(found) - 5), -1):
        lines = _INVISIBLE.sub("", found[index].text)
        handles = list(handle.finditer(lines))
        if not handles:
            continue
        match = handles[-1]
        rest = " ".join([lines[match.end() :], *(p.text for p in found[index + 1 :])]).strip()
        if len(rest) > _LONGEST_REST:
            break
        before = lines[: match.start()]
        start, name = _name(before, alone=index > 0)
        words = [p.text for p in found[:index]]
        if start > 0 and (kept := _head(found[index].text, start)):
            words.append(kept)
        author = " ".join(name.split()).strip("\"'“” ") or None
        return Signature("\n\n".join(words).strip(), author, match[1], iso_date(rest))
    return Signature("\n\n".join(p.text for p in found), None, None, None)


def _name(before: str, *, alone: bool) -> tuple[int, str]:
    """Where in `before`, the text up to the handle, the signature begins, and the name in it."""
    line_start = before.rstrip().rfind("\n") + 1
    line = before[line_start:]
    stripped = line.lstrip()
    opening = _STRONG_DASH.match(stripped)
    if opening and (alone or line_start > 0) and len(stripped) - opening.end() <= _LONGEST_NAME:
        return line_start, stripped[opening.end() :]
    for dash in ("—", "―", "–", "--", " - "):
        at = line.rfind(dash)
        if at >= 0 and len(line) - at <= _LONGEST_NAME + 10:
            return line_start + at, line[at + len(dash) :]
    if len(stripped) <= _LONGEST_NAME and (alone or line_start > 0):
        return line_start, stripped
    return len(before), ""


def _head(text: str, visible: int) -> str:
    """The first `visible` characters of `text`, those not counted that `_INVISIBLE` leaves out."""
    count = 0
    for index, character in enumerate(text):
        if count == visible and not _INVISIBLE.match(character):
            return text[:index].rstrip()
        if not _INVISIBLE.match(character):
            count += 1
    return text.rstrip()
