"""What the four rules of figures and days let pass, because it says the same in another way, and what they must not."""

from __future__ import annotations

from datetime import date

import pytest

from quotecheck.facts import read
from quotecheck.model import Language
from quotecheck.rules import bound_changed, date_changed, number_changed, unit_changed
from quotecheck.rules.base import AlignmentRule, Case, Side

RULES: tuple[AlignmentRule, ...] = (number_changed.RULE, bound_changed.RULE, unit_changed.RULE, date_changed.RULE)

SAME = [
    ("de", "Fast jeder dritte Schüler fehlt.", "Almost one in three pupils is absent."),
    ("de", "Der Radler hatte 1,6 Promille im Blut.", "The cyclist had 0.16 percent alcohol in his blood."),
    ("es", "Suben el salario mínimo a 1.350 euros.", "The minimum wage goes up to 1,350 euros."),
    ("fr", "Le salaire minimum à 1 450 euros.", "The minimum wage at 1,450 euros."),
    ("ja", "熊本県で震度5強の地震。", "An earthquake of intensity upper 5 in Kumamoto."),
    ("es", "El museo abrirá en marzo del año que viene.", "The museum will open in March next year."),
    ("es", "La sesión empieza a las 19.30 en el ayuntamiento.", "The session starts at 7:30 p.m. at the town hall."),
    ("es", "Hasta las 20.15 no hubo luz.", "There was no power until 8:15 p.m."),
    ("it", "Il volo parte alle 6.45 del mattino.", "The flight leaves at 6:45 a.m."),
    ("cs", "Koncert začíná v 19.30.", "The concert starts at 7:30 p.m."),
    ("pl", "Sesja zacznie się o godz. 17.45.", "The session will begin at 5:45 p.m."),
    ("pl", "Mecz o 20.45 na Stadionie Narodowym.", "The match is at 8:45 p.m. at the National Stadium."),
    ("de", "Das Spiel beginnt um 20.45 Uhr.", "The match kicks off at 8:45 p.m."),
    ("de", "Der Zug fährt um halb acht ab.", "The train leaves at half past seven."),
    ("fr", "Le train de 17h45 est supprimé.", "The 5:45 p.m. train has been cancelled."),
    ("pt", "A votação começa às 19h30.", "Voting starts at 7:30 p.m."),
    ("pt", "A sessão é às 14.30.", "The session is at 2:30 p.m."),
    ("ru", "Матч начнется в 19.30.", "The match will start at 7:30 p.m."),
    ("ru", "В половине восьмого вечера погас свет.", "The lights went out at half past seven in the evening."),
    ("pl", "O wpół do ósmej zgasło światło.", "The lights went out at 7:30."),
    ("ar", "يبدأ الاجتماع في السابعة مساء.", "The meeting begins at 7 p.m."),
    ("hi", "बैठक शाम 7 बजे शुरू होगी।", "The meeting will start at 7 p.m."),
    ("zh", "会议晚上7点半开始。", "The meeting starts at 7:30 p.m."),
    ("ja", "会議は午後7時半に始まる。", "The meeting starts at 7:30 p.m."),
    ("de", "Geöffnet zwischen 9 und 17 Uhr.", "Open between 9 a.m. and 5 p.m."),
    ("fr", "La mairie est ouverte de 9h à 17h.", "The town hall is open from 9 a.m. to 5 p.m."),
    ("es", "Abierto de 10 a 14 h.", "Open from 10 a.m. to 2 p.m."),
    ("it", "Aperto dalle 9 alle 18.", "Open from 9 a.m. to 6 p.m."),
    ("es", "Los atentados del 11-S cambiaron el mundo.", "The September 11 attacks changed the world."),
    ("es", "El golpe del 23-F fracasó.", "The coup of February 23 failed."),
    ("es", "Tras el 11-S todo cambió.", "After 9/11 everything changed."),
    ("fr", "Une trentaine de maisons détruites.", "About 30 houses destroyed."),
    ("es", "Una veintena de heridos.", "Some 20 injured."),
    ("it", "Una decina di feriti.", "About ten injured."),
    ("pt", "Uma dezena de feridos.", "Ten injured."),
    ("de", "Ein Dutzend Verletzte.", "Twelve injured."),
    ("es", "Seis de cada diez jóvenes no votan.", "60% of young people do not vote."),
    ("de", "Sechs von zehn Deutschen sparen.", "Six in ten Germans save."),
    ("fr", "Trois Français sur quatre sont contre.", "75% of French people are against it."),
    ("it", "Tre italiani su quattro sono contrari.", "Three quarters of Italians are against it."),
    ("pt", "Sete em cada dez jovens trabalham.", "Seven out of ten young people work."),
    ("pl", "Co piąty Polak pali.", "One in five Poles smokes."),
    ("cs", "Každý třetí Čech kouří.", "A third of Czechs smoke."),
    ("ru", "Каждый пятый россиянин курит.", "20% of Russians smoke."),
    ("ru", "Шесть из десяти россиян против.", "Six in ten Russians are against."),
    ("es", "3/4 de los alumnos aprobaron.", "Three quarters of the pupils passed."),
    ("de", "Bei 30 °C im Schatten.", "In 86°F in the shade."),
    ("es", "A 100 kilómetros de la costa.", "62 miles from the coast."),
    ("ru", "Температура упала до 30 градусов мороза.", "The temperature fell to 30 degrees below zero."),
    ("es", "El puente abrirá antes de Navidad.", "The bridge will open before Christmas."),
    ("fr", "Le pont ouvrira à Noël.", "The bridge will open on December 25."),
    ("de", "An Weihnachten bleibt alles zu.", "Everything stays closed at Christmas."),
    ("pl", "Na Boże Narodzenie wszystko zamknięte.", "Everything is closed at Christmas."),
    ("it", "A Ferragosto tutto chiuso.", "Everything is closed on August 15."),
    ("ru", "На Рождество все закрыто.", "Everything is closed at Christmas."),
    ("es", "Hasta 300 personas pueden entrar.", "Up to 300 people may enter."),
    ("es", "La deuda rebasa los 5.000 millones.", "The debt tops 5 billion."),
    ("fr", "Le déficit dépasse désormais les 5 milliards.", "The deficit has passed 5 billion."),
    ("it", "I contagi superano quota 5.000.", "Infections exceed 5,000."),
    ("de", "Die Kosten übersteigen inzwischen die Marke von 5 Millionen Euro.", "Costs now exceed 5 million euros."),
    ("pl", "Liczba ofiar przekroczyła już 500.", "The death toll has passed 500."),
    ("cs", "Počet obětí překročil 500.", "The death toll has exceeded 500."),
    ("ru", "Число жертв превысило отметку в 500.", "The death toll has exceeded 500."),
    ("ar", "تجاوز عدد القتلى 500 شخص.", "The death toll has exceeded 500."),
    ("zh", "死亡人数已超过500人。", "The death toll has passed 500."),
    ("ja", "死者は500人を超えた。", "The death toll has topped 500."),
    ("hi", "मरने वालों की संख्या 500 से अधिक हो गई।", "The death toll has exceeded 500."),
    ("es", "Un plan de 300 millones durante cinco años.", "A 300 million plan over five years."),
    ("de", "300 Millionen über fünf Jahre.", "300 million over five years."),
    ("ar", "لا يزيد عدد الطلاب على 30 طالبا.", "There are no more than 30 students."),
    ("cs", "Ne více než 30 studentů.", "No more than 30 students."),
    ("zh", "学生不超过30人。", "There are no more than 30 students."),
    ("es", "Cerrado entre el 3 y el 9 de enero.", "Closed between January 3 and 9."),
    ("pt", "Fechado de 3 a 9 de janeiro.", "Closed from January 3 to 9."),
    ("ru", "Закрыто с 3 по 9 января.", "Closed from January 3 to 9."),
    ("zh", "1月3日至9日关闭。", "Closed from January 3 to 9."),
    ("ja", "1月3日から9日まで休館。", "Closed from January 3 to 9."),
    ("hi", "3 से 9 जनवरी तक बंद।", "Closed from January 3 to 9."),
    ("ar", "مغلق من 3 إلى 9 يناير.", "Closed from January 3 to 9."),
    ("pl", "Nieczynne od 3 do 9 stycznia.", "Closed from January 3 to 9."),
    ("it", "Chiuso dal 3 al 9 gennaio.", "Closed from January 3 to 9."),
    ("fr", "Fermé du 3 au 9 janvier.", "Closed January 3-9."),
    ("de", "Geschlossen vom 3. bis 9. Januar.", "Closed from 3 to 9 January."),
    ("fr", "La fête du quatorze juillet.", "The July 14 celebrations."),
    ("es", "El desfile del uno de mayo.", "The May 1 parade."),
    ("ru", "Парад девятого мая.", "The May 9 parade."),
    ("pl", "Trzeciego maja wszystko zamknięte.", "Everything is closed on May 3."),
    ("cs", "Prvního května je zavřeno.", "It is closed on May 1."),
    ("zh", "销售额增加了2倍。", "Sales tripled."),
    ("ar", "شاركت ثلاث ساعات", "He took part for three hours"),
    ("pl", "Po trzydniowym strajku wrócili do pracy.", "After a three-day strike they returned to work."),
    ("cs", "Po třídenní stávce se vrátili.", "They returned after a three-day strike."),
    ("ru", "После трехдневной забастовки они вернулись.", "They returned after a three-day strike."),
    ("fr", "Il ne reste plus que 3 médecins.", "There are only 3 doctors left."),
    ("es", "La inflación subió hasta el 5%.", "Inflation rose to 5%."),
    ("ru", "Инфляция выросла до 5%.", "Inflation rose to 5%."),
    ("pl", "Inflacja spadła do 5 proc.", "Inflation fell to 5%."),
    ("it", "L'inflazione è salita fino al 5%.", "Inflation rose to 5%."),
    ("es", "Ganaron 2-1 en la prórroga.", "They won 2-1 in extra time."),
    ("pl", "Wygrali 231 do 208.", "They won 231 to 208."),
    ("de", "Über 5 Jahre alt und kaputt.", "More than 5 years old and broken."),
    ("it", "Vale 12 miliardi, di cui 3 per le scuole.", "It is worth 12 billion, 3 billion of it for schools."),
]
"""Language, post, faithful quotation: clock times, shares, dates, feasts, verbs that bound, conversions."""

CHANGED = [
    ("fr", "Le déficit atteint 3 125 milliards d'euros.", "The deficit is 3.125 billion euros.", "number-changed"),
    ("de", "Die Bank verlor 4,375 Milliarden Euro.", "The bank lost 4,375 billion euros.", "number-changed"),
    ("de", "Die Bank verlor 4,375 Milliarden Euro.", "The bank lost 4.375 million euros.", "number-changed"),
    ("de", "Das Dorf hat 1.625 Einwohner.", "The village has 1.625 inhabitants.", "number-changed"),
    ("es", "La sesión empieza a las 7 de la tarde.", "The session starts at 7 a.m.", "number-changed"),
    ("it", "Parte alle 17.45.", "It leaves at 6:45 p.m.", "number-changed"),
    ("de", "Sechs von zehn Deutschen sparen.", "Seven in ten Germans save.", "number-changed"),
    ("es", "Seis de cada diez jóvenes.", "70% of young people.", "number-changed"),
    ("pt", "Custa R$ 500 milhões.", "It costs $500 million.", "unit-changed"),
    ("hi", "पाँच करोड़ रुपये खर्च होंगे।", "Fifty million dollars will be spent.", "unit-changed"),
    ("ar", "خمسة ملايين دينار", "five million dollars", "unit-changed"),
    ("zh", "五百万元", "five million dollars", "unit-changed"),
    ("ja", "500万円かかる。", "It costs 5 million dollars.", "unit-changed"),
    ("es", "La tasa subió 2 puntos porcentuales.", "The rate rose 2 percent.", "unit-changed"),
    ("fr", "Plus de la moitié des élèves", "Fewer than half of pupils", "bound-changed"),
    ("ru", "Менее четверти врачей", "More than a quarter of doctors", "bound-changed"),
    ("de", "Höchstens 80 Besucher am Tag.", "At most 80 visitors an hour.", "unit-changed"),
    ("es", "Hoy no hay clases.", "There is no school tomorrow.", "date-changed"),
    ("fr", "Cet hiver, tout gèle.", "This summer everything freezes.", "date-changed"),
    ("pt", "Antes do Natal.", "Before Easter.", "date-changed"),
    ("es", "Cerrado entre el 3 y el 9 de enero.", "Closed between February 3 and 9.", "date-changed"),
    ("ar", "في الأول من أيار", "on March 1", "date-changed"),
    ("de", "Am ersten November", "On November 10", "date-changed"),
    ("zh", "明年一月上市", "available next October", "date-changed"),
    ("es", "El déficit no supera los 300 millones.", "The deficit exceeds 300 million.", "bound-changed"),
    ("ar", "لا تتجاوز سعة القاعة 250 شخصا.", "The hall holds more than 250 people.", "bound-changed"),
    ("pl", "Liczba ofiar przekroczyła już 500.", "The death toll is below 500.", "bound-changed"),
]
"""Language, post, false quotation, the rule that must say so."""


def fired(lang: str, post: str, quote: str, posted: date | None = None, published: date | None = None) -> set[str]:
    def side(text: str, code: str, when: date | None) -> Side:
        language = Language(code=code, confidence=1.0, method="given")
        return Side(text=text, language=language, facts=read(text, code, when))

    case = Case(
        post=side(post, lang, posted), passage=side(quote, "en", published), segment=(0, len(post)), kind="quotation"
    )
    found = set()
    for rule in RULES:
        for hit in rule.check(case):
            assert hit.passage is not None and 0 <= hit.passage[0] < hit.passage[1] <= len(quote)
            found.add(rule.name)
    return found


@pytest.mark.parametrize(("lang", "post", "quote"), SAME)
def test_the_same_said_otherwise(lang: str, post: str, quote: str) -> None:
    assert fired(lang, post, quote) == set()


@pytest.mark.parametrize(("lang", "post", "quote", "rule"), CHANGED)
def test_what_changed_is_told(lang: str, post: str, quote: str, rule: str) -> None:
    assert rule in fired(lang, post, quote)


@pytest.mark.parametrize(
    ("lang", "post", "quote", "posted", "published", "differs"),
    [
        ("es", "Ayer cerró.", "It closed on Wednesday.", date(2025, 10, 23), date(2025, 10, 24), False),
        ("es", "Ayer cerró.", "It closed on Monday.", date(2025, 10, 23), date(2025, 10, 24), True),
        ("ja", "今日から休館。", "Closed from yesterday.", date(2025, 10, 23), date(2025, 10, 24), False),
        ("ja", "今日から休館。", "Closed from Thursday.", date(2025, 10, 23), date(2025, 10, 22), False),
        ("de", "Morgen ist frei.", "Friday is a holiday.", date(2025, 10, 23), date(2025, 10, 23), False),
        ("de", "Morgen ist frei.", "Sunday is a holiday.", date(2025, 10, 23), date(2025, 10, 23), True),
        ("fr", "La semaine dernière, tout a fermé.", "Last week everything closed.", None, None, False),
        ("fr", "Cette semaine, tout ferme.", "Everything closes next week.", None, None, True),
        ("hi", "पुल इसी महीने खुलेगा।", "The bridge opens next month.", None, None, True),
        ("zh", "今天免费。", "It is free today.", date(2025, 10, 23), date(2025, 11, 2), False),
    ],
)
def test_days_are_counted_from_both_dates(
    lang: str, post: str, quote: str, posted: date | None, published: date | None, differs: bool
) -> None:
    assert ("date-changed" in fired(lang, post, quote, posted, published)) is differs
