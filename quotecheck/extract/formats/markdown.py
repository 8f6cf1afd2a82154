"""Markdown (CommonMark), with front matter, and with embeds as raw HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import structs

from quotecheck.extract.lines import block
from quotecheck.extract.positions import line_starts
from quotecheck.extract.posts import merged
from quotecheck.extract.posts.dates import iso_date
from quotecheck.extract.posts.pasted import find_pasted
from quotecheck.extract.suppressions import all_of, blanked, in_front_matter, suppressions, written_out
from quotecheck.model import Article, Block, BlockKind, Document, Post
from quotecheck.sources.source import RawSource

if TYPE_CHECKING:
    from markdown_it.token import Token

    from quotecheck.extract.md.front_matter import FrontMatter
    from quotecheck.extract.md.inline import Inline

_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".mdx")
_SIGNS = re.compile(
    r"^ {0,3}#{1,6} \S|^ {0,3}> \S|^ {0,3}(?:={3,}|-{3,}) *$"
    r"|\]\((?:https?://|/|\.)|\*\*\S[^*\n]{0,200}\*\*|!\[[^\]\n]{0,200}\]\(",
    re.MULTILINE,
)
_EMBED = re.compile(
    r"<(blockquote|iframe|amp-twitter|amp-bluesky|script|style|textarea|template)\b[^<>]{0,4000}>", re.IGNORECASE
)
_BLOCK_TAG = re.compile(
    r"</?(?P<tag>p|div|section|article|aside|figure|figcaption|blockquote|ul|ol|li|h[1-6]|table|tr|td|th|details|summary|hr|picture)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_COMPONENT = re.compile(r"<[A-Z]\w+[\s/>]")
_CALLS = re.compile(
    r"\{\{[<%]|\{%|<[A-Z]\w+[\s/>]"
    r"|\[(?:embed|tweet|twitter|x|instagram|facebook|youtube|tiktok|bluesky|reddit|threads)[\s=\]]"
)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?Z|\s?[+-]\d{2}:?\d{2})?)?$")
_HEAD = 20_000


class Markdown:
    """Reads Markdown; a page of HTML that carries such a name is left to HTML."""

    name = "markdown"

    def matches(self, text: str, raw: RawSource) -> float:
        """Nearly sure of a name, a media type or front matter; else the surer the more marks of it there are."""
        claimed = (raw.media_type or "").split(";")[0].strip().lower()
        name = raw.name.lower().split("?", 1)[0].split("#", 1)[0]
        if claimed in ("text/markdown", "text/x-markdown") or name.endswith(_SUFFIXES):
            return 0.97
        if text.startswith(("---", "+++")) and _front(text):
            return 0.85
        signs = len(_SIGNS.findall(text[:_HEAD]))
        if claimed == "text/plain":
            return 0.6 if signs >= 3 else 0.0
        return min(0.75, 0.25 * signs)

    def parse(self, text: str, raw: RawSource) -> Document:
        """Take out the embeds, then read the blocks; the title is the front matter's, or the first heading's."""
        starts = line_starts(text)
        front = _front(text)
        body = front.end if front else 0
        found = written_out(text, starts, body, markdown=True)
        shown = blanked(text, found, starts, markdown=True) if found else text
        called, rest = _called(shown, body, starts)
        embedded, rest = _embeds(rest, body, starts)
        reader = _Reader(text, rest, body, starts)
        article = reader.article(front)
        pasted, article = find_pasted(article, reader.links)
        posts = sorted((*merged(embedded, called), *pasted), key=lambda post: post.offset)
        document = Document(article=article, posts=tuple(posts))
        asked = all_of(in_front_matter(text[:body], starts), suppressions(text, found, document, starts))
        return structs.replace(document, suppressions=asked) if asked else document


def _front(text: str) -> FrontMatter | None:
    from quotecheck.extract.md.front_matter import read_front_matter

    return read_front_matter(text)


def _called(text: str, body: int, starts: Sequence[int]) -> tuple[tuple[Post, ...], str]:
    """The posts that shortcodes and components embed, the text with spaces in place of these and of modules."""
    if not _CALLS.search(text):
        return (), text
    from msgspec.structs import replace

    from quotecheck.extract.md.shortcodes import modules, shortcodes
    from quotecheck.extract.positions import place
    from quotecheck.extract.posts import find_posts
    from quotecheck.extract.tree import Tree

    posts: list[Post] = []
    calls = list(shortcodes(text, body))
    for start, _, markup in calls:
        line, column = place(starts, start)
        for post in find_posts(Tree(markup), (0,)):
            posts.append(replace(post, line=line, column=column, offset=start))
    gone = [(start, end) for start, end, _ in calls]
    if _COMPONENT.search(text):
        gone += modules(text, body)
    pieces: list[str] = []
    done = 0
    for start, end in sorted(gone):
        pieces += [text[done:start], _blank(text[max(start, done) : end])]
        done = max(done, end)
    pieces.append(text[done:])
    return tuple(posts), "".join(pieces)


def _embeds(text: str, body: int, starts: Sequence[int]) -> tuple[tuple[Post, ...], str]:
    """The posts in raw HTML, and the text with spaces in place of their markup."""
    if "<" not in text:
        return (), text
    regions = list(_regions(text, body))
    if not regions:
        return (), text
    from quotecheck.extract.posts import find_posts
    from quotecheck.extract.tree import Tree

    pieces: list[str] = []
    shown: list[str] = []
    place = 0
    for start, end in regions:
        pieces += [text[place:start], _blank(text[start:end])]
        shown += [_blank(text[place:start]), text[start:end]]
        place = end
    pieces.append(text[place:])
    posts = find_posts(Tree("".join(shown)), starts)
    return posts, "".join(pieces)


def _regions(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Raw elements that hold or load an embed; one without an end tag is left alone."""
    lower = text.lower()
    unclosed: set[str] = set()
    while opening := _EMBED.search(text, start):
        tag = opening.group(1).lower()
        start = opening.end()
        closing = -1 if tag in unclosed else lower.find(f"</{tag}", start)
        end = text.find(">", closing) + 1 if closing >= 0 else 0
        if end:
            yield opening.start(), end
            start = end
        else:
            unclosed.add(tag)


def _blank(text: str) -> str:
    return re.sub(r"[^\r\n]", " ", text)


class _Reader:
    """Turns markdown-it's block tokens into blocks whose every code point knows its place."""

    def __init__(self, text: str, rest: str, body: int, starts: Sequence[int]) -> None:
        from bisect import bisect_right

        self._text = text
        self._rest = rest
        self._body = body
        self._starts = starts
        self._first_line = bisect_right(starts, body) - 1
        self._blocks: list[Block] = []
        self._references: frozenset[str] = frozenset()
        self.links: list[tuple[int, str]] = []

    def article(self, front: FrontMatter | None) -> Article:
        title = front.first("title", "headline") if front else None
        dek = front.first("dek", "subtitle", "description", "summary", "excerpt", "lede") if front else None
        published = (
            front.first("date", "published", "publishdate", "published_at", "pubdate", "pubdatetime") if front else None
        )
        if title:
            self._from_front("heading", title)
        if dek:
            self._from_front("dek", dek)
        for token, kind in self._tokens():
            if token.type == "html_block":
                self._html(token)
                continue
            found = self._inline(token)
            if kind == "heading" and title is None and not any(b.kind == "paragraph" for b in self._blocks):
                title = found.text or None
            elif kind == "heading" and found.text == title:
                continue
            self._add(kind, found)
        language = front.first("lang", "language", "locale") if front else None
        return Article(
            title=title,
            dek=dek,
            byline=front.first("author", "authors", "byline", "creator") if front else None,
            published=_moment(published) if published else None,
            declared_language=re.split(r"[-_]", language)[0].lower() if language else None,
            blocks=tuple(self._blocks),
            line_starts=self._starts,
        )

    def _tokens(self) -> Iterator[tuple[Token, BlockKind]]:
        from markdown_it import MarkdownIt

        from quotecheck.extract.md.inline import fold_label

        parser = MarkdownIt("commonmark").disable(["inline", "text_join"])
        env: dict[str, dict[str, object]] = {}
        containers: list[str] = []
        tokens = parser.parse(self._rest[self._body :], env)
        self._references = frozenset(fold_label(label) for label in env.get("references", {}))
        for token in tokens:
            if token.nesting == 1:
                containers.append(token.type)
            elif token.nesting == -1:
                containers.pop()
            elif token.type == "html_block":
                yield token, "paragraph"
            elif token.type == "inline":
                if "heading_open" in containers:
                    yield token, "heading"
                elif "blockquote_open" in containers:
                    yield token, "blockquote"
                elif "list_item_open" in containers:
                    yield token, "list_item"
                else:
                    yield token, "paragraph"

    def _line(self, number: int) -> tuple[int, int]:
        """Where line `number` of the body begins and ends, without its line end."""
        index = number + self._first_line
        start = max(self._starts[index], self._body) if index < len(self._starts) else len(self._rest)
        end = self._starts[index + 1] if index + 1 < len(self._starts) else len(self._rest)
        while end > start and self._rest[end - 1] in "\r\n":
            end -= 1
        return start, end

    def _inline(self, token: Token) -> Inline:
        """A paragraph's or heading's text, its lines found again in the source behind the signs of quotes and lists."""
        from quotecheck.extract.md.inline import read_inline

        pieces: list[str] = []
        offsets: list[int] = []
        first = token.map[0] if token.map else 0
        for number, content in enumerate(token.content.split("\n")):
            start, end = self._line(first + number)
            content = content.rstrip("\r")
            place = self._rest.rfind(content, start, end) if content else end
            if place < 0:  # a tab of which only a part belongs to the text, or a NUL
                content = self._rest[start:end].lstrip(" \t>")
                place = end - len(content)
            if number:
                pieces.append("\n")
                offsets.append(offsets[-1] + 1 if offsets else start)
            pieces.append(content)
            offsets.extend(range(place, place + len(content)))
        return read_inline("".join(pieces), offsets, self._references)

    def _add(self, kind: BlockKind, found: Inline) -> None:
        self.links.extend(found.links)
        if found.text:
            self._blocks.append(block(kind, found.text, found.offsets, self._starts))
        for alt, offsets in found.images:
            self._blocks.append(block("caption", alt, offsets, self._starts))

    def _html(self, token: Token) -> None:
        """The text in a block of raw HTML, split where its block elements begin and end."""
        from quotecheck.extract.md.inline import read_inline

        if not token.map or token.content.lstrip()[:8].lower().startswith(("<script", "<style", "<!--")):
            return
        start, end = self._line(token.map[0])[0], self._line(token.map[1] - 1)[1]
        kind: BlockKind = "paragraph"
        place = start
        for tag in (*_BLOCK_TAG.finditer(self._rest, start, end), None):
            stop = tag.start() if tag else end
            found = read_inline(self._rest[place:stop].replace("\r", "\n"), range(place, stop))
            if any(char.isalnum() for char in found.text):
                self._add(kind, found)
            if tag:
                name = tag["tag"].lower()
                opening = not tag.group().startswith("</")
                kinds: dict[str, BlockKind] = {"figcaption": "caption", "blockquote": "blockquote", "li": "list_item"}
                kind = "paragraph"
                if opening:
                    kind = "heading" if re.fullmatch(r"h\d", name) else kinds.get(name, "paragraph")
                place = tag.end()

    def _from_front(self, kind: BlockKind, value: str) -> None:
        """A block for a value of the front matter, where it stands there word for word."""
        place = self._text.find(value, 0, self._body)
        if place >= 0:
            self._blocks.append(block(kind, value, range(place, place + len(value)), self._starts))
            return
        start = next((i for i in (self._text.find(value[:n], 0, self._body) for n in (40, 12, 1)) if i >= 0), 0)
        self._blocks.append(block(kind, value, [start] * len(value), self._starts))


def _moment(value: str) -> str | None:
    value = value.strip()
    if _ISO.match(value):
        from datetime import datetime

        try:
            read = datetime.fromisoformat(re.sub(r"\s(?=[+-]|Z)", "", value))
        except ValueError:
            return iso_date(value[:10])
        return read.isoformat() if len(value) > 10 else read.date().isoformat()
    return iso_date(value)


FORMAT = Markdown()
