"""A word and its opposite: verdicts that were turned round are errors, and "not" with the opposite says the same."""

from __future__ import annotations

import pytest

import quotecheck

RULES = {"meaning-reversed", "negation-flipped", "certainty-shifted", "scope-changed"}


def said(lang: str, post: str, passage: str) -> set[str]:
    """The rules of this file that complain, notes left out."""
    found = quotecheck.compare(post, passage, lang=lang).findings
    return {one.rule for one in found if one.severity != "note" and one.rule in RULES}


@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("es", "El exministro fue absuelto por el tribunal.", "The former minister was convicted by the court."),
        ("es", "El alcalde negó haber cobrado.", "The mayor admitted taking the money."),
        ("es", "Cinco personas resultaron heridas.", "Five people were killed."),
        ("es", "El sospechoso fue detenido anoche.", "The suspect was released last night."),
        ("es", "La fábrica despidió a los operarios.", "The factory hired the workers."),
        ("es", "El presidente vetó la ley.", "The president approved the law."),
        ("es", "Votaron a favor del proyecto.", "They voted against the project."),
        ("es", "Hubo menos incendios este verano.", "There were more fires this summer."),
        ("fr", "Le policier était hors service.", "The police officer was on duty."),
        ("fr", "Le gouvernement interdit la pêche.", "The government allows fishing."),
        ("it", "L'imputato è stato assolto.", "The defendant was convicted."),
        ("pt", "O teste deu negativo.", "The test came back positive."),
        ("de", "Der Minister bleibt im Amt.", "The minister resigned."),
        ("pl", "Rząd zakazał sprzedaży.", "The government allowed the sale."),
        ("cs", "Prezident zákon vetoval.", "The president approved the law."),
        ("ru", "В аварии ранены трое.", "Three people were killed in the crash."),
        ("ar", "أفرجت السلطات عن الصحفي.", "The authorities arrested the journalist."),
        ("hi", "पुलिस ने पत्रकार को रिहा किया।", "Police arrested the journalist."),
        ("zh", "警方释放了那名记者。", "Police arrested the journalist."),
        ("ja", "警察は記者を釈放した。", "Police arrested the journalist."),
        ("es", "Llueve a menudo en el valle.", "It rarely rains in the valley."),
        ("de", "Der Fluss ist hier tief.", "The river is shallow here."),
        ("cs", "Král přijel pozdě.", "The queen arrived late."),
        ("uk", "Суд виправдав колишнього мера.", "The court convicted the former mayor."),
        ("nl", "De oud-minister werd vrijgesproken.", "The former minister was convicted."),
        ("ko", "경찰은 기자를 석방했다.", "Police arrested the journalist."),
        ("pl", "Rząd podniesie podatki.", "The government will lower taxes."),
    ],
)
def test_a_verdict_turned_round_is_an_error(lang: str, post: str, passage: str) -> None:
    assert said(lang, post, passage) == {"meaning-reversed"}


@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("es", "El exministro fue absuelto.", "The former minister was not convicted."),
        ("es", "El paciente no sobrevivió.", "The patient died."),
        ("es", "El paciente murió.", "The patient did not survive."),
        ("es", "Diez heridos y dos muertos.", "Two people were killed."),
        ("es", "El ministerio rechazó la propuesta.", "The ministry declined the proposal."),
        ("es", "La Policía difundió la foto del detenido.", "Police released a photo of the suspect."),
        ("es", "La tormenta que llegó el lunes dejó 12 muertos.", "The storm that hit on Monday left 12 dead."),
        ("es", "El puente sigue cerrado.", "The bridge has not yet reopened."),
        ("fr", "La loi n'a pas été approuvée.", "The law was rejected."),
        ("fr", "Seuls trois députés ont voté contre.", "All but three deputies voted in favour."),
        ("fr", "Le taux baisse moins vite.", "The rate is falling more slowly."),
        ("it", "Nessuno dei passeggeri è sopravvissuto.", "All the passengers were killed."),
        ("pt", "O réu não foi condenado.", "The defendant was acquitted."),
        ("de", "Rauchen ist hier nicht erlaubt.", "Smoking is banned here."),
        ("de", "Das Gericht gab der Klage nicht statt.", "The court dismissed the lawsuit."),
        ("pl", "Pacjent nie przeżył.", "The patient died."),
        ("cs", "Nikdo z cestujících nepřežil.", "All the passengers died."),
        ("ru", "Правительство сняло запрет на рыбалку.", "The government has lifted the fishing ban."),
        ("ar", "لم ينج المريض.", "The patient died."),
        ("hi", "मरीज जीवित नहीं बचा।", "The patient died."),
        ("zh", "乘客无一生还。", "All the passengers died."),
        ("ja", "ここでは喫煙は許可されていない。", "Smoking is banned here."),
        ("cs", "Nezřídka tu sněží.", "It often snows here."),
        ("ru", "Дети редко болеют летом.", "Children are not often ill in summer."),
        ("fr", "La ville est proche de la mer.", "The town is not far from the sea."),
        ("tr", "Hasta kurtulamadı.", "The patient died."),
        ("ko", "환자는 살아남지 못했다.", "The patient died."),
    ],
)
def test_not_with_the_opposite_says_the_same(lang: str, post: str, passage: str) -> None:
    assert said(lang, post, passage) == set()


@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("es", "El paciente no sobrevivió.", "The patient survived."),
        ("cs", "Pacient nepřežil.", "The patient survived."),
        ("es", "Los jóvenes no votaron.", "Young people voted."),
        ("es", "Ya no vive en Madrid.", "She still lives in Madrid."),
        ("fr", "Il n'a pas encore signé.", "He has already signed."),
        ("de", "Die Strecke ist noch gesperrt.", "The line is no longer closed."),
        ("cs", "Už tu nebydlí.", "He still lives here."),
        ("zh", "他不再住在北京。", "He still lives in Beijing."),
        ("ja", "増税の予定はない。", "There are plans to raise taxes."),
        ("ar", "لا أحد يثق في الحكومة.", "Everyone trusts the government."),
        ("pl", "Zaproszono dziesięciu ministrów. Żaden z nich nie przyszedł.", "Ten were invited. One of them came."),
        ("fr", "L'accident n'a fait que trois survivants.", "The accident left no survivors."),
        (
            "it",
            "Non era presente, ma era rappresentato dai legali.",
            "He was present but was not represented by lawyers.",
        ),
    ],
)
def test_a_denial_that_was_lost_or_moved_is_an_error(lang: str, post: str, passage: str) -> None:
    assert "negation-flipped" in said(lang, post, passage)


@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("es", "No es raro que nieve en abril.", "It is common for it to snow in April."),
        ("es", "Por poco no se cae el puente.", "The bridge almost collapsed."),
        ("es", "Nunca faltan voluntarios.", "There are always volunteers."),
        ("es", "Todavía no ha llegado.", "He has yet to arrive."),
        ("fr", "Elle n'est pas mécontente du résultat.", "She is happy with the result."),
        ("it", "Non ha che due figli.", "He has only two children."),
        ("cs", "Počkáme, dokud nepřijde soudce.", "We will wait until the judge comes."),
        ("cs", "Při nehodě byli zraněni tři lidé.", "Three people were hurt in the accident."),
        ("ru", "Здесь ценят качество, а не количество.", "Quality is valued here rather than quantity."),
        ("ru", "Это не просто игра, это вызов.", "This is not just a game but a challenge."),
        ("ja", "参加者は3人に過ぎない。", "There are only three participants."),
        ("ja", "博物館は5月まで開館しない。", "The museum will not open until May."),
        ("zh", "他差点没死。", "He almost died."),
        ("zh", "这并不罕见。", "This is common."),
        ("ar", "ليس هو فقط بل هي أيضا وقعت.", "Both he and she signed."),
    ],
)
def test_denials_that_deny_nothing(lang: str, post: str, passage: str) -> None:
    assert said(lang, post, passage) == set()


@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("es", "La empresa estudia cerrar la planta.", "The company will close the plant."),
        ("de", "Die Regierung erwägt höhere Steuern.", "The government will raise taxes."),
        ("zh", "公司正在考虑关闭工厂。", "The company will close the factory."),
        ("ja", "会社は工場の閉鎖を検討している。", "The company will close the factory."),
        ("ru", "Завод может закрыться.", "The plant will close."),
        ("fr", "Le groupe pourrait fermer l'usine.", "The group will close the plant."),
        ("ar", "قد ترتفع الأسعار غدا.", "Prices will rise tomorrow."),
        ("ru", "Предполагаемый убийца задержан.", "The murderer was arrested."),
        ("ja", "殺人の容疑者が逮捕された。", "The murderer was arrested."),
    ],
)
def test_a_plan_or_a_suspicion_became_a_fact(lang: str, post: str, passage: str) -> None:
    assert "certainty-shifted" in said(lang, post, passage)


@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("es", "La empresa estudia cerrar la planta.", "The company is looking at closing the plant."),
        ("es", "Ana estudia medicina en Granada.", "Ana studies medicine in Granada."),
        ("de", "Die Polizei prüft den Fall.", "Police are looking into the case."),
        ("fr", "Le groupe envisage de fermer l'usine.", "The group plans to close the plant."),
        ("ja", "会社は工場の閉鎖を検討している。", "The company is considering closing the factory."),
        ("ru", "Он может говорить на трёх языках.", "He speaks three languages."),
        ("es", "La ministra puede estar tranquila.", "The minister will be fine."),
        ("es", "El presunto asesino fue detenido.", "The suspect in the murder was arrested."),
        ("ja", "間違いなく勝つだろう。", "They will surely win."),
    ],
)
def test_a_plan_or_a_suspicion_stayed_one(lang: str, post: str, passage: str) -> None:
    assert said(lang, post, passage) == set()


@pytest.mark.parametrize(
    ("lang", "post", "faithful", "changed"),
    [
        ("it", "Soltanto i residenti possono votare.", "Voting is restricted to residents.", "Residents can vote."),
        ("es", "Solo los socios pueden entrar.", "No one but members may enter.", "Members may enter."),
        ("fr", "Seuls les adhérents peuvent entrer.", "Only members can enter.", "Members can enter."),
        ("de", "Nur Mitglieder dürfen eintreten.", "Only members may enter.", "Members may enter."),
    ],
)
def test_an_only_that_was_dropped(lang: str, post: str, faithful: str, changed: str) -> None:
    assert said(lang, post, changed) == {"scope-changed"}
    assert said(lang, post, faithful) == set()
