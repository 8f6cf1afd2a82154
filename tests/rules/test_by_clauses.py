"""Opposites, hedges and denials in longer texts, where another clause or sentence holds the same words."""

from __future__ import annotations

import pytest

from quotecheck.config import Config
from quotecheck.model import Comparison, Pair
from quotecheck.pipeline import compare_many

REVERSED = [
    (
        "es",
        "El alquiler bajó un 2%. Los sueldos subieron un 3%.",
        "Wages rose by 3%, while rents fell by 2%.",
        "Rents rose by 2%. Wages rose by 3%.",
    ),
    (
        "es",
        "El alquiler bajó un 2% y los sueldos subieron un 3%.",
        "Rents fell by 2% and wages rose by 3%.",
        "Rents rose by 2% and wages fell by 3%.",
    ),
    (
        "it",
        "La disoccupazione è scesa del 4% e i salari sono saliti dell'1%.",
        "Wages went up by 1%, while unemployment was down 4%.",
        "Unemployment went up by 4% and wages rose by 1%.",
    ),
    (
        "fr",
        "Le chômage a baissé de 4 %. Les loyers ont augmenté de 1 %.",
        "Rents rose by 1%. Unemployment fell by 4%.",
        "Unemployment rose by 4%. Rents rose by 1%.",
    ),
    (
        "pt",
        "O desemprego caiu 4% e os salários subiram 1%.",
        "Wages rose by 1% and unemployment fell by 4%.",
        "Unemployment rose by 4% and wages rose by 1%.",
    ),
    (
        "de",
        "Ab März steigt die Hundesteuer auf 90 Euro. Die Zahl der Einbrüche ist um ein Viertel gesunken.",
        "The number of burglaries has fallen by a quarter.",
        "The number of burglaries has risen by a quarter.",
    ),
    (
        "pl",
        "Bezrobocie spadło o 4%. Pensje wzrosły o 1%.",
        "Salaries rose by 1%, while unemployment fell by 4%.",
        "Unemployment rose by 4%. Salaries rose by 1%.",
    ),
    (
        "ru",
        "Экспорт зерна сократился на 12%. Цены выросли до 9 тысяч рублей.",
        "Prices rose to 9,000 rubles. Grain exports fell by 12%.",
        "Grain exports rose by 12%. Prices fell to 9,000 rubles.",
    ),
    (
        "ru",
        "Цены выросли до 9 тысяч рублей.",
        "Prices have gone up to 9,000 rubles.",
        "Prices have gone down to 9,000 rubles.",
    ),
    (
        "zh",
        "失业率下降了4%。工资上涨了1%。",
        "Wages rose by 1%. Unemployment fell by 4%.",
        "Unemployment rose by 4%. Wages rose by 1%.",
    ),
    (
        "hi",
        "बेरोज़गारी 4% घटी। वेतन 1% बढ़े।",
        "Wages rose by 1%. Unemployment fell by 4%.",
        "Unemployment rose by 4%. Wages rose by 1%.",
    ),
    (
        "ar",
        "سيُفتتح المتحف قبل نهاية السنة.",
        "The museum will be opened before the end of the year.",
        "The museum will be opened after the end of the year.",
    ),
    (
        "cs",
        "Zastupitelstvo schválilo vstupné zdarma pro důchodce.",
        "The council approved free admission for pensioners.",
        "The council rejected free admission for pensioners.",
    ),
]

SHIFTED = [
    (
        "ja",
        "同社は店舗を2029年に閉店する可能性がある。約300人に影響が出る見通し。",
        "About 300 people are expected to be affected. The company may close the store in 2029.",
        "The company will close the store in 2029. About 300 people are expected to be affected.",
    ),
    (
        "cs",
        "Sklad mohl být zapálen úmyslně.",
        "The warehouse may have been set on fire on purpose.",
        "The warehouse was set on fire on purpose.",
    ),
    (
        "pl",
        "Magazyn mógł zostać podpalony celowo.",
        "The warehouse may have been set on fire on purpose.",
        "The warehouse was set on fire on purpose.",
    ),
    ("pt", "A diretora poderá demitir-se.", "The director may resign.", "The director will resign."),
    ("es", "La directora podrá dimitir.", "The director may resign.", "The director will resign."),
    ("fr", "La directrice pourra démissionner.", "The director may resign.", "The director will resign."),
]

DENIED = [
    (
        "fr",
        "Nous ne fermerons pas la piscine.",
        "Mayor rules out closing the pool",
        "Mayor announces closing of the pool",
    ),
    (
        "it",
        "Non chiuderemo la scuola.",
        "The mayor dismissed talk of closing the school.",
        "The mayor will close the school.",
    ),
    ("de", "Die Brücke wird nicht gebaut.", "Plans to build the bridge were scrapped.", "The bridge will be built."),
    ("pl", "Nie zbudujemy mostu.", "The city ruled out building the bridge.", "The city will build the bridge."),
    (
        "es",
        "El tribunal no aplazó el juicio.",
        "The court did not postpone the trial.",
        "The court postponed the trial.",
    ),
    (
        "fr",
        "Le ministre n'exclut pas de démissionner.",
        "The minister does not rule out resigning.",
        "The minister rules out resigning.",
    ),
]


@pytest.mark.parametrize(
    ("rules", "lang", "post", "faithful", "divergent"),
    [
        *(({"meaning-reversed"}, *row) for row in REVERSED),
        *(({"certainty-shifted"}, *row) for row in SHIFTED),
        *(({"negation-flipped", "certainty-shifted"}, *row) for row in DENIED),
    ],
)
def test_each_clause_is_held_to_its_own(rules: set[str], lang: str, post: str, faithful: str, divergent: str) -> None:
    pairs = [Pair(id=str(n), post=post, quote=quote, lang=lang) for n, quote in enumerate((faithful, divergent))]
    same, changed = compare_many(pairs, config=Config())
    assert isinstance(same, Comparison) and isinstance(changed, Comparison)
    assert not [finding.rule for finding in same.findings if finding.severity != "note"]
    assert rules & {finding.rule for finding in changed.findings if finding.severity != "note"}


@pytest.mark.parametrize(
    ("lang", "post", "quote"),
    [
        ("fr", "Elle a gagné le premier set mais a perdu le second.", "She lost the second set but won the first."),
        (
            "es",
            "La tienda cerró en enero. Abrirá de nuevo en abril.",
            "Closed since January, the shop will reopen in April.",
        ),
        (
            "es",
            "La cadena cerró tres tiendas y abrió una en Lugo.",
            "The chain opened a shop in Lugo after closing three.",
        ),
        (
            "de",
            "Die Zahl der Toten stieg, die der Verletzten sank.",
            "The number of injured fell while the death toll rose.",
        ),
        (
            "es",
            "El alcalde presuntamente robó.",
            "The mayor stole. That, at least, is what he is alleged to have done.",
        ),
        (
            "fr",
            "La région a rejeté le budget mais adopté le plan.",
            "The region passed the plan but rejected the budget.",
        ),
        ("cs", "V archivu je asi 700 krabic.", "There are about 700 boxes in the archive."),
        ("cs", "Díky tomu mohl odjet.", "Thanks to that he was able to leave."),
        ("pt", "O público poderá visitar a torre em maio.", "The public will be able to visit the tower in May."),
    ],
)
def test_faithful_renderings_stay_silent(lang: str, post: str, quote: str) -> None:
    (result,) = compare_many([Pair(id="1", post=post, quote=quote, lang=lang)], config=Config())
    assert isinstance(result, Comparison)
    assert not [finding.rule for finding in result.findings if finding.severity != "note"]
