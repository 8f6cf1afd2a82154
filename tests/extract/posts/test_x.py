from __future__ import annotations

from pathlib import Path

import pytest

from quotecheck.extract import extract, extract_posts
from quotecheck.model import Post
from quotecheck.sources.source import RawSource

PAGES = Path(__file__).parents[3] / "fixtures" / "pages"


def posts(name: str) -> tuple[Post, ...]:
    return extract_posts(RawSource(name=name, data=(PAGES / name).read_bytes()))


def posts_of(markup: str) -> tuple[Post, ...]:
    page = f"<!doctype html><article><h1>A headline</h1>{markup}<p>And a closing line of text.</p></article>"
    return extract_posts(RawSource(name="page.html", data=page.encode()))


def test_several_paragraphs_and_a_signature_of_its_own() -> None:
    (post,) = posts("x-own-paragraph.html")
    assert post.text == "Die Fähre kommt — wie immer — zu spät.\n\nWer hat das #Hafen-Konzept geschrieben?\nIch nicht."
    assert (post.author, post.handle, post.posted_at) == ("Lotte Brandt🐬", "lotte_brandt", "2018-09-25")
    assert post.url == "https://twitter.com/lotte_brandt/status/1044502590266970001"
    assert (post.platform, post.declared_language, post.truncated) == ("x", "de", False)
    assert (post.line, post.column) == (12, 1)


def test_signature_as_tail_text_in_any_script_and_with_any_date() -> None:
    found = posts("x-tail-signature.html")
    assert [(p.author, p.handle, p.posted_at, p.declared_language) for p in found] == [
        ("Ana Solís – Puerto", "anasolis_p", "2022-05-05", "es"),
        ("Олег #порт", "oleg_port", "2018-05-16", "ru"),
        ("דנה לוי", "dana_levi_tlv", "2020-01-07", "he"),
        ("ميناء | أخبار", "mina_akhbar", "2016-09-30T15:13:45+00:00", "ar"),
        ("Old Timer", "oldtimer", "2012-03-31T10:11:12+00:00", "en"),
    ]
    assert found[0].text == "No habrá más de 3.000 plazas — ni una más. #puerto pic.twitter.com/aBcDeFgH12"
    assert found[0].url == "https://twitter.com/anasolis_p/statuses/1522349168131330002"
    assert not found[1].truncated, "three full stops are the author's own"


@pytest.mark.parametrize("tag", "script style svg button noscript select template".split())
def test_a_space_behind_what_is_never_shown_still_parts_two_words(tag: str) -> None:
    (post,) = posts_of(
        f'<blockquote class="twitter-tweet"><p lang="es">Hola<{tag}></{tag}> <b>mundo</b> entero</p>&mdash; Ana Solís '
        '(@anasolis_p) <a href="https://twitter.com/anasolis_p/status/1522349168131330002">5 May 2022</a></blockquote>'
    )
    assert post.text == "Hola mundo entero"


def test_link_only_forms_have_no_text_and_links_in_prose_are_no_embeds() -> None:
    found = posts("x-link-only.html")
    assert [p.text for p in found] == [None] * 11
    assert [(p.url or "")[-3:] for p in found] == [f"{n:03}" for n in range(1, 12)]
    assert found[0].handle == "empty_one"
    assert found[2].url == "https://twitter.com/i/status/1519105091772590003"
    assert found[0].posted_at == "2022-04-27T00:04:12+00:00", "the status ID says when"


def test_consent_gates_templates_and_scripts_are_opened_and_comments_are_not() -> None:
    found = posts("x-consent-gates.html")
    assert [p.text for p in found] == [
        "Le bac part à midi, dans une zone de texte.",
        "Le bac part à midi, derrière le rideau.",
        "Le bac part à midi, sans script.",
        "Le bac part à midi, échappé deux fois.",
        "Le bac part à midi, dans data-content.",
        "Le bac part à midi, dans un attribut.",
        "Le bac part à midi, dans un gabarit.",
    ]
    assert [p.line for p in found] == [12, 14, 15, 16, 17, 18, 19]


def test_copies_of_a_post_count_once_and_other_stories_do_not() -> None:
    found = posts("x-data-copies.html")
    assert [(p.url or "")[-3:] for p in found] == ["021", "022"]
    assert [p.text for p in found] == ["Un seul billet, trois copies.", None]
    assert [p.line for p in found] == [12, 14]


def test_cards_count_and_side_feeds_and_comments_do_not() -> None:
    found = posts("x-card.html")
    assert [(p.author, p.handle, p.text) for p in found] == [
        ("Pier Seven ⚓", "pier_seven", "Quatre bateaux, zéro capitaine."),
        ("Quai Nord", "quai_nord", "Un bloc sans classe garde sa signature."),
    ]


def test_a_post_quoted_inside_a_post_is_its_own_post_and_reposts_are_named() -> None:
    outer, inner, repost = posts("x-nested.html")
    assert (outer.handle, outer.text) == ("molo_nuovo", "Guardate che cosa dice.")
    assert (inner.handle, inner.text, inner.truncated) == ("puerto_es", "El puerto cierra mañana…", True)
    assert (outer.url or "").endswith("002")
    assert (inner.url or "").endswith("001")
    assert repost.reposted_by == "muelle"
    assert not repost.truncated


@pytest.mark.parametrize(
    ("signature", "author", "words"),
    [
        ("— Hola — dijo ella. — Ana (@ana) 5 mayo 2022", "Ana", "— Hola — dijo ella."),
        ("Hola, puerto - Ana (@ana) May 5, 2022", "Ana", "Hola, puerto"),
        ("(@otra) dijo que no – Ana B. (@ana)", "Ana B.", "(@otra) dijo que no"),
        ("Gracias (@otra)!<br>— Ana — Puerto (@ana) May 5, 2022", "Ana — Puerto", "Gracias (@otra)!"),
    ],
)
def test_dashes_and_brackets_in_the_words_do_not_mislead(signature: str, author: str, words: str) -> None:
    link = '<a href="https://twitter.com/ana/status/1522349168131330002"></a>'
    (post,) = posts_of(f'<blockquote class="twitter-tweet"><p lang="es">{signature} {link}</p></blockquote>')
    assert (post.author, post.handle, post.text) == (author, "ana", words)


@pytest.mark.parametrize("code", ["und", "zxx", "qme", "qht", ""])
def test_a_language_that_says_nothing_is_none(code: str) -> None:
    (post,) = posts_of(
        f'<blockquote class="twitter-tweet" lang="en" data-lang="en"><p lang="{code}">12.500 🚢</p>&mdash; A (@a1) '
        '<a href="https://twitter.com/a1/status/1522349168131330002">May 5, 2022</a></blockquote>'
    )
    assert post.declared_language is None
    assert post.text == "12.500 🚢"


def test_a_deleted_post_without_an_address_is_nothing() -> None:
    assert posts_of('<blockquote class="twitter-tweet">Tweet may have been deleted</blockquote>') == ()


def test_a_picture_that_is_an_emoji_is_part_of_the_words() -> None:
    (post,) = posts_of(
        '<blockquote class="twitter-tweet"><p>Ya sale <img class="emoji" alt="🚢" src="s.png"> del puerto</p>'
        '&mdash; A (@a1) <a href="https://x.com/a1/status/1522349168131330002">May 5, 2022</a></blockquote>'
    )
    assert post.text == "Ya sale 🚢 del puerto"


def test_the_words_of_an_embed_are_not_in_the_body() -> None:
    name = "x-own-paragraph.html"
    article = extract(RawSource(name=name, data=(PAGES / name).read_bytes())).article
    body = "\n".join(block.text for block in article.blocks)
    assert "Fähre" not in body
    assert "Lotte" not in body
    assert "The mayor spoke" in body
    assert "Her office said" in body


def test_a_post_pasted_as_text_into_a_page_is_found() -> None:
    (post,) = posts_of(
        "<p>La ville ouvre 4.000 places demain. pic.twitter.com/aBcDeFgH12"
        " — Port de Brume (@portdebrume) October 23, 2025</p>"
    )
    assert (post.handle, post.posted_at) == ("portdebrume", "2025-10-23")
    assert (post.text or "").startswith("La ville ouvre 4.000 places demain.")


def test_the_data_a_script_starts_from_is_read_where_it_is_no_json() -> None:
    address = "https:\\u002F\\u002Ftwitter.com\\u002Fquay\\u002Fstatus\\u002F1519105091772590042"
    data = f'a.b={{url:"{address}",sameAs:c}}'
    (post,) = posts_of(f"<script>window.__NUXT__=(function(a,b,c){{{data}}}())</script>")
    assert (post.url, post.text) == ("https://twitter.com/quay/status/1519105091772590042", None)


def test_a_box_of_an_embedding_service_is_an_embed_and_a_link_in_prose_beside_it_is_not() -> None:
    (post,) = posts_of(
        '<blockquote class="embedly-card"><h4><a href="https://twitter.com/quay/status/1519105091772590043">Quay</a>'
        '</h4></blockquote><p>As <a href="https://twitter.com/quay/status/1519105091772590044">the quay</a> wrote.</p>'
    )
    assert (post.url or "").endswith("043")


def test_a_screenshot_whose_description_gives_account_and_words() -> None:
    (post,) = posts_of(
        '<img src="a.png" alt="Screenshot: Tweet von Kai Drei (@kai_drei)">'
        '<img src="b.png" alt="Screenshot of a tweet by @kai_drei: “Die Fähre fährt heute nicht.”">'
        '<img src="c.png" alt="The tweeting bird of @kai_drei on a wall">'
    )
    assert (post.handle, post.text, post.url) == ("kai_drei", "Die Fähre fährt heute nicht.", None)
