from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotecheck.errors import QuotecheckError, SourceError
from quotecheck.extract import extract, extract_posts
from quotecheck.extract.formats import detect, formats
from quotecheck.extract.tree import MAX_DEPTH, Element, Tree, walk
from quotecheck.sources.source import RawSource

FIXTURES = Path(__file__).parents[2] / "fixtures"
SEEDS = [path.read_bytes() for path in sorted((FIXTURES / "pages").glob("*.html"))]


def source(name: str) -> RawSource:
    return RawSource(name=name, data=(FIXTURES / name).read_bytes())


def page(body: str) -> RawSource:
    return RawSource(name="page.html", data=f"<!doctype html><html lang=en><body>{body}</body></html>".encode())


SENTENCE = "The council met on Monday evening and agreed to nothing at all, as usual. "


# ------------------------------------------------------------------------------------------------ the article


def test_the_parts_of_an_article_are_told_apart() -> None:
    document = extract(source("articles/igla.html"))
    article = document.article
    assert article.title == "Maduro says Venezuela has 5,000 Russian missiles as Trump masses forces in the Caribbean"
    assert (article.dek or "").startswith("Washington told lawmakers weeks ago")
    assert (article.byline, article.published) == ("Clara Whitlock", "2025-10-23T14:05:00-04:00")
    assert article.declared_language == "en"
    kinds = [block.kind for block in article.blocks]
    assert kinds[:3] == ["heading", "dek", "caption"]
    assert kinds.count("paragraph") == 9
    teasers = [block.text for block in article.blocks if block.kind == "teaser"]
    assert teasers[0] == "Politics"
    assert "“Se viene algo muy grande”" in teasers[1]
    assert teasers[2] == "Tomás Iriarte Vidal"
    body = "\n".join(block.text for block in article.blocks)
    for elsewhere in ("Opinion", "Most read", "Ferry crews", "Filed under", "©", "5.000", "dataLayer"):
        assert elsewhere not in body


def test_its_post_is_found_word_for_word() -> None:
    (post,) = extract(source("articles/igla.html")).posts
    assert (post.platform, post.handle, post.declared_language) == ("x", "jferreyra_ve", "es")
    assert "tiene más de 5.000 misiles rusos para responderle. pic.twitter.com/" in (post.text or "")
    assert (post.posted_at, post.line) == ("2025-10-23", 47)


def test_every_block_is_where_it_says() -> None:
    raw = source("articles/igla.html")
    lines = raw.data.decode().split("\n")
    for block in extract(raw).article.blocks:
        assert lines[block.line - 1][block.column - 1 :].startswith(block.text.split()[0])


@pytest.mark.parametrize(
    "wrap",
    [
        "<div class='has-sidebar'><div id=content>{}</div><div class='sidebar'><p>Most read today</p></div></div>",
        "<table><tr><td><ul><li><a href=/>Home</a></ul></td><td>{}</td></tr></table>",
        "<div class='comments-open social'><section>{}</section></div>",
        "<main>{}</main><div id=comments><p>I do not agree with the council, and never shall.</p></div>",
        "<form id=aspnetForm><div class='wrap footer-below'>{}</div></form>",
        "{}",
    ],
)
def test_running_text_outweighs_names(wrap: str) -> None:
    paragraphs = "".join(f"<p>Number {n}. {SENTENCE * 3}</p>" for n in range(6))
    article = extract(page(wrap.format("<h1>The council and its habits</h1>" + paragraphs))).article
    assert article.title == "The council and its habits"
    assert [b.text.split(".")[0] for b in article.blocks if b.kind == "paragraph"] == [f"Number {n}" for n in range(6)]


def test_of_several_articles_on_a_page_the_longest_is_read() -> None:
    other = "<article><h2>Another story</h2>" + f"<p>Elsewhere: {SENTENCE * 3}</p>" * 2 + "</article>"
    wanted = "<article><h1>The council and its habits</h1>" + f"<p>Here: {SENTENCE * 3}</p>" * 4 + "</article>"
    texts = [block.text for block in extract(page(f"<div>{wanted}{other}{other}</div>")).article.blocks]
    assert not any(text.startswith("Elsewhere") for text in texts)


def test_lists_quotes_captions_and_headings_keep_their_kinds() -> None:
    body = (
        f"<article><h1>The council and its habits</h1><p>{SENTENCE}</p><h2>What comes next</h2>"
        f"<ul><li>{SENTENCE}</li></ul>"
        f"<blockquote><p>{SENTENCE}</p></blockquote>"
        "<figure><img><figcaption>The hall of the council</figcaption></figure>"
        f"<p><a href=/x>Read more: what the council did in the spring</a></p><p>{SENTENCE}</p></article>"
    )
    kinds = [block.kind for block in extract(page(body)).article.blocks]
    assert kinds == ["heading", "paragraph", "heading", "list_item", "blockquote", "caption", "teaser", "paragraph"]


@pytest.mark.parametrize("name", ["pages/javascript-shell.html", "pages/paywall.html"])
def test_a_page_without_its_article_is_said_to_have_none(name: str) -> None:
    with pytest.raises(SourceError, match="no article text found"):
        extract(source(name))
    assert extract_posts(source(name)) == ()


# ------------------------------------------------------------------------------------------------ detection


def test_formats_are_detected_from_content_not_from_names() -> None:
    html = (FIXTURES / "articles" / "igla.html").read_text(encoding="utf-8")
    assert detect(html, RawSource(name="notes.txt", data=b"", media_type="text/plain")).name == "html"
    assert detect("  \n<!-- a -->\n<?xml version='1.0'?><HTML>", RawSource(name="-", data=b"")).name == "html"
    plain = 'A headline\n\nHe said: "2 < 3 and 5 > 4".\n'
    assert detect(plain, RawSource(name="page.html", data=b"", media_type="text/html")).name != "html"
    assert "html" in [f.name for f in formats()]


# ------------------------------------------------------------------------------------------------ the tree


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>one<p>two", ["one", "two"]),
        ("<ul><li>one<li>two<ul><li>three</ul><li>four</ul>", ["one", "two", "three", "four"]),
        ("<b><p>bold</b> plain</p>", ["bold", "plain"]),
        ("<div><table><tr><td>in</div>side</table>", ["in", "side"]),
        ("<p title='a > b' data-x=\"<p>\">one</p>", ["one"]),
        ("a < b <> c <3", ["a < b <> c <3"]),
        ("<p>one<!-- <p>hidden</p> -->two", ["one", "two"]),
        ("<script>if (a<b) '</p>'</script><p>one", ["if (a<b) '</p>'", "one"]),
        ("<textarea><p>one</textarea><p>two", ["<p>one", "two"]),
        ("<p>one</p", ["one"]),
        ("<p class='open>one", ["one"]),
        ("<![CDATA[x]]><p>one", ["one"]),
    ],
)
def test_markup_that_browsers_forgive(markup: str, expected: list[str]) -> None:
    tree = Tree(markup)
    texts = [tree.string(node).strip() for node in walk(tree.root) if not isinstance(node, Element)]
    assert [text for text in texts if text] == expected


def test_attributes_are_read_as_browsers_read_them() -> None:
    (element,) = Tree("<div CLASS=\"A b\" data-x='&lt;1&gt;' y=z/ hidden class=c>").elements
    assert element.attributes == {"class": "A b", "data-x": "<1>", "y": "z/", "hidden": ""}
    assert element.classes == ["a", "b"]


def test_nesting_a_hundred_thousand_deep_is_flattened() -> None:
    depth = 100_000
    tree = Tree("<div>" * depth + "bottom" + "</div>" * depth + "<p>after")
    assert len(tree.elements) == depth + 1
    assert max(sum(1 for _ in e.ancestors()) for e in tree.elements[-10:]) <= MAX_DEPTH
    assert tree.elements[-1].parent is tree.root
    raw = RawSource(name="deep.html", data=b"<!doctype html>" + b"<div>" * depth + SENTENCE.encode())
    assert [b.text for b in extract(raw).article.blocks] == [SENTENCE.strip()]


def test_the_work_grows_with_the_input_not_with_its_square(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted, not timed: what is looked at of the surroundings of nested embeds."""
    from quotecheck.extract.posts import surroundings

    counts = []
    names = surroundings._names
    for size in (200, 400):
        seen = 0

        def counted(element: Element) -> list[str]:
            nonlocal seen
            seen += 1
            return names(element)

        monkeypatch.setattr(surroundings, "_names", counted)
        markup = '<blockquote class="twitter-tweet" data-tweet-id="1519105091772590001">x' * size
        assert len(extract_posts(page(markup))) == 1
        counts.append(seen)
    assert counts[1] < counts[0] * 2.5


# ------------------------------------------------------------------------------------------------ damaged input


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_damaged_pages_never_crash(data: st.DataObject) -> None:
    mutated = bytearray(data.draw(st.sampled_from(SEEDS)))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(mutated)))
        kind = data.draw(st.sampled_from(["insert", "delete", "cut", "repeat"]))
        if kind == "insert":
            tokens = [
                b"<",
                b">",
                b'"',
                b"'",
                b"&",
                b"\0",
                b"\xff",
                b"<!--",
                b"-->",
                b"</",
                b"<p>",
                b"<script>",
                b"{",
                b"&#x110000;",
            ]
            mutated[at:at] = data.draw(st.sampled_from(tokens))
        elif kind == "delete":
            del mutated[at : at + data.draw(st.integers(1, 200))]
        elif kind == "cut":
            del mutated[max(at, 20) :]
        else:
            mutated[at:at] = mutated[at : at + data.draw(st.integers(1, 300))] * 3
    raw = RawSource(name="damaged.html", data=bytes(mutated), media_type="text/html")
    try:
        for post in extract_posts(raw):
            assert post.line >= 1
            assert post.column >= 1
        extract(raw)
    except QuotecheckError as error:
        assert "\n" not in str(error)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="<>/='\"& apdivblockquote!-\n@(—)#;x0", max_size=400))
def test_any_markup_yields_a_tree_whose_texts_are_in_order(markup: str) -> None:
    tree = Tree(markup)
    places = [node.start for node in walk(tree.root)]
    assert places == sorted(places)
