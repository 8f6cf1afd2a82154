from __future__ import annotations

from pathlib import Path

from quotecheck.extract import extract_posts
from quotecheck.extract.posts import platforms
from quotecheck.model import Post
from quotecheck.sources.source import RawSource

PAGES = Path(__file__).parents[3] / "fixtures" / "pages"


def posts(name: str) -> tuple[Post, ...]:
    return extract_posts(RawSource(name=name, data=(PAGES / name).read_bytes()))


def test_platforms_are_discovered_by_being_there() -> None:
    names = [platform.name for platform in platforms()]
    assert len(names) == len(set(names))
    assert {"bluesky", "facebook", "instagram", "mastodon", "telegram", "tiktok", "x"} <= set(names)


def test_instagram_captions_accounts_and_link_only_forms() -> None:
    first, second, third, fourth = posts("instagram.html")
    assert (first.text, first.author, first.handle) == ("Färjan är sen igen ➡️ #hamnen", "Brygga Tre", "brygga.tre")
    assert first.posted_at == "2020-04-27T16:24:00+00:00"
    assert (second.text, second.author, second.handle) == (None, "Kai Drei", "kai_drei")
    assert second.url == "https://www.instagram.com/reel/CZ0only_link/"
    assert third.url == "https://www.instagram.com/p/CZ0shortcod/"
    assert fourth.url == "https://www.instagram.com/p/CZ0bare_url1/"


def test_facebook_posts_but_no_page_plugins() -> None:
    first, second, third = posts("facebook.html")
    assert first.text == "Die Fähre fährt heute nicht, und morgen wohl auch…"
    assert first.truncated
    assert (first.author, first.handle, first.posted_at) == ("Quay News", "quaynews", "2020-10-06")
    assert [p.text for p in (second, third)] == [None, None]
    assert [(p.url or "")[-1] for p in (first, second, third)] == ["1", "2", "3"]


def test_bluesky_handles_have_dots_and_an_empty_language_is_none() -> None:
    first, second = posts("bluesky.html")
    assert (first.text, first.author, first.handle) == ("Le port ferme à 18 h.", "Port – Infos", "port.infos.example")
    assert (first.posted_at, first.declared_language) == ("2025-10-23", None)
    assert (second.handle, second.text) == ("quai.example", None)


def test_mastodon_names_account_and_server() -> None:
    first, second = posts("mastodon.html")
    assert (first.handle, first.url) == ("quai@mastodon.example", "https://mastodon.example/@quai/109300000000000001")
    assert (second.handle, second.text) == ("pier@social.example", None)


def test_tiktok_caption_without_account_and_sound() -> None:
    (post,) = posts("tiktok.html")
    assert (post.text, post.handle) == ("Le bac de midi #port", "quai.nord")


def test_telegram_is_link_only() -> None:
    assert [(p.handle, p.url, p.text) for p in posts("telegram.html")] == [
        ("quai_nord", "https://t.me/quai_nord/1234", None),
        ("quai_nord", "https://t.me/quai_nord/1235", None),
    ]
