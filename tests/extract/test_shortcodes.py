"""Embeds as authors write them: shortcodes, components, WordPress blocks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.extract import extract, extract_posts
from quotecheck.extract.md.shortcodes import modules, shortcodes
from quotecheck.sources.source import RawSource

ARTICLES = Path(__file__).parents[2] / "fixtures" / "articles"


def raw(name: str) -> RawSource:
    return RawSource(name=name, data=(ARTICLES / name).read_bytes())


def test_the_shortcodes_of_site_generators_are_embeds() -> None:
    document = extract(raw("shortcodes.mdx"))
    assert [(post.platform, post.line) for post in document.posts] == [
        ("x", 9),
        ("x", 11),
        ("x", 13),
        ("instagram", 15),
        ("bluesky", 15),
        ("youtube", 17),
        ("x", 17),
    ]
    assert document.posts[0].url == "https://twitter.com/ana/status/1522349168131330002"
    assert document.posts[5].text == "El puerto cierra hoy"
    body = "\n".join(block.text for block in document.article.blocks)
    assert "import" not in body
    assert "tweet" not in body.split("The mayor")[1].split("{{< tweet")[0]
    (quotation,) = document.article.quotations
    assert (quotation.line, quotation.column) == (23, 2)


@pytest.mark.parametrize(
    ("call", "url"),
    [
        ('{{< x user="ana" id="1522349168131330002" >}}', "https://twitter.com/ana/status/1522349168131330002"),
        ("{{% tweet 1522349168131330002 %}}", "https://twitter.com/i/status/1522349168131330002"),
        ("{%- tweet 1522349168131330002 -%}", "https://twitter.com/i/status/1522349168131330002"),
        (
            "{% embed https://mastodon.example/@quai/109300000000000001 %}",
            "https://mastodon.example/@quai/109300000000000001",
        ),
        ("<TwitterTweetEmbed tweetId={'1522349168131330002'} />", "https://twitter.com/i/status/1522349168131330002"),
        (
            '<BlueskyPost id="https://bsky.app/profile/quai.example/post/3kabcsub00a" />',
            "https://bsky.app/profile/quai.example/post/3kabcsub00a",
        ),
        ("{{< instagram CxOWiQNP2MO >}}", "https://www.instagram.com/p/CxOWiQNP2MO/"),
        ('{{< telegram "quai_nord/1234" >}}', "https://t.me/quai_nord/1234"),
        ("[tweet https://twitter.com/ana/status/1522349168131330002]", "https://twitter.com/ana/status/1522349168131330002"),
    ],
)  # fmt: skip
def test_each_way_of_writing_one(call: str, url: str) -> None:
    source = f"# A headline\n\nThe mayor spoke for an hour.\n\n{call}\n\nAnd that was all.\n"
    (post,) = extract_posts(RawSource(name="a.md", data=source.encode()))
    assert (post.url, post.line, post.column) == (url, 5, 1)


@pytest.mark.parametrize(
    "text",
    [
        '{{< figure src="1522349168131330002.png" >}}',
        '{{</* tweet user="ana" id="1522349168131330002" */>}}',
        "{% include share.html id=1522349168131330002 %}",
        '<Gallery id="1522349168131330002" />',
        "`x`\n\n```\n{{< tweet 1522349168131330002 >}}\n```",
        "{{< youtube abcdefgh001 >}}",
        "{% twitter %}",
    ],
)
def test_what_is_no_embed(text: str) -> None:
    source = f"# A headline\n\nThe mayor spoke for an hour.\n\n{text}\n\nAnd that was all.\n"
    assert extract_posts(RawSource(name="a.md", data=source.encode())) == ()


def test_wordpress_blocks_are_told_from_their_content() -> None:
    document = extract(RawSource(name="post", data=(ARTICLES / "wordpress-blocks.html").read_bytes()))
    assert [(post.url or "")[-1] for post in document.posts] == ["2", "3"]
    assert [post.line for post in document.posts] == [7, 13]
    assert any(block.text.startswith("The mayor spoke") for block in document.article.blocks)
    assert not any("wp:" in block.text or "status" in block.text for block in document.article.blocks)


@given(
    st.lists(
        st.sampled_from(["{{<", ">}}", "{%", "%}", "<Tweet", "/>", "[embed]", "[/embed]", " ", '"', "x", "\n", "```\n"])
    )
)
def test_any_text_is_read(pieces: list[str]) -> None:
    text = "".join(pieces)
    for start, end, _ in shortcodes(text):
        assert 0 <= start < end <= len(text)
    assert all(start < end for start, end in modules(text))
