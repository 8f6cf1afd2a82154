"""What in an article a post can be compared with: its headline, dek, captions, quotations and sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from quotecheck.language import sentences
from quotecheck.model import Article, Indirect, Passage, PassageKind

MIN_WORDS_IN_SENTENCE = 4
"""Shorter sentences carry too little to tell which post they render."""

_KINDS: dict[str, PassageKind] = {"dek": "dek", "caption": "caption"}


class Candidate(Struct, frozen=True, kw_only=True):
    """A passage and where its words stand in the article.

    Attributes:
        parts: (block index, start, end); `text` is their words joined by one space.
    """

    kind: PassageKind
    text: str
    speaker: str | None
    cue: str | None
    parts: tuple[tuple[int, int, int], ...]
    line: int
    column: int

    def place(self, article: Article, offset: int) -> tuple[int, int]:
        """Line and column in the source of the code point at `offset` of `text`."""
        for block, start, end in self.parts:
            length = end - start
            if offset < length:
                return article.position(block, start + offset)
            offset -= length + 1
        return self.line, self.column

    def touches(self, other: Candidate) -> bool:
        """Whether any word of the other passage stands inside this one."""
        return any(
            block == mine and start < their_end and their_start < end
            for mine, start, end in self.parts
            for block, their_start, their_end in other.parts
        )

    def shared_with(self, other: Candidate) -> list[tuple[int, int]]:
        """The parts, (start, end), of this one's text that are the other's too; of a passage of one block."""
        ((block, start, end),) = self.parts
        return [
            (max(start, first) - start, min(end, last) - start)
            for where, first, last in other.parts
            if where == block and first < end and last > start
        ]

    def passage(self) -> Passage:
        return Passage(kind=self.kind, text=self.text, speaker=self.speaker, line=self.line, column=self.column)


def candidates(article: Article) -> list[Candidate]:
    """All passages of an article, in reading order. Teasers of other stories are none, nor are titles and terms between
    marks and words that the writer only keeps a distance from: those stay part of their sentences."""
    return list(_candidates(article))


def _candidates(article: Article) -> Iterator[Candidate]:
    headline_seen = False
    quoted: dict[int, list[Candidate]] = {}
    for quotation in article.quotations:
        first = quotation.parts[0][0]
        if article.blocks[first].kind == "teaser" or quotation.kind != "speech":
            continue
        quoted.setdefault(first, []).append(
            Candidate(
                kind="quotation",
                text=quotation.text,
                speaker=quotation.speaker,
                cue=quotation.cue,
                parts=quotation.parts,
                line=quotation.line,
                column=quotation.column,
            )
        )
    if article.title and not any(block.kind == "heading" for block in article.blocks):
        headline_seen = True
        yield Candidate(kind="headline", text=article.title, speaker=None, cue=None, parts=(), line=1, column=1)
    indirect: dict[int, list[Indirect]] = {}
    for found in article.indirect:
        indirect.setdefault(found.block, []).append(found)
    for index, block in enumerate(article.blocks):
        yield from quoted.get(index, ())
        if block.kind == "teaser" or not block.text:
            continue
        whole = (index, 0, len(block.text))
        if block.kind == "heading" and not headline_seen:
            headline_seen = True
            yield _of_block(article, "headline", whole)
        elif block.kind in _KINDS:
            yield _of_block(article, _KINDS[block.kind], whole)
        else:
            for start, end in sentences(block.text, "en"):
                if len(block.text[start:end].split()) >= MIN_WORDS_IN_SENTENCE:
                    yield _of_block(
                        article, "sentence", (index, start, end), _told(indirect.get(index, ()), start, end)
                    )


def _told(indirect: Sequence[Indirect], start: int, end: int) -> Indirect | None:
    """The indirect speech that a sentence is part of, if any."""
    return next((found for found in indirect if found.start <= start and end <= found.end), None)


def _of_block(
    article: Article, kind: PassageKind, part: tuple[int, int, int], told: Indirect | None = None
) -> Candidate:
    block, start, end = part
    line, column = article.position(block, start)
    text = article.blocks[block].text[start:end]
    speaker, cue = (told.speaker, told.cue) if told else (None, None)
    return Candidate(kind=kind, text=text, speaker=speaker, cue=cue, parts=(part,), line=line, column=column)
