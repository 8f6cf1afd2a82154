"""Case endings: the longest that leaves enough of the word is taken off."""

from __future__ import annotations

import pytest

from quotecheck.facts.names.lexicon import INFLECTED, lexicon


def stem_by_trying_all(word: str, endings: frozenset[str]) -> str:
    for ending in sorted(endings, key=len, reverse=True):
        if len(word) - len(ending) >= 3 and word.endswith(ending):
            return word[: -len(ending)]
    return word


@pytest.mark.parametrize("lang", sorted(INFLECTED))
def test_every_ending_is_taken_off(lang: str) -> None:
    known = lexicon(lang)
    assert known.endings
    for ending in known.endings:
        for word in (f"bc{ending}", f"bcd{ending}", f"bcdfgh{ending}"):
            assert known.stem(word) == stem_by_trying_all(word, known.endings)


def test_languages_without_cases_keep_their_words() -> None:
    assert lexicon("es").stem("venezuela") == "venezuela"
