"""Posts and quotations that hold the same numbers, each said of its own things or of the other's."""

from __future__ import annotations

import pytest

from quotecheck.config import Config
from quotecheck.model import Comparison, Pair
from quotecheck.pipeline import compare_many

ROWS = [
    ("es", "El PP obtuvo 137 escaños y el PSOE 121.", "The PSOE won 121 seats and the PP 137.",
     "The PP won 121 seats and the PSOE 137."),
    ("es", "Murieron tres niños y cinco mujeres.", "Five women and three children died.",
     "Five children and three women died."),
    ("fr", "La défense a abattu 476 drones et 48 missiles.", "Air defense shot down 48 missiles and 476 drones.",
     "Air defense shot down 48 drones and 476 missiles."),
    ("fr", "Le pays compte 67 millions d'habitants et 35 millions de logements.",
     "There are 35 million homes and 67 million people in the country.",
     "The country has 35 million people and 67 million homes."),
    ("de", "12 Menschen starben, 45 wurden verletzt.", "45 were hurt and 12 died.",
     "45 people died and 12 were injured."),
    ("de", "Die Bahn strich 40 Züge am Montag und 15 am Dienstag.",
     "The railway cancelled 15 trains on Tuesday, after 40 on Monday.",
     "The railway cancelled 15 trains on Monday and 40 on Tuesday."),
    ("it", "Il treno trasportava 200 passeggeri e 14 membri dell'equipaggio.",
     "The train was carrying 14 crew members and 200 passengers.",
     "The train was carrying 200 crew members and 14 passengers."),
    ("pt", "O projeto teve 312 votos a favor e 145 contra.", "With 145 votes against, the bill got 312 in favor.",
     "The bill got 145 votes in favor and 312 against."),
    ("pt", "A empresa abriu 30 lojas e fechou 12.", "The company closed 12 stores and opened 30.",
     "The company opened 12 stores and closed 30."),
    ("pl", "Polska wysłała 20 czołgów, a Niemcy 12.", "Germany sent 12 tanks and Poland 20.",
     "Germany sent 20 tanks and Poland 12."),
    ("cs", "Obec má 400 domů a 1200 obyvatel.", "The village has 1,200 inhabitants and 400 houses.",
     "The village has 400 inhabitants and 1,200 houses."),
    ("ru", "В больницы доставлены 15 детей и 32 взрослых.", "32 adults and 15 children were taken to hospital.",
     "32 children and 15 adults were taken to hospital."),
    ("ar", "أصيب 9 أطفال و4 نساء.", "Four women and nine children were wounded.",
     "Nine women and four children were wounded."),
    ("hi", "सरकार 50 स्कूल और 20 अस्पताल बनाएगी।", "The government will build 20 hospitals and 50 schools.",
     "The government will build 20 schools and 50 hospitals."),
    ("zh", "北京气温下降5度,上海下降3度。", "Temperatures fell 3 degrees in Shanghai and 5 degrees in Beijing.",
     "Temperatures fell 5 degrees in Shanghai and 3 degrees in Beijing."),
    ("ja", "輸出は8%増え、輸入は3%減った。", "Imports fell 3% while exports rose 8%.",
     "Imports fell 8% while exports rose 3%."),
    ("nl", "Er waren 40 mannen en 25 vrouwen.", "There were 25 women and 40 men.", "There were 25 men and 40 women."),
    ("tr", "Saldırıda 3 polis ve 11 sivil öldü.", "11 civilians and 3 police officers died in the attack.",
     "11 police officers and 3 civilians died in the attack."),
    ("ko", "남성 20명과 여성 35명이 참가했다.", "35 women and 20 men took part.", "35 men and 20 women took part."),
    ("vi", "Có 14 nam và 9 nữ.", "There were 9 women and 14 men.", "There were 9 men and 14 women."),
]  # fmt: skip
"""Language, post, a faithful quotation in another order, and one with the numbers exchanged."""


@pytest.fixture(scope="module")
def verdicts() -> dict[tuple[str, str], set[str]]:
    """The rules that fire with an error, by the post and its quotation."""
    pairs = [Pair(id=post, post=post, quote=quote, lang=lang) for lang, post, *quotes in ROWS for quote in quotes]
    results = list(compare_many(pairs, config=Config()))
    return {
        (pair.post, pair.quote): {found.rule for found in result.findings if found.severity == "error"}
        for pair, result in zip(pairs, results, strict=True)
        if isinstance(result, Comparison)
    }


@pytest.mark.slow
@pytest.mark.parametrize(("lang", "post", "faithful", "exchanged"), ROWS, ids=[f"{row[0]}-{row[1]}" for row in ROWS])
def test_numbers_that_changed_places(
    verdicts: dict[tuple[str, str], set[str]], lang: str, post: str, faithful: str, exchanged: str
) -> None:
    assert verdicts[post, faithful] == set()
    assert verdicts[post, exchanged] == {"number-changed"}
