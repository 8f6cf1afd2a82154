"""Posts pasted as text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.extract.formats.text import FORMAT
from quotecheck.extract.posts.pasted import find_pasted, is_signature, signatures
from quotecheck.model import Article, Block, Document
from quotecheck.sources.source import RawSource


def read(text: str) -> Document:
    return FORMAT.parse(text, RawSource(name="a.txt", data=b""))


ABOVE = (
    "The council met on Monday and spoke for several hours about the harbour, the ferries and the new bridge. "
    "Nobody has paid for the bridge yet. "
)
POST = "El puerto tiene más de 5.000 barcos 🚢 pic.twitter.com/aB3"
SIGNED = "— Ana Brú (@ana_bru) October 23, 2025"


def test_signature_on_its_own_line_without_blank_lines() -> None:
    found = read(f"Ships everywhere\n{ABOVE}\n{ABOVE}\n{POST}\n{SIGNED}\n{ABOVE}\n")
    (post,) = found.posts
    assert post.text == POST
    assert (post.platform, post.author, post.handle, post.posted_at) == ("x", "Ana Brú", "ana_bru", "2025-10-23")
    assert (post.url, post.truncated, post.line, post.column) == (None, False, 4, 1)
    assert [block.line for block in found.article.blocks] == [1, 2, 3, 6]


def test_several_lines_above_up_to_a_blank_line() -> None:
    found = read(f"Ships everywhere\n\n{ABOVE}\n\nPrimera línea\nsegunda línea\n{SIGNED}\n\n{ABOVE}\n\n{ABOVE}")
    assert [post.text for post in found.posts] == ["Primera línea\nsegunda línea"]
    assert [block.kind for block in found.article.blocks] == ["heading", "paragraph", "paragraph", "paragraph"]


def test_inline() -> None:
    found = read(f"Ships everywhere\n\n{ABOVE}\n\n{POST} {SIGNED}\n\n{ABOVE}")
    assert [post.text for post in found.posts] == [POST]
    assert len(found.article.blocks) == 3


def test_what_follows_inline_stays_in_the_article() -> None:
    found = read(f"Ships everywhere\n\n{ABOVE}\n\n{POST} {SIGNED} According to the port, all is well.\n\n{ABOVE}")
    assert [post.text for post in found.posts] == [POST]
    rest = found.article.blocks[2]
    assert rest.text == "According to the port, all is well."
    assert found.article.position(2, 0) == (5, len(POST) + len(SIGNED) + 3)


def test_two_posts_in_a_row() -> None:
    found = read(
        f"Ships everywhere\n{ABOVE}\n{ABOVE}\n{POST}\n{SIGNED}\n"
        f"Otro día, otro barco.\n— B (@b) October 24, 2025\n{ABOVE}"
    )
    assert [(post.text, post.handle) for post in found.posts] == [(POST, "ana_bru"), ("Otro día, otro barco.", "b")]
    same = read(f"Ships\n\n{ABOVE}\n\n{POST} {SIGNED} Otro día. — B (@b) October 24, 2025")
    assert [(post.text, post.handle) for post in same.posts] == [(POST, "ana_bru"), ("Otro día.", "b")]


def test_a_picture_link_on_a_line_of_its_own_belongs_to_the_words_above() -> None:
    found = read(f"Ships everywhere\n{ABOVE}\n{ABOVE}\nEl puerto está lleno\npic.twitter.com/aB3\n{SIGNED}\n{ABOVE}")
    assert found.posts[0].text == "El puerto está lleno\npic.twitter.com/aB3"


def test_the_title_is_never_a_post() -> None:
    found = read(f"Ships everywhere in the harbour\n\n{SIGNED}\n\n{ABOVE}")
    assert found.article.title == "Ships everywhere in the harbour"
    assert found.posts[0].text is None


def test_a_text_that_is_only_a_post() -> None:
    found = read(f"{POST}\n{SIGNED}")
    assert found.posts[0].text == POST
    assert found.article.blocks == ()


@pytest.mark.parametrize(
    ("line", "name", "handle", "day"),
    [
        ("— Ana (@ana) October 23, 2025", "Ana", "ana", "2025-10-23"),
        ("— Ana (@ana) Oct. 3, 2025", "Ana", "ana", "2025-10-03"),
        ("— Ana (@ana) 23 de octubre de 2025", "Ana", "ana", "2025-10-23"),
        ("— Ana (@ana) 1er août 2025", "Ana", "ana", "2025-08-01"),
        ("— Ana (@ana) 23 octobre 2025", "Ana", "ana", "2025-10-23"),
        ("— Ana (@ana) 23 ottobre 2025", "Ana", "ana", "2025-10-23"),
        ("— Ana (@ana) 23. Oktober 2025", "Ana", "ana", "2025-10-23"),
        ("— Ana (@ana) 23 de outubro de 2025", "Ana", "ana", "2025-10-23"),
        ("— Ana (@ana) 23 октября 2025 г.", "Ana", "ana", "2025-10-23"),
        ("— Ana (@ana) 2025-10-23", "Ana", "ana", "2025-10-23"),
        ("— Ana (@ana) 2025年10月23日", "Ana", "ana", "2025-10-23"),
        ("— Ana (@ana) 10:15 PM · Oct 23, 2025", "Ana", "ana", "2025-10-23"),
        ("— Ana (@ana) · October 23, 2025", "Ana", "ana", "2025-10-23"),
        ("— Ana (@ana)", "Ana", "ana", None),
        ("– Ana (@ana) October 23, 2025", "Ana", "ana", "2025-10-23"),
        ("-- Ana (@ana) October 23, 2025", "Ana", "ana", "2025-10-23"),
        ("- Jean-Luc (@jl) October 23, 2025", "Jean-Luc", "jl", "2025-10-23"),
        ("—Ana(@ana) October 23, 2025", "Ana", "ana", "2025-10-23"),
        ("— Ana 🚢🇪🇸 (@ana) October 23, 2025", "Ana 🚢🇪🇸", "ana", "2025-10-23"),
        ("— #Ana Brú (@ana) October 23, 2025", "#Ana Brú", "ana", "2025-10-23"),
        ("— חנה כהן (@ana) October 23, 2025", "חנה כהן", "ana", "2025-10-23"),
        ("— هناء علي \u200f(@ana)\u200f October 23, 2025", "هناء علي", "ana", "2025-10-23"),
        ("— Ana — Noticias (@ana) October 23, 2025", "Ana — Noticias", "ana", "2025-10-23"),
        ("— (@ana) October 23, 2025", None, "ana", "2025-10-23"),
    ],
)
def test_signatures(line: str, name: str | None, handle: str, day: str | None) -> None:
    assert is_signature(line)
    (found,) = signatures(line)
    assert (found.name and found.name.strip("\u200f "), found.handle, found.posted_at) == (name, handle, day)


def test_the_last_dash_before_the_handle_opens_the_signature() -> None:
    (found,) = signatures("URGENTE — el puerto – dicen — está lleno. — Ana (@ana) October 23, 2025")
    assert found.name == "Ana"
    assert found.start == "URGENTE — el puerto – dicen — está lleno. — Ana".rindex("—")


@pytest.mark.parametrize(
    ("line", "platform", "handle"),
    [
        ("— Ana (@ana) October 23, 2025", "x", "ana"),
        ("— Ana (@ana.bsky.social) October 23, 2025", "bluesky", "ana.bsky.social"),
        ("— Ana (@ana.example.org) October 23, 2025 at 10:15 AM", "bluesky", "ana.example.org"),
        ("— Ana (@ana@social.example) October 23, 2025", "mastodon", "ana@social.example"),
    ],
)
def test_platforms(line: str, platform: str, handle: str) -> None:
    (found,) = signatures(line)
    assert (found.platform, found.handle) == (platform, handle)
    assert is_signature(line)


@pytest.mark.parametrize(
    "text",
    [
        "The minister — Ana Brú (@ana) — spoke on Monday.",
        "Write to Ana (@ana) October 23, 2025",
        "She is known as @ana on X.",
        "mail@example.org — no signature",
        "It is 5 - 3 (@ 2pm) today",
        "",
    ],
)
def test_no_signature(text: str) -> None:
    assert signatures(text) == []


@pytest.mark.parametrize(
    "link",
    [
        "https://twitter.com/ana/status/1981190533041271104",
        "https://x.com/ana/status/1981190533041271104?s=20",
        "https://twitter.com/ana/statuses/1981190533041271104",
    ],
)
def test_the_posts_link(link: str) -> None:
    on_the_line = read(f"Ships\n\n{ABOVE}\n\n{POST}\n{SIGNED} {link}\n\n{ABOVE}")
    below = read(f"Ships\n\n{ABOVE}\n\n{POST}\n{SIGNED}\n{link}\n\n{ABOVE}")
    for found in (on_the_line, below):
        assert [(post.text, post.url) for post in found.posts] == [(POST, link)]
        assert len(found.article.blocks) == 3


def test_a_cut_post() -> None:
    assert read(f"Ships\n\n{ABOVE}\n\nEl puerto tiene…\n{SIGNED}").posts[0].truncated
    assert not read(f"Ships\n\n{ABOVE}\n\nEl puerto tiene...\n{SIGNED}").posts[0].truncated


def test_articles_without_posts_come_back_as_they_are() -> None:
    article = read(f"Ships\n\n{ABOVE}").article
    assert find_pasted(article) == ((), article)


def test_blocks_without_offsets() -> None:
    blocks = (
        Block(kind="paragraph", text=POST, line=3, column=1),
        Block(kind="paragraph", text=SIGNED, line=4, column=1),
    )
    posts, rest = find_pasted(Article(blocks=blocks))
    assert (posts[0].text, posts[0].line, rest.blocks) == (POST, 3, ())


@given(
    st.lists(
        st.sampled_from(
            ["—", "–", "-", " ", "(@", "a", ")", "(@a)", "\n", "October 23, 2025", "https://x.com/a/status/1", "…"]
        )
    )
)
def test_any_text_gives_sound_signatures(pieces: list[str]) -> None:
    text = "".join(pieces)
    last = 0
    for found in signatures(text):
        assert last <= found.start < found.end <= len(text)
        assert found.handle
        last = found.end
    read(text)
