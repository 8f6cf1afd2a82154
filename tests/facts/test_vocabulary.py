"""What passes over a text without looking closely never passes over a text that has something in it."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.facts import certainty, dates, language_data, names, negation, quantities
from quotecheck.facts.dates.calendar import calendar
from quotecheck.facts.folding import fold
from quotecheck.facts.names import words as name_words
from quotecheck.facts.names.lexicon import lexicon as names_lexicon
from quotecheck.facts.negation.lexicon import lexicon
from quotecheck.facts.phrases import PhraseBook, phrase_book, tokens
from quotecheck.facts.quantities import tokens as number_tokens
from quotecheck.facts.quantities.numerals import may_open, number_at
from quotecheck.facts.quantities.tables import tables
from quotecheck.facts.vocabulary import Cues, vocabulary

LANGUAGES = ("en", "es", "fr", "it", "pt", "de", "ru", "pl", "cs", "hi", "ar", "he", "tr", "vi")
GLUE = (
    "",
    " ",
    "  ",
    "-",
    "'",
    "’",
    "_",
    ".",
    ", ",
    ": ",
    "\n",
    "3",
    " 3",
    "/",
    "3rd",
    "2º",
    "a",
    "é",
    "\u0301",
    "#",
    "@",
)


@cache
def phrases(lang: str) -> tuple[str, ...]:
    """The phrases of all tables of a language, as they may stand in a text."""
    found: list[str] = []
    rest: list[object] = [language_data.load(lang)]
    while rest:
        item = rest.pop()
        if isinstance(item, dict):
            rest += item.values()
        elif isinstance(item, list):
            rest += item
        elif isinstance(item, str) and "(" not in item:
            found += [item.replace("*", "x").replace("…", "qui"), *item.replace("_", " ").replace("*", "").split()]
    return tuple(sorted(set(found)))


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str]:
    """A language, and a text of its cues in any company."""
    lang = draw(st.sampled_from(LANGUAGES))
    some = st.sampled_from(phrases(lang))
    pieces = draw(st.lists(some | some.map(str.title) | some.map(str.upper) | st.sampled_from(GLUE), max_size=9))
    return lang, draw(st.sampled_from(GLUE)).join(pieces)[:400]


@given(texts())
def test_a_text_that_may_name_no_day_names_none(case: tuple[str, str]) -> None:
    lang, text = case
    known, folded = calendar(lang), fold(text, keep_marks=True)
    assert known is not None
    if not known.may_be_in(folded):
        assert known.pattern.search(folded) is None


@pytest.mark.parametrize("lang", [lang for lang in language_data.languages() if calendar(lang)])
def test_every_name_of_a_day_is_a_cue(lang: str) -> None:
    known = calendar(lang)
    assert known is not None
    for table in (known.months, known.weekdays, known.days, known.periods, known.seasons, known.feasts):
        for name in table:
            written = name.replace("*", "")
            assert known.may_be_in(written), name
            assert known.may_be_in(f"x {written.replace(' ', '-')}, x"), name


@given(texts())
def test_phrases_begin_only_at_their_openers(case: tuple[str, str]) -> None:
    lang, text = case
    known, folded = lexicon(lang), fold(text, keep_marks=True)
    assert known is not None
    for book in (known.book, certainty._book(lang)):
        openers = book.openers(vocabulary(folded))
        found = tokens(folded)
        for index, token in enumerate(found):
            if token.word not in openers:
                assert not list(book.at(found, index))


@given(texts())
def test_numbers_begin_only_where_they_may(case: tuple[str, str]) -> None:
    lang, text = case
    known = tables(lang)
    found = number_tokens.tokenize(text, known.forms, keep_marks=known.keep_marks)
    rest = set(range(len(found))).difference(may_open(found, known))
    assert not any(number_at(found, index, known) for index in rest)


@given(texts(), st.data())
def test_the_gazetteer_has_no_longer_phrase_than_it_tells(case: tuple[str, str], data: st.DataObject) -> None:
    lang, text = case
    known = names_lexicon(lang)
    phrase = data.draw(st.sampled_from(sorted(known.phrases)))
    ending = data.draw(st.sampled_from(["", *sorted(known.endings)]))
    run = [word.folded for word in name_words.words(f"{phrase}{ending} {text}")]
    for start in range(len(run)):
        longest = known.longest_from(run[start])
        for size in range(1, known.longest + 1):
            if size > longest:
                assert not known.lookup(run[start : start + size]) or len(run[start : start + size]) < size
        if not longest:
            assert not known.people(run[start], False)


LINKS = (
    "http://",
    "https://",
    "www.",
    "WWW.",
    "t.co/",
    "pic.twitter.com/",
    "x.pl",
    "fb.me/",
    "@",
    "＠",
    "#",
    "＃",
    "4\u20e3",
)


@given(
    st.lists(st.sampled_from((*LINKS, "ab", "Ab", " ", ".", "/", "3", "1)", "2/7", "3. ", "\n", "é", ":")), max_size=12)
)
def test_what_is_not_looked_for_is_not_there(pieces: list[str]) -> None:
    text = "".join(pieces)
    if not name_words._MAYBE_LINK.search(text):
        assert not name_words._LINK.search(text)
    if not number_tokens._MAYBE_NOT_TEXT.search(text):
        assert not number_tokens._NOT_TEXT.search(text)
    if not number_tokens._MAYBE_MARK.search(text):
        assert not number_tokens._LIST_MARK.search(text)
        assert not number_tokens._THREAD_MARK.search(text)


@given(st.text(max_size=80) | texts().map(lambda case: case[1]))
def test_every_word_that_a_reader_sees_is_in_the_vocabulary(text: str) -> None:
    folded = fold(text, keep_marks=True)
    assert {token.word for token in tokens(folded)} <= vocabulary(folded)


@given(st.text(max_size=60))
def test_plain_letters_fold_as_all_others_do(text: str) -> None:
    together = "é" + text  # not ASCII: folded letter by letter
    for keep_marks in (False, True):
        assert fold(together, keep_marks=keep_marks)[1:] == fold(text, keep_marks=keep_marks)


def test_cues_need_all_their_words() -> None:
    cues = Cues(["last week", "new year*", "tomorrow", "mond*"])
    for text, expected in (
        ("last week", True),
        ("the week that was last", True),
        ("last year", False),
        ("new yearly", True),
        ("mondays", True),
        ("tomorrows", False),
        ("", False),
    ):
        assert cues.may_be_in(vocabulary(text)) is expected, text


def test_a_book_forgets_words_before_it_grows_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotecheck.facts.phrases._REMEMBERED", 10)
    book: PhraseBook = phrase_book({"not": ["never ever", "un*"]})
    for number in range(100):
        assert not list(book.find(f"word{chr(97 + number % 26)}{'x' * number}"))
        assert [phrase.form for phrase, _, _ in book.find("never ever unhappy")] == ["never ever", "un*"]
    assert len(book.opened) <= 10


def test_a_text_without_any_cue_has_no_facts() -> None:
    text = "bread and water"
    assert not negation.read(text, "en")
    assert not certainty.read(text, "en")
    assert not dates.read(text, "en")
    assert not quantities.read(text, "en")
    assert not names.read(text, "en")
