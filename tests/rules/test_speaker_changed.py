"""speaker-changed: the words are given to someone who did not write them."""

from __future__ import annotations

import pytest

from quotecheck.facts import read
from quotecheck.model import Language, PassageKind
from quotecheck.rules.base import Case, Hit, Side
from quotecheck.rules.speaker_changed import RULE

QUOTE = "We will not yield."


def hits(
    post: str,
    lang: str,
    author: str | None,
    handle: str | None,
    speaker: str | None,
    *,
    kind: PassageKind = "quotation",
    truncated: bool = False,
) -> list[Hit]:
    def side(text: str, code: str) -> Side:
        return Side(text=text, language=Language(code=code, confidence=1.0, method="given"), facts=read(text, code))

    case = Case(
        post=side(post, lang),
        passage=side(QUOTE, "en"),
        segment=(0, len(post)),
        kind=kind,
        author=author,
        handle=handle,
        speaker=speaker,
        truncated=truncated,
    )
    return list(RULE.check(case))


@pytest.mark.parametrize(
    ("post", "lang", "author", "handle", "speaker"),
    [
        ("No cederemos.", "es", "Ana Botero", "anabotero", "Luis Prieto"),
        ("No cederemos.", "es", "Ana Botero 🇨🇴", "anabotero", "Prieto"),
        ("Мы не уступим.", "ru", "Сергей Лавров", "mfa", "Putin"),
        ("Wir geben nicht nach.", "de", "Olaf Scholz", "OlafScholz", "Angela Merkel"),
        ("Wir geben nicht nach.", "de", "Bundeskanzler Olaf Scholz", "Bundeskanzler", "Angela Merkel"),
    ],
)
def test_fires(post: str, lang: str, author: str, handle: str, speaker: str) -> None:
    (hit,) = hits(post, lang, author, handle, speaker)
    assert speaker in hit.message
    assert hit.post is not None and hit.passage is not None


@pytest.mark.parametrize(
    ("author", "handle", "speaker"),
    [
        ("Nicolás Maduro", "NicolasMaduro", "Maduro"),
        ("Nicolás Maduro", "NicolasMaduro", "President Maduro"),
        ("Jean-Luc Mélenchon", "JLMelenchon", "Mr. Mélenchon"),
        ("Andrés Manuel López Obrador", "lopezobrador_", "AMLO"),
        ("Ana Botero", "luisprieto", "Luis Prieto"),
        ("Владимир Путин", "kremlin", "Putin"),
        ("Александр Лукашенко", None, "Alyaksandr Lukashenka"),
        ("Володимир Зеленський", "ZelenskyyUa", "Volodymyr Zelensky"),
    ],
)
def test_one_person_in_another_spelling(author: str, handle: str | None, speaker: str) -> None:
    assert not hits("No cederemos.", "es", author, handle, speaker)


@pytest.mark.parametrize(
    "author",
    [
        "Agencia EFE", "EL PAÍS", "Policía Nacional", "Real Madrid C.F.", "Casa Rosada", "la Repubblica", "Le Monde",
        "Der Spiegel", "Deutsche Welle", "Amnesty International", "Radio Caracas", "Shakira", "蔡英文", "noticias24",
    ],
)  # fmt: skip
def test_accounts_that_need_be_no_person_speak_for_anybody(author: str) -> None:
    assert not hits("No cederemos.", "es", author, None, "Luis Prieto")


@pytest.mark.parametrize(
    "speaker", ["the minister", "Critics", "he", "Washington", "The White House", "Casa 24", "", None]
)
def test_speakers_that_are_no_proper_name_of_a_person(speaker: str | None) -> None:
    assert not hits("No cederemos.", "es", "Gustavo Petro", "petrogustavo", speaker)


@pytest.mark.parametrize(
    "post",
    [
        "Luis Prieto: «No cederemos».",
        "«No cederemos», dice Prieto.",
        "Prieto advierte que no cederá",
        "@LuisPrieto dixit",
    ],
)
def test_a_post_that_names_the_speaker_may_report_his_words(post: str) -> None:
    assert not hits(post, "es", "Ana Botero", "anabotero", "Luis Prieto")


def test_only_quotations_of_whole_posts() -> None:
    assert not hits("No cederemos.", "es", "Ana Botero", "ana", "Luis Prieto", kind="sentence")
    assert not hits("No cederemos…", "es", "Ana Botero", "ana", "Luis Prieto", truncated=True)


@pytest.mark.parametrize(
    ("lang", "author"),
    [
        ("tr", "Emre Çelik"),
        ("ru", "Дмитрий Орлов"),
        ("el", "Νίκος Γεωργίου"),
        ("pt", "Tiago Nunes"),
        ("pl", "Grzegorz Nowak"),
        ("id", "Agus Wijaya"),
    ],
)
def test_an_author_is_known_for_a_person_by_a_first_name_of_any_language(lang: str, author: str) -> None:
    assert hits("…", lang, author, None, "Harold Whitfield")
    assert not hits("…", lang, author, None, author)


def test_an_account_without_a_first_name_may_be_anybody() -> None:
    assert not hits("…", "es", "Casa Rosada", "casarosada", "Harold Whitfield")
    assert not hits("…", "pl", "Orlen Wisła", "orlenwisla", "Harold Whitfield")
