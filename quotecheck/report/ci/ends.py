"""Where the words of a finding end in the source that they were read from.

A report says where they begin. In the source they may hold tags, references and line breaks that reading took away.
They are followed there, and where that does not succeed, nothing is said rather than something wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from quotecheck.errors import QuotecheckError

_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG = re.compile(r"<[A-Za-z/!?][^>]{0,4000}>")
_MARKDOWN = "*_`~"


class Text:
    """A source's text, for looking up places in it."""

    def __init__(self, text: str) -> None:
        from quotecheck.extract.positions import line_starts

        self._text = text
        self._starts: Sequence[int] = line_starts(text)

    def end(self, line: int, column: int, words: str) -> tuple[int, int, str] | None:
        """Line and column just behind `words`, which begin at `line` and `column`, and how the source writes them.

        None where the source does not hold them there.
        """
        from quotecheck.extract.positions import place

        if not 1 <= line <= len(self._starts) or not words:
            return None
        start = self._starts[line - 1] + column - 1
        stop = follow(self._text, start, words)
        if stop is None:
            return None
        end_line, end_column = place(self._starts, stop)
        return end_line, end_column, self._text[start:stop]


def read(path: str) -> Text | None:
    """The text of a file, decoded as extraction does; None where it cannot be read any more."""
    from quotecheck.extract.decode import decode
    from quotecheck.sources.file import FileSource

    try:
        return Text(decode(FileSource(path).read()))
    except (QuotecheckError, OSError):
        return None


def follow(text: str, start: int, words: str) -> int | None:
    """The offset in `text` just behind `words`, which begin at `start`; None where they do not stand there."""
    at, done = start, 0
    while done < len(words):
        if words[done].isspace():
            done, at = _past_spaces(words, done), _past_gap(text, at)
            continue
        matched = _matched(text, at, words, done)
        if matched:
            at, done = at + matched[0], done + matched[1]
            continue
        skipped = _markup(text, at) if at > start else 0  # words never begin inside a tag
        if not skipped:
            return None
        at += skipped
    return at


def _matched(text: str, at: int, words: str, done: int) -> tuple[int, int] | None:
    """How much of the source, and of the words, is the same here."""
    if text.startswith("&", at):
        found = _REFERENCE.match(text, at)
        meant = unescape(found[0]) if found else ""
        if found and meant and words.startswith(meant, done):
            return len(found[0]), len(meant)
    if text.startswith("\\", at) and at + 1 < len(text) and text[at + 1] == words[done] and not words[done].isalnum():
        return 2, 1
    return (1, 1) if at < len(text) and text[at] == words[done] else None


def _markup(text: str, at: int) -> int:
    """How long the tag or the mark of emphasis is that stands here; 0 where none does."""
    if found := _TAG.match(text, at):
        return found.end() - at
    return 1 if at < len(text) and text[at] in _MARKDOWN else 0


def _past_spaces(words: str, at: int) -> int:
    while at < len(words) and words[at].isspace():
        at += 1
    return at


def _past_gap(text: str, at: int) -> int:
    """Behind white space, the tags and references that amount to it, and the marks that close an emphasis before it."""
    while at < len(text) and text[at] in _MARKDOWN:
        at += 1
    while at < len(text):
        if text[at].isspace():
            at += 1
        elif found := _TAG.match(text, at) or _blank_reference(text, at):
            at = found.end()
        else:
            break
    return at


def _blank_reference(text: str, at: int) -> re.Match[str] | None:
    found = _REFERENCE.match(text, at)
    return found if found and unescape(found[0]).isspace() else None
