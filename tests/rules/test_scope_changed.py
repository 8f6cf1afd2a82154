"""scope-changed: all became most or some, or the reverse."""

from __future__ import annotations

import pytest

from quotecheck.facts import negation, quantities
from quotecheck.facts.fact import Facts
from quotecheck.model import Language
from quotecheck.rules.base import Case, Hit, Side
from quotecheck.rules.scope_changed import RULE


def hits(post: str, lang: str, passage: str) -> list[Hit]:
    def side(text: str, code: str) -> Side:
        facts = Facts(negations=negation.read(text, code), quantities=quantities.read(text, code))
        return Side(text=text, language=Language(code=code, confidence=1.0, method="given"), facts=facts)

    case = Case(post=side(post, lang), passage=side(passage, "en"), segment=(0, len(post)), kind="quotation")
    return list(RULE.check(case))


ALL, MOST, SOME = "All bridges are closed.", "Most bridges are closed.", "Some bridges are closed."

BRIDGES = {
    "es": ("Todos los puentes están cerrados.", "Algunos puentes están cerrados."),
    "fr": ("Tous les ponts sont fermés.", "Certains ponts sont fermés."),
    "it": ("Tutti i ponti sono chiusi.", "Alcuni ponti sono chiusi."),
    "pt": ("Todas as pontes estão fechadas.", "Algumas pontes estão fechadas."),
    "ca": ("Tots els ponts són tancats.", "Alguns ponts són tancats."),
    "ro": ("Toate podurile sunt închise.", "Unele poduri sunt închise."),
    "de": ("Alle Brücken sind gesperrt.", "Einige Brücken sind gesperrt."),
    "nl": ("Alle bruggen zijn dicht.", "Sommige bruggen zijn dicht."),
    "sv": ("Alla broar är stängda.", "Vissa broar är stängda."),
    "pl": ("Wszystkie mosty są zamknięte.", "Niektóre mosty są zamknięte."),
    "cs": ("Všechny mosty jsou zavřené.", "Některé mosty jsou zavřené."),
    "ru": ("Все мосты закрыты.", "Некоторые мосты закрыты."),
    "uk": ("Усі мости закриті.", "Деякі мости закриті."),
    "tr": ("Tüm köprüler kapalı.", "Bazı köprüler kapalı."),
    "el": ("Όλες οι γέφυρες είναι κλειστές.", "Μερικές γέφυρες είναι κλειστές."),
    "he": ("כל הגשרים סגורים.", "כמה גשרים סגורים."),
    "ar": ("جميع الجسور مغلقة.", "بعض الجسور مغلقة."),
    "fa": ("همه پل‌ها بسته است.", "برخی پل‌ها بسته است."),
    "hi": ("सभी पुल बंद हैं।", "कुछ पुल बंद हैं।"),
    "ko": ("모든 다리가 막혔다.", "일부 다리가 막혔다."),
    "id": ("Semua jembatan ditutup.", "Beberapa jembatan ditutup."),
    "vi": ("Tất cả cây cầu đã đóng.", "Một số cây cầu đã đóng."),
    "zh": ("所有桥梁都已关闭。", "一些桥梁已关闭。"),
    "ja": ("すべての橋が閉鎖された。", "一部の橋が閉鎖された。"),
}


@pytest.mark.parametrize("lang", BRIDGES)
def test_all_became_most_or_some_or_the_reverse(lang: str) -> None:
    all_, some = BRIDGES[lang]
    assert [len(hits(all_, lang, passage)) for passage in (ALL, MOST, SOME)] == [0, 1, 1]
    assert [len(hits(some, lang, passage)) for passage in (ALL, MOST, SOME)] == [1, 1, 0]


@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("es", "Todos los diputados votaron.", "Most deputies voted."),
        ("fr", "La plupart des élus ont voté.", "All deputies voted."),
        ("ru", "Все города празднуют.", "Most cities celebrate."),
        ("fr", "Certains quartiers sont toujours dans le noir.", "All districts are still dark."),
        ("es", "La mitad de los vecinos se ha ido.", "All the neighbours have left."),
        ("de", "Viele Städte feiern.", "Few cities celebrate."),
        ("es", "Casi todos los trenes llegaron tarde.", "All trains were late."),
        ("es", "Muchos barrios están a oscuras.", "Most neighbourhoods are dark."),
        ("es", "Algunos barrios no tienen luz.", "Most neighbourhoods do not have power."),
        ("zh", "所有人都投票了。", "Most people voted."),
        # Both sides deny, and not the same part.
        ("es", "Nadie votó.", "Not everybody voted."),
        ("de", "Niemand hat abgestimmt.", "Most deputies did not vote."),
        ("ru", "Не все пришли.", "Nobody came."),
        ("zh", "没有人投票。", "Not everyone voted."),
        ("ja", "誰も投票しなかった。", "Not everyone voted."),
        ("hi", "कोई नहीं आया।", "Not everyone came."),
        ("ar", "لا أحد يعرف السبب.", "Not everybody knows why."),
    ],
)
def test_fires(lang: str, post: str, passage: str) -> None:
    (hit,) = hits(post, lang, passage)
    assert hit.post is not None and hit.passage is not None


@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("es", "Todos los diputados votaron.", "All deputies voted."),
        ("es", "Votaron sobre todo los diputados.", "Most deputies voted."),
        ("es", "No todos votaron.", "Some voted."),
        ("de", "Vor allem Städte feiern.", "Mostly cities celebrate."),
        ("es", "La mayoría de los vecinos se ha ido.", "Many neighbours have left."),
        ("es", "Más de la mitad de los vecinos se ha ido.", "Most neighbours have left."),
        ("de", "Niemand hat abgestimmt.", "None of them voted."),
        ("ru", "Не все пришли.", "Some did not come."),
        ("es", "No han votado todos.", "Some have not voted."),
        ("fr", "Personne n'est venu.", "All of them did not come."),
        ("zh", "几乎所有桥梁都关闭了。", "Nearly all bridges are closed."),
        ("en", "All bridges are closed.", "All bridges are closed."),
        ("es", "Todos los trenes llegaron tarde.", "Virtually all trains were late."),
        ("es", "Casi todos los trenes llegaron tarde.", "Most trains were late."),
        ("de", "Jeder zweite Schüler ist krank.", "Half of the pupils are ill."),
    ],
)
def test_stays_silent(lang: str, post: str, passage: str) -> None:
    assert hits(post, lang, passage) == []


@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("es", "Nadie votó.", "Everyone voted."),
        ("de", "Alle haben abgestimmt.", "Nobody voted."),
        ("ru", "Никто не пришёл.", "Most came."),
        ("zh", "没有人投票。", "Everyone voted."),
        ("es", "Muchos votaron.", "Not many voted."),
    ],
)
def test_a_denial_on_one_side_is_left_to_negation_flipped(lang: str, post: str, passage: str) -> None:
    assert hits(post, lang, passage) == []
