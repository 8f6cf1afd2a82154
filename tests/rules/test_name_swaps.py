"""Names found swapped by putting the post's name back: with a similarity made up for each case, no model."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from quotecheck.facts import names
from quotecheck.facts.fact import Facts
from quotecheck.model import Language, PassageKind
from quotecheck.rules.base import Case, Side
from quotecheck.rules.name_changed import RULE as CHANGED
from quotecheck.rules.name_missing import RULE as MISSING
from quotecheck.rules.name_swaps import swaps


def side(text: str, lang: str) -> Side:
    return Side(text=text, language=Language(lang, 1.0, "given"), facts=Facts(names=names.read(text, lang)))


def likes(*wanted: str, dislikes: Sequence[str] = ()) -> Callable[[Sequence[str]], Sequence[float]]:
    """A similarity that rises with each wanted phrase a text holds, and falls with each it does not like."""

    def similar(texts: Sequence[str]) -> Sequence[float]:
        return [
            0.7 + 0.08 * sum(phrase in text for phrase in wanted) - 0.04 * sum(phrase in text for phrase in dislikes)
            for text in texts
        ]

    return similar


def case(
    lang: str,
    post: str,
    passage: str,
    similar: Callable[[Sequence[str]], Sequence[float]],
    kind: PassageKind = "quotation",
    truncated: bool = False,
) -> Case:
    return Case(
        post=side(post, lang),
        passage=side(passage, "en"),
        segment=(0, len(post)),
        kind=kind,
        similar=similar,
        truncated=truncated,
    )


@pytest.mark.parametrize(
    ("lang", "post", "passage", "ours", "theirs"),
    [
        ("es", "La niña nació anoche en un taxi de Toledo", "The girl was born last night in a taxi in Hungry Horse",
         "Toledo", "Hungry Horse"),
        ("it", "Il museo ha comprato una tela a Vienna", "The museum bought a canvas in Lions", "Vienna", "Lions"),
        ("ru", "Поезд пришёл в Тулу утром", "The train reached Patagonia in the morning", "Тулу", "Patagonia"),
        ("zh", "昨天，陈晓峰在会上发言。", "Yesterday Kowalski spoke at the meeting.", "陈晓峰", "Kowalski"),
    ],
)  # fmt: skip
def test_what_the_post_names_fits_better_than_what_stands_there(
    lang: str, post: str, passage: str, ours: str, theirs: str
) -> None:
    from quotecheck.facts.names.mentions import in_english

    name = next((name for name in names.read(post, lang) if name.text == ours), None)
    written = in_english(name) if name else "ChenXiaoFeng"
    found = case(lang, post, passage, likes(written, dislikes=[theirs]))
    (hit,) = CHANGED.check(found)
    assert hit.post is not None and found.post.text[slice(*hit.post)] == ours
    assert hit.passage is not None and found.passage.text[slice(*hit.passage)] == theirs


def test_a_name_that_fits_where_it_stands_was_not_swapped() -> None:
    post = "La asamblea del Instituto Vasco eligió a Leire"
    passage = "The assembly of the Provincial Institute elected Leire"
    assert swaps(case("es", post, passage, likes("Provincial Institute", "Leire")), ()) == []


def test_a_name_that_was_only_left_out_is_missing_not_changed() -> None:
    post = "Petr Novák z brněnské redakce přijel včera"
    passage = "He arrived yesterday from the newsroom in Brno"
    found = case("cs", post, passage, likes("Petr Novák", "Brno"))
    assert list(CHANGED.check(found)) == []
    (hit,) = MISSING.check(found)
    assert "Petr Novák" in hit.message


def test_an_acronym_written_out_is_no_other_name() -> None:
    post = "Wczoraj szpital MSZiB w Lublinie zamknięto"
    passage = "Yesterday the hospital of the Ministry of Foreign Affairs in Lublin was closed"
    assert swaps(case("pl", post, passage, likes("MSZiB", dislikes=["Ministry"])), ()) == []


def test_a_body_that_english_calls_by_the_same_letters_is_written_out_in_its_own_words() -> None:
    post = "Reprezentacja Polski w rankingu FIFA awansowała na 25. miejsce."
    passage = "Poland's national team rose to 25th place in the Federal Institute of Standards ranking."
    found = list(CHANGED.check(case("pl", post, passage, likes("FIFA", dislikes=["Federal Institute of Standards"]))))
    assert [post[slice(*hit.post)] for hit in found if hit.post] == ["FIFA"]
    post = "W 2023 roku UNICEF pomógł tysiącom dzieci."
    passage = "The United Nations International Children's Emergency Fund helped children in 2023."
    assert list(CHANGED.check(case("pl", post, passage, likes("UNICEF")))) == []


def test_days_and_months_stand_in_no_names_place() -> None:
    post = "Am Ende kam die Antwort aus Bremen"
    passage = "In the end the answer came on Friday"
    assert swaps(case("de", post, passage, likes("Bremen", dislikes=["Friday"])), ()) == []


def test_another_sentence_is_not_looked_into() -> None:
    post, passage = "Maduro amenaza a Trump con misiles", "Every army in Patagonia knows its power"

    def far(texts: Sequence[str]) -> Sequence[float]:
        return [0.3 + 0.1 * ("Trump" in text) for text in texts]

    assert swaps(case("es", post, passage, far), ()) == []


@pytest.mark.parametrize(("kind", "truncated"), [("sentence", False), ("headline", False), ("quotation", True)])
def test_only_whole_quotations_are_bound_so_closely(kind: PassageKind, truncated: bool) -> None:
    post, passage = "La niña nació en Toledo", "The girl was born in Hungry Horse"
    found = case("es", post, passage, likes("Toledo", dislikes=["Hungry Horse"]), kind, truncated)
    assert list(CHANGED.check(found)) == []


def test_a_title_and_a_people_may_be_told_by_name() -> None:
    post = "El presidente colombiano llegó ayer a Cali"
    passage = "Yesterday President Gustavo Petro arrived in Cali"
    assert swaps(case("es", post, passage, likes("Colombia", dislikes=["Gustavo Petro"])), ()) == []


def test_the_same_name_changed_in_one_of_two_places() -> None:
    post = "Lehmann, der für die Segelgemeinschaft Graf Wittgen startet, dankte Kiel"
    passage = "Graf Wittgen, who starts for the sailing club Graf Wittgen, thanked Kiel"

    def similar(texts: Sequence[str]) -> Sequence[float]:
        return [0.7 + 0.1 * ("Lehmann" in text) - 0.02 * text.count("Graf") for text in texts]

    (swap,) = swaps(case("de", post, passage, similar), ())
    assert (swap.ours.text, swap.theirs.start) == ("Lehmann", 0)


def test_a_first_word_that_the_passage_lacks_is_a_name() -> None:
    post, passage = "Renzetti tornò a casa lo scorso mese", "Returned home last month"
    (hit,) = MISSING.check(case("it", post, passage, likes("Renzetti")))
    assert "Renzetti" in hit.message


def test_a_first_word_that_the_passage_translates_is_none() -> None:
    post, passage = "Tornò a casa lo scorso mese", "She returned home last month"
    assert list(MISSING.check(case("it", post, passage, likes("returned", dislikes=["Tornò"])))) == []


def test_german_nouns_are_no_names() -> None:
    post, passage = "Gestern kam die Überschwemmung", "It came yesterday"
    assert list(MISSING.check(case("de", post, passage, likes("Überschwemmung")))) == []


def test_a_people_is_not_changed_into_a_titled_person() -> None:
    post = "El presidente colombiano recibió ayer a Lula en Bogotá"
    passage = "Yesterday President Gustavo Petro received Lula in Bogotá"
    assert list(CHANGED.check(case("es", post, passage, likes("Lula")))) == []
