"""Speakers: who says it, and with which verb."""

from __future__ import annotations

import pytest

from quotecheck.extract.quotations import find_quotations
from quotecheck.model import Article, Block

NOBODY = None


def speakers(text: str) -> list[tuple[str | None, str | None]]:
    blocks = tuple(
        Block(kind="paragraph", text=part, line=number, column=1) for number, part in enumerate(text.split("¶"), 1)
    )
    return [(found.speaker, found.cue) for found in find_quotations(Article(blocks=blocks))]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        # behind the words
        ("“We stay,” Quell said.", "Quell", "said"),
        ("“We stay,” said Quell.", "Quell", "said"),
        ("“We stay,” Marta Quell told reporters on Tuesday.", "Marta Quell", "told"),
        ("“We stay,” Marta Quell, the harbour chief, told reporters.", "Marta Quell", "told"),
        ("“We stay,” the harbour chief, Marta Quell, said.", "Marta Quell", "said"),
        ("“We stay,” said the harbour chief, Marta Quell, on Tuesday.", "Marta Quell", "said"),
        ("“We stay,” said Marta Quell, who runs the harbour.", "Marta Quell", "said"),
        ("“We stay,” harbour office spokeswoman Marta Quell said.", "Marta Quell", "said"),
        ("“We stay,” said harbour office spokeswoman Marta Quell.", "Marta Quell", "said"),
        ("“We stay,” Quell has repeatedly said.", "Quell", "said"),
        ("“We stay,” Quell on Tuesday said.", "Quell", "said"),
        ("“We stay,” Quell went on.", "Quell", "went on"),
        ("“Do we stay?” asked Quell.", "Quell", "asked"),
        ("“We stay!” cried Ana de la Torre.", "Ana de la Torre", "cried"),
        ("“We stay,” according to Marta Quell.", "Marta Quell", "according to"),
        ("“We stay,” Quell posted.", "Quell", "posted"),
        ("“We stay” — so said Quell.", "Quell", "said"),
        # in front of them
        ("Quell said: “We stay.”", "Quell", "said"),
        ("Quell warned that “nobody stays.”", "Quell", "warned"),
        ("In a post on X, Marta Quell wrote: “We stay.”", "Marta Quell", "wrote"),
        ("According to Marta Quell, “we stay.”", "Marta Quell", "According to"),
        ("Asked about it, Quell answered, “We stay.”", "Quell", "answered"),
        ("Quell climbed the stairs and said: “We stay.”", "Quell", "said"),
        ("Quell, who had waited for hours, said “we stay.”", "Quell", "said"),
        ("Quell told Brandt: “We stay.”", "Quell", "told"),
        ("Quell rejected the plan, calling it “madness.”", "Quell", "calling"),
        ("Quell was quoted as saying “we stay.”", "Quell", "saying"),
        ("The plan was described by Quell as “madness.”", "Quell", "described"),
        ("On Tuesday, Ursula van der Meer tweeted “enough.”", "Ursula van der Meer", "tweeted"),
        ("The Harbour Office said the ship was “lost.”", "Harbour Office", "said"),
        # a colon alone
        ("Quell: “We stay.”", "Quell", None),
        ("At the meeting, Quell turned to the crowd: “We stay.”", "Quell", None),
        ("On local radio Quell sounded firm: “We stay.”", "Quell", None),
    ],
)
def test_named(text: str, speaker: str, cue: str | None) -> None:
    assert speakers(text) == [(speaker, cue)]


@pytest.mark.parametrize(
    ("written", "speaker"),
    [
        ("President Marta Quell", "Marta Quell"),
        ("Mr. Quell", "Quell"),
        ("Sen. Marta Quell", "Marta Quell"),
        ("Dictator Marta Quell", "Marta Quell"),
        ("U.S. President Marta Quell", "Marta Quell"),
        ("Venezuelan Defense Minister Marta Quell López", "Marta Quell López"),
        ("Secretary of State Marta Quell", "Marta Quell"),
        ("J.D. Quell", "J.D. Quell"),
        ("O'Quell", "O'Quell"),
        ("Luiz Inácio Quell da Silva", "Luiz Inácio Quell da Silva"),
        ("the Quell administration", "Quell administration"),
    ],
)
def test_the_name_without_its_titles(written: str, speaker: str) -> None:
    assert speakers(f"“We stay,” {written} said.") == [(speaker, "said")]
    assert speakers(f"“We stay,” said {written}.") == [(speaker, "said")]


@pytest.mark.parametrize(
    "text",
    [
        "“We stay,” the minister said.",
        "“We stay,” said a spokesman for Quell.",
        "“We stay,” a spokesman for Quell said.",
        "“We stay,” Quell's lawyer said.",
        "“We stay,” he said.",
        "“We stay,” they said.",
        "Officials said: “We stay.”",
        "Some critics call it “madness.”",
        "The ship was called “lost” by nobody in particular.",
    ],
)
def test_nobody_in_particular(text: str) -> None:
    assert [speaker for speaker, _ in speakers(text)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The ship “Marta” left Quell.",
        "A band called “Harbour Lights” played.",
        "Quell walked past the “wall of honour” in silence.",
        "It was late. “We stay.” Quell had left.",
        "The rise of these alleged “pirates” is new.",
    ],
)
def test_no_reporting_clause(text: str) -> None:
    assert speakers(text) == [(None, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We stay,” Marta Quell said. She sat down. “We always do,” she added.", "Marta Quell"),
        ("“We stay,” Marta Quell said.¶“We always do,” she added.", "Marta Quell"),
        ("“We stay,” Marta Quell said.¶Tom Brandt shook his head. “We always do,” he said.", "Tom Brandt"),
        ("Quell spoke on Tuesday. “We always do,” she said.", "Quell"),
        ("“We stay,” Marta Quell said.¶Tom Brandt disagreed with Anna Bell.¶“We always do,” she said.", NOBODY),
        ("Marta Quell met Anna Bell on Tuesday. “We always do,” she said.", NOBODY),
        ("“We stay,” the minister said.¶“We always do,” she added.", NOBODY),
        ("“We stay,” Marta Quell said. “He goes,” she added.¶“We always do,” he said.", NOBODY),
    ],
)
def test_pronouns_only_where_the_text_is_certain(text: str, expected: str | None) -> None:
    assert speakers(text)[-1][0] == expected


def test_a_colon_works_in_any_language_where_the_name_is_known() -> None:
    text = "The council asked Quell to leave.¶Quell confirma que no se irá: “Nos quedamos”"
    assert speakers(text) == [("Quell", None)]


def test_one_clause_for_two_quotations() -> None:
    assert speakers("Quell called it “shameful” and “wrong.”") == [("Quell", "called"), ("Quell", "called")]
    assert speakers("“We stay,” Quell said, adding: “For good.”") == [("Quell", "said"), ("Quell", "adding")]
    assert speakers("“We stay,” Quell said. “No,” Brandt replied.") == [("Quell", "said"), ("Brandt", "replied")]


def test_a_plural_noun_is_no_verb() -> None:
    assert speakers("Quell read the reports on “ghost ships” twice.")[0][1] is None


def test_ordinary_words_in_a_capital_are_no_names() -> None:
    assert speakers("Divers said: “It is deep.” The other divers agreed.")[0] == (None, "said")
