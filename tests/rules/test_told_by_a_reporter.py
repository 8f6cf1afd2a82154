"""Parts of a reporter's own sentences, and quotations, held to what a post says, with the embedding that reads it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from quotecheck.align.texts import clean
from quotecheck.config import Config
from quotecheck.facts import read
from quotecheck.model import Language
from quotecheck.pipeline.meaning import alike_by, clauses_by
from quotecheck.pipeline.workbench import Workbench
from quotecheck.rules import on_alignment
from quotecheck.rules.base import Case, Side


@pytest.fixture(scope="module")
def bench() -> Iterator[Workbench]:
    with Workbench(Config()) as opened:
        yield opened


def flagged(
    bench: Workbench, lang: str, post: str, passage: str, *, quoted: bool = False, whole: bool = False
) -> set[str]:
    """The rules that find an error, or give a warning: of a quotation, of a whole sentence of the reporter's own that
    surely renders the post, or of a part of one."""
    embedder = bench.embedders.reading(lang)
    assert embedder is not None

    def side(text: str, code: str) -> Side:
        return Side(text=text, language=Language(code=code, confidence=1.0, method="given"), facts=read(text, code))

    case = Case(
        post=side(post, lang),
        passage=side(passage, "en"),
        segment=(0, len(post)),
        kind="quotation" if quoted else "sentence",
        told=not quoted and not whole,
        sentence="" if quoted or whole else passage,
        similarity=0.95 if whole else 0.0,
        similar=lambda texts: embedder.cosines([clean(post)], texts)[0],
        alike=alike_by(embedder),
        between=clauses_by(embedder),
    )
    return {rule.name for rule, hit in on_alignment(bench.rules, case) if (hit.severity or rule.severity) != "note"}


DENIED = [
    ("fr", "Aucun blessé n’est à signaler pour le moment.", "Injuries had been reported by then"),
    ("tr", "Yaralımız yok.", "One person was hurt, the mayor said"),
    ("ru", "Пострадавших нет, движение поездов не нарушено.", "Two people were hurt, and trains are running as usual"),
    ("de", "Das Urteil ist noch nicht rechtskräftig.", "The verdict is final, the court said"),
    ("pl", "Nie będę kandydować w wyborach.", "He would stand in the election, he wrote"),
    ("ru", "Просим жителей не выходить из дома.", "Residents were asked to leave their homes"),
    ("fr", "La piscine ne rouvrira pas avant l’été.", "The swimming pool will reopen before the summer, it said"),
    ("ar", "لم تدفع البلدية أجورنا منذ ستة أشهر.", "the town has paid their wages for six months"),
]
"""What a post denies, and a reporter does not."""

DENIED_ALIKE = [
    ("zh", "學生票價不調漲。", "Pupils will pay no more than they do now"),
    ("ru", "Просим жителей не выходить из дома.", "Residents should stay indoors, he said"),
    ("ar", "لم تدفع البلدية أجورنا منذ ستة أشهر.", "the town owed them six months of wages"),
    ("es", "El delantero estará de baja tres meses.", "The striker will not play for three months"),
    ("it", "Il portiere starà fuori due mesi.", "The goalkeeper will not play for two months"),
]
"""A denial that is said otherwise."""

DENIED_ALIKE += [
    ("de", "Die Ernte war so schlecht wie nie.", "The harvest was the worst ever recorded"),
    ("ru", "Сегодня бассейн не работает.", "The swimming pool was closed for the day"),
    ("uk", "Музей сьогодні не працює.", "The museum was closed on the day"),
    ("pt", "O Rui Falcato não vai poder tocar", "Rui Falcato, the fado guitarist"),
    (
        "fr",
        "Un grand bruit puis plus de courant, tout le monde criait.",
        "A loud noise, then no more power, everyone screaming",
    ),
    ("es", "Nadie resultó herido.", "No one was hurt, the town hall said"),
    ("ru", "Мэр подал в отставку, но совет её не принял.", "The mayor's aide says he handed in his resignation."),
    (
        "es",
        "No subiremos la tasa de basuras en enero.",
        "Rubbish bags cost 8% more in shops than a year ago, said Ana Rubio",
    ),
]

DENIED_IN_QUOTES = [
    (
        "it",
        "Tre gol e mille amici. Non è una fuga. Non vedo l’ora di tornare!",
        "Three goals, a thousand friends. It is an escape. I can’t wait to be back!",
    ),
    ("sv", "Ta med varma kläder men inte hundar.", "Bring warm clothes and dogs"),
    ("de", "Das war kein Versehen, das war Absicht.", "It was an oversight, it was not deliberate."),
    (
        "es",
        "No lo dejo por cansancio. Lo dejo porque mi padre está enfermo y le queda poco tiempo.",
        "I’m stopping because I’m tired, I’m stopping because my dad is ill and he hasn’t got much time left.",
    ),
]

DENIED_ALIKE_IN_QUOTES = [
    (
        "it",
        "Tre gol e mille amici. Non è una fuga. Non vedo l’ora di tornare!",
        "Three goals, a thousand friends. It is not an escape. I can’t wait to be back!",
    ),
    ("sv", "Ta med varma kläder men inte hundar.", "Bring warm clothes, but no dogs"),
    ("de", "Das war kein Versehen, das war Absicht.", "It was no oversight, it was deliberate."),
    (
        "es",
        "No lo dejo por cansancio. Lo dejo porque mi padre está enfermo y le queda poco tiempo.",
        "I’m not stopping because I’m tired, I’m stopping because my dad is ill and he hasn’t got much time left.",
    ),
]


@pytest.mark.slow
@pytest.mark.parametrize(("lang", "post", "passage"), DENIED)
def test_a_denial_is_missing_from_a_part(bench: Workbench, lang: str, post: str, passage: str) -> None:
    assert flagged(bench, lang, post, passage) & {"negation-flipped", "meaning-reversed"}


@pytest.mark.slow
def test_a_denial_that_a_reporter_added(bench: Workbench) -> None:
    passage = "The striker will not play for three months"
    assert "negation-flipped" in flagged(bench, "es", "El delantero jugará tres meses.", passage)


@pytest.mark.slow
@pytest.mark.parametrize(("lang", "post", "passage"), DENIED_ALIKE)
def test_a_part_denies_in_its_own_way(bench: Workbench, lang: str, post: str, passage: str) -> None:
    assert not flagged(bench, lang, post, passage)


@pytest.mark.slow
@pytest.mark.parametrize(("lang", "post", "passage"), DENIED_IN_QUOTES)
def test_a_denial_is_missing_from_a_quotation(bench: Workbench, lang: str, post: str, passage: str) -> None:
    assert "negation-flipped" in flagged(bench, lang, post, passage, quoted=True)


@pytest.mark.slow
@pytest.mark.parametrize(("lang", "post", "passage"), DENIED_ALIKE_IN_QUOTES)
def test_a_quotation_denies_in_its_own_way(bench: Workbench, lang: str, post: str, passage: str) -> None:
    assert not flagged(bench, lang, post, passage, quoted=True)


@pytest.mark.slow
def test_what_a_headline_quotes_is_not_its_own_denial(bench: Workbench) -> None:
    embedder = bench.embedders.reading("it")
    assert embedder is not None
    post, headline = "Il portiere Lodi è un nuovo giocatore del Pisa.", "Lodi leaves Parma for Pisa: ‘It is not over’"
    case = Case(
        post=Side(text=post, language=Language(code="it", confidence=1.0, method="given"), facts=read(post, "it")),
        passage=Side(
            text=headline, language=Language(code="en", confidence=1.0, method="given"), facts=read(headline, "en")
        ),
        segment=(0, len(post)),
        kind="headline",
        similar=lambda texts: embedder.cosines([post], texts)[0],
    )
    assert "negation-flipped" not in {rule.name for rule, _ in on_alignment(bench.rules, case)}


def in_a_sentence(bench: Workbench, lang: str, post: str, sentence: str) -> set[str]:
    """The rules that find an error in a whole sentence of a reporter's, or give a warning."""
    embedder = bench.embedders.reading(lang)
    assert embedder is not None
    case = Case(
        post=Side(text=post, language=Language(code=lang, confidence=1.0, method="given"), facts=read(post, lang)),
        passage=Side(
            text=sentence, language=Language(code="en", confidence=1.0, method="given"), facts=read(sentence, "en")
        ),
        segment=(0, len(post)),
        kind="sentence",
        similar=lambda texts: embedder.cosines([clean(post)], texts)[0],
        alike=alike_by(embedder),
        between=clauses_by(embedder),
    )
    return {rule.name for rule, hit in on_alignment(bench.rules, case) if (hit.severity or rule.severity) != "note"}


@pytest.mark.slow
def test_what_a_sentence_leaves_out_need_not_be_hedged(bench: Workbench) -> None:
    post = "今晨7時屏東發生規模5.1地震，兩天內可能停水。"
    assert not in_a_sentence(bench, "zh", post, "An earthquake of magnitude 5.1 shook Pingtung at seven on Monday.")
    assert "certainty-shifted" in in_a_sentence(bench, "zh", "兩天內可能停水。", "The water is off for two days.")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("sentence", "lost"),
    [
        ("Marta Ruiz said the pool would be closed “without anyone having asked us” on Friday.", False),
        ("Marta Ruiz said the pool would be closed on Friday after everyone had been asked.", False),
        ("Marta Ruiz said that all of them had been asked about it.", True),
    ],
)
def test_what_a_sentence_quotes_may_be_what_the_post_denies(bench: Workbench, sentence: str, lost: bool) -> None:
    post = "Nadie nos ha preguntado nada sobre la piscina."
    assert ("negation-flipped" in in_a_sentence(bench, "es", post, sentence)) is lost


REVERSED = [
    ("ru", "До окончания ремонта въезд запрещён.", "Driving in is allowed until the repairs are over"),
    ("es", "El mercado estará cerrado hasta el lunes.", "The market will be open until Monday"),
    ("ar", "تعطل القطار بسبب ارتفاع درجات الحرارة.", "The train broke down because of low temperatures"),
    ("de", "Der Verein hält am Sparplan fest.", "The club is abandoning its plan to save, it said"),
    ("de", "Besucher im Juni: 4100, 5 Prozent weniger.", "There were 4,100 visitors in June, 5% more than a year ago"),
    ("pt", "Receita de 40 milhões, mais 6% do que em 2023.", "Revenue came to 40 million, 6% less than in 2023"),
    ("zh", "公司亏损扩大到3亿元。", "The company's loss narrowed to 300 million yuan"),
    ("fr", "Le prix du billet reste le plus élevé du pays.", "The ticket price remains the lowest in the country"),
    ("ja", "入場制限は来月も続けます。", "The limit on visitors will be lifted"),
    ("ru", "Сторож отказался от своих показаний.", "The watchman had confirmed his testimony"),
    ("tr", "Fiyatlar maliyetin altındadır.", "Prices are above cost"),
    ("es", "Todos los museos cierran, salvo el del Prado.", "All museums close, including the Prado"),
    ("it", "Il rogo nel bosco è fuori controllo.", "The fire in the wood was brought under control"),
    ("nl", "Het museum is zondag gratis.", "The museum is open on Sunday for a fee"),
    ("pl", "Koncert przełożono, mecz odwołano.", "The match has been postponed, the town said"),
    ("fr", "Le concert est reporté.", "The concert has been cancelled, the town said"),
    ("it", "Arriva in prestito con obbligo di riscatto.", "He joins on loan with an option to buy"),
    ("es", "El viento del noroeste aviva el fuego.", "A south-easterly wind is fanning the fire"),
    ("es", "Mi madre vive sola.", "Her daughter lives alone, she said"),
    ("de", "Heute fehlen 120 Kinder, gestern waren es 300.", "120 children were absent, up from 300 a day before"),
    ("es", "Los guardas conservarán su empleo.", "The wardens would lose their jobs"),
    ("de", "Die Zahl der Besucher hat sich halbiert.", "The number of visitors has doubled, the zoo said"),
    ("ru", "Продажа билетов приостановлена.", "Ticket sales have resumed"),
    ("hi", "स्टेशन मास्टर को निलंबित कर दिया गया है।", "The station master has been reinstated"),
    ("pt", "A ponte passou na inspeção em maio.", "The bridge had failed its inspection in May"),
    ("fr", "Le glacier a reculé de 30 mètres.", "The glacier has advanced by 30 metres"),
    ("zh", "公司去年亏损3亿元。", "The company earned 300 million yuan last year"),
    (
        "es",
        "La huelga bloqueará la entrada norte del puerto.",
        "The strike will block the southern entrance to the port",
    ),
    ("pl", "Dzieci są zdrowe.", "The children are ill, the hospital said"),
]
"""What a reporter turned into its opposite."""

NOT_REVERSED = [
    ("ru", "До окончания ремонта въезд запрещён.", "Driving in will be allowed again once the repairs are over"),
    ("es", "El mercado estará cerrado hasta el lunes.", "The market will reopen on Monday"),
    ("ar", "تعطل القطار بسبب ارتفاع درجات الحرارة.", "The train broke down because of rising temperatures"),
    ("de", "Besucher im Juni: 4100, 5 Prozent weniger.", "There were 4,100 visitors in June, 5% fewer than a year ago"),
    ("pt", "Receita de 40 milhões, mais 6% do que em 2023.", "Revenue came to 40 million, up 6% on 2023"),
    ("zh", "公司亏损扩大到3亿元。", "The company's loss widened to 300 million yuan"),
    ("ja", "入場制限は来月も続けます。", "The limit on visitors will stay in place"),
    ("ru", "Сторож отказался от своих показаний.", "The watchman had withdrawn his testimony"),
    ("tr", "Fiyatlar maliyetin altındadır.", "Prices are below cost"),
    ("es", "Todos los museos cierran, salvo el del Prado.", "All museums close with the exception of the Prado"),
    ("it", "Il rogo nel bosco è fuori controllo.", "The fire in the wood was still out of control"),
    ("it", "Il rogo nel bosco è fuori controllo.", "The fire in the wood was not yet under control"),
    ("nl", "Het museum is zondag gratis.", "The museum is open on Sunday free of charge"),
    ("fr", "Le concert est reporté.", "The concert has been put off, the town said"),
    ("es", "El viento del noroeste aviva el fuego.", "A north-westerly wind is fanning the fire"),
    ("de", "Heute fehlen 120 Kinder, gestern waren es 300.", "120 children were absent, down from 300 a day before"),
    ("es", "Los guardas conservarán su empleo.", "The wardens would not lose their jobs"),
    ("de", "Die Zahl der Besucher hat sich halbiert.", "The number of visitors has fallen by half, the zoo said"),
    ("ru", "Продажа билетов вновь открыта.", "Ticket sales have resumed"),
    ("zh", "因疫情中断的联赛周五复赛。", "The league, interrupted by the epidemic, resumes on Friday"),
    ("pt", "A ponte passou na inspeção em maio.", "The bridge had passed its inspection in May"),
    ("fr", "Le glacier a reculé de 30 mètres.", "The glacier has retreated by 30 metres"),
    (
        "it",
        "La squadra riprende gli allenamenti dopo la sospensione.",
        "The team resumes training after being suspended",
    ),
    ("pl", "Dzieci są zdrowe.", "The children are in good health, the hospital said"),
    ("ru", "До меня там никто не жил.", "No one had lived there before me"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("lang", "post", "passage"), REVERSED)
def test_an_opposite_is_told(bench: Workbench, lang: str, post: str, passage: str) -> None:
    assert "meaning-reversed" in flagged(bench, lang, post, passage)


@pytest.mark.slow
@pytest.mark.parametrize(("lang", "post", "passage"), NOT_REVERSED)
def test_the_same_in_other_words_is_no_opposite(bench: Workbench, lang: str, post: str, passage: str) -> None:
    assert not flagged(bench, lang, post, passage)


RENAMED = [
    ("it", "Rubate 300 bottiglie di Barolo.", "Thieves took 300 bottles of Chianti"),
    ("it", "Grandine in Toscana, 40 serre distrutte.", "Hail in Umbria destroyed 40 greenhouses"),
    ("es", "Incendio en Lugo: 300 hectáreas calcinadas.", "A fire in Ourense has burned 300 hectares"),
    (
        "ro",
        "Starea celor doi este stabilă; o femeie a fost transferată la Cluj.",
        "One woman was transferred to Craiova",
    ),
    ("zh", "只有一个好消息：越南工厂五月开工。", "The one good thing: a plant in Poland starts up in May."),
    ("de", "Vorläufiges Ergebnis: Ines Matthes (SPD) 51 %.", "Ines Matthes of the CDU won 51 per cent, the town said."),
    (
        "sv",
        "Omkring 900 hushåll saknar vatten, främst i Hälsingland.",
        "Some 900 homes, mainly in Dalarna, have no water",
    ),
    ("fr", "Le car parti de Limoges a heurté un sanglier.", "The coach, which had left from Poitiers, hit a boar"),
    ("it", "Il treno da Bari è fermo a Foggia.", "The train from Lecce was stopped at Foggia"),
    ("cs", "Dva kupci se ozvali, jeden je z Rakouska.", "Two buyers had come forward, one of them from Hungary"),
    ("fr", "Le prix revient à la dauphine, Clara Novak.", "The prize goes to the runner-up, Clara Delvaux"),
    ("es", "Cantará la soprano georgiana Nino Beridze.", "The Armenian soprano Nino Beridze will sing"),
]
"""A name in another's place."""

NAMES_ADDED = [
    ("it", "Rubate 300 forme di Parmigiano.", "Thieves took 300 wheels of Parmesan"),
    ("es", "Incendio en Lugo: 300 hectáreas calcinadas.", "A fire in Galicia has burned 300 hectares"),
    ("fr", "Le feu progresse à Narbonne, 400 pompiers mobilisés.", "A fire in Occitanie spreads, and 400 men fight it"),
    (
        "pl",
        "Sąd skazał Tomka R. na 3 lata więzienia.",
        "WARSAW — A court in the Polish city of Lodz sentenced a man to three years",
    ),
    (
        "de",
        "Quartalszahlen: Unser Solarpark hat 40 Gigawattstunden geliefert.",
        "German operator Solva said its solar farm delivered 40 gigawatt-hours",
    ),
    ("es", "El puente de Toledo sigue cerrado.", "The Spanish city's bridge stays shut, the ministry in Madrid said"),
    ("it", "Il treno da Bari è fermo a Foggia.", "The train from Bari, operated by Trenitalia, was stopped at Foggia"),
    ("ro", "Secția rămâne închisă până luni.", "The Romanian hospital keeps its ward shut until Monday"),
    (
        "sv",
        "Omkring 900 hushåll saknar vatten, främst i Hälsingland.",
        "STOCKHOLM (NP) — Some 900 homes in Sweden, mainly in Halsingland, have no water",
    ),
    ("cs", "Dva kupci se ozvali, jeden je z Rakouska.", "Two buyers had come forward, one of them from Austria"),
    ("fr", "Le prix revient à la dauphine, Clara Novak.", "The prize goes to the runner-up, Clara Novak"),
    ("es", "Cantará la soprano georgiana Nino Beridze.", "The soprano Nino Beridze will sing in Spain"),
    ("es", "Cantará la soprano Marta Ruiz Gallardo.", "The soprano Marta Gallardo will sing"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("lang", "post", "passage"), RENAMED)
def test_a_name_in_anothers_place_is_told(bench: Workbench, lang: str, post: str, passage: str) -> None:
    assert "name-changed" in flagged(bench, lang, post, passage)


@pytest.mark.slow
@pytest.mark.parametrize(("lang", "post", "passage"), NAMES_ADDED)
def test_a_name_that_the_reporter_added_is_none(bench: Workbench, lang: str, post: str, passage: str) -> None:
    assert "name-changed" not in flagged(bench, lang, post, passage)


PARTS = [
    (
        "hi",
        "सभी बच्चों को बचा लिया गया, किसी को चोट नहीं आई।",
        "Most of the children were rescued and no one was hurt",
        "scope-changed",
    ),
    (
        "pt",
        "O coro não vem, mas todas as outras bandas tocam.",
        "The choir is not coming, they said, but most of the other bands will play",
        "scope-changed",
    ),
    ("fr", "Entrée libre, mais le dimanche seulement.", "Free admission, and every day of the week.", "scope-changed"),
    (
        "de",
        "Die Gebühren könnten um 5 Prozent sinken, wenn der Rat zustimmt.",
        "Fees could drop by 5%, she said.",
        "quote-truncated",
    ),
    (
        "fr",
        "Le marché rouvrira samedi, à condition que la pluie cesse.",
        "The market will open again on Saturday, the mayor said.",
        "quote-truncated",
    ),
    (
        "de",
        "Die Miete würde um 80 Euro sinken, wenn das Land den Umbau bezahlt.",
        "Rents could in fact fall by 80 euros, she said.",
        "quote-truncated",
    ),
    ("ru", "Часть домов осталась без света.", "All homes were left without power", "scope-changed"),
    ("pl", "Część pacjentów wróciła do domu.", "All patients have gone home", "scope-changed"),
]
"""How much of it, and on what condition; the rule that must say so."""

PARTS_ALIKE = [
    ("hi", "सभी बच्चों को बचा लिया गया, किसी को चोट नहीं आई।", "All of the children were rescued and no one was hurt"),
    (
        "pt",
        "O coro não vem, mas todas as outras bandas tocam.",
        "The choir is not coming, they said, but all of the other bands will play",
    ),
    ("fr", "Entrée libre, mais le dimanche seulement.", "Free admission, on Sundays only."),
    (
        "de",
        "Die Gebühren könnten um 5 Prozent sinken, wenn der Rat zustimmt.",
        "Fees could drop by 5%, she said, provided the council agrees.",
    ),
    (
        "fr",
        "Le marché rouvrira samedi, à condition que la pluie cesse.",
        "The market will open again on Saturday, the mayor said, if the rain stops.",
    ),
    (
        "de",
        "Die Miete würde um 80 Euro sinken, wenn das Land den Umbau bezahlt.",
        "Rents would fall by 80 euros, she said, once the state pays for the conversion.",
    ),
    ("it", "Anche un neonato è stato portato in salvo dai pompieri.", "Firefighters also brought a newborn to safety."),
    ("ru", "Часть домов осталась без света.", "Some homes were left without power"),
    ("pl", "Znaczna część pacjentów wróciła do domu.", "Most patients have gone home"),
    ("pl", "Część pacjentów wróciła do domu.", "Several patients have gone home"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("lang", "post", "passage", "rule"), PARTS)
def test_how_much_and_on_what_condition_is_told(
    bench: Workbench, lang: str, post: str, passage: str, rule: str
) -> None:
    assert rule in flagged(bench, lang, post, passage)


@pytest.mark.slow
@pytest.mark.parametrize(("lang", "post", "passage"), PARTS_ALIKE)
def test_as_much_and_on_the_same_condition(bench: Workbench, lang: str, post: str, passage: str) -> None:
    assert not flagged(bench, lang, post, passage)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("quote", "asks"),
    [
        ("We are really closing the only pool that paid,", False),
        ("Are we really closing the only pool that paid,", True),
        ("Are we really closing the only pool that paid?", True),
        ("Closing it is a gift,", True),
    ],
)
def test_the_order_of_a_statement_is_no_question(bench: Workbench, quote: str, asks: bool) -> None:
    post = (
        "Ma davvero chiudiamo l’unica piscina che rendeva? A quel prezzo è un regalo. Il sindaco deve una spiegazione"
    )
    assert ("question-changed" in flagged(bench, "it", post, quote, quoted=True)) is not asks


SURER = [
    ("fr", "La mosaïque date probablement du IIe siècle.", "The mosaic definitely dates from the second century"),
    ("de", "Nachholtermin ist voraussichtlich im Mai.", "The game would be replayed, definitely in May"),
    ("es", "El dique puede haber cedido por la lluvia.", "The dyke gave way because of the rain"),
    ("pt", "O motorista pode ter adormecido.", "The driver fell asleep, the police said"),
    ("it", "Gli arretrati saranno pagati entro marzo.", "could be paid by March"),
    ("ru", "Вероятно, пожар начался на кухне.", "The fire started in the kitchen, the mayor said"),
    ("cs", "Město zvažuje prodej nemocnice.", "The town had decided to sell the hospital"),
]
"""Of what a post thinks likely a reporter is sure, or the reverse."""

AS_SURE = [
    ("fr", "La mosaïque date probablement du IIe siècle.", "The mosaic probably dates from the second century"),
    ("de", "Nachholtermin ist voraussichtlich im Mai.", "The game would be replayed, probably in May"),
    ("de", "Nachholtermin ist sicher im Mai.", "The game would definitely be replayed in May"),
    ("es", "El dique puede haber cedido por la lluvia.", "The dyke may have given way because of the rain"),
    ("pt", "O motorista pode ter adormecido.", "The driver might have fallen asleep, the police said"),
    ("it", "Gli arretrati saranno pagati entro marzo.", "would be paid by March"),
    ("it", "Gli arretrati potranno essere pagati a marzo.", "could be paid in March"),
    ("ru", "Вероятно, пожар начался на кухне.", "The fire probably started in the kitchen, the mayor said"),
    ("cs", "Město zvažuje prodej nemocnice.", "The town was considering the sale of the hospital"),
    ("fr", "Le concert peut avoir lieu.", "The concert goes ahead"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("lang", "post", "passage"), SURER)
def test_what_is_only_likely_is_told_as_sure(bench: Workbench, lang: str, post: str, passage: str) -> None:
    assert "certainty-shifted" in flagged(bench, lang, post, passage)


@pytest.mark.slow
@pytest.mark.parametrize(("lang", "post", "passage"), AS_SURE)
def test_what_is_likely_is_told_as_likely(bench: Workbench, lang: str, post: str, passage: str) -> None:
    assert not flagged(bench, lang, post, passage)


WHOLE = [
    ("cs", "Mouka zdražila o čtvrtinu.", "Flour had gone down by a quarter, it said.", "meaning-reversed"),
    (
        "es",
        "El jefe de bomberos ha sido destituido.",
        "The fire chief had been reinstated, she said",
        "meaning-reversed",
    ),
    ("pl", "W piątek górnicy przejdą przez Warszawę.", "Miners will march in Katowice on Friday", "name-changed"),
    ("ja", "クジラは病気の可能性があります。", "The aquarium said the whale was ill.", "certainty-shifted"),
]
"""What a whole sentence got wrong; the rule that must say so."""

WHOLE_ALIKE = [
    ("cs", "Mouka zdražila o čtvrtinu.", "Flour had gone up by a quarter, it said."),
    ("es", "El jefe de bomberos ha sido destituido.", "The fire chief had been dismissed, she said"),
    ("pl", "W piątek górnicy przejdą przez Warszawę.", "Miners will march in Warsaw on Friday"),
    ("pl", "W piątek górnicy przejdą przez miasto.", "Miners will march through Katowice on Friday"),
    ("de", "Der Verein hat gestern in Köln trainiert.", "The club from Bremen trained in Cologne yesterday"),
    ("ja", "クジラは病気の可能性があります。", "The aquarium said the whale might be ill."),
]


@pytest.mark.slow
@pytest.mark.parametrize(("lang", "post", "passage", "rule"), WHOLE)
def test_a_whole_sentence_is_held_to_its_post(bench: Workbench, lang: str, post: str, passage: str, rule: str) -> None:
    assert rule in flagged(bench, lang, post, passage, whole=True)


@pytest.mark.slow
@pytest.mark.parametrize(("lang", "post", "passage"), WHOLE_ALIKE)
def test_a_whole_sentence_in_its_own_words(bench: Workbench, lang: str, post: str, passage: str) -> None:
    assert not flagged(bench, lang, post, passage, whole=True)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("lang", "post", "quote", "other"),
    [
        (
            "pl",
            "Jeden grzyb może zabić dorosłego. Gotowanie nic nie daje!",
            "One mushroom can kill an adult, Boiling is no use.",
            False,
        ),
        (
            "pl",
            "Jeden grzyb może zabić dorosłego. Kowalski o tym wie!",
            "One mushroom can kill an adult, Nowak knows about it.",
            True,
        ),
    ],
)
def test_a_word_that_opens_both_sentences_is_no_name(
    bench: Workbench, lang: str, post: str, quote: str, other: bool
) -> None:
    assert ("name-changed" in flagged(bench, lang, post, quote, quoted=True)) is other


@pytest.mark.slow
@pytest.mark.parametrize(
    ("lang", "post", "passage", "denied"),
    [
        ("es", "Treinta dibujos se exponen por primera vez.", "Thirty of the drawings have never been shown", False),
        ("de", "Dreißig Bilder sind erstmals zu sehen.", "Thirty of the pictures have never been shown", False),
        ("es", "El museo abre los lunes.", "The museum never opens on Mondays", True),
    ],
)
def test_what_is_shown_for_the_first_time_was_never_shown(
    bench: Workbench, lang: str, post: str, passage: str, denied: bool
) -> None:
    assert ("negation-flipped" in flagged(bench, lang, post, passage)) is denied
