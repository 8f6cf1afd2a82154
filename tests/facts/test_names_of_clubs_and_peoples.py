"""Clubs by their short names, people by their letters, peoples in the plural, what a department deals with."""

from __future__ import annotations

import pytest

from quotecheck.facts import names
from quotecheck.facts.fact import Name, Pairs


def paired(post: str, lang: str, passage: str) -> Pairs[Name]:
    return names.pair(
        names.read(post, lang), names.read(passage, "en"), post_text=post, passage_text=passage, lang=lang
    )


SAME = [
    ("es", "AMLO y Rosario visitaron Tabasco.", "López Obrador and Rosario visited Tabasco."),
    ("es", "Ayer el Barça fichó a un portero.", "Yesterday Barcelona signed a goalkeeper."),
    ("fr", "Hier le PSG a battu l'OM.", "Yesterday PSG beat Marseille."),
    ("de", "Gestern hat der FC Bayern gewonnen.", "Yesterday Bayern Munich won."),
    ("it", "Ieri l'Inter ha battuto il Milan.", "Yesterday Inter beat AC Milan."),
    ("pl", "Rosjanie ostrzelali Charków.", "The Russians shelled Kharkiv."),
    ("cs", "Slováci protestovali v Praze.", "Slovaks protested in Prague."),
    ("ar", "مقتل ثلاثة لبنانيين أمس", "Three Lebanese were killed yesterday."),
    ("fr", "Les Coréens votent dimanche.", "Koreans vote on Sunday."),
    ("ru", "Минобороны РФ сообщило о потерях.", "Russia's defence ministry reported losses."),
    ("es", "Ayer la ministra de Sanidad dimitió.", "Yesterday the health minister resigned."),
    ("pl", "Zamknięto odcinek podkarpackiego szlaku.", "A section of the Subcarpathian trail was closed."),
    ("pl", "Żaden starożytny Rzymianin tu nie był.", "No ancient Roman was here."),
    ("ja", "九州、中国、四国で雨が降る。", "It will rain in Kyushu, Chugoku and Shikoku."),
    ("ja", "これは「ブラウン・ブロードサイド」と呼ばれる。", "This is called the “Brown broadside”."),
    ("de", "Es fielen 6 Zoll Regen in der Nacht.", "Six inches of rain fell overnight."),
    ("hi", "हुवाई और सैमसंग फोन बनाते हैं।", "Huawei and Samsung make phones."),
    ("ja", "唐山は昨季、８ゴールを決めた。", "Toyama scored 8 goals last season."),
    ("ja", "2002年にゴマは溶岩で破壊された。", "In 2002 Goma was destroyed by lava."),
    ("ru", "Галактика видна в Стрельце.", "The galaxy can be seen in Sagittarius."),
    ("ru", "Ожидается 25 градусов тепла.", "A temperature of 25 degrees Celsius is expected."),
]


@pytest.mark.parametrize(("lang", "post", "passage"), SAME)
def test_one_name_in_two_ways(lang: str, post: str, passage: str) -> None:
    found = paired(post, lang, passage)
    assert found.changed == found.only_post == found.only_passage == ()


OTHER = [
    ("es", "AMLO y Rosario visitaron Tabasco.", "Peña Nieto and Rosario visited Tabasco.", "AMLO"),
    ("fr", "Hier le PSG a battu l'OM.", "Yesterday PSG beat Lille.", "OM"),
    ("pl", "Rosjanie ostrzelali Charków.", "The Belarusians shelled Kharkiv.", "Rosjanie"),
    ("ar", "مقتل ثلاثة لبنانيين أمس", "Three Syrians were killed yesterday.", "لبنانيين"),
    ("de", "Gestern hat die AfD in Thüringen gewonnen.", "Yesterday the CDU won in Thuringia.", "AfD"),
    ("ar", "السيسي يلتقي بوتين في موسكو", "Sisi meets Putin in Minsk.", "موسكو"),
    ("fr", "Les Coréens votent dimanche.", "The Japanese vote on Sunday.", "Coréens"),
]


@pytest.mark.parametrize(("lang", "post", "passage", "ours"), OTHER)
def test_another_name(lang: str, post: str, passage: str, ours: str) -> None:
    assert [one.text for one, _ in paired(post, lang, passage).changed] == [ours]


def test_letters_of_an_institution_are_no_country() -> None:
    assert paired("O STF condenou Prado.", "pt", "Brazil's Supreme Court convicted Prado.").changed == ()
