"""What in an article a post can be compared with."""

from __future__ import annotations

from quotecheck.align.passages import candidates
from quotecheck.extract import extract
from quotecheck.model import Article
from quotecheck.sources.source import RawSource

PAGE = """<!doctype html><html lang="en"><head><title>Mayor closes the old bridge</title></head><body><article>
<h1>Mayor closes the old bridge</h1>
<p>The mayor closed the old bridge on Monday after engineers found cracks in it. Nobody was hurt.</p>
<p>"We will not risk a single life," she said, "and we will rebuild the bridge by May."</p>
<p>Work starts in the spring and is going to cost the city a great deal of money.</p>
</article></body></html>"""


def _article() -> Article:
    return extract(RawSource(name="bridge.html", data=PAGE.encode())).article


def test_headline_quotation_and_sentences() -> None:
    found = candidates(_article())
    kinds = [candidate.kind for candidate in found]
    assert kinds[0] == "headline"
    assert "quotation" in kinds
    assert any(candidate.text.startswith("Work starts") for candidate in found if candidate.kind == "sentence")


def test_too_short_a_sentence_is_no_passage() -> None:
    assert all(candidate.text != "Nobody was hurt." for candidate in candidates(_article()))


def test_a_split_quotation_places_each_part() -> None:
    article = _article()
    quotation = next(candidate for candidate in candidates(article) if candidate.kind == "quotation")
    assert quotation.text == "We will not risk a single life, and we will rebuild the bridge by May."
    lines = PAGE.splitlines()
    for word in ("We", "life", "rebuild", "May"):
        line, column = quotation.place(article, quotation.text.index(word))
        assert lines[line - 1][column - 1 :].startswith(word)


def test_a_sentence_touches_the_quotation_in_it() -> None:
    found = candidates(_article())
    quotation = next(candidate for candidate in found if candidate.kind == "quotation")
    around = [candidate for candidate in found if candidate.kind == "sentence" and candidate.touches(quotation)]
    assert around
    assert all("she said" in candidate.text for candidate in around)
