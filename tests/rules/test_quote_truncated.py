"""quote-truncated: words left out at the ends of a quoted sentence."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from quotecheck.facts import read
from quotecheck.model import Language
from quotecheck.rules.base import Case, Hit, Likeness, Side
from quotecheck.rules.quote_truncated import RULE


def hits(
    post: str, passage: str, lang: str = "en", alike: Likeness | None = None, truncated: bool = False
) -> list[Hit]:
    def side(text: str, code: str) -> Side:
        return Side(text=text, language=Language(code=code, confidence=1.0, method="given"), facts=read(text, code))

    case = Case(
        post=side(post, lang),
        passage=side(passage, "en"),
        segment=(0, len(post)),
        kind="quotation",
        alike=alike,
        truncated=truncated,
    )
    return list(RULE.check(case))


@pytest.mark.parametrize(
    ("post", "passage", "left", "severity"),
    [
        ("We will leave the town if they attack.", "We will leave the town", "if they attack", "warning"),
        ("Perhaps the school will close in May.", "The school will close in May", "Perhaps", "warning"),
        ("The bridge is open, but not for lorries.", "The bridge is open", "but not for lorries", "warning"),
        ("The bridge is open to all of us again.", "The bridge is open to all", "of us again", "note"),
        ("On Sunday the choir sings in the square.", "the choir sings in the square.", "On Sunday", "note"),
    ],
)
def test_same_language(post: str, passage: str, left: str, severity: str) -> None:
    (hit,) = hits(post, passage)
    assert hit.post is not None
    assert post[slice(*hit.post)] == left
    assert (hit.severity or RULE.severity) == severity
    assert hit.message.startswith("partial quote")


@pytest.mark.parametrize(
    ("post", "passage"),
    [
        ("We will leave the town if they attack.", "We will leave the town …"),
        ("We will leave the town if they attack.", "… if they attack"),
        ("We will leave the town. They may stay.", "We will leave the town."),
        ("We will leave the town @luis https://t.co/abc", "We will leave the town"),
        ("We will leave the town.", "We will leave the town"),
        ("We will leave the town.", "Completely different words stand here"),
        ("We will leave.", ""),
    ],
)
def test_same_language_silent(post: str, passage: str) -> None:
    assert not hits(post, passage)


def test_the_end_of_a_cut_post_is_unknown() -> None:
    assert not hits("We will leave the town if they", "We will leave the town", truncated=True)


SPANISH = "Saldremos de la ciudad mañana, si el ejército atacante cruza el río."


def alike(left: Sequence[str], right: Sequence[str]) -> list[list[float]]:
    """A stand-in for the embedding: the clause about the army is not in the English."""

    def one(mine: str, theirs: str) -> float:
        if " " in theirs:
            return 0.5 if "ejército" in mine and "Saldremos" in mine else 0.8
        return 0.9 if mine in ("Saldremos", "ciudad", "mañana") else 0.2

    return [[one(mine, theirs) for theirs in right] for mine in left]


def test_a_clause_that_a_translation_leaves_out() -> None:
    (hit,) = hits(SPANISH, "We will leave the city tomorrow", "es", alike)
    assert hit.post is not None
    assert SPANISH[slice(*hit.post)].startswith("si el ejército")
    assert hit.severity == "warning"
    assert "condition" in hit.message


def test_without_an_embedding_nothing_is_told_of_translations() -> None:
    assert not hits(SPANISH, "We will leave the city tomorrow", "es")
