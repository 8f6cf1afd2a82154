"""What is remembered or passed over changes no answer."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from quotecheck.language import evidence, masking, ngrams
from quotecheck.language.notes import all_notes
from quotecheck.language.scripts import letters_by_script, script_of

LATIN = sorted({word for known in all_notes().values() if "Latin" in known.scripts for word in known.words})
some_words = st.lists(
    st.sampled_from(LATIN) | st.sampled_from(["Bratislava", "zxcv", "Ñandú", "x" * 700]), min_size=1, max_size=12
)


@given(some_words, st.sampled_from(["en", "de", "es"]))
def test_no_language_that_tells_is_passed_over(words: list[str], but: str) -> None:
    seen = evidence.weigh(words, "Latin", words_only=True)
    if not evidence.may_be_told(words, "Latin", but, 2):
        assert all(count < 2 or count <= seen.tellings[but] for code, count in seen.tellings.items() if code != but)


@given(some_words)
def test_the_best_language_is_the_first_of_the_likeliest(words: list[str]) -> None:
    seen = evidence.weigh(words, "Latin")
    highest = max(seen.probabilities.values())
    assert seen.best == min(code for code, share in seen.probabilities.items() if share == highest)


@given(some_words)
def test_the_fit_of_a_text_is_that_of_its_ngrams(words: list[str]) -> None:
    codes = ("en", "de", "es", "xx")
    grams = [gram for word in words for gram in ngrams._ngrams(word)][: ngrams._AT_MOST]
    fit = ngrams.log_likelihoods(words, codes)
    assert list(fit) == ["en", "de", "es"]
    for code, value in zip(fit, ngrams._fit(grams, tuple(fit)), strict=True):
        assert abs(fit[code] - value) < 1e-6, code


@given(some_words)
def test_telling_letters_are_found_word_by_word(words: list[str]) -> None:
    joined = f" {' '.join(words)} "
    found = {number for word in words for number in evidence._letters_in(word, "Latin")}
    assert found == {number for number, (piece, _) in enumerate(evidence._letters("Latin")) if piece in joined}


PIECES = ("http://", "HTTPS://", "www.", "WwW.", "t.co/", "x.com/", "@", "＠", "#", "＃", "ab", "é", " ", ".", "/", "1")


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_what_is_not_looked_for_is_not_there(pieces: list[str]) -> None:
    text = "".join(pieces)
    if not masking._may_have_link(text):
        assert not masking._LINK.search(text)
    if "@" not in text and "＠" not in text:
        assert not masking._HANDLE.search(text)
    if "#" not in text and "＃" not in text:
        assert not masking._HASHTAG.search(text)


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=60))
def test_plain_text_is_counted_and_cut_as_any_other(text: str) -> None:
    assert not masking._EMOJI.search(text)
    assert letters_by_script(text).get("Latin", 0) == sum(script_of(char) == "Latin" for char in text)
    assert len(letters_by_script(text)) <= 1
    assert evidence.words_of(text) == re.findall(evidence._WORD, unicodedata.normalize("NFC", text))
