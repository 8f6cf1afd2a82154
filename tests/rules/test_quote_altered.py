"""Words inside the quotation marks against the post's, in one language."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.facts.fact import Facts
from quotecheck.model import Language, PassageKind
from quotecheck.rules.base import Case, Hit, Side
from quotecheck.rules.quote_altered import RULE

ENGLISH = Language(code="en", confidence=0.99, method="detected")
POST = (
    "We will never raise taxes on the middle class, @JaneRoe. It's a promise I made & I'm keeping it! "
    "#NoNewTaxes https://t.co/aB3dE5fG7h"
)


def hits(
    quote: str,
    post: str = POST,
    *,
    kind: PassageKind = "quotation",
    language: Language = ENGLISH,
    truncated: bool = False,
    similarity: float = 0.8,
) -> list[Hit]:
    found = list(
        RULE.check(
            Case(
                post=Side(text=post, language=ENGLISH, facts=Facts()),
                passage=Side(text=quote, language=language, facts=Facts()),
                segment=(0, len(post)),
                kind=kind,
                truncated=truncated,
                similarity=similarity,
            )
        )
    )
    for hit in found:
        assert hit.post is not None
        assert hit.passage is not None
        assert 0 <= hit.post[0] < hit.post[1] <= len(post)
        assert 0 <= hit.passage[0] < hit.passage[1] <= len(quote)
    return found


@pytest.mark.parametrize(
    "quote",
    [
        "We will never raise taxes on the middle class",
        "never raise taxes",
        "we will NEVER raise taxes on the middle class …",
        "[The government] will never raise taxes … It’s a promise I made and I’m keeping it.",
        "It's a promise [he] made",
        "[W]e will never raise tax[es] on the middle class",
        "We will [...] raise taxes",
        "We will ... raise taxes on the middle class",
        "We will . . . raise taxes",
        "We will never raise taxes on the middle-class. It's a promise I made & I'm keeping it!",
        "We will never raise taxes on the middle class. I'm keeping it",
        "We will never raise taxes, on the middle class",
        "We will never raise taxes on the middle class, JaneRoe",
        "@JaneRoe. It's a promise",
        "NoNewTaxes",
        "",
        "…",
    ],
)
def test_liberties_that_editors_may_take(quote: str) -> None:
    assert hits(quote) == []


@pytest.mark.parametrize(
    ("quote", "in_post", "in_quote", "diff"),
    [
        (
            "we will always raise taxes on the middle class",
            "never",
            "always",
            "we will [-never-] {+always+} raise taxes",
        ),
        ("We will raise taxes on the middle class", "never", "will raise", "We will [-never-] raise taxes"),
        ("We will never, ever raise taxes", "never raise", "ever", "will never {+ever+} raise taxes"),
        ("We will never raise taxes on the rich", "middle", "rich", "the [-middle-] {+rich+}"),
        ("I will never raise taxes", "We", "I", "[-We-] {+I+} will never"),
        ("It's a promise she made", "I", "she", "a promise [-I-] {+she+} made"),
    ],
)
def test_a_change_is_told_with_both_places(quote: str, in_post: str, in_quote: str, diff: str) -> None:
    (hit,) = hits(quote)
    assert hit.post is not None
    assert hit.passage is not None
    assert in_post in POST[slice(*hit.post)]
    assert in_quote in quote[slice(*hit.passage)]
    assert diff in hit.message
    assert hit.confidence >= 0.85


def test_words_left_out_between_two_parts_are_not_missing() -> None:
    post = "I will not resign. My family stands with me. I will fight on"
    assert hits("I will not resign. I will fight on", post) == []
    assert hits("I will not resign I will fight on", post) != []


def test_a_reporting_clause_leaves_a_comma_of_its_own() -> None:
    post = "They said yesterday that the bridge is safe and nobody checked it"
    assert hits("They said, that the bridge is safe", post) == []
    assert hits("They said that the bridge is safe", post) != []


def test_many_changes_are_told_as_three() -> None:
    post = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    quote = "one TWO! three 4444 five six seven 8888 nine ten eleven 1212 thirteen fourteen 1515 sixteen"
    found = hits(quote, post)
    assert len(found) == 3
    assert found[-1].passage is not None
    assert quote[slice(*found[-1].passage)].endswith("1515")


def test_a_mended_slip_is_less_sure_than_another_word_or_number() -> None:
    post = "The goverment spent 5000 euros on the new bridge"
    (slip,) = hits("The government spent 5,000 euros on the new bridge", post)
    (number,) = hits("The goverment spent 5001 euros on the new bridge", post)
    assert slip.confidence < 0.75 < number.confidence


def test_other_words_altogether_are_one_finding() -> None:
    (hit,) = hits("Completely different sentences are standing here now")
    assert hit.post == (0, len(POST))
    assert hits("Completely different sentences are standing here now", similarity=0.2) == []


def test_what_a_cut_post_does_not_show_is_not_added() -> None:
    assert hits("We will never give up and never go away", "We will never give up and…") == []
    assert hits("We will never give up and never go away", "We will never give up and", truncated=True) == []
    assert hits("We will never give up and never go away", "We will never give up and") != []


def test_only_quotations_in_the_posts_own_language() -> None:
    altered = "We will always raise taxes on the middle class"
    assert hits(altered, kind="sentence") == []
    assert hits(altered, language=Language(code="es", confidence=0.9, method="given")) == []


def test_scripts_without_spaces_and_with_vowel_signs() -> None:
    assert hits("橋はもう閉鎖", "昨日、橋はもう閉鎖されていた。") == []
    (hit,) = hits("橋はまだ閉鎖されて", "昨日、橋はもう閉鎖されていた。")
    assert "まだ" in hit.message
    assert hits("यह उसका काम है", "यह उसकी काम है") != []


def test_very_long_texts_take_no_long_time() -> None:
    post = "a b c d " * 12_000
    assert len(hits("b a d c " * 12_000, post)) <= 3
    (hit,) = hits("one " * 700 + "changed " + "one " * 700, "one " * 700 + "said " + "one " * 700)
    assert "changed" in hit.message


PIECES = ["the", "bridge", "is", "closed", "not", "yet", "[he]", "…", "5,000", "@x", "#y", ".", ",", "it's"]
WORDS = st.lists(st.sampled_from(PIECES), max_size=30)


@settings(max_examples=80)
@given(WORDS, WORDS)
def test_any_two_texts(post: list[str], quote: list[str]) -> None:
    assert len(hits(" ".join(quote), " ".join(post))) <= 3


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from(["the", "bridge", "is", "closed", "and", "nobody", "knows"]), min_size=1, max_size=30),
    st.data(),
)
def test_any_stretch_of_a_post_is_faithful(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    assert hits(" ".join(words[start:end]), " ".join(words)) == []
