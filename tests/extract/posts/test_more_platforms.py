"""Threads, Truth Social, Gab, LinkedIn, VK, Weibo, Reddit, YouTube: what their embeds give, and what is no embed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quotecheck.extract import extract_posts
from quotecheck.extract.posts.weibo import numeric
from quotecheck.model import Post
from quotecheck.sources.source import RawSource

PAGES = Path(__file__).parents[3] / "fixtures" / "pages"


def posts(name: str) -> tuple[Post, ...]:
    return extract_posts(RawSource(name=name, data=(PAGES / name).read_bytes()))


def posts_of(markup: str) -> tuple[Post, ...]:
    page = f"<!doctype html><article><h1>A headline</h1>{markup}<p>And a closing line of text.</p></article>"
    return extract_posts(RawSource(name="page.html", data=page.encode()))


def tails(found: tuple[Post, ...]) -> list[str]:
    return [re.split(r"[/=]", (post.url or "").rstrip("/"))[-1] for post in found]


def test_threads_names_account_and_post() -> None:
    found = posts("threads.html")
    assert tails(found) == ["CuP00_first1", "DQOQ_second2", "DQOQ_third_3", "DQOQ_fourth4"]
    assert [p.handle for p in found] == ["quai.nord", None, "pier.sieben", "pier.sieben"]
    assert [p.text for p in found] == [None] * 4, "furniture is no text"


def test_truth_social_frames_and_a_screenshot_that_is_spelled_out() -> None:
    *linked, pictured = posts("truthsocial.html")
    assert [(p.url or "")[-3:] for p in linked] == ["001", "002", "003"]
    assert {(p.platform, p.handle, p.text) for p in linked} == {("truthsocial", "muellekai", None)}
    assert linked[0].posted_at == "2025-10-26T06:15:50+00:00", "the ID says when"
    assert (pictured.author, pictured.url) == ("Kai Drei", None)
    assert pictured.text == "The ferry leaves at noon, and not a minute later. Everybody knows it!"


def test_gab_frames_and_addresses() -> None:
    found = posts("gab.html")
    assert [(p.platform, p.handle, (p.url or "")[-3:]) for p in found] == [
        ("gab", "pierdrei", "001"),
        ("gab", "pierdrei", "002"),
    ]


def test_linkedin_posts_but_no_buttons_and_profiles() -> None:
    found = posts("linkedin.html")
    assert [(p.url or "").rstrip("/")[-3:] for p in found] == ["001", "002", "003"]
    assert [p.handle for p in found] == [None, None, "lotte-brandt"]
    assert found[0].posted_at == "2022-11-20T07:40:53+00:00"


def test_vk_posts_and_videos_but_no_group_boxes_polls_and_buttons() -> None:
    assert tails(posts("vk.html")) == [
        "wall-20440001_101",
        "wall20440002_102",
        "wall-20440001_103",
        "video-20440001_104",
        "wall-20440001_105",
    ]


def test_weibo_numbers_and_base_62_are_one_post() -> None:
    first, second = posts("weibo.html")
    assert (first.url, first.posted_at) == ("https://m.weibo.cn/status/4467107636950632", "2020-02-01T02:41:58+00:00")
    assert second.line == 13
    assert numeric("z0JH2lOMb") == "3501756485200075"
    assert numeric("3501756485200075") == "3501756485200075"


def test_reddit_titles_accounts_and_comments() -> None:
    found = posts("reddit.html")
    assert [p.text for p in found] == [
        "Die Fähre fährt nicht, und keiner sagt etwas",
        "El puerto cierra mañana",
        None,
        None,
        None,
        None,
    ]
    assert [p.handle for p in found[:3]] == ["kai_drei", None, "lotte"]
    assert tails(found) == ["die_fahre_fahrt_nicht", "el_puerto_cierra", "jf00001", "le_bac", "le_bac_bis", "9qrs05"]


def test_youtube_videos_whose_title_or_description_the_page_gives() -> None:
    found = posts("youtube.html")
    assert tails(found) == ["abcdefgh001", "abcdefgh002", "abcdefgh003", "abcdefgh004"]
    assert [p.text for p in found] == [
        "El puerto cierra: la alcaldesa explica por qué",
        "Le bac de midi\n\nLe bac de midi est supprimé jusqu'au 3 mai. Le maire s'explique.",
        "Die Fähre steht still",
        "Паром снова опаздывает",
    ]
    assert (found[1].author, found[1].posted_at) == ("Quai Nord", "2022-04-27T08:00:00+00:00")


@pytest.mark.parametrize(
    "title",
    ["YouTube video player", "Video", "Embedded YouTube video", "Lecteur vidéo YouTube", "Main article video", "", "1"],
)
def test_a_player_without_a_title_of_its_own_says_nothing(title: str) -> None:
    assert posts_of(f'<iframe src="https://www.youtube.com/embed/abcdefgh001" title="{title}"></iframe>') == ()


def test_side_feeds_buttons_timelines_profiles_and_page_plugins_are_no_posts() -> None:
    assert posts("no-posts.html") == ()


def test_screenshots_that_are_spelled_out() -> None:
    assert [(p.platform, p.author or p.handle, p.text) for p in posts("pictures.html")] == [
        ("bluesky", "quai.example", "Le port ferme à 18 h, et la mairie le sait."),
        ("facebook", "Ana Solís", "No habrá más de 3.000 plazas este año"),
        ("telegram", "Kai Drei", "Die Fähre fährt heute nicht, morgen auch nicht."),
    ]


def test_a_telegram_message_as_its_script_draws_it() -> None:
    """As in a page that was saved, or that an editor pasted the message into."""
    page = (
        '<p>Vorher.</p><div class="tgme_widget_message_wrap">'
        '<div class="tgme_widget_message" data-post="port_news/812">'
        '<a class="tgme_widget_message_owner_name" href="https://t.me/port_news"><span dir="auto">Порт</span></a>'
        '<div class="tgme_widget_message_text" dir="auto">Паром не идёт.<br/>Ждём 3 часа.</div>'
        '<a class="tgme_widget_message_date" href="https://t.me/port_news/812">'
        '<time datetime="2025-09-18T04:26:11+00:00">04:26</time></a></div></div><p>Nachher.</p>'
    )
    (post,) = posts_of(page)
    assert (post.platform, post.author, post.handle, post.url) == (
        "telegram",
        "Порт",
        "port_news",
        "https://t.me/port_news/812",
    )
    assert (post.text, post.posted_at) == ("Паром не идёт.\nЖдём 3 часа.", "2025-09-18T04:26:11+00:00")


def test_a_telegram_message_with_its_words_pasted_into_what_names_it() -> None:
    page = (
        '<blockquote class="telegram-post" data-telegram-post="port_news/813"><p lang="ru">Паром не идёт.</p>'
        '&mdash; Порт (<a href="https://t.me/port_news">@port_news</a>) '
        '<a href="https://t.me/port_news/813">18 сентября 2025</a></blockquote>'
    )
    (post,) = posts_of(page)
    assert (post.platform, post.author, post.handle, post.text, post.posted_at) == (
        "telegram",
        "Порт",
        "port_news",
        "Паром не идёт.",
        "2025-09-18",
    )
