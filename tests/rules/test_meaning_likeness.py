"""meaning-reversed where no table holds the word: by likeness."""

from __future__ import annotations

import pytest

from quotecheck import compare
from quotecheck.align.words.aligner import available

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not available(), reason="the model that compares words is not installed here"),
]


@pytest.mark.parametrize(
    ("lang", "post", "right", "wrong"),
    [
        ("es", "La ministra llamó a los productores a aumentar las exportaciones de trigo.",
         "The minister called on producers to increase exports of wheat.", ("exports", "imports")),
        ("de", "Der neue Tunnel ist breiter und deutlich sicherer als der alte.",
         "The new tunnel is wider and clearly safer than the old one.", ("wider", "narrower")),
        ("fr", "Les habitants ont trouvé une rue silencieuse et propre.",
         "Residents found a quiet and clean street.", ("clean", "dirty")),
    ],
)  # fmt: skip
def test_an_opposite_is_noted(lang: str, post: str, right: str, wrong: tuple[str, str]) -> None:
    assert not [one for one in compare(post, right, lang=lang).findings if one.rule == "meaning-reversed"]
    found = [one for one in compare(post, right.replace(*wrong), lang=lang).findings if one.rule == "meaning-reversed"]
    assert len(found) == 1
    assert found[0].passage is not None and found[0].passage.text == wrong[1]


@pytest.mark.parametrize(
    ("lang", "post", "same", "changed"),
    [
        ("fr", "La porte du musée n'était pas fermée.", "The museum's door was open.", "The museum's door was closed."),
        ("it", "Il ponte non è aperto.", "The bridge is closed.", "The bridge is open."),
        ("es", "La carretera no está abierta.", "The road is closed.", "The road is open."),
    ],
)
def test_what_is_denied_may_be_said_by_its_opposite(lang: str, post: str, same: str, changed: str) -> None:
    assert not [one for one in compare(post, same, lang=lang).findings if one.rule == "negation-flipped"]
    assert [one for one in compare(post, changed, lang=lang).findings if one.rule == "negation-flipped"]
