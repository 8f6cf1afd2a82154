"""Characters that a reader cannot see, or takes for others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.model import Language, Post
from quotecheck.rules.base import Hit, PostState
from quotecheck.rules.hidden_characters import RULE


def hits(text: str | None) -> list[Hit]:
    return list(
        RULE.check(
            PostState(
                post=Post(platform="x", text=text),
                language=Language(code="es", confidence=0.9, method="detected"),
                translation=None,
                matched=True,
                unchecked_because=None,
                untranslated_hint=None,
                checked=(),
            )
        )
    )


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "Hola a todos, España ❤️ 3️⃣",
        "familia 👨‍👩‍👧‍👦 y 🏳️‍🌈 y 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "می‌خواهم بروم",
        "क्‍ष और न्‌",
        "ක්‍රි",
        "מה\u200f?",
        "شكرا \u200e5\u200f جزيلا",
        "\u2066@usuario\u2069 dijo que no",
        "\u2068#España\u2069 gana",
        "dice \u2066@usuario\u2069 hoy \u2066 https://t.co/aB3dE5fG7h",
        "ไทย\u200bไทย",
        "\ufeffHola",
        "Канал на YouTube и iPhoneа",
        "Δt und µm und β-Blocker",
        "Путин и Biden",
        "𝗕𝗼𝗹𝗱 text",
    ],
)
def test_what_is_fine(text: str | None) -> None:
    assert hits(text) == []


@pytest.mark.parametrize(
    ("text", "place", "named"),
    [
        ("pay \u202e001 euros", (4, 5), "right-to-left override"),
        ("שלום \u202eabc", (5, 6), "right-to-left override"),
        ("a \u2066b\u2069 c", (2, 3), "left-to-right isolate"),
        ("Ma\u200bduro", (2, 3), "U+200B"),
        ("Ma\u200cduro \u200d", (2, 3), "2 in all"),
        ("Ma\ufeffduro", (2, 3), "U+FEFF"),
        ("nada\u3164", (4, 5), "hangul filler"),
        ("hola \U000e0061\U000e0062", (5, 6), "tag latin small letter a"),
        ("dice Mаduro hoy", (5, 11), "U+0430"),
        ("РayРal", (0, 6), "Cyrillic"),
        ("Москвa", (0, 6), "Latin"),
        ("CΟVID", (0, 5), "Greek"),
    ],
)
def test_what_is_hidden(text: str, place: tuple[int, int], named: str) -> None:
    (hit,) = hits(text)
    assert hit.post == place
    assert hit.passage is None
    assert named in hit.message


def test_one_finding_a_kind() -> None:
    assert len(hits("\u202eMa\u200bduro Mаduro Mаduro \u200b\u200b \u202c")) == 3


@given(
    st.text(
        alphabet=st.sampled_from("aаבم\u200b\u200c\u200d\u202e\u2066\u2069@👨🏴\U000e0067\U000e007f\ufe0f "),
        max_size=60,
    )
)
def test_spans_lie_in_the_text(text: str) -> None:
    for hit in hits(text):
        assert hit.post is not None
        assert 0 <= hit.post[0] < hit.post[1] <= len(text)
