"""Negation in Spanish, French, Italian and Portuguese."""

from __future__ import annotations

import pytest

from quotecheck.facts import negation


def denials(text: str, lang: str) -> list[str]:
    return [cue.text for cue in negation.read(text, lang) if not cue.weak]


def senses(text: str, lang: str) -> list[str]:
    return [cue.sense for cue in negation.read(text, lang) if cue.weak]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("es", "No hay nada que hacer", ["No"]),
        ("es", "No vino nadie nunca", ["No"]),
        ("es", "Nunca lo dije", ["Nunca"]),
        ("es", "No tenemos agua, ni luz, ni teléfono", ["No"]),
        ("es", "No cree que no haya pan", ["No", "no"]),
        ("es", "En absoluto lo aceptaremos", ["En absoluto"]),
        ("es", "Ningun ministro hablo", ["Ningun"]),
        ("fr", "Il n'a rien dit", ["n'a rien"]),
        ("fr", "Ils ne viendront pas", ["ne viendront pas"]),
        ("fr", "C'est pas vrai", ["pas"]),
        ("fr", "Personne n’a répondu", ["Personne n’a"]),
        ("fr", "Aucun ministre n'a dit que c'était vrai", ["Aucun ministre n'a"]),
        ("fr", "Il ne peut continuer", ["ne peut"]),
        ("it", "Non abbiamo mai visto niente", ["Non"]),
        ("it", "Nessuno è venuto", ["Nessuno"]),
        ("it", "Non mangia né beve", ["Non"]),
        ("pt", "Não há nada a fazer", ["Não"]),
        ("pt", "Ninguém falou nem escreveu", ["Ninguém"]),
    ],
)
def test_one_denial_counts_once(lang: str, text: str, expected: list[str]) -> None:
    assert denials(text, lang) == expected


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "Vendrás mañana, ¿no?"),
        ("es", "Ganó; no obstante, dimitió"),
        ("es", "Hay no menos de 300 heridos"),
        ("es", "Hoy somos más fuertes que nunca"),
        ("es", "El No. 5 ganó la carrera"),
        ("fr", "C'est un grand pas pour la paix"),
        ("fr", "Il est plus grand que je ne pensais"),
        ("fr", "Partons avant qu'il ne soit trop tard"),
        ("fr", "Nous sommes plus unis que jamais"),
        ("it", "Aspetta finché non arrivo"),
        ("it", "Siamo più forti che mai"),
        ("it", "Alcuni ministri e alcuna stampa"),
        ("pt", "Estamos mais fortes do que nunca"),
    ],
)
def test_what_only_looks_like_a_denial(lang: str, text: str) -> None:
    assert denials(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "sense"),
    [
        ("es", "No sólo perdió la votación", "not-only"),
        ("es", "Se fue sin hablar", "without"),
        ("es", "El ministro niega los hechos", "deny"),
        ("es", "No dejó de llamar", "double"),
        ("es", "Eso es imposible", "privative"),
        ("fr", "Il est parti sans parler", "without"),
        ("fr", "Non seulement il ment", "not-only"),
        ("fr", "Il ne lit que des romans", "only"),
        ("fr", "Elle a refusé", "refuse"),
        ("it", "Non solo ha perso", "not-only"),
        ("it", "È uscito senza parlare", "without"),
        ("it", "Ha smentito tutto", "deny"),
        ("pt", "Não apenas perdeu", "not-only"),
        ("pt", "Saiu sem falar", "without"),
    ],
)
def test_near_denials_say_what_they_mean(lang: str, text: str, sense: str) -> None:
    assert sense in senses(text, lang)
    assert denials(text, lang) == []


def test_handles_hashtags_and_links_are_passed_over() -> None:
    assert negation.read("@no_soy #NoMas https://example.org/no/nunca", "es") == ()


def test_spans_point_into_the_original() -> None:
    text = "Dijo “NO habrá guerra”"
    (cue,) = negation.read(text, "es")
    assert text[cue.start : cue.end] == cue.text == "NO"
