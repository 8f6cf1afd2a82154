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
        ("vi", "Nguyễn Thị Lan"),
        ("vi", "Lê Thu Hà"),
    ],
)
def test_an_author_is_known_for_a_person_by_a_first_name_of_any_language(lang: str, author: str) -> None:
    assert hits("…", lang, author, None, "Harold Whitfield")
    assert not hits("…", lang, author, None, author)


def test_an_account_without_a_first_name_may_be_anybody() -> None:
    assert not hits("…", "es", "Casa Rosada", "casarosada", "Harold Whitfield")
    assert not hits("…", "pl", "Orlen Wisła", "orlenwisla", "Harold Whitfield")
    assert not hits("…", "vi", "Hoàng Anh Gia Lai", "hagl", "Harold Whitfield")
    assert not hits("…", "vi", "Bộ Ngoại giao", "mofa", "Harold Whitfield")


def test_vietnamese_names_in_another_order_or_without_marks() -> None:
    assert not hits("…", "vi", "Phạm Minh Chính", None, "Pham Minh Chinh")
    assert not hits("…", "vi", "Nguyễn Thị Lan", None, "Lan Nguyen")


@pytest.mark.parametrize(
    ("lang", "author", "speaker"),
    [
        ("ar", "كريم حداد", "Karim Haddad"),
        ("ar", "الرئيس محمود عباس", "Mahmoud Abbas"),
        ("ar", "عبد الفتاح السيسي", "Abdel Fattah el-Sisi"),
        ("ar", "محمد بن سلمان", "Mohammed bin Salman"),
        ("ar", "سعد الحريري", "Saad Hariri"),
        ("ar", "يوسف الشاهد", "Youssef Chahed"),
        ("ar", "جمال عبد الناصر", "Gamal Abdel Nasser"),
        ("ar", "عبد الرحمن اليوسفي", "Abderrahmane Youssoufi"),
        ("ar", "خالد مشعل", "Khaled Meshaal"),
        ("ar", "أحمد الطيب", "Sheikh Ahmed el-Tayeb"),
        ("ar", "قاسم سليماني", "Qassem Soleimani"),
        ("fa", "محمدرضا پهلوی", "Mohammad Reza Pahlavi"),
        ("fa", "جواد ظریف", "Javad Zarif"),
        ("fa", "شیرین عبادی", "Shirin Ebadi"),
        ("fa", "امیر قطر", "Amir Qatar"),
        ("he", "בנימין נתניהו", "Benjamin Netanyahu"),
        ("he", "יאיר לפיד", "Yair Lapid"),
        ("he", "אביגיל לוי", "Avigail Levy"),
        ("he", "איתמר בן גביר", "Itamar Ben-Gvir"),
        ("he", "יואב גלנט", "Yoav Gallant"),
        ("he", "רחל גולדברג", "Rachel Goldberg"),
        ("he", "חיים וייצמן", "Chaim Weizmann"),
        ("hi", "नरेंद्र मोदी", "Narendra Modi"),
        ("hi", "राहुल गांधी", "Rahul Gandhi"),
        ("hi", "प्रियंका चोपड़ा", "Priyanka Chopra"),
        ("hi", "अखिलेश यादव", "Akhilesh Yadav"),
        ("hi", "ममता बनर्जी", "Mamata Banerjee"),
        ("ko", "윤석열", "Yoon Suk Yeol"),
        ("ko", "이재명", "Lee Jae-myung"),
        ("ko", "문재인", "President Moon Jae-in"),
        ("ko", "박근혜", "Park Geun-hye"),
        ("ko", "최민식", "Choi Min-sik"),
        ("ko", "반기문", "Ban Ki-moon"),
        ("ko", "이승만", "Syngman Rhee"),
        ("ko", "정의선", "Chung Eui-sun"),
        ("zh", "蔡英文", "Tsai Ing-wen"),
        ("zh", "陈志强", "Zhiqiang Chen"),
        ("zh", "王毅明", "Wang Yiming"),
        ("zh", "林郑月娥", "Carrie Lam"),
        ("zh", "黄之锋", "Joshua Wong"),
        ("zh", "陆克文", "Kevin Rudd"),
        ("ja", "岸田文雄", "Fumio Kishida"),
        ("ja", "安倍晋三", "Shinzo Abe"),
        ("ja", "佐藤健一", "Kenichi Sato"),
    ],
)  # fmt: skip
def test_one_person_in_a_script_without_capitals(lang: str, author: str, speaker: str) -> None:
    assert not hits("…", lang, author, None, speaker)


@pytest.mark.parametrize(
    ("lang", "author", "handle"),
    [
        ("ar", "ليلى منصور", "leilamansour"),
        ("fa", "رضا کریمی", None),
        ("he", "נועה לוי", "noalevi"),
        ("hi", "सुनीता मिश्रा", None),
        ("ko", "김민준", "minjunkim"),
        ("zh", "陈志强", "zhiqiang_chen"),
        ("ja", "高橋美咲", None),
    ],
)
def test_another_person_than_an_author_in_a_script_without_capitals(lang: str, author: str, handle: str | None) -> None:
    (hit,) = hits("…", lang, author, handle, "Oliver Delgado")
    assert author in hit.message


@pytest.mark.parametrize(
    ("lang", "author"),
    [
        ("ar", "وزارة الخارجية"),
        ("ar", "قناة الجزيرة"),
        ("ar", "محمد نيوز"),
        ("ar", "كريم"),
        ("fa", "خبرگزاری فارس"),
        ("fa", "شرکت نفت"),
        ("he", "משרד החוץ"),
        ("he", "כאן חדשות"),
        ("he", "דובר צה״ל"),
        ("hi", "विदेश मंत्रालय"),
        ("hi", "दैनिक भास्कर"),
        ("ko", "조선일보"),
        ("ko", "외교부"),
        ("ko", "정부24"),
        ("zh", "新华社"),
        ("zh", "外交部发言人办公室"),
        ("zh", "高盛"),
        ("zh", "马会"),
        ("ja", "毎日新聞"),
        ("ja", "田中商会"),
        ("ja", "トヨタ自動車"),
    ],
)
def test_an_office_in_a_script_without_capitals_speaks_through_anybody(lang: str, author: str) -> None:
    assert not hits("…", lang, author, None, "Oliver Delgado")


def test_a_handle_made_of_the_speakers_name_is_his() -> None:
    assert hits("…", "ar", "ليلى منصور", "newsdesk7", "Oliver Delgado")
    assert not hits("…", "ar", "ليلى منصور", "OliverDelgado", "Oliver Delgado")
    assert not hits("…", "zh", "包润石", "nburns", "Nicholas Burns")
