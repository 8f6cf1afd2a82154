"""What a post sets against something else: "we are pausing, not leaving"."""

from __future__ import annotations

import pytest

from quotecheck.config import Config
from quotecheck.facts.negation import contrast
from quotecheck.pipeline import compare

CONTRASTS = [
    ("zh", "我们是暂停，不是撤出。", "We are pausing, not withdrawing.", "We are withdrawing, not pausing."),
    (
        "it",
        "La colpa non è del vento, è della pioggia.",
        "It is the rain, not the wind.",
        "It is the wind, not the rain.",
    ),
    ("ar", "نطلب تعويضات لا قروضا.", "We want compensation, not loans.", "We want loans, not compensation."),
    ("fr", "Cause principale : la pluie, pas le vent.", "Rain rather than wind.", "Wind rather than rain."),
    ("de", "Das Spiel ist verschoben, nicht abgesagt.", "Postponed, not cancelled.", "Cancelled, not postponed."),
    ("ru", "Нам нужно качество, а не количество.", "We need quality, not quantity.", "We need quantity, not quality."),
    ("pl", "Obiecali referendum, a nie ustawę.", "A referendum, not a bill.", "A bill, not a referendum."),
    ("pt", "Queremos emprego, não esmola.", "We want jobs, not alms.", "We want alms, not jobs."),
    ("nl", "We willen geen oorlog, maar vrede.", "We want peace, not war.", "We want war, not peace."),
    ("cs", "Chceme kvalitu, ne kvantitu.", "We want quality, not quantity.", "We want quantity, not quality."),
]


def _errors(lang: str, post: str, quote: str) -> set[str]:
    found = compare(post, quote, lang=lang, config=Config()).findings
    return {one.rule for one in found if one.severity == "error"}


@pytest.mark.parametrize(("lang", "post", "same", "other"), CONTRASTS)
def test_two_things_that_are_set_against_each_other_and_exchanged(lang: str, post: str, same: str, other: str) -> None:
    assert _errors(lang, post, same) == set()
    assert _errors(lang, post, other) & {"negation-flipped", "meaning-reversed"}


def test_what_is_said_and_what_is_denied() -> None:
    def read(text: str, lang: str) -> tuple[str, str] | None:
        found = contrast.read(text, lang)
        return None if found is None else (text[slice(*found.said)].strip(), text[slice(*found.denied)].strip())

    assert read("We are pausing, not leaving.", "en") == ("We are pausing", "leaving")
    assert read("It is not a defeat, it is a lesson.", "en") == ("lesson", "defeat")
    assert read("No es un accidente, es negligencia.", "es") == ("negligencia", "un accidente")
    assert read("The bridge is not open.", "en") is None
    assert read("Not today, not tomorrow, not on Friday.", "en") is None
    assert read("No language of ours.", "xx") is None


BOUNDS = [
    ("es", "No superaremos los 4 millones de kilos.", "We will get no more than 4 million kilos."),
    ("es", "Y no pasaremos de 4 millones de kilos.", "And we will get no more than 4 million kilos."),
    ("es", "No hay más de 60 plazas.", "There are 60 places at most."),
]


@pytest.mark.parametrize(("lang", "post", "quote"), BOUNDS)
def test_a_denial_that_only_bounds_a_figure_is_no_denial(lang: str, post: str, quote: str) -> None:
    assert _errors(lang, post, quote) == set()


def test_a_denied_bound_that_is_lost_is_told() -> None:
    assert _errors("es", "No vendrán más de 60 invitados.", "More than 60 guests will come.")
    assert _errors("es", "Y no pasaremos de 4 millones de kilos.", "And we will get more than 4 million kilos.")
