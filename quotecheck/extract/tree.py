"""HTML as a tree whose every node knows its place in the source.

Finished parsers (lexbor, lxml, html5lib) say nothing of offsets, and a finding without a line is of no use in CI. So
tags are split here, after the tokenisation and the implied end tags of the HTML standard
(https://html.spec.whatwg.org/multipage/parsing.html), as far as they decide what text belongs to which paragraph. There
is no malformed input: everything yields a tree, in time proportional to its length, at any depth of nesting.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence

from quotecheck.errors import SourceError

MAX_ELEMENTS = 1_000_000
"""More elements than any article has; a page beyond it is refused rather than left to fill the memory."""

MAX_DEPTH = 512
"""What is nested deeper hangs higher up, so that a walk to the root stays short; Blink has the same limit."""
_SHELF = MAX_DEPTH - 64
"""Where it hangs: far enough up that a few levels of what is nested too deep keep their shape."""
_LAST_BLOCK = MAX_DEPTH - 16
"""The depth at which the last block may open, so that the paragraphs and links in it stay with it."""

VOID = frozenset("area base br col embed frame hr img input keygen link meta param source track wbr".split())
RAW_TEXT = frozenset("script style textarea title iframe noembed noframes xmp".split())
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span "
    "strike strong sub sup time tt u var wbr br img data output".split()
)
_CLOSES_P = frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section summary table ul li dd dt".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_IN_HEAD = frozenset("base basefont bgsound link meta noframes noscript script style template title".split())
_ONCE = frozenset(("html", "body", "head"))
_BARRIERS = frozenset("table td th caption button object template marquee svg".split())
_REPEAT: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    # start tag: (what it ends, what shields from it)
    "li": (("li",), ("ul", "ol", "menu", "table")),
    "dt": (("dt", "dd"), ("dl", "table")),
    "dd": (("dt", "dd"), ("dl", "table")),
    "option": (("option",), ("select", "datalist")),
    "optgroup": (("optgroup", "option"), ("select",)),
    "tr": (("tr",), ("table",)),
    "td": (("td", "th"), ("table", "tr")),
    "th": (("td", "th"), ("table", "tr")),
    "thead": (("thead", "tbody", "tfoot"), ("table",)),
    "tbody": (("thead", "tbody", "tfoot"), ("table",)),
    "tfoot": (("thead", "tbody", "tfoot"), ("table",)),
}
_TABLE_PARTS = frozenset("table caption thead tbody tfoot tr td th template".split())

_TOKEN = re.compile(
    r"<(?:(?P<close>/)?+(?P<tag>[a-zA-Z][^\s/>]*+)"
    r"(?P<attrs>(?:[\s/]++|[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+|))?+)*+)>?+"
    r"|!--(?:-?>|(?P<comment>))"
    r"|[!?/][^>]*+>?+)"
)
_COMMENT_END = re.compile(r"--!?>")
_ATTRIBUTE = re.compile(r"([^\s/>=][^\s/>=]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>\"'][^\s>]*+)))?+")


class Text:
    """A run of text between two tags: `source[start:end]`, entities not yet resolved."""

    __slots__ = ("end", "parent", "start")

    def __init__(self, parent: Element, start: int, end: int) -> None:
        self.parent = parent
        self.start = start
        self.end = end


class Element:
    """An element: its tag in lower case, its attributes, its children, and where its start tag begins.

    Attributes:
        end: where it ends in the source; its start tag's end until it is closed.
        dropped: it was taken for something else than the article's body (an embedded post).
        surroundings: what `posts.surroundings` has found out of it; None before.
    """

    __slots__ = (
        "_attributes",
        "children",
        "dropped",
        "end",
        "parent",
        "raw_attributes",
        "start",
        "surroundings",
        "tag",
    )

    def __init__(self, tag: str, raw_attributes: str, parent: Element | None, start: int, end: int) -> None:
        self.tag = tag
        self.raw_attributes = raw_attributes
        self.parent = parent
        self.start = start
        self.end = end
        self.children: list[Element | Text] = []
        self.dropped = False
        self.surroundings: int | None = None
        self._attributes: dict[str, str] | None = None

    @property
    def attributes(self) -> dict[str, str]:
        """Names in lower case, values with entities resolved; the first of a repeated attribute counts."""
        if self._attributes is None:
            raw = self.raw_attributes
            every = _ATTRIBUTE.findall(raw)
            found = {name.lower(): double or single or bare for name, double, single, bare in every}
            if len(found) != len(every):
                found = {}
                for name, double, single, bare in every:
                    found.setdefault(name.lower(), double or single or bare)
            if "&" in raw:
                found = {name: html.unescape(value) for name, value in found.items()}
            self._attributes = found
        return self._attributes

    def get(self, name: str) -> str:
        """An attribute's value, without outer white space; "" where there is none."""
        return self.attributes.get(name, "").strip() if self.raw_attributes else ""

    @property
    def classes(self) -> list[str]:
        """The class names, in lower case."""
        return self.get("class").lower().split() if self.raw_attributes else []

    def ancestors(self) -> Iterator[Element]:
        """The parent, its parent, and so on to the root."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent


class Tree:
    """A parsed page.

    Attributes:
        source: what was parsed.
        root: an element without a tag that holds everything.
        elements: every element, in the order of the source.
        comments: where each comment begins and ends.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.root = Element("", "", None, 0, len(source))
        self.elements: list[Element] = []
        self.comments: list[tuple[int, int]] = []
        self._by_tag: dict[str, list[Element]] | None = None
        self._starts: list[int] | None = None
        _Builder(self).run()

    @property
    def starts(self) -> Sequence[int]:
        """Where each element begins, in the order of `elements`, rising."""
        if self._starts is None:
            self._starts = [element.start for element in self.elements]
        return self._starts

    def by_tag(self, *tags: str) -> list[Element]:
        """The elements with one of these tags, in the order of the source."""
        if self._by_tag is None:
            self._by_tag = {}
            for element in self.elements:
                self._by_tag.setdefault(element.tag, []).append(element)
        if len(tags) == 1:
            return self._by_tag.get(tags[0], [])
        return sorted((e for tag in tags for e in self._by_tag.get(tag, ())), key=lambda e: e.start)

    def string(self, text: Text) -> str:
        """A text node's characters, entities resolved."""
        raw = self.source[text.start : text.end]
        return html.unescape(raw) if "&" in raw else raw

    def raw_content(self, element: Element) -> str:
        """What stands between the tags of a raw-text element (script, textarea), as it stands."""
        return "".join(self.source[c.start : c.end] for c in element.children if isinstance(c, Text))

    def raw_place(self, element: Element) -> tuple[int, int]:
        """Where that stands; an empty place where there is nothing."""
        texts = [child for child in element.children if isinstance(child, Text)]
        return (texts[0].start, texts[-1].end) if texts else (element.start, element.start)


def walk(top: Element) -> Iterator[Element | Text]:
    """`top`'s descendants in the order of the source, without recursion."""
    pending: list[Iterator[Element | Text]] = [iter(top.children)]
    while pending:
        for node in pending[-1]:
            yield node
            if isinstance(node, Element) and node.children:
                pending.append(iter(node.children))
                break
        else:
            pending.pop()


def inside(top: Element, skip: Container[Element] = (), limit: int = 2000) -> Iterator[Element]:
    """The elements under `top`, in the order of the source, `limit` at most; those in `skip` are left out whole."""
    pending: list[Element | Text] = list(reversed(top.children))
    while pending and limit > 0:
        node = pending.pop()
        if isinstance(node, Text) or node in skip:
            continue
        limit -= 1
        yield node
        pending.extend(reversed(node.children))


class _Builder:
    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.stack: list[Element] = [tree.root]
        self.levels: list[int] = [0]  # how deep in the tree the elements of the stack hang
        self.depths: defaultdict[str, list[int]] = defaultdict(
            list
        )  # tag: where on the stack it is open, so that no look-up walks it
        self.blocks: list[int] = []  # where on the stack the elements are that are not inline
        self.barriers: list[int] = []  # where on the stack an end tag outside does not reach beyond
        self.closing: set[int] = set()  # stack places whose end tag came while a block inside was still open
        self.unclosed: set[str] = set()  # raw-text tags that have no end tag any more

    def run(self) -> None:
        source = self.tree.source
        length = len(source)
        position = 0
        search = _TOKEN.search
        while position < length:
            match = search(source, position)
            if match is None:
                self._text(position, length)
                break
            start = match.start()
            if start > position:
                self._text(position, start)
            position = match.end()
            close, tag, attributes, comment = match.groups()
            if tag is None:
                if comment is not None:
                    end = _COMMENT_END.search(source, position)
                    position = end.end() if end else length
                    self.tree.comments.append((start, position))
                continue
            tag = tag.lower()
            if close:
                self._end(tag, start, position)
                continue
            self._start(tag, attributes, start, position)
            if tag in RAW_TEXT and tag not in self.unclosed:
                position = self._raw_text(tag, position)
        while len(self.stack) > 1:
            self._pop(length)

    def _text(self, start: int, end: int) -> None:
        parent = self.stack[-1]
        parent.children.append(Text(parent, start, end))

    def _raw_text(self, tag: str, position: int) -> int:
        close = re.compile(rf"</{tag}(?=[\s/>]|\Z)", re.IGNORECASE).search(self.tree.source, position)
        if close is None:
            self.unclosed.add(tag)
            if tag in ("script", "style"):
                self._text(position, len(self.tree.source))
                return len(self.tree.source)
            return position
        if close.start() > position:
            self._text(position, close.start())
        return close.start()

    def _start(self, tag: str, attributes: str, start: int, end: int) -> None:
        depths = self.depths
        if tag in _ONCE and depths.get(tag):
            return
        if self.stack[-1].tag == "head" and tag not in _IN_HEAD:
            self._pop(start)
        if tag in _CLOSES_P and (open_at := depths.get("p")) and open_at[-1] > self._barrier():
            self._pop_to(open_at[-1], start)
        if tag in _REPEAT:
            ended, shields = _REPEAT[tag]
            for other in ended:
                self._close_above(other, shields, start)
        elif tag in _HEADINGS and self.stack[-1].tag in _HEADINGS:
            self._pop(start)
        elif tag == "a" and depths.get("a"):
            self._end("a", start, start)
        elements = self.tree.elements
        if len(elements) >= MAX_ELEMENTS:
            raise SourceError(f"more than {MAX_ELEMENTS:,} elements: this is no article")
        stack = self.stack
        parent, level = stack[-1], self.levels[-1]
        if level >= _LAST_BLOCK and (level >= MAX_DEPTH or (tag not in INLINE and tag != "p")):
            parent, level = stack[_SHELF], _SHELF
        element = Element(tag, attributes.strip() if attributes else "", parent, start, end)
        parent.children.append(element)
        elements.append(element)
        if tag in VOID or (attributes and attributes.endswith("/") and ("-" in tag or depths.get("svg"))):
            return
        place = len(stack)
        depths[tag].append(place)
        if tag not in INLINE:
            self.blocks.append(place)
            if tag in _BARRIERS:
                self.barriers.append(place)
        stack.append(element)
        self.levels.append(level + 1)

    def _barrier(self) -> int:
        """How deep on the stack the innermost barrier is; -1 where there is none."""
        return self.barriers[-1] if self.barriers else -1

    def _shield(self, tags: tuple[str, ...]) -> int:
        """How deep on the stack the innermost of `tags` is open; -1 where none is."""
        depths, deepest = self.depths, -1
        for tag in tags:
            if (open_at := depths.get(tag)) and open_at[-1] > deepest:
                deepest = open_at[-1]
        return deepest

    def _close_above(self, tag: str, shields: tuple[str, ...], position: int) -> None:
        """End the innermost open `tag`, unless one of `shields` is open inside it."""
        open_at = self.depths.get(tag)
        if open_at and open_at[-1] > self._shield(shields):
            self._pop_to(open_at[-1], position)

    def _end(self, tag: str, start: int, end: int) -> None:
        if tag == "br":
            self._start("br", "", start, end)
            return
        open_at = self.depths.get(tag)
        if not open_at or tag == "html" or tag == "body":
            return
        place = open_at[-1]
        if tag in INLINE:
            if self.blocks and self.blocks[-1] > place:
                self.closing.add(place)
                return
        elif place < (self._shield(("table",)) if tag in _TABLE_PARTS else self._barrier()):
            return
        self._pop_to(place, end)

    def _pop_to(self, place: int, position: int) -> None:
        stack, closing = self.stack, self.closing
        while len(stack) > place:
            self._pop(position)
        while closing and len(stack) - 1 in closing:
            self._pop(position)

    def _pop(self, position: int) -> None:
        stack, blocks, barriers = self.stack, self.blocks, self.barriers
        element = stack.pop()
        element.end = position
        self.levels.pop()
        self.depths[element.tag].pop()
        place = len(stack)
        if self.closing:
            self.closing.discard(place)
        if blocks and blocks[-1] == place:
            blocks.pop()
            if barriers and barriers[-1] == place:
                barriers.pop()
