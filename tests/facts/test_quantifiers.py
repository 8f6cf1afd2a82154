"""How much of a whole a text speaks of."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.facts import language_data, quantifiers

PARTS = [
    ("en", "all", "All deputies voted."),
    ("en", "all", "Everyone came."),
    ("en", "most", "Most of the roads are closed."),
    ("en", "most", "Most deputies voted."),
    ("en", "nearly-all", "Almost all trains were late."),
    ("en", "many", "Many schools are closed."),
    ("en", "some", "A few deputies stayed."),
    ("en", "few", "Few deputies stayed."),
    ("en", "few", "Almost nobody stayed."),
    ("en", "half", "Half of the trains were late."),
    ("en", "none", "Nobody came."),
    ("en", "not-all", "Not all schools are open."),
    ("es", "all", "Todos los diputados votaron."),
    ("es", "most", "La mayoría de los diputados votó."),
    ("es", "nearly-all", "Casi todos los trenes llegaron tarde."),
    ("es", "some", "Algunos barrios siguen sin luz."),
    ("es", "half", "La mitad de los vecinos se ha ido."),
    ("es", "none", "Nadie ha venido."),
    ("es", "few", "Casi nadie ha venido."),
    ("es", "not-all", "No todos han votado."),
    ("fr", "all", "Tous les élus ont voté."),
    ("fr", "most", "La plupart des élus ont voté."),
    ("fr", "some", "Certains élus ont voté."),
    ("fr", "half", "La moitié des trains sont en retard."),
    ("fr", "none", "Personne n'est venu."),
    ("fr", "not-all", "Ils ne sont pas tous venus."),
    ("it", "all", "Tutti i ponti sono chiusi."),
    ("it", "most", "La maggior parte dei ponti è chiusa."),
    ("it", "some", "Alcuni ponti sono chiusi."),
    ("it", "half", "La metà dei treni è in ritardo."),
    ("it", "none", "Nessuno è venuto."),
    ("it", "not-all", "Non tutti sono venuti."),
    ("pt", "all", "Todas as pontes estão fechadas."),
    ("pt", "most", "A maioria das pontes está fechada."),
    ("pt", "some", "Alguns bairros estão sem luz."),
    ("pt", "half", "Metade dos trens atrasou."),
    ("pt", "none", "Ninguém veio."),
    ("pt", "not-all", "Nem todos vieram."),
    ("ca", "all", "Tothom ha vingut."),
    ("ca", "most", "La majoria dels ponts són tancats."),
    ("ca", "some", "Alguns barris són a les fosques."),
    ("ca", "half", "La meitat dels trens van tard."),
    ("ca", "none", "No ha vingut ningú."),
    ("ca", "not-all", "No tots han vingut."),
    ("ro", "all", "Toate podurile sunt închise."),
    ("ro", "most", "Majoritatea podurilor sunt închise."),
    ("ro", "some", "Unele cartiere sunt fără curent."),
    ("ro", "half", "Jumătate din trenuri au întârziat."),
    ("ro", "none", "Nimeni nu a venit."),
    ("ro", "not-all", "Nu toți au venit."),
    ("de", "all", "Alle Brücken sind gesperrt."),
    ("de", "most", "Die meisten Brücken sind gesperrt."),
    ("de", "some", "Einige Städte feiern."),
    ("de", "few", "Nur wenige Städte feiern."),
    ("de", "half", "Die Hälfte der Züge war verspätet."),
    ("de", "none", "Niemand ist gekommen."),
    ("de", "not-all", "Nicht alle sind gekommen."),
    ("nl", "all", "Iedereen is gekomen."),
    ("nl", "most", "De meeste bruggen zijn dicht."),
    ("nl", "some", "Sommige wijken zitten zonder stroom."),
    ("nl", "half", "De helft van de treinen had vertraging."),
    ("nl", "none", "Niemand is gekomen."),
    ("nl", "not-all", "Niet iedereen is gekomen."),
    ("sv", "all", "Alla broar är stängda."),
    ("sv", "most", "De flesta broar är stängda."),
    ("sv", "some", "Vissa stadsdelar saknar ström."),
    ("sv", "half", "Hälften av tågen var sena."),
    ("sv", "none", "Ingen av dem kom."),
    ("sv", "not-all", "Inte alla kom."),
    ("pl", "all", "Wszystkie mosty są zamknięte."),
    ("pl", "most", "Większość mostów jest zamknięta."),
    ("pl", "some", "Niektóre dzielnice nie mają prądu."),
    ("pl", "half", "Połowa pociągów była spóźniona."),
    ("pl", "none", "Nikt nie przyszedł."),
    ("pl", "not-all", "Nie wszyscy przyszli."),
    ("cs", "all", "Všechny mosty jsou zavřené."),
    ("cs", "most", "Většina mostů je zavřená."),
    ("cs", "some", "Některé čtvrti jsou bez proudu."),
    ("cs", "half", "Polovina vlaků měla zpoždění."),
    ("cs", "none", "Nikdo nepřišel."),
    ("cs", "not-all", "Ne všichni přišli."),
    ("ru", "all", "Все города празднуют."),
    ("ru", "most", "Большинство мостов закрыто."),
    ("ru", "nearly-all", "Почти все мосты закрыты."),
    ("ru", "some", "Некоторые районы без света."),
    ("ru", "half", "Половина поездов опоздала."),
    ("ru", "none", "Никто не пришёл."),
    ("ru", "not-all", "Не все пришли."),
    ("uk", "all", "Усі мости закриті."),
    ("uk", "most", "Більшість мостів закрито."),
    ("uk", "some", "Деякі райони без світла."),
    ("uk", "half", "Половина потягів запізнилася."),
    ("uk", "none", "Ніхто не прийшов."),
    ("uk", "not-all", "Не всі прийшли."),
    ("tr", "all", "Tüm köprüler kapalı."),
    ("tr", "most", "Köprülerin çoğu kapalı."),
    ("tr", "some", "Bazı mahallelerde elektrik kesik."),
    ("tr", "half", "Trenlerin yarısı gecikti."),
    ("tr", "none", "Hiç kimse gelmedi."),
    ("tr", "not-all", "Gelenlerin hepsi değil."),
    ("el", "all", "Όλες οι γέφυρες είναι κλειστές."),
    ("el", "most", "Οι περισσότερες γέφυρες είναι κλειστές."),
    ("el", "some", "Μερικές συνοικίες είναι χωρίς ρεύμα."),
    ("el", "half", "Οι μισοί επιβάτες έφυγαν."),
    ("el", "none", "Κανείς δεν ήρθε."),
    ("el", "not-all", "Όχι όλοι συμφωνούν."),
    ("he", "all", "כל הגשרים סגורים."),
    ("he", "most", "רוב הגשרים סגורים."),
    ("he", "many", "רבים נשארו בבית."),
    ("he", "half", "מחצית הרכבות איחרו."),
    ("he", "none", "אף אחד לא בא."),
    ("he", "not-all", "לא כולם באו."),
    ("ar", "all", "جميع الجسور مغلقة."),
    ("ar", "all", "وافق الجميع على القرار."),
    ("ar", "most", "معظم الجسور مغلقة."),
    ("ar", "some", "بعض الأحياء بلا كهرباء."),
    ("ar", "many", "العديد من المدارس مغلقة."),
    ("ar", "half", "نصف القطارات تأخر."),
    ("ar", "none", "لا أحد يعرف السبب."),
    ("ar", "not-all", "ليس كل الناس هنا."),
    ("fa", "all", "همه پل‌ها بسته است."),
    ("fa", "most", "اکثر پل‌ها بسته است."),
    ("fa", "some", "برخی محله‌ها برق ندارند."),
    ("fa", "half", "نیمی از قطارها دیر رسیدند."),
    ("fa", "none", "هیچ‌کس نیامد."),
    ("hi", "all", "सभी पुल बंद हैं।"),
    ("hi", "most", "अधिकांश पुल बंद हैं।"),
    ("hi", "nearly-all", "लगभग हर पुल बंद है।"),
    ("hi", "some", "कुछ इलाकों में बिजली नहीं है।"),
    ("hi", "half", "आधी ट्रेनें देर से चलीं।"),
    ("hi", "none", "कोई नहीं आया।"),
    ("ko", "all", "모든 다리가 막혔다."),
    ("ko", "most", "대부분의 다리가 막혔다."),
    ("ko", "some", "일부 지역이 정전이다."),
    ("ko", "half", "기차의 절반이 늦었다."),
    ("ko", "none", "아무도 오지 않았다."),
    ("id", "all", "Semua jembatan ditutup."),
    ("id", "most", "Sebagian besar jembatan ditutup."),
    ("id", "some", "Beberapa wilayah padam."),
    ("id", "half", "Separuh kereta terlambat."),
    ("id", "none", "Tidak seorang pun datang."),
    ("id", "not-all", "Tidak semua orang datang."),
    ("vi", "all", "Tất cả các cây cầu đều đóng."),
    ("vi", "most", "Hầu hết các cây cầu đều đóng."),
    ("vi", "some", "Một số khu vực mất điện."),
    ("vi", "half", "Một nửa số tàu bị trễ."),
    ("vi", "none", "Không ai đến."),
    ("vi", "not-all", "Không phải tất cả đều đến."),
    ("zh", "all", "所有人都投票了。"),
    ("zh", "most", "大部分桥梁已关闭。"),
    ("zh", "nearly-all", "几乎所有桥梁都关闭了。"),
    ("zh", "some", "一些地区停电。"),
    ("zh", "many", "许多学校停课。"),
    ("zh", "half", "一半的列车晚点。"),
    ("zh", "none", "没有人来。"),
    ("zh", "not-all", "并非所有人都同意。"),
    ("ja", "all", "すべての橋が閉鎖された。"),
    ("ja", "most", "大半の橋が閉鎖された。"),
    ("ja", "nearly-all", "ほぼすべての橋が閉鎖された。"),
    ("ja", "some", "一部の地域で停電した。"),
    ("ja", "many", "多くの学校が休校した。"),
    ("ja", "half", "列車の半数が遅れた。"),
    ("ja", "none", "誰も来なかった。"),
    ("ja", "not-all", "すべての橋が危険なわけではない。"),
]


@pytest.mark.parametrize(("lang", "part", "text"), PARTS)
def test_reads_the_part(lang: str, part: str, text: str) -> None:
    assert {found.part for found in quantifiers.read(text, lang)} == {part}


def test_every_language_has_a_table() -> None:
    assert all(quantifiers.reads(lang) for lang in language_data.languages())


@pytest.mark.parametrize("lang", sorted({lang for lang, _, _ in PARTS}))
def test_every_language_tells_all_most_some_and_none_apart(lang: str) -> None:
    parts = {part for code, part, _ in PARTS if code == lang}
    assert parts >= {"all", "most", "none"}
    assert parts & {"some", "many"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "It was, above all, the most important match after all."),
        ("en", "It took half an hour."),
        ("es", "Votaron sobre todo los diputados, por parte de la oposición."),
        ("es", "Cada vez más gente."),
        ("fr", "Il est tout à fait d'accord, surtout aujourd'hui, pas du tout fâché."),
        ("de", "Vor allem Städte feiern."),
        ("ru", "Прежде всего речь идёт о мостах."),
        ("zh", "首都的安全部门发布无人机警报。"),
        ("ja", "安全な首都の前半戦。"),
        ("hi", "सबसे पहले पुल खुला।"),
        ("he", "בכל זאת נפתח הגשר."),
        ("ko", "다시 매우 춥다."),
    ],
)
def test_idle_words_say_nothing(lang: str, text: str) -> None:
    assert [found for found in quantifiers.read(text, lang) if found.part != "loose"] == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Some 3,000 people came."),
        ("en", "Did anyone come?"),
        ("de", "Alle vier Jahre wird gewählt."),
        ("zh", "每年都举行。"),
        ("fr", "Il vient tous les jours."),
    ],
)
def test_words_that_may_quantify_are_loose(lang: str, text: str) -> None:
    assert {found.part for found in quantifiers.read(text, lang)} == {"loose"}


def test_an_unknown_language_reads_nothing() -> None:
    assert not quantifiers.reads("xx")
    assert quantifiers.read("All of it.", "xx") == ()


@given(st.sampled_from(sorted(language_data.languages())), st.text(max_size=60))
def test_spans_are_in_order_and_apart(lang: str, text: str) -> None:
    found = quantifiers.read(text, lang)
    assert all(text[one.start : one.end] == one.text and one.text for one in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
