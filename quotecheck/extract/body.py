"""The body of an article on a page: its blocks in reading order, told apart from everything around them.

The container is found by where the running text is, as in Readability: the innermost element that holds most of the
page's paragraphs. What lies in it is an article's block unless tags, roles, class names or sheer links say otherwise;
and no name outweighs the text: what holds a third of the page's words is never furniture.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from msgspec import Struct

from quotecheck.extract import header
from quotecheck.extract.flow import Flow
from quotecheck.extract.phrases import MORE, WALL, asks_for_consent
from quotecheck.extract.positions import place
from quotecheck.extract.posts.words import emoji, letters_of
from quotecheck.extract.regions import NEVER, Region, region
from quotecheck.extract.tree import INLINE, Element, Text, Tree, inside
from quotecheck.model import Article, Block, BlockKind

_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_SENTENCE_END = re.compile(r"[.!?…。！？؟।][\"'”’»“)\]]*$")
_WALLED = 700
"""Characters of running text under which a page that asks for a subscription or for JavaScript shows no article."""
_LEAST = 25
_BIG = 0.34
_ROOM = {"label": 200, "caption": 500, "byline": 300, "dek": 1000}
"""Characters of running text from which on a name is not believed."""
_MOST = 0.6


class _Run(Struct):
    """One run of text between the edges of blocks."""

    holder: Element
    text: str
    offsets: Sequence[int]
    linked: int

    @property
    def density(self) -> float:
        """How much of it is link, 0 to 1."""
        return self.linked / len(self.text) if self.text else 0.0


def read_article(tree: Tree, starts: Sequence[int]) -> Article:
    """Read the article of a page; elements marked as dropped are left out.

    Args:
        tree: the page.
        starts: the offsets at which its lines begin.
    """
    runs = _runs(tree)
    page = _Page(tree, runs)
    meta = header.metadata(tree)
    headline = page.headline(runs, header.declared_titles(tree, meta))
    blocks: list[Block] = []
    if page.weight >= _LEAST and not (page.weight < _WALLED and any(WALL.search(run.text) for run in runs)):
        blocks = page.blocks(runs, headline, starts)
    dek = next((block.text for block in blocks if block.kind == "dek"), None)
    return Article(
        title=header.title(tree, meta, headline.text if headline else None),
        dek=dek,
        byline=header.byline(tree, meta, page.bylines),
        published=header.published(tree, meta),
        declared_language=header.language(tree, meta),
        blocks=tuple(blocks),
        line_starts=starts,
    )


def _runs(tree: Tree) -> list[_Run]:
    """Every run of shown text, in the order of the source."""
    source = tree.source
    runs: list[_Run] = []
    flow = Flow(source)
    holder: Element = tree.root
    holders: list[Element] = [tree.root]
    links = 0
    linked = 0
    breaks = 0
    pending: list[Element | Text | str] = list(reversed(tree.root.children))  # a tag, where its element is left

    def close() -> None:
        nonlocal flow, linked
        if flow.pieces:
            text, offsets = flow.result()
            if text:
                runs.append(_Run(holder, text, offsets, min(linked, len(text))))
            flow = Flow(source)
        linked = 0

    while pending:
        node = pending.pop()
        if isinstance(node, Text):
            if not flow.pieces:
                holder = holders[-1]
            flow.add(node.start, node.end)
            if links:
                linked += node.end - node.start
            if breaks and not source[node.start : node.end].isspace():
                breaks = 0
            continue
        if isinstance(node, str):
            if node == "a":
                links -= 1
            else:
                close()
                holders.pop()
            continue
        tag = node.tag
        if tag in NEVER or node.dropped:
            close()
            continue
        if tag == "br":
            breaks += 1
            if breaks >= 2:
                close()
            else:
                flow.gap("\n", node.start)
        elif tag == "img":
            flow.string(emoji(node), node.start)
        elif tag == "a":
            links += 1
            pending.append(tag)
        elif tag not in INLINE:
            close()
            holders.append(node)
            pending.append(tag)
        pending.extend(reversed(node.children))
    close()
    return runs


def _is_prose(run: _Run) -> bool:
    """Running text: long enough, or a sentence, and not mostly links."""
    if run.density > 0.5 or run.holder.tag in _HEADINGS:
        return False
    return len(run.text) >= 80 or (len(run.text) >= _LEAST and _SENTENCE_END.search(run.text) is not None)


class _Page:
    """Where on a page the article is."""

    def __init__(self, tree: Tree, runs: list[_Run]) -> None:
        self.tree = tree
        self.bylines: list[Element] = []
        every = _masses(tree, runs)
        self.regions = self._regions(every)
        self.masses = _masses(tree, [run for run in runs if self.regions.get(run.holder) in (None, "dek")])
        self.root = self._widened(self._root())
        self.weight = self.masses.get(self.root, 0)

    def _regions(self, every: dict[Element, int]) -> dict[Element, Region]:
        """The region of every element that is in one, its ancestors' included."""
        total = every.get(self.tree.root, 0)
        found: dict[Element, Region] = {}
        for element in self.tree.elements:
            own = region(element)
            if own is not None:
                mass = every.get(element, 0)
                if own == "byline":
                    self.bylines.append(element)
                if element.tag in INLINE and own not in ("skip", "label"):
                    own = None
                if own is not None and (mass >= total * _BIG > 0 or mass >= _ROOM.get(own, total + 1)):
                    own = None
            above = found.get(element.parent) if element.parent else None
            if above is None and own is None:
                if element.tag != "header" or _inside(element, ("article", "main")):
                    continue
                own = "skip" if every.get(element, 0) < total * _BIG else None
            if above in ("skip", "label", "teaser", "byline") or own is None:
                own = above
            if own:
                found[element] = own
        return found

    def _root(self) -> Element:
        """The innermost element that holds most of the running text; of several articles, the one with the most."""
        children: dict[Element, list[Element]] = {}
        for element in self.tree.elements:
            if self.masses.get(element) and element.parent is not None:
                children.setdefault(element.parent, []).append(element)
        total = self.masses.get(self.tree.root, 0)
        node = self.tree.root
        while True:
            inner = max(children.get(node, ()), key=lambda e: self.masses[e], default=None)
            if inner is None or inner.tag in ("p", "li", "td", "blockquote", "tr", "tbody"):
                return node
            if self.masses[inner] < total * _MOST:
                return self._one_article(node)
            node = inner

    def _widened(self, root: Element) -> Element:
        """The parent, where the text is cut into boxes of one kind and `root` is only the fullest of them."""
        while root.classes and root.parent is not None and root.parent.tag not in ("", "html"):
            if root.tag == "article" and any(e.tag in ("h1", "h2") for e in inside(root, limit=400)):
                break  # a story with a headline of its own
            kind = (root.tag, root.classes[0])
            alike = (e for e in root.parent.children if isinstance(e, Element) and e is not root and self.masses.get(e))
            if not any(e.classes and (e.tag, e.classes[0]) == kind for e in alike):
                break
            root = root.parent
        return root

    def _one_article(self, node: Element) -> Element:
        articles = [
            e for e in self.tree.by_tag("article") if self.masses.get(e, 0) >= 400 and not _inside(e, ("article",))
        ]
        within = [e for e in articles if node in e.ancestors()]
        if node.tag == "article" or len(within) < 2:
            return node
        return max(within, key=lambda e: self.masses[e])

    def headline(self, runs: list[_Run], declared: str) -> _Run | None:
        """The headline as shown: the heading that the page is named after, else the last `<h1>` before the body.

        Args:
            runs: all of the page's runs.
            declared: the titles that the page's head gives.
        """
        first = next((run.offsets[0] for run in runs if _is_prose(run) and self._within(run.holder)), None)
        named = letters_of(declared.casefold())
        found: _Run | None = None
        best: _Run | None = None
        for run in runs:
            tag = run.holder.tag
            main = tag == "h1" or "headline" in (run.holder.get("itemprop"), run.holder.get("id"))
            if not (main or tag in ("h2", "h3")) or len(run.text) < 4 or self.regions.get(run.holder) == "teaser":
                continue
            if len(run.text) > 8 and (main or run.density < 0.5) and letters_of(run.text.casefold()) in named:
                best = run if best is None or len(run.text) > len(best.text) else best
            if main and (found is None or first is None or run.offsets[0] < first):
                found = run
        return best or found

    def _within(self, element: Element) -> bool:
        return element is self.root or (element.start >= self.root.start and element.end <= self.root.end)

    def blocks(self, runs: list[_Run], headline: _Run | None, starts: Sequence[int]) -> list[Block]:
        """The article's blocks: the headline first, then what its container holds up to the last paragraph."""
        found: list[tuple[_Run, BlockKind]] = []
        started = False
        for run in runs:
            if run is headline:
                found.append((run, "heading"))
                continue
            inside = self._within(run.holder)
            before = headline is not None and not started and run.offsets[0] > headline.offsets[0]
            if not inside and not before:
                continue
            kind = self._kind(run, started)
            if kind is None or not (inside or kind in ("dek", "caption") or (kind == "paragraph" and _is_prose(run))):
                continue  # an opening paragraph, a caption may stand above the container
            if kind == "dek" and any(other == "dek" for _, other in found):
                kind = "paragraph"
            started = started or (kind == "paragraph" and inside)
            found.append((run, kind))
        found = _without_tail(self._with_teaser_groups(found))
        blocks: list[Block] = []
        for run, kind in found:
            line, column = place(starts, run.offsets[0])
            blocks.append(Block(kind=kind, text=run.text, line=line, column=column, offsets=run.offsets))
        return blocks

    def _kind(self, run: _Run, started: bool) -> BlockKind | None:
        holder, text = run.holder, run.text
        where = self.regions.get(holder)
        around = [parent.tag for parent in islice(holder.ancestors(), 4)]
        if where in ("skip", "label", "byline") or _is_address(text) or (len(text) < 600 and asks_for_consent(text)):
            return None
        if where == "teaser":
            return "teaser"
        if where == "caption" or "figure" in around[:3]:
            return "caption" if len(text) > 15 else None
        if run.density > 0.85 and (len(text) > 15 or holder.tag == "li"):
            return "teaser" if len(text) > 15 else None
        if run.density > 0.3 and MORE.match(text):
            return "teaser"
        if where == "dek" and not started:
            return "dek"
        if holder.tag in _HEADINGS:
            return "dek" if holder.tag == "h2" and not started and len(text) > 60 else "heading"
        if holder.tag == "blockquote" or "blockquote" in around:
            return "blockquote"
        if holder.tag == "li" or "li" in around[:2]:
            return "list_item"
        return "paragraph" if started or _is_prose(run) else None

    def _with_teaser_groups(self, found: list[tuple[_Run, BlockKind]]) -> list[tuple[_Run, BlockKind]]:
        """A box without running text around a teaser is a teaser whole: its section label, its author."""
        boxes: set[Element] = set()
        for run, kind in found:
            if kind != "teaser":
                continue
            box = run.holder
            while (
                box.parent
                and box.parent is not self.root
                and not self.masses.get(box.parent)
                and box.parent.tag != "body"
            ):
                box = box.parent
            if box is not self.root and not self.masses.get(box):
                boxes.add(box)
        if not boxes:
            return found
        return [
            (run, "teaser" if kind != "caption" and (run.holder in boxes or _under(run.holder, boxes)) else kind)
            for run, kind in found
        ]


def _masses(tree: Tree, runs: list[_Run]) -> dict[Element, int]:
    """How many characters of running text each element holds."""
    masses: dict[Element, int] = {}
    for run in runs:
        if _is_prose(run):
            masses[run.holder] = masses.get(run.holder, 0) + len(run.text)
    for element in reversed(tree.elements):
        mass = masses.get(element)
        if mass and element.parent is not None:
            masses[element.parent] = masses.get(element.parent, 0) + mass
    return masses


def _without_tail(found: list[tuple[_Run, BlockKind]]) -> list[tuple[_Run, BlockKind]]:
    """Up to the last running text: what follows it are other stories, labels, links."""
    last = max(
        (i for i, (run, kind) in enumerate(found) if kind not in ("teaser", "heading") and _is_prose(run)), default=-1
    )
    return found[: last + 1]


def _is_address(text: str) -> bool:
    return re.fullmatch(r"(?:https?:)?//\S+", text) is not None


def _inside(element: Element, tags: tuple[str, ...]) -> bool:
    return any(parent.tag in tags for parent in element.ancestors())


def _under(element: Element, boxes: set[Element]) -> bool:
    return any(parent in boxes for parent in element.ancestors())
