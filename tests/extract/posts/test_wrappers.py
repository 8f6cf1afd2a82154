"""Shapes that belong to no platform: consent gates, oEmbed and iframely wrappers, AMP, data that scripts start from."""

from __future__ import annotations

from pathlib import Path

from quotecheck.extract import extract_posts
from quotecheck.model import Post
from quotecheck.sources.source import RawSource

PAGES = Path(__file__).parents[3] / "fixtures" / "pages"


def posts(name: str) -> tuple[Post, ...]:
    return extract_posts(RawSource(name=name, data=(PAGES / name).read_bytes()))


def posts_of(markup: str) -> tuple[Post, ...]:
    page = f"<!doctype html><article><h1>A headline</h1>{markup}<p>And a closing line of text.</p></article>"
    return extract_posts(RawSource(name="page.html", data=page.encode()))


def test_whatever_a_consent_gate_calls_its_attribute() -> None:
    found = posts("consent-gates.html")
    assert [(p.platform, (p.url or "").rstrip("/")[-3:]) for p in found] == [
        ("x", "001"),
        ("x", "002"),
        ("instagram", "003"),
        ("facebook", "004"),
        *[("x", f"00{n}") for n in range(5, 10)],
        ("tiktok", "010"),
    ]
    assert [p.text for p in found[4:9]] == [
        "Le bac part à midi, au fond du conteneur.",
        "Le bac part à midi, deux fois emballé.",
        "Le bac part à midi, en texte brut.",
        "Le bac part à midi, dans un gabarit.",
        "Le bac part à midi, dans une apostrophe.",
    ]
    assert [p.line for p in found] == list(range(12, 22))


def test_wrappers_of_embedding_services_and_editors() -> None:
    found = posts("wrappers.html")
    assert [(p.platform, p.line) for p in found] == [
        ("x", 12),
        ("instagram", 13),
        ("threads", 14),
        ("telegram", 15),
        ("x", 16),
        ("reddit", 17),
        ("x", 18),
        ("x", 19),
        ("x", 20),
        ("x", 21),
        ("x", 21),
    ]
    assert [p.text for p in found[6:]] == [
        "Le bac part à midi, dans un article instantané.",
        "Le bac part à midi, dans un cadre.",
        "Le bac part à midi, selon oEmbed.",
        "Le bac part à midi, selon Nuxt.",
        None,
    ]


def test_amp_components_and_none_of_its_timelines_and_buttons() -> None:
    found = posts("amp.html")
    assert [(p.platform, p.line) for p in found] == [
        ("x", 12),
        ("instagram", 13),
        ("facebook", 14),
        ("facebook", 15),
        ("tiktok", 16),
        ("youtube", 17),
        ("bluesky", 18),
        ("reddit", 19),
        ("telegram", 20),
    ]
    assert found[0].text == "Le bac part à midi, dans AMP."


def test_words_that_stand_in_a_page_s_data_alone() -> None:
    found = posts("x-data-records.html")
    first, bluesky, instagram, *linked, told, state = found
    assert first.text == "Le bac part à midi & revient @quai_nord.\n\nPas avant."
    assert (first.author, first.handle, first.posted_at) == (
        "Port de Brume ⚓",
        "portdebrume",
        "2022-04-27T00:04:12+00:00",
    )
    assert (bluesky.text, bluesky.author, bluesky.handle) == (
        "Le port ferme à 18 h, pas à 20 h.",
        "Quai",
        "quai.example",
    )
    assert (instagram.text, instagram.author) == ("Färjan är sen igen, tyvärr", "Brygga Tre")
    assert [((p.url or "")[-1], p.text) for p in linked] == [("3", None), ("4", None), ("5", None)]
    assert (told.text, told.handle, told.declared_language) == (
        "El muelle abre el lunes, no el martes.",
        "muelle_sur",
        "es",
    )
    assert (state.url, state.text) == ("https://x.com/portdebrume/status/1519105091772594006", None)


def test_hidden_markup_in_comments_and_side_bars_is_no_evidence() -> None:
    quote = (
        "&lt;blockquote class=&quot;twitter-tweet&quot;&gt;&lt;p&gt;Words&lt;/p&gt;A (@a1) &lt;a href=&quot;"
        "https://twitter.com/a1/status/1519105091772597001&quot;&gt;May 5, 2022&lt;/a&gt;&lt;/blockquote&gt;"
    )
    assert len(posts_of(f"<textarea>{quote}</textarea>")) == 1
    assert posts_of(f'<div class="comments"><textarea>{quote}</textarea></div>') == ()
    assert posts_of(f'</article><div class="sidebar"><div data-embed="{quote}"></div></div><article>') == ()


def test_a_repost_gives_the_words_to_their_author_and_names_who_passed_them_on() -> None:
    *_, repost = posts("x-nested.html")
    assert (repost.handle, repost.author, repost.reposted_by) == ("puerto_es", None, "muelle")
    assert repost.text == "RT @puerto_es: El puerto abre el lunes..."
