"""Bodies that a post calls by their letters and a quotation by their English name."""

from __future__ import annotations

import pytest

import quotecheck


def fired(lang: str, post: str, passage: str) -> set[str]:
    return {found.rule for found in quotecheck.compare(post, passage, lang=lang).findings if found.severity == "error"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("pl", "MON kupi 200 czołgów od Korei.", "The Ministry of National Defence will buy 200 tanks from Korea."),
        ("pl", "NBP podniósł stopy procentowe.", "The National Bank of Poland raised interest rates."),
        ("pl", "Według GUS inflacja wyniosła 5 procent.", "According to Statistics Poland, inflation was 5 percent."),
        ("pl", "Rzecznik MSZ potwierdził atak.", "A Foreign Ministry spokesman confirmed the attack."),
        ("ru", "МЧС России сообщило о пожаре.", "Russia's Emergencies Ministry reported a fire."),
        ("ru", "ЦБ РФ снизил ставку до 15%.", "The Bank of Russia cut its rate to 15%."),
        ("ru", "МИД выразил протест.", "The Foreign Ministry protested."),
        ("ru", "ФСБ задержала троих.", "The Federal Security Service detained three people."),
        (
            "fr",
            "La CGT appelle à la grève mardi.",
            "The General Confederation of Labour is calling for a strike on Tuesday.",
        ),
        ("fr", "La SNCF annule 40 trains.", "The state railway company is cancelling 40 trains."),
        ("es", "La DGT prevé 5 millones de viajes.", "The Directorate-General for Traffic expects 5 million journeys."),
        ("es", "El CGPJ nombró a dos magistrados.", "The General Council of the Judiciary appointed two judges."),
        ("de", "Das BKA ermittelt gegen 12 Männer.", "The Federal Criminal Police Office is investigating 12 men."),
        ("de", "Das RKI meldet 300 Fälle.", "The Robert Koch Institute reports 300 cases."),
        ("it", "L'INPS pagherà a dicembre.", "The National Institute for Social Security will pay in December."),
        ("it", "La CGIL proclama lo sciopero.", "The Italian General Confederation of Labour has called a strike."),
        ("pt", "O STF suspendeu a lei.", "The Federal Supreme Court suspended the law."),
        ("pt", "O IBGE divulgou os dados.", "The Brazilian Institute of Geography and Statistics published the data."),
        ("cs", "ČNB zvýšila sazby.", "The Czech National Bank raised rates."),
        ("cs", "NKÚ kritizuje ministerstvo.", "The Supreme Audit Office criticizes the ministry."),
        ("es", "El INE publica hoy el IPC.", "The National Statistics Institute publishes the CPI today."),
        ("fr", "Le RN conteste l'élection.", "The National Rally is contesting the election."),
        ("pl", "PiS wygrało wybory.", "Law and Justice won the election."),
    ],
)
def test_letters_written_out_are_the_same_body(lang: str, post: str, passage: str) -> None:
    assert fired(lang, post, passage) == set()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("lang", "post", "passage"),
    [
        ("pl", "Reprezentacja Polski w rankingu FIFA awansowała.", "Poland moved up in the UEFA ranking."),
        ("es", "La CIA espió a tres ministros.", "The Federal Security Service spied on three ministers."),
        ("es", "La DGT prevé 5 millones de viajes.", "Petronas expects 5 million journeys."),
        ("de", "Die NATO berät am Montag in Brüssel.", "The European Union meets in Brussels on Monday."),
    ],
)
def test_another_body_is_told(lang: str, post: str, passage: str) -> None:
    assert "name-changed" in fired(lang, post, passage)
