"""Plain text: an article as it was copied from a web page, or typed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import structs

from quotecheck.extract.dates import read_date
from quotecheck.extract.lines import Line, block, joined, lines
from quotecheck.extract.positions import line_starts
from quotecheck.extract.posts.pasted import find_pasted, is_signature
from quotecheck.extract.suppressions import blanked, suppressions, written_out
from quotecheck.model import Article, Block, BlockKind, Document
from quotecheck.sources.source import RawSource

LONGEST_WRAPPED = 120
"""Code points; text whose lines are longer was not wrapped by an editor."""

_BYLINE = re.compile(r"(?:by|por|par|von|di|da|de)\s+(?=[A-ZÀ-ÞĀ-Ž])(.{3,80})$", re.IGNORECASE)
_DATELINE = re.compile(r"(?:(?:published|updated|posted)(?:\s+on)?:?\s+|\w{2,9},\s+)?(?=[\w\d])", re.IGNORECASE)
_LIST_ITEM = re.compile(r"(?:[-*•‣◦▪·–]|\d{1,3}[.)])\s+(?=\S)")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*(?=\s+[\"'“‘«(¿¡]*[A-ZÀ-ÞĀ-Ž])")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Sr|Jr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|vs|No|Prof))\.$")
_CLOSED = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")
_CAPTION = re.compile(
    r"\b(?:file|archive|stock|undated|handout|courtesy) (?:image|photo|photograph|picture|footage|pic)\b"
    r"|\b(?:in|on) an? (?:image|photo|photograph|picture|still|screenshot|frame grab)\b"
    r"|\((?:photo|image|picture|credit|file|foto|imagen|archivo)\b"
    r"|\((?:AP|AFP|EFE|EPA|ANSA|DPA|Reuters|Getty)\b[^()]{0,80}\)$"
    r"|\b(?:getty images|shutterstock|wikimedia commons|reuters connect)\b"
    r"|(?:[/|©]\s?|\bvia )(?:AP|AFP|EFE|EPA|Reuters|Getty)\b[^.]{0,40}$"
    r"|^(?:photo|image|picture|foto|imagen|video|caption)(?: (?:by|credit))?\s?[:/]"
    r"|\b(?:foto|imagen) de archivo\b|\bphoto d'archives?\b|\bfoto d'archivio\b|\barchivfoto\b",
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"(?:read more|read also|also read|see also|see more|related|related stor(?:y|ies)|more on this|you may also like|"
    r"don't miss|recommended|lea también|lee también|te puede interesar|à lire aussi|lire aussi|leggi anche|"
    r"lesen sie auch|leia também)\b\s*(?:$|[:>»|–—-])",
    re.IGNORECASE,
)
# Names of a newspaper's sections, in the languages of the pages that English-language editions share their boxes with.
_SECTION_NAMES = """
politics world news u.s. us usa americas latin america europe asia africa middle east business economy markets
finance opinion analysis sports sport culture entertainment science technology tech health environment climate
society national international elections justice crime security defense immigration lifestyle travel video
política mundo noticias economía opinión deportes cultura sociedad internacional nacional ciencia tecnología
salud sucesos politique monde économie société politica esteri economia cronaca
"""
_SECTIONS = frozenset(_SECTION_NAMES.split())
_NAME_WORD = re.compile(r"(?:[A-ZÀ-ÞĀ-Ž][\w'’.-]*|de|del|la|las|los|da|do|dos|di|van|von|der|den|bin|al|y|e|and|&)$")
_CAPITAL = re.compile(r"[A-ZÀ-ÞĀ-Ž]")


class PlainText:
    """Reads plain text; the format of last resort, for any text can be read as one."""

    name = "text"

    def matches(self, text: str, raw: RawSource) -> float:
        """A little for every text; more where a server or a file name says so."""
        claimed = (raw.media_type or "").split(";")[0].strip().lower()
        return 0.5 if claimed == "text/plain" else 0.1

    def parse(self, text: str, raw: RawSource) -> Document:
        """Read the title (first line), dek, byline, date, captions, boxes of related stories, and paragraphs."""
        starts = line_starts(text)
        if text.startswith("\ufeff"):  # a byte order mark is no column
            starts = [1, *starts[1:]]
        found = written_out(text, starts)
        shown = blanked(text, found, starts) if found else text
        posts, article = find_pasted(_Reader(paragraphs(lines(shown)), starts).article())
        document = Document(article=article, posts=posts)
        if not found:
            return document
        return structs.replace(document, suppressions=suppressions(text, found, document, starts))


def paragraphs(found: Sequence[Line]) -> list[Line]:
    """Lines that an editor has wrapped at a column joined into the paragraphs they were.

    A line goes on in the next where the next one's first word would not have fitted into it.
    """
    longest = max((len(line.text) for line in found), default=0)
    joins = [after for before, after in pairwise(found) if _goes_on(before, after, longest)]
    # Most wrapped lines go on in lower case; without that, the lines are only short paragraphs.
    wrapped = 40 <= longest <= LONGEST_WRAPPED and sum(line.text[0].islower() for line in joins) > 0.4 * len(joins)
    if not wrapped:
        return list(found)
    whole: list[Line] = []
    run: list[Line] = []
    for line in found:
        if run and _goes_on(run[-1], line, longest):
            run.append(line)
            continue
        if run:
            whole.append(_one(run))
        run = [line]
    if run:
        whole.append(_one(run))
    return whole


def _goes_on(before: Line, after: Line, longest: int) -> bool:
    if after.number != before.number + 1 or is_signature(after.text) or _LIST_ITEM.match(after.text):
        return False
    first_word = after.text.split(" ", 1)[0]
    return len(before.text) + 1 + len(first_word) > longest


def _one(run: Sequence[Line]) -> Line:
    text, offsets = joined([(line.text, line.offsets) for line in run], " ")
    return Line(text, offsets, run[0].number)


def _open_ended(text: str) -> bool:
    """Whether nothing at the end of `text` closes a sentence: so end headlines, labels and names."""
    return not _CLOSED.search(text[-12:])


def _one_sentence(text: str) -> bool:
    return not any(not _ABBREVIATED.search(text[: end.end()][-8:]) for end in _SENTENCE_END.finditer(text))


def _person(text: str) -> bool:
    words = text.split()
    return (
        2 <= len(words) <= 6
        and all(_NAME_WORD.match(word) for word in words)
        and sum(bool(_CAPITAL.match(word)) for word in words) >= 2
        and not any(char.isdigit() for char in text)
    )


def _section(text: str) -> bool:
    words = text.lower().split()
    return len(words) <= 3 and all(word.strip("&/,") in _SECTIONS or word in ("&", "and", "y") for word in words)


def _label(text: str) -> bool:
    return len(text) <= 30 and len(text.split()) <= 3 and bool(_CAPITAL.match(text)) and _open_ended(text)


def _headline(text: str) -> bool:
    last = text.rstrip("\"'”’»)")[-1:]
    return 20 <= len(text) <= 250 and len(text.split()) >= 4 and last not in tuple(".:;,") and not is_signature(text)


class _Reader:
    """Tells the lines of one article apart, from the top down."""

    def __init__(self, found: Sequence[Line], starts: Sequence[int]) -> None:
        self._lines = found
        self._starts = starts
        self._blocks: list[Block] = []

    def _text(self, index: int) -> str:
        return self._lines[index].text if 0 <= index < len(self._lines) else ""

    def _signed(self, index: int) -> bool:
        """Whether line `index` is, or is followed by, the signature of a pasted post."""
        return is_signature(self._text(index)) or is_signature(self._text(index + 1))

    def _apart(self, index: int) -> bool:
        """Whether a blank line stands before line `index`."""
        return index >= len(self._lines) or self._lines[index].number > self._end(index - 1) + 1

    def _end(self, index: int) -> int:
        from bisect import bisect_right

        return bisect_right(self._starts, self._lines[index].offsets[-1])

    def _add(self, kind: BlockKind, index: int, skip: int = 0) -> None:
        line = self._lines[index]
        self._blocks.append(block(kind, line.text[skip:], line.offsets[skip:], self._starts))

    def article(self) -> Article:
        title = dek = byline = published = None
        index = 0
        if self._is_title():
            title = self._text(0)
            self._add("heading", 0)
            index = 1
        header = bool(title)
        while index < len(self._lines):
            text = self._text(index)
            if header and byline is None and len(text) <= 90 and (found := _BYLINE.match(text)) and _open_ended(text):
                byline = found.group(1).strip()
            elif header and published is None and len(text) <= 60 and (day := _published(text)):
                published = day
            elif header and dek is None and self._is_dek(index):
                dek = text
                self._add("dek", index)
            elif self._is_caption(index, after_dek=header and dek is not None):
                self._add("caption", index)
            elif count := self._teaser(index, header):
                for place in range(index, index + count):
                    self._add("teaser", place)
                index += count
                continue
            else:
                header = False
                self._body(index)
            index += 1
        return Article(
            title=title,
            dek=dek,
            byline=byline,
            published=published,
            blocks=tuple(self._blocks),
            line_starts=self._starts,
        )

    def _is_title(self) -> bool:
        text = self._text(0)
        if not text or len(text) > 250 or len(self._lines) < 2 or is_signature(text):
            return False
        if is_signature(self._text(1)) and not self._apart(1):
            return False
        if "(@" in text and not _open_ended(text):
            return False
        return _open_ended(text) or (_one_sentence(text) and len(text) <= 160 and text[-1] not in ",:;")

    def _is_dek(self, index: int) -> bool:
        text = self._text(index)
        if not 40 <= len(text) <= 400 or self._signed(index) or _CAPTION.search(text) or not _one_sentence(text):
            return False
        return index + 1 < len(self._lines) and text[-1] != ":"

    def _is_caption(self, index: int, after_dek: bool) -> bool:
        text = self._text(index)
        if len(text) > 300 or self._signed(index):
            return False
        return bool(_CAPTION.search(text)) or (after_dek and _open_ended(text) and len(text.split()) >= 5)

    def _teaser(self, index: int, header: bool) -> int:
        """How many lines from `index` on are a box that points to another story; 0 if there is none."""
        text = self._text(index)
        if self._signed(index):
            return 0
        if _RELATED.match(text):
            return self._related(index)
        if header or not self._blocks:
            return 0
        second, third = self._text(index + 1), self._text(index + 2)
        after = any(self._signed(place) for place in range(index, index + 3))
        if _label(text) and _headline(second) and not after:
            if _person(third):
                return 3
            if _section(text) and len(third) >= 80:
                return 2
        if _headline(text) and _person(second) and not is_signature(third):
            return 2
        return 0

    def _related(self, index: int) -> int:
        text, second = self._text(index), self._text(index + 1)
        bare = len(text.split()) <= 4 and not re.search(r"[:>»|–—-]\s*\S", text)
        if not bare:
            return 1
        count = 1
        if _headline(second) and not self._signed(index + 1):
            count = 3 if _person(self._text(index + 2)) else 2
        return count

    def _body(self, index: int) -> None:
        text = self._text(index)
        if item := _LIST_ITEM.match(text):
            if not is_signature(text):
                self._add("list_item", index, item.end())
                return
        elif (
            len(text) <= 100
            and _open_ended(text)
            and _CAPITAL.match(text)
            and "@" not in text
            and not self._signed(index)
            and len(self._text(index + 1)) > len(text)
        ):
            self._add("heading", index)
            return
        self._add("paragraph", index)


def _published(text: str) -> str | None:
    opening = _DATELINE.match(text)
    for start in {0, opening.end() if opening else 0}:
        if day := read_date(text, start):
            return day[0] if len(text) - day[1] <= 25 else None
    return None


FORMAT = PlainText()
