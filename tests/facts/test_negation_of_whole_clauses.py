"""Words that deny the clause they open: "it is false that", "far from being"."""

from __future__ import annotations

import pytest

from quotecheck.facts import negation

FALSE_THAT = [
    ("en", "It is false that the bridge was sold.", "The bridge was sold."),
    ("en", "The war is far from over.", "The war is over."),
    ("en", "The talks are nowhere near an agreement.", "The talks led to an agreement."),
    ("es", "Es falso que el puente se haya vendido.", "El puente se ha vendido."),
    ("es", "El acuerdo está lejos de ser perfecto.", "El acuerdo es perfecto."),
    ("fr", "Il est faux que le pont ait été vendu.", "Le pont a été vendu."),
    ("fr", "L'accord est loin d'être parfait.", "L'accord est parfait."),
    ("it", "È falso che il ponte sia stato venduto.", "Il ponte è stato venduto."),
    ("pt", "É falso que a ponte foi vendida.", "A ponte foi vendida."),
    ("ca", "És fals que el pont s'hagi venut.", "El pont s'ha venut."),
    ("ro", "E fals că podul a fost vândut.", "Podul a fost vândut."),
    ("de", "Es ist falsch, dass die Brücke verkauft wurde.", "Die Brücke wurde verkauft."),
    ("nl", "Het is onwaar dat de brug is verkocht.", "De brug is verkocht."),
    ("sv", "Det är falskt att bron har sålts.", "Bron har sålts."),
    ("pl", "Nieprawdą jest, że most sprzedano.", "Most sprzedano."),
    ("cs", "Je lež, že most prodali.", "Most prodali."),
    ("ru", "Ложь, что мост продали.", "Мост продали."),
    ("uk", "Брехня, що міст продали.", "Міст продали."),
    ("el", "Είναι ψέμα ότι πουλήθηκε η γέφυρα.", "Πουλήθηκε η γέφυρα."),
    ("he", "זה שקר שהגשר נמכר.", "הגשר נמכר."),
    ("ar", "غير صحيح أن الجسر بيع.", "الجسر بيع."),
    ("fa", "دروغ است که پل فروخته شد.", "پل فروخته شد."),
    ("hi", "यह गलत है कि पुल बेच दिया गया।", "पुल बेच दिया गया।"),
    ("ko", "다리를 팔았다는 것은 거짓이다.", "다리를 팔았다."),
    ("id", "Bohong bahwa jembatan itu dijual.", "Jembatan itu dijual."),
    ("vi", "Thật sai rằng cây cầu đã bán.", "Cây cầu đã bán."),
    ("ja", "橋が売られたというのは嘘だ。", "橋が売られた。"),
]


def strong(text: str, lang: str) -> int:
    return sum(not cue.weak for cue in negation.read(text, lang))


@pytest.mark.parametrize(("lang", "denied", "said"), FALSE_THAT)
def test_what_is_called_false_is_denied_once(lang: str, denied: str, said: str) -> None:
    assert (strong(denied, lang), strong(said, lang)) == (1, 0)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "A false alarm closed the bridge."),
        ("en", "The village lies far from the coast."),
        ("es", "Una falsa alarma cerró el puente."),
        ("es", "El pueblo está lejos de la costa."),
        ("fr", "Le village est loin de la côte."),
        ("it", "Il paese è lontano dalla costa."),
        ("de", "Das Dorf liegt weit entfernt von der Küste."),
        ("pl", "Fałszywy alarm zamknął most."),
        ("ru", "Ложная тревога закрыла мост."),
        ("ja", "嘘の電話があった。"),
    ],
)
def test_false_things_and_far_places_are_no_denials(lang: str, text: str) -> None:
    assert strong(text, lang) == 0


@pytest.mark.parametrize(
    ("lang", "text", "count"),
    [
        ("fr", "Il n'est pas vrai que le pont a été vendu.", 1),
        ("es", "No es cierto que el puente se haya vendido.", 1),
        ("en", "It is not true that the bridge was sold.", 1),
        ("es", "Es falso que nadie votara.", 2),
        ("en", "It is false that nobody voted.", 2),
        # A verb that only agrees with "nor" denies nothing of its own.
        ("pl", "Nie przyszedł ani nie zadzwonił.", 1),
        ("pl", "Ani trener, ani zarząd nie znali wyników.", 1),
        ("cs", "Nikdy ho neviděl ani s ním nemluvil.", 1),
        ("ru", "Ни тренер, ни игроки не пришли.", 1),
        ("pl", "Nie przyszedł, a potem nie zadzwonił.", 2),
        ("en", "They had no corn nor cocoa, and no Roman tasted turkey.", 2),
    ],
)
def test_denials_add_up(lang: str, text: str, count: int) -> None:
    assert strong(text, lang) == count
