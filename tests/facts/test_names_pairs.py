"""Names compared straight from each language to English: what is one name, what is another."""

from __future__ import annotations

import pytest

from quotecheck.facts import names
from quotecheck.facts.fact import Name, Pairs


def paired(post: str, lang: str, passage: str) -> Pairs[Name]:
    return names.pair(
        names.read(post, lang), names.read(passage, "en"), post_text=post, passage_text=passage, lang=lang
    )


FAITHFUL = [
    ("es", "Maduro amenaza a Donald Trump desde Caracas", "Maduro threatens Trump from Caracas"),
    ("es", "Londres y Pekín firmaron ayer un acuerdo", "London and Beijing signed a deal yesterday"),
    ("es", "La ONU y la OTAN condenan el ataque", "The UN and NATO condemn the attack"),
    ("es", "EE.UU. aprueba nuevas sanciones", "The United States approves new sanctions"),
    ("es", "Los Estados Unidos de América retiran tropas de Siria", "The U.S. is withdrawing troops from Syria"),
    ("es", "El canciller alemán viaja a Nueva York", "The German chancellor is travelling to New York"),
    ("es", "las tropas rusas cruzan el mar negro", "Russian troops are crossing the Black Sea"),
    ("es", "Gran día en #BuenosAires con @NicolasMaduro", "A great day in Buenos Aires with Nicolás Maduro"),
    ("es", "hoy hablé con pedro sánchez en madrid", "Today I spoke with Pedro Sánchez in Madrid"),
    ("es", "La OMS avisa del brote en el Congo", "The WHO warns of the outbreak in Congo"),
    ("fr", "Les Malouines restent britanniques, dit Paris", "The Falklands remain British, Paris says"),
    ("fr", "La CEDH condamne la Turquie", "The ECHR rules against Turkey"),
    ("fr", "L’Allemagne et l’Italie soutiennent Macron", "Germany and Italy support Macron"),
    ("fr", "Le PIB des Pays-Bas recule", "Dutch GDP is falling"),
    ("it", "Mosca minaccia la Svizzera, avverte Zelensky", "Moscow threatens Switzerland, Zelensky warns"),
    ("it", "I negoziatori tedeschi sono arrivati a Ginevra", "German negotiators have arrived in Geneva"),
    ("pt", "Lula se reúne com Biden em Nova York", "Lula meets Biden in New York"),
    ("de", "Der US-Präsident Donald Trump besucht München", "U.S. President Trump is visiting Munich"),
    ("de", "Am Bodensee traf die Kanzlerin die Schweizer Delegation", "At Lake Constance the chancellor met the Swiss"),
    ("pl", "Prezydent Trumpa zaprosił do Warszawy premier Tusk", "Prime Minister Tusk invited Trump to Warsaw"),
    ("pl", "W Niemczech i we Włoszech rosną ceny", "Prices are rising in Germany and Italy"),
    ("cs", "V Praze jednal Fiala s ukrajinským prezidentem", "In Prague Fiala met the Ukrainian president"),
    ("ru", "Путин прибыл в Пекин, сообщает Кремль", "Putin has arrived in Beijing, the Kremlin says"),
    ("ru", "В Москве прошли переговоры с американцами", "Talks with the Americans were held in Moscow"),
    ("hi", "प्रधानमंत्री मोदी ने पाकिस्तान को चेतावनी दी", "Prime Minister Modi warned Pakistan"),
    ("zh", "特朗普将于下周访问北京", "Trump will visit Beijing next week"),
    ("ja", "トランプ大統領は来週ロンドンを訪れる", "President Trump will visit London next week"),
    ("ar", "وصل بوتين إلى القاهرة اليوم", "Putin arrived in Cairo today"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "post", "passage"), FAITHFUL)
def test_nothing_is_wrong_with_a_faithful_rendering(lang: str, post: str, passage: str) -> None:
    found = paired(post, lang, passage)
    assert found.changed == ()
    assert [name.text for name in found.only_post] == []
    assert [name.text for name in found.only_passage] == []


CHANGED = [
    ("es", "Maduro habló en Bogotá", "Maduro spoke in Lima", "Bogotá", "Lima"),
    ("es", "El presidente Donald Trump viaja a Israel", "President Donald Tusk is travelling to Israel",
     "Donald Trump", "Donald Tusk"),
    ("es", "Los misiles rusos llegaron a Caracas", "The Iranian missiles arrived in Caracas", "rusos", "Iranian"),
    ("fr", "Hier, Macron a rencontré Scholz à Berlin", "Yesterday Macron met Meloni in Berlin", "Scholz", "Meloni"),
    ("fr", "La France soutient l’Ukraine", "France supports Georgia", "Ukraine", "Georgia"),
    ("it", "Il vertice si terrà a Ginevra", "The summit will be held in Vienna", "Ginevra", "Vienna"),
    ("de", "Gestern traf Angela Merkel die Delegation aus Polen",
     "Yesterday Angela Merkel met the delegation from Norway", "Polen", "Norway"),
    ("pl", "Wczoraj w Krakowie przemawiał Donald Tusk", "Donald Tusk spoke in Lisbon yesterday", "Krakowie", "Lisbon"),
    ("cs", "Včera v Brně vystoupil Petr Fiala", "Yesterday in Dublin, Petr Fiala appeared", "Brně", "Dublin"),
    ("ru", "Вчера Лавров прилетел в Анкару", "Yesterday Lavrov flew to Nairobi", "Анкару", "Nairobi"),
    ("ja", "首相は明日ロシアを訪問する", "The prime minister visits Brazil tomorrow", "ロシア", "Brazil"),
    ("zh", "法国将派代表团参加会议", "Germany will send a delegation to the meeting", "法国", "Germany"),
    ("hi", "वह कल जापान जाएंगे", "He will go to Brazil tomorrow", "जापान", "Brazil"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "post", "passage", "ours", "theirs"), CHANGED)
def test_a_name_that_became_another(lang: str, post: str, passage: str, ours: str, theirs: str) -> None:
    found = paired(post, lang, passage)
    assert [(one.text, other.text) for one, other in found.changed] == [(ours, theirs)]


MISSING = [
    ("es", "Ayer Maduro amenazó a Trump con misiles", "Yesterday Maduro threatened with missiles", "Trump"),
    ("fr", "La ministre a quitté Bruxelles pour Kiev", "The minister left for Kyiv", "Bruxelles"),
    ("it", "La nave è partita da Napoli per la Tunisia", "The ship left for Tunisia", "Napoli"),
    ("ru", "Делегация вылетела из Минска в Варшаву", "The delegation flew to Warsaw", "Минска"),
]


@pytest.mark.parametrize(("lang", "post", "passage", "name"), MISSING)
def test_a_name_that_was_left_out(lang: str, post: str, passage: str, name: str) -> None:
    found = paired(post, lang, passage)
    assert found.changed == ()
    assert [one.text for one in found.only_post] == [name]


def test_a_name_that_was_added() -> None:
    found = paired("Dice que no habrá elecciones", "es", "He says there will be no elections in Belgium")
    assert [name.text for name in found.only_passage] == ["Belgium"]


def test_many_names_are_paired_in_bounded_time() -> None:
    crowd = "hablaron " + ", ".join(f"Persona{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}x" for i in range(3000))
    assert len(paired(crowd, "es", crowd).only_post) < 3000


def test_a_word_of_a_passage_without_capitals_is_no_case_of_a_name() -> None:
    post = "Российская певица Полина Гагарина назвала пять продуктов и снова похудела."
    passage = "Russian singer named five products and lost weight again."
    found = names.pair(
        names.read(post, "ru"), names.read(passage, "en"), post_text=post, passage_text=passage, lang="ru"
    )
    assert [name.text for name in found.only_post] == ["Полина Гагарина"]
