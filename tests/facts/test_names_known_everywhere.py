"""Brands in small letters and other scripts, seats of government, and names in the cases of Slavic languages."""

from __future__ import annotations

import pytest

from quotecheck.facts import names
from quotecheck.facts.fact import Name, Pairs


def paired(post: str, lang: str, passage: str) -> Pairs[Name]:
    return names.pair(
        names.read(post, lang), names.read(passage, "en"), post_text=post, passage_text=passage, lang=lang
    )


BRANDS = [
    ("es", "lo vi en facebook esta mañana", "I saw it on Facebook this morning.", "I saw it on twitter this morning."),
    ("es", "El nuevo iPhone ya está a la venta.", "The new iPhone is on sale.", "The new Galaxy is on sale."),
    ("fr", "acheté sur amazon hier", "Bought on Amazon yesterday.", "Bought on eBay yesterday."),
    ("pt", "meu instagram caiu ontem", "My Instagram went down yesterday.", "My TikTok went down yesterday."),
    ("de", "VW baut ein neues Werk.", "Volkswagen is building a new plant.", "BMW is building a new plant."),
    ("ru", "Я прочитал об этом в фейсбуке.", "I read about it on Facebook.", "I read about it on Telegram."),
    ("ar", "رأيت الفيديو على فيسبوك", "I saw the video on Facebook.", "I saw the video on YouTube."),
    ("hi", "मैंने यह इंस्टाग्राम पर देखा।", "I saw this on Instagram.", "I saw this on WhatsApp."),
    ("zh", "华为发布了新手机。", "Huawei released a new phone.", "Xiaomi released a new phone."),
    ("ja", "トヨタが新型車を発表した。", "Toyota unveiled a new car.", "Today Honda unveiled a new car."),
]


@pytest.mark.parametrize(("lang", "post", "same", "other"), BRANDS)
def test_a_brand_and_another(lang: str, post: str, same: str, other: str) -> None:
    alike = paired(post, lang, same)
    assert alike.changed == alike.only_post == alike.only_passage == ()
    assert len(paired(post, lang, other).changed) == 1


WORDS = [
    ("en", "They looked through the windows at the galaxy."),
    ("en", "Apple pie is on the menu."),
    ("it", "Nessuno parla dell'accordo."),
    ("ru", "Это был просто сон."),
    ("uk", "Мені дуже шкода."),
    ("ja", "新しいモデルにズームする。"),
    ("zh", "人们常联想到大众的生活。"),
    ("de", "Über die Lage sprach niemand."),
]


@pytest.mark.parametrize(("lang", "text"), WORDS)
def test_words_are_no_brands(lang: str, text: str) -> None:
    assert [name.text for name in names.read(text, lang) if not name.weak] == []


STATES = [
    ("es", "Berlín rechazó el plan.", "The German government rejected the plan."),
    ("es", "El Gobierno alemán rechazó el plan.", "Berlin rejected the plan."),
    ("es", "La Casa Blanca niega el acuerdo con Caracas.", "The White House denies the deal with Venezuela."),
    ("it", "Palazzo Chigi smentisce.", "The Italian government denies it."),
    ("de", "Heute hat Washington an Kiew geliefert.", "Today the US delivered to Ukraine."),
    ("ru", "Кремль отверг предложение.", "Moscow rejected the proposal."),
]


@pytest.mark.parametrize(("lang", "post", "passage"), STATES)
def test_a_capital_stands_for_its_government(lang: str, post: str, passage: str) -> None:
    found = paired(post, lang, passage)
    assert found.changed == found.only_post == found.only_passage == ()


def test_a_capital_stands_for_no_other_government_and_no_place() -> None:
    assert paired("Ayer Berlín rechazó el plan.", "es", "Yesterday the French government rejected the plan.").changed
    assert paired("Hubo protestas en Francia.", "es", "There were protests in Paris.").changed


CASES = [
    ("cs", "Vlak spojuje Prahu s Brnem.", "The train links Prague with Brno."),
    ("cs", "Mluvili s Pavlem a Havlem.", "They spoke with Pavel and Havel."),
    ("cs", "V sále byla Le Penová.", "In the hall was Le Pen."),
    ("cs", "Setkal se s Ficem v Rize.", "He met Fico in Riga."),
    ("pl", "Konferencja w Rydze z Dudą trwa.", "The conference in Riga with Duda goes on."),
    ("ru", "Встреча с Трампом и Байденом.", "A meeting with Trump and Biden."),
    ("uk", "Розмова з Шмигалем у Ризі.", "A talk with Shmyhal in Riga."),
]


@pytest.mark.parametrize(("lang", "post", "passage"), CASES)
def test_a_case_of_a_name_is_the_name(lang: str, post: str, passage: str) -> None:
    found = paired(post, lang, passage)
    assert found.changed == found.only_post == found.only_passage == ()


OTHERS = [
    ("cs", "Vlak spojuje Prahu s Brnem.", "The train links Prague with Bonn.", "Brnem"),
    ("ru", "Встреча с Трампом прошла вчера.", "The meeting with Tramontina was yesterday.", "Трампом"),
    ("ja", "渋谷で火事がありました。", "There was a fire in Shinjuku.", "渋谷"),
    ("ja", "札幌で大雪が降った。", "Heavy snow fell in Sendai.", "札幌"),
]


@pytest.mark.parametrize(("lang", "post", "passage", "ours"), OTHERS)
def test_another_name_is_another(lang: str, post: str, passage: str, ours: str) -> None:
    assert [one.text for one, _ in paired(post, lang, passage).changed] == [ours]
