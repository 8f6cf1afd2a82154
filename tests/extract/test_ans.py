from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from quotecheck.extract import extract
from quotecheck.extract.formats import detect
from quotecheck.sources.source import RawSource

STORY = Path(__file__).parents[2] / "fixtures" / "articles" / "ans.json"


def test_a_story_of_arc_xp_is_told_from_its_content() -> None:
    text = STORY.read_text(encoding="utf-8")
    assert detect(text, RawSource(name="-", data=b"")).name == "ans"
    assert detect('{"content": "a"}', RawSource(name="-", data=b"")).name == "text"


def test_header_blocks_posts_and_quotations_with_their_places_in_the_json() -> None:
    text = STORY.read_text(encoding="utf-8")
    document = extract(RawSource(name="story.json", data=text.encode()))
    article = document.article
    assert (article.title, article.byline, article.dek) == (
        "Ferry timetable & its critics",
        "Maud Kerr",
        "The harbour town is divided",
    )
    assert article.published == "2022-05-06T08:00:00Z"
    first, second = document.posts
    assert (first.text, first.handle) == ("El puerto cierra mañana 🚢", "ana")
    assert (second.platform, second.text) == ("instagram", None)
    lines = text.split("\n")
    assert '"html"' in lines[first.line - 1]
    assert lines[first.line - 1][first.column - 1 :].startswith("<blockquote")
    (quotation,) = article.quotations
    assert lines[quotation.line - 1][quotation.column - 1 :].startswith("The port closes tomorrow")
    texts = [block.text for block in article.blocks]
    assert "What she said" in texts
    assert "Five boats leave at noon." in " ".join(texts)
    assert not any("Ana Solís" in text for text in texts)


@given(st.recursive(st.none() | st.text(max_size=8), lambda inner: st.lists(inner, max_size=3)))
def test_whatever_the_elements_are_nothing_breaks(elements: object) -> None:
    text = json.dumps({"version": "0.10", "headlines": elements, "content_elements": [elements, {"type": "text"}]})
    source = RawSource(name="story.json", data=text.encode())
    found = detect(text, source)
    assert found.name == "ans"
    found.parse(text, source)
