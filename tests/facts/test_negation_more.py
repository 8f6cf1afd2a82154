"""Negation in German, Polish, Czech, Russian, Arabic, Hindi, Chinese and Japanese."""

from __future__ import annotations

import pytest

from quotecheck.facts import negation


def denials(text: str, lang: str) -> list[str]:
    return [cue.text for cue in negation.read(text, lang) if not cue.weak]


@pytest.mark.parametrize(
    ("lang", "text", "count"),
    [
        ("de", "Er hat nie bezahlt", 1),
        ("de", "Wir haben kein Wasser und wollen nicht gehen", 2),
        ("pl", "Nikt nigdy nic nie powiedział", 1),
        ("pl", "Nie mamy chleba ani wody", 1),
        ("cs", "Nikdo nic neřekl", 1),
        ("cs", "Není to pravda", 1),
        ("cs", "Vláda nebude jednat", 1),
        ("ru", "Никто ничего не сказал", 1),
        ("ru", "Нельзя молчать", 1),
        ("ar", "لم يصل أحد", 1),
        ("ar", "ليس صحيحا", 1),
        ("hi", "मैं नहीं जाऊँगा", 1),
        ("zh", "他没有去，也不会去", 2),
        ("zh", "别忘了", 1),
        ("ja", "彼は行かなかった", 1),
        ("ja", "誰もいません", 1),
        ("ja", "食べずに寝た", 1),
    ],
)
def test_denials_are_counted(lang: str, text: str, count: int) -> None:
    assert len(denials(text, lang)) == count


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Nicht nur wir sind hier"),
        ("de", "Das Unternehmen und unsere Union"),
        ("pl", "Niemiecki minister przyjedzie w niedzielę"),
        ("cs", "Nejlepší německý lékař nebo nemocnice"),
        ("cs", "Nechal ho nést nebezpečný náklad"),
        ("ru", "Несколько человек, несмотря на дождь, ждут неделю"),
        ("ru", "Тем не менее он может не менее трёх"),
        ("ar", "لا يزال الوضع هادئا"),
        ("hi", "न केवल वह आया"),
        ("zh", "中国不断发展，非常重要，特别是南非"),
        ("zh", "他是不是来了"),
        ("zh", "无人机飞过无锡"),
        ("ja", "必ず行かなければならない"),
        ("ja", "少なくとも三人が危ない"),
        ("ja", "雨が降るかもしれない"),
    ],
)
def test_what_only_looks_like_a_denial(lang: str, text: str) -> None:
    assert denials(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "sense"),
    [
        ("de", "ohne Wasser", "without"),
        ("de", "Das ist unmöglich", "privative"),
        ("pl", "bez wody", "without"),
        ("cs", "nejen dnes", "not-only"),
        ("ru", "не только сегодня", "not-only"),
        ("ru", "не может не радовать", "double"),
        ("ar", "ليس فقط هنا", "not-only"),
        ("zh", "他否认了", "deny"),
        ("ja", "彼は否定した", "deny"),
        ("ja", "今日だけでなく明日も", "not-only"),
    ],
)
def test_near_denials_say_what_they_mean(lang: str, text: str, sense: str) -> None:
    assert sense in [cue.sense for cue in negation.read(text, lang) if cue.weak]
    assert denials(text, lang) == []
