"""How reporters tell, deny and count, which is no difference from the post; and what is one all the same."""

from __future__ import annotations

import pytest

from quotecheck.config import Config
from quotecheck.extract.speech.frames import said_in
from quotecheck.facts import read
from quotecheck.facts.clauses import split
from quotecheck.pipeline import compare


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("He said that library loans had tripled", "library loans had tripled"),
        ("The club revealed on Instagram that he had torn a ligament", "he had torn a ligament"),
        ("The line will stay shut until Friday, said the prefect", "The line will stay shut until Friday"),
        ("Its chief engineer said the cracks were small", "the cracks were small"),
        ("He denied that the plan existed", "He denied that the plan existed"),
        ("She did not say that it was so", "She did not say that it was so"),
        ("", ""),
    ],
)
def test_what_is_said_without_who_says_it(sentence: str, said: str) -> None:
    start, end = said_in(sentence)
    assert sentence[start:end] == said


@pytest.mark.parametrize(
    ("lang", "text", "clauses"),
    [
        (
            "en",
            "It will close on Dec. 4, 6 and 12, she wrote to us.",
            ["It will close on Dec. 4, 6 and 12", "she wrote to us."],
        ),
        ("cs", "Do 31. března čekáme, pak půjdeme k soudu.", ["Do 31. března čekáme", "pak půjdeme k soudu."]),
        ("en", "They told us no. The mayor left.", ["They told us no.", "The mayor left."]),
        ("es", "Pararemos los días 4, 6 y 11 de mayo.", ["Pararemos los días 4, 6 y 11 de mayo."]),
    ],
)
def test_lists_of_days_and_ordinals_end_no_clause(lang: str, text: str, clauses: list[str]) -> None:
    assert [text[slice(*span)] for span in split(text, lang)] == clauses


def test_figures_that_english_and_others_write_in_words() -> None:
    assert [q.value for q in read("since five past eleven", "en").quantities if q.role == "time"] != []
    assert [(q.value, q.upper) for q in read("in five of six samples", "en").quantities] == [(5, 6)]
    assert [q.unit for q in read("10日分あります", "ja").quantities] == ["day"]
    assert [q.unit for q in read("90 000 m3", "fr").quantities if not q.weak] == ["cubic-meter"]
    assert [day.day for day in read("on Dec. 4, 6 and 12", "en").days] == [4, 6, 12]
    assert not [name for name in read("OFFICIEL : le pont ferme.", "fr").names if not name.weak]


@pytest.mark.parametrize(
    ("lang", "post", "quote"),
    [
        ("uk", "Ніхто не загинув, один робітник поранений.", "Nobody was killed, but one worker was injured."),
        ("ru", "Цену пока не пересматриваем.", "For now we are not revising the price."),
        (
            "es",
            "He sembrado brócoli y no sé si lo voy a poder regar.",
            "I have sown broccoli, and I don’t know whether I can water it.",
        ),
        (
            "fr",
            "L'interdiction est maintenue dans 8 communes jusqu'au 15 mai au moins.",
            "The ban stays in 8 towns until at least May 15.",
        ),
        ("tr", "Üç kez istedik. Dördüncüyü mü bekliyoruz?", "We have asked three times. Are we waiting for a fourth?"),
    ],
)
def test_faithful_quotations_raise_no_alarm(lang: str, post: str, quote: str) -> None:
    found = compare(post, quote, lang=lang, config=Config()).findings
    assert not [one for one in found if one.severity != "note"]


@pytest.mark.parametrize(
    ("lang", "post", "quote", "rule"),
    [
        ("pt", "Começamos pelas crianças menores de cinco anos.", "We begin with children over five.", "bound-changed"),
        ("es", "Ya no mandamos camiones de noche.", "We no longer send lorries out by day.", "date-changed"),
        (
            "es",
            "El consejo rechazó la oferta por 18 votos contra 4.",
            "The council approved the offer by 18 to 4.",
            "meaning-reversed",
        ),
        (
            "de",
            "Der Tunnel war elf Wochen früher als geplant fertig.",
            "The tunnel was done eleven weeks behind schedule.",
            "meaning-reversed",
        ),
        ("fr", "Les vitraux et l'orgue sont intacts.", "The windows and the organ were destroyed.", "meaning-reversed"),
    ],
)
def test_what_is_a_difference_all_the_same(lang: str, post: str, quote: str, rule: str) -> None:
    assert rule in {one.rule for one in compare(post, quote, lang=lang, config=Config()).findings}
