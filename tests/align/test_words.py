"""Words of two languages that stand for each other, by the model that is read from its wheel."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotecheck.align.words import WordAligner
from quotecheck.align.words.aligner import _packed, _unpacked, available
from quotecheck.cache import Cache
from quotecheck.config import Config

pytestmark = pytest.mark.skipif(not available(), reason="the model is not installed here")
ALIGNER = WordAligner(Cache.open(Config(cache=False)))
SENTENCES = [
    "El alcalde llegó ayer a Sevilla, según fuentes municipales.",
    "Ředitel školy oznámil, že výuka bude pokračovat v pondělí.",
    "市長は昨日、新しい橋を渡った。",
    "जिले में कल रात भारी बारिश हुई।",
]


def test_counterparts_are_found_across_languages() -> None:
    post, passage = SENTENCES[0], "The mayor arrived in Seville yesterday, municipal sources said."
    found = ALIGNER.align(post, "es", passage)
    assert found is not None
    pairs = {
        passage[one.start : one.end]: post[found.post[one.counterpart].start : found.post[one.counterpart].end]
        for one in found.passage
    }
    assert {"mayor": "alcalde", "arrived": "llegó", "Seville": "Sevilla", "yesterday": "ayer"}.items() <= pairs.items()


def test_a_stranger_stands_out_in_a_script_without_spaces() -> None:
    passage = "The mayor crossed the frozen new bridge yesterday."
    found = ALIGNER.align(SENTENCES[2], "ja", passage)
    assert found is not None
    least = min(found.passage, key=lambda one: sum(one.best) + sum(one.margin))
    assert passage[least.start : least.end] == "frozen"


def test_read_together_is_read_alike() -> None:
    passages = ["The mayor arrived in Seville yesterday, municipal sources said.", "The mayor left.", ""]
    one_by_one = [ALIGNER.align(SENTENCES[0], "es", text) for text in passages]
    together = WordAligner(Cache.open(Config(cache=False)))
    together.prepare([(SENTENCES[0], "es", text) for text in passages])
    for before, after in zip(one_by_one, (together.align(SENTENCES[0], "es", text) for text in passages), strict=True):
        if before is None or after is None:
            assert before is after
            continue
        for mine, theirs in zip((*before.post, *before.passage), (*after.post, *after.passage), strict=True):
            assert (mine.start, mine.counterpart) == (theirs.start, theirs.counterpart)
            assert mine.best == pytest.approx(theirs.best, abs=0.0021)


def test_texts_without_words() -> None:
    assert ALIGNER.align("", "es", "The mayor.") is None
    assert ALIGNER.align("🎉🎉", "es", "The mayor.") is None


def test_what_is_kept_is_what_was_found(tmp_path: Path) -> None:
    post, passage = SENTENCES[1], "The head of the school said that lessons go on on Monday."
    with_cache = Config(cache_dir=str(tmp_path))
    first = WordAligner(Cache.open(with_cache)).align(post, "cs", passage)
    again = WordAligner(Cache.open(with_cache))
    assert first is not None and again.align(post, "cs", passage) == first
    assert "_model" not in again.__dict__  # the second run loaded nothing
    assert _unpacked(_packed(first)) == first
    assert _unpacked(b"12345") is None
