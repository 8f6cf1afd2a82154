"""Posts and quotations that hold the same numbers or names, each said of its own things or of the other's."""

from __future__ import annotations

import pytest

from quotecheck.config import Config
from quotecheck.model import Comparison, Pair
from quotecheck.pipeline import compare_many

NUMBERS = [
    (
        "es",
        "El PP obtuvo 137 escaños y el PSOE 121.",
        "The PSOE won 121 seats and the PP 137.",
        "The PP won 121 seats and the PSOE 137.",
    ),
    (
        "es",
        "Murieron tres niños y cinco mujeres.",
        "Five women and three children died.",
        "Five children and three women died.",
    ),
    (
        "fr",
        "La défense a abattu 476 drones et 48 missiles.",
        "Air defense shot down 48 missiles and 476 drones.",
        "Air defense shot down 48 drones and 476 missiles.",
    ),
    (
        "fr",
        "Le pays compte 67 millions d'habitants et 35 millions de logements.",
        "There are 35 million homes and 67 million people in the country.",
        "The country has 35 million people and 67 million homes.",
    ),
    (
        "ko",
        "호텔 화재로 3명 사망, 15명 부상.",
        "A hotel fire left 15 injured and three dead.",
        "Fifteen people died and three were injured in a hotel fire.",
    ),
    (
        "de",
        "12 Menschen starben, 45 wurden verletzt.",
        "45 were hurt and 12 died.",
        "45 people died and 12 were injured.",
    ),
    (
        "de",
        "Die Bahn strich 40 Züge am Montag und 15 am Dienstag.",
        "The railway cancelled 15 trains on Tuesday, after 40 on Monday.",
        "The railway cancelled 15 trains on Monday and 40 on Tuesday.",
    ),
    (
        "it",
        "Il treno trasportava 200 passeggeri e 14 membri dell'equipaggio.",
        "The train was carrying 14 crew members and 200 passengers.",
        "The train was carrying 200 crew members and 14 passengers.",
    ),
    (
        "pt",
        "O projeto teve 312 votos a favor e 145 contra.",
        "With 145 votes against, the bill got 312 in favor.",
        "The bill got 145 votes in favor and 312 against.",
    ),
    (
        "pt",
        "A empresa abriu 30 lojas e fechou 12.",
        "The company closed 12 stores and opened 30.",
        "The company opened 12 stores and closed 30.",
    ),
    (
        "pl",
        "Polska wysłała 20 czołgów, a Niemcy 12.",
        "Germany sent 12 tanks and Poland 20.",
        "Germany sent 20 tanks and Poland 12.",
    ),
    (
        "cs",
        "Obec má 400 domů a 1200 obyvatel.",
        "The village has 1,200 inhabitants and 400 houses.",
        "The village has 400 inhabitants and 1,200 houses.",
    ),
    (
        "ru",
        "В больницы доставлены 15 детей и 32 взрослых.",
        "32 adults and 15 children were taken to hospital.",
        "32 children and 15 adults were taken to hospital.",
    ),
    (
        "ar",
        "أصيب 9 أطفال و4 نساء.",
        "Four women and nine children were wounded.",
        "Nine women and four children were wounded.",
    ),
    (
        "hi",
        "सरकार 50 स्कूल और 20 अस्पताल बनाएगी।",
        "The government will build 20 hospitals and 50 schools.",
        "The government will build 20 schools and 50 hospitals.",
    ),
    (
        "zh",
        "北京气温下降5度,上海下降3度。",
        "Temperatures fell 3 degrees in Shanghai and 5 degrees in Beijing.",
        "Temperatures fell 5 degrees in Shanghai and 3 degrees in Beijing.",
    ),
    (
        "ja",
        "輸出は8%増え、輸入は3%減った。",
        "Imports fell 3% while exports rose 8%.",
        "Imports fell 8% while exports rose 3%.",
    ),
    ("nl", "Er waren 40 mannen en 25 vrouwen.", "There were 25 women and 40 men.", "There were 25 men and 40 women."),
    (
        "tr",
        "Saldırıda 3 polis ve 11 sivil öldü.",
        "11 civilians and 3 police officers died in the attack.",
        "11 police officers and 3 civilians died in the attack.",
    ),
    ("ko", "남성 20명과 여성 35명이 참가했다.", "35 women and 20 men took part.", "35 men and 20 women took part."),
    ("vi", "Có 14 nam và 9 nữ.", "There were 9 women and 14 men.", "There were 9 men and 14 women."),
    (
        "tr",
        "Bilet 40 liradan 55 liraya çıktı.",
        "The ticket went up to 55 lira from 40 lira.",
        "The ticket went from 55 lira to 40 lira.",
    ),
    (
        "pl",
        "Dostał 5 lat zamiast 9, których chciał prokurator.",
        "Instead of the nine years that the prosecutor wanted he got five.",
        "He got nine years instead of the five that the prosecutor wanted.",
    ),
    (
        "fr",
        "On compte 14 blessés, dont 6 enfants.",
        "Fourteen people were hurt, six of them children.",
        "Six people were hurt, 14 of them children.",
    ),
    (
        "de",
        "Endergebnis: Anna Berg (SPD) 53,1 %, Karl Voss (CDU) 46,9 %.",
        "The final result: Anna Berg 53.1 percent, Karl Voss 46.9 percent.",
        "The final result: Anna Berg 46.9 percent, Karl Voss 53.1 percent.",
    ),
    (
        "cs",
        "Loni přišlo 4 100 diváků, letos 3 700.",
        "This year 3,700 spectators came, last year 4,100.",
        "This year 4,100 spectators came, last year 3,700.",
    ),
]
"""Language, post, a faithful quotation in another order, and one with the two exchanged."""
NAMES = [
    (
        "es",
        "Sánchez acusa a Feijóo de mentir.",
        "Feijóo was accused of lying by Sánchez.",
        "Feijóo accuses Sánchez of lying.",
    ),
    (
        "es",
        "México demandó a Ecuador ante la Corte.",
        "Ecuador is being sued by Mexico at the Court.",
        "Ecuador sued Mexico at the Court.",
    ),
    ("es", "Rusia vende gas a China.", "China gets gas from Russia.", "China sells gas to Russia."),
    (
        "fr",
        "La France attaque l'Allemagne devant la Cour.",
        "Germany is being taken to court by France.",
        "Germany is suing France at the Court.",
    ),
    ("fr", "Israël a bombardé le Liban.", "Lebanon was bombed by Israel.", "Lebanon bombed Israel."),
    (
        "it",
        "Meloni attacca Schlein in aula.",
        "Schlein was attacked by Meloni in parliament.",
        "Schlein attacks Meloni in parliament.",
    ),
    ("pt", "Lula criticou Bolsonaro.", "Bolsonaro was criticized by Lula.", "Bolsonaro criticized Lula."),
    (
        "de",
        "Scholz warnt Putin vor einem Angriff.",
        "Putin was warned by Scholz against an attack.",
        "Putin warns Scholz against an attack.",
    ),
    ("pl", "Tuska skrytykował Kaczyński.", "Kaczyński criticized Tusk.", "Tusk criticized Kaczyński."),
    ("cs", "Babiš obvinil Fialu ze lži.", "Fiala was accused of lying by Babiš.", "Fiala accused Babiš of lying."),
    ("ru", "Трамп раскритиковал Зеленского.", "Zelensky was criticized by Trump.", "Zelensky criticized Trump."),
    ("ar", "انتقد ماكرون نتنياهو.", "Netanyahu was criticized by Macron.", "Netanyahu criticized Macron."),
    ("hi", "भारत ने पाकिस्तान को हराया।", "Pakistan was beaten by India.", "Pakistan beat India."),
    ("zh", "以色列袭击了伊朗。", "Iran was attacked by Israel.", "Iran attacked Israel."),
    ("ja", "トランプ氏がゼレンスキー氏を批判した。", "Zelensky was criticized by Trump.", "Zelensky criticized Trump."),
    (
        "de",
        "Alle Züge von Wien nach Prag fallen heute aus.",
        "Today all trains to Prague from Vienna are cancelled.",
        "All trains from Prague to Vienna are cancelled today.",
    ),
    (
        "zh",
        "奶奶一个人坐高铁从成都来上海看我。",
        "My grandmother came all alone from Chengdu to Shanghai by train to see me.",
        "My grandmother came all alone from Shanghai to Chengdu by train to see me.",
    ),
    (
        "fr",
        "L'OM bat le PSG 3-1 ce soir ! Quelle équipe ! #OM",
        "Marseille beat PSG 3-1 tonight! What a team!",
        "PSG beat Marseille 3-1 tonight! What a team!",
    ),
    (
        "es",
        "Rusia atacó a Ucrania esta noche. Ucrania pide ayuda a Polonia.",
        "Russia attacked Ukraine tonight.",
        "Ukraine attacked Russia tonight.",
    ),
    ("ko", "트럼프가 젤렌스키를 비판했다.", "Zelensky was criticized by Trump.", "Zelensky criticized Trump."),
]
OF_BOTH = [
    ("es", "Rusia atacó a Ucrania. Ucrania atacó a Rusia.", "Ukraine attacked Russia."),
    ("es", "Petro se reunió con Lula en Brasilia.", "Lula met Petro in Brasilia."),
    ("es", "Francia y Alemania firman un acuerdo.", "Germany and France sign a deal."),
    ("es", "A Maduro lo acusa Trump de narcotráfico.", "Trump accuses Maduro of drug trafficking."),
    ("es", "Colombia limita con Venezuela.", "Venezuela borders Colombia."),
    ("fr", "Le PSG affronte Arsenal mardi.", "Arsenal face PSG on Tuesday."),
    ("fr", "Macron est critiqué par Le Pen.", "Le Pen criticizes Macron."),
    (
        "cs",
        "Tři čtvrtiny smrků v Polsku a v Česku uschly.",
        "Three quarters of the spruces in Czechia and Poland died.",
    ),
    ("zh", "伊朗被以色列袭击。", "Israel attacked Iran."),
    ("es", "Rusia vende gas a China.", "China is buying gas from Russia."),
    ("ru", "Россия продаёт газ Китаю.", "China buys gas from Russia."),
    ("it", "La Cina compra petrolio dall'Iran.", "Iran sells oil to China."),
    ("es", "El Madrid ganó al Barcelona por 3 a 1.", "Barcelona lost 3-1 to Madrid."),
    ("pt", "O Brasil exporta carne para a China.", "China imports meat from Brazil."),
]
"""What two do to each other, what one suffers, and verbs that have a converse: the order of the names says nothing."""


@pytest.fixture(scope="module")
def verdicts() -> dict[tuple[str, str], set[str]]:
    """The rules that fire with an error, by the post and its quotation."""
    pairs = [
        Pair(id=post, post=post, quote=quote, lang=lang)
        for lang, post, *quotes in (*NUMBERS, *NAMES, *OF_BOTH)
        for quote in quotes
    ]
    results = list(compare_many(pairs, config=Config()))
    return {
        (pair.post, pair.quote): {found.rule for found in result.findings if found.severity == "error"}
        for pair, result in zip(pairs, results, strict=True)
        if isinstance(result, Comparison)
    }


@pytest.mark.slow
@pytest.mark.parametrize(
    ("rule", "post", "faithful", "exchanged"),
    [("number-changed", *row[1:]) for row in NUMBERS] + [("name-changed", *row[1:]) for row in NAMES],
)
def test_what_changed_places_is_found(
    verdicts: dict[tuple[str, str], set[str]], rule: str, post: str, faithful: str, exchanged: str
) -> None:
    assert verdicts[post, faithful] == set()
    assert rule in verdicts[post, exchanged]


@pytest.mark.slow
@pytest.mark.parametrize(("post", "quote"), [row[1:] for row in OF_BOTH])
def test_what_two_do_to_each_other_has_no_order(
    verdicts: dict[tuple[str, str], set[str]], post: str, quote: str
) -> None:
    assert verdicts[post, quote] == set()
