"""The three rules about names."""

from __future__ import annotations

from quotecheck.facts import names, read
from quotecheck.facts.fact import Facts
from quotecheck.model import Language, PassageKind
from quotecheck.rules.base import AlignmentRule, Case, Hit, Side
from quotecheck.rules.name_added import RULE as ADDED
from quotecheck.rules.name_changed import RULE as CHANGED
from quotecheck.rules.name_missing import RULE as MISSING

POST = "URGENTE: Maduro amenaza al presidente Donald Trump, tiene más de 5.000 misiles rusos"
BOAST = "Every army knows the power of the Igla-S, and Venezuela has no less than 5,000 of them"


def side(text: str, lang: str) -> Side:
    return Side(text=text, language=Language(lang, 1.0, "given"), facts=Facts(names=names.read(text, lang)))


def case(post: str, passage: str, kind: PassageKind = "quotation", **more: object) -> Case:
    whole = {"segment": (0, len(post)), **more}
    return Case(post=side(post, "es"), passage=side(passage, "en"), kind=kind, **whole)  # type: ignore[arg-type]


def hits(rule: AlignmentRule, found: Case) -> list[Hit]:
    return list(rule.check(found))


def test_another_name_in_its_place() -> None:
    found = case("Ayer Petro recibió a Lula en Bogotá", "Yesterday Petro received Lula in Quito")
    (hit,) = hits(CHANGED, found)
    assert hit.post is not None and found.post.text[slice(*hit.post)] == "Bogotá"
    assert hit.passage is not None and found.passage.text[slice(*hit.passage)] == "Quito"
    assert "Bogotá" in hit.message and "Quito" in hit.message
    assert 0.5 <= hit.confidence <= 1
    assert hits(MISSING, found) == hits(ADDED, found) == []


def test_another_sentence_is_not_a_changed_name() -> None:
    found = case(POST, BOAST)
    assert hits(CHANGED, found) == []
    (missing,) = hits(MISSING, found)
    assert missing.post is not None and found.post.text[slice(*missing.post)] == "Donald Trump"
    (added,) = hits(ADDED, found)
    assert "Venezuela" in added.message


def test_what_the_article_says_around_it_is_not_missing() -> None:
    context = Facts(names=names.read("Maduro warned Trump", "en"))
    assert hits(MISSING, case(POST, BOAST, context=context)) == []


def test_what_lies_outside_the_segment_is_not_missing() -> None:
    post = "Hoy en Madrid. La reunión con Sánchez fue en Lisboa."
    found = case(post, "The meeting with Sánchez was in Lisbon", segment=(post.index("La"), len(post)))
    assert hits(MISSING, found) == []


def test_a_thread_lends_its_names() -> None:
    thread = Facts(names=names.read("Estamos en Venezuela", "es"))
    found = case("Dice que no habrá elecciones", "He says there will be no elections in Venezuela", thread=thread)
    assert hits(ADDED, found) == []


def test_the_author_and_the_speaker_are_not_added() -> None:
    found = case("No habrá elecciones", "I, Gustavo Petro, say there will be no elections", author="Gustavo Petro")
    assert hits(ADDED, found) == []


def test_a_sentence_outside_quotation_marks_may_add_names() -> None:
    assert (
        hits(ADDED, case("No habrá elecciones", "There will be no elections, said Petro in Bogotá", "sentence")) == []
    )


def test_a_cut_post_may_have_named_what_the_passage_names() -> None:
    found = case("Dice que no habrá…", "He says there will be no elections in Belgium", truncated=True)
    assert hits(ADDED, found) == []


def test_many_names_make_one_note() -> None:
    found = case("Viajaremos a Roma, Berlín, Londres, Viena y Lisboa", "We will travel a lot")
    (hit,) = hits(MISSING, found)
    assert "and 2 more" in hit.message


def test_a_country_of_the_papers_own_is_not_another_name_outside_the_marks() -> None:
    post = "Más de dos toneladas de cocaína en el puerto de Gijón, ocultas en un barco que venía de Ecuador."
    assert hits(CHANGED, case(post, "Spain police seize two tonnes of cocaine at Gijón", kind="headline")) == []
    there = "Police at Gijón seize two tonnes of cocaine hidden in a ship that came from Peru"
    assert [hit.message for hit in hits(CHANGED, case(post, there, kind="headline"))]


def test_a_number_shouted_is_no_name() -> None:
    found = read("Ho pagato 27 euro. VENTISETTE.", "it"), read("I paid 27 euros. TWENTY-SEVEN.", "en")
    assert not [name for facts in found for name in facts.names if not name.weak]
    assert [name.text for name in read("Lo ha detto la NATO", "it").names if not name.weak] == ["NATO"]


def test_a_flag_names_its_country() -> None:
    assert hits(ADDED, case("Vuelve la reina a la cancha 🇧🇷", "The queen of Brazil is back on the pitch")) == []
    assert hits(ADDED, case("Vuelve la reina a la cancha 🇦🇷", "The queen of Brazil is back on the pitch")) != []
    changed = case("Ganamos a Perú en casa 🇧🇷🇵🇪", "We beat Chile at home")
    assert hits(CHANGED, changed) != []


def test_a_country_that_only_says_whose_a_thing_is() -> None:
    assert hits(CHANGED, case("El martes sube la Selic", "Brazil's key rate goes up on Tuesday")) == []
    assert hits(CHANGED, case("El martes sube la deuda de Perú", "Brazil's debt goes up on Tuesday")) != []


def test_letters_and_a_figure_for_a_name() -> None:
    assert hits(CHANGED, case("Otra vez S21 se retrasa", "Stuttgart 21 is late again")) == []
    assert hits(CHANGED, case("Otra vez Stuttgart se retrasa", "Hamburg is late again")) != []
