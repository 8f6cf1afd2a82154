"""Names that look alike and are two, decided by who they are; cases of Slavic names, which are one."""

from __future__ import annotations

import pytest

from quotecheck.facts import names
from quotecheck.facts.fact import Name, Pairs


def paired(post: str, lang: str, passage: str) -> Pairs[Name]:
    return names.pair(
        names.read(post, lang), names.read(passage, "en"), post_text=post, passage_text=passage, lang=lang
    )


@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("es", "El presidente de Nigeria viajó ayer", "The president of Niger travelled yesterday"),
        ("es", "Austria cierra su frontera", "Australia closes its border"),
        ("es", "Letonia expulsa a dos diplomáticos", "Lithuania expels two diplomats"),
        ("es", "El ministro sueco dimitió", "The Swiss minister resigned"),
        ("fr", "L’Iran a tiré des missiles cette nuit", "Iraq fired missiles last night"),
        ("it", "La Slovacchia ha votato contro", "Slovenia voted against"),
        ("de", "Die Slowakei stimmt gegen das Abkommen", "Slovenia votes against the agreement"),
        ("pl", "W Austrii rosną ceny prądu", "Electricity prices are rising in Australia"),
        ("cs", "Slovensko hlasovalo proti", "Slovenia voted against"),
        ("ru", "Власти Нигера просят о помощи", "The authorities of Nigeria ask for help"),
        ("ar", "أغلقت النمسا حدودها", "Australia closed its borders"),
        ("hi", "ऑस्ट्रिया ने सीमा बंद की", "Australia closed its border"),
        ("zh", "奥地利关闭了边境", "Australia closed its border"),
        ("ja", "オーストリアは国境を閉鎖した", "Australia closed its border"),
        ("es", "Corea del Norte lanzó un misil", "South Korea launched a missile"),
        ("es", "El PSOE rechaza la propuesta", "The PP rejects the proposal"),
        ("es", "El Atlético de Madrid ganó la final", "Real Madrid won the final"),
        ("it", "Il Manchester City ha battuto l'Arsenal", "Manchester United beat Arsenal"),
        ("es", "Donald Trump visita Bogotá", "Melania Trump visits Bogotá"),
        ("zh", "部长李文静将于10月8日访问雅加达", "Minister Chen Meihua will visit Jakarta on October 8"),
    ],
)
def test_two_names_that_look_alike(lang: str, post: str, passage: str) -> None:
    assert len(paired(post, lang, passage).changed) == 1


@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("cs", "Firma jedná o vstupu na burzu ve Vídni", "The company is in talks about a listing in Vienna"),
        ("cs", "V Mnichově a v Drážďanech se sešli ministři", "The ministers met in Munich and Dresden"),
        ("pl", "Minister był w Krakowie i w Wiedniu", "The minister was in Kraków and Vienna"),
        ("pl", "Władze Londynu i Kijowa podpisały umowę", "The authorities of London and Kyiv signed a deal"),
        ("pl", "Spotkanie w Monachium, potem w Pradze", "A meeting in Munich, then in Prague"),
        ("ru", "Поезд из Мюнхена в Прагу опоздал", "The train from Munich to Prague was late"),
        ("es", "Joe Biden visita Kiev", "Joseph Biden visits Kyiv"),
        ("es", "El Madrid ganó al Atlético", "Real Madrid beat Atlético"),
        ("es", "El PP y el PSOE pactan", "The PP and PSOE strike a deal"),
        ("hi", "दक्षिण अफ्रीकी टीम ने मैच जीता", "The South African team won the match"),
        ("zh", "部长李文静将于10月8日访问雅加达", "Minister Li Wenjing will visit Jakarta on October 8"),
        ("ja", "失業率は0.2ポイント下がった", "Unemployment fell 0.2 percentage points"),
    ],
)
def test_one_name_in_two_forms(lang: str, post: str, passage: str) -> None:
    found = paired(post, lang, passage)
    assert found.changed == ()
    assert found.only_passage == ()


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("ko", "트럼프는 서울에서 러시아와 만났다", {"seoul", "@RU"}),
        ("he", 'האו"ם שלח מזון לברלין', {"un", "berlin"}),
        ("fa", "رئیس جمهور به روسیه و مسکو رفت", {"@RU", "moscow"}),
        ("uk", "Зеленський прибув до Варшави", {"warsaw"}),
    ],
)
def test_particles_that_are_written_together_with_names(lang: str, text: str, wanted: set[str]) -> None:
    assert wanted <= {key for name in names.read(text, lang) for key in name.keys}
