"""Places where English breaks off as if a word had been taken out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.rules.broken_english import breaks


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("They met in the of the country.", "the of"),
        ("The bridge is in an, he said.", "an,"),
        ("He bought a from his neighbour.", "a from"),
        ("They stayed at home because was raining.", "because was"),
        ("Villages whose were flooded got help.", "whose were"),
        ("The council will the road next year.", "will the"),
        ("The farmers don't if it will rain.", "don't if"),
        ("Yesterday we the match in Lyon.", "we the"),
        ("The road is very in winter.", "very in"),
        ("They fear hunger and.", "and."),
        ("Will close the school in May, and the library too.", "Will"),
        ("For example, did not pay their taxes.", "did"),
        ("They talked about its of the harbour.", "its of"),
    ],
)
def test_breaks(text: str, where: str) -> None:
    assert [text[start:end] for start, end in breaks(text)] == [where]


@pytest.mark.parametrize(
    "text",
    [
        "The of-the-moment band played in the US and the UK.",
        "Will Turner said the mayor would resign.",
        "Will the council close the school?",
        "Had he known, he would have stayed.",
        "When will the council decide? Nor will the mayor.",
        "The team, like the city, is tired; its people are not.",
        "Vitamin A is good for you, and so is C.",
        "For example, the farmers did not pay.",
        "Louis I of Anjou came from the south.",
        "The lens measured 1 and .5 metres.",
        "If the road is closed, take the other one.",
        "One of the best, they said to the press.",
        "We saw that its was closed, and their are more.",
        "Of his friends, his is the oldest.",
        "",
        "?",
    ],
)
def test_sound_english(text: str) -> None:
    assert breaks(text) == []


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for start, end in breaks(text):
        assert 0 <= start < end <= len(text)


def test_a_name_is_no_article() -> None:
    assert breaks("Nine people died in Nghe An, and four are missing.") == []
    assert breaks("Nine people died in the, and four are missing.") != []
