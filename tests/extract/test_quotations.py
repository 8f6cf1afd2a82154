"""Quotations: every kind of mark, split, nested, over several paragraphs, unbalanced."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.extract.quotations import find_quotations
from quotecheck.extract.speakers import Clause, Reader
from quotecheck.extract.speech.marks import find_marked
from quotecheck.model import Article, Block, Quotation


def article(*paragraphs: str, kind: str = "paragraph") -> Article:
    blocks = []
    starts = [0]
    for number, text in enumerate(paragraphs, 1):
        offsets = range(starts[-1], starts[-1] + len(text))
        blocks.append(Block(kind=kind, text=text, line=number, column=1, offsets=offsets))
        starts.append(starts[-1] + len(text) + 1)
    return Article(blocks=tuple(blocks), line_starts=starts)


def texts(*paragraphs: str) -> list[str]:
    return [found.text for found in find_quotations(article(*paragraphs))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('The mayor was "not amused" by it.', ["not amused"]),
        ("The mayor was “not amused” by it.", ["not amused"]),
        ("The mayor was ‘not amused’ by it.", ["not amused"]),
        ("The mayor was 'not amused' by it.", ["not amused"]),
        ("The mayor was «not amused» by it.", ["not amused"]),
        ("The mayor was «\u00a0not amused\u00a0» by it.", ["not amused"]),
        ("The mayor was »not amused« by it.", ["not amused"]),
        ("The mayor was ‹not amused› by it.", ["not amused"]),
        ("The mayor was „not amused“ by it.", ["not amused"]),
        ("The mayor was „not amused” by it.", ["not amused"]),
        ("The mayor was ”not amused” by it.", ["not amused"]),
        ("The mayor was ‚not amused‘ by it.", ["not amused"]),
        ("The mayor was 「not amused」 by it.", ["not amused"]),
        ("Two: “one thing” and “another thing”.", ["one thing", "another thing"]),
        ("He was “shaken,” they say.", ["shaken,"]),
        ('One "two" three', ["two"]),
        ('("In brackets")', ["In brackets"]),
        ('A dash—"like this"—follows.', ["like this"]),
    ],
)
def test_every_kind_of_mark(text: str, found: list[str]) -> None:
    assert texts(text) == found


def test_inner_quotations_follow_the_outer_one() -> None:
    assert texts("“They told us ‘go home’ twice,” Marta Quell said.") == ["They told us ‘go home’ twice,", "go home"]
    assert texts("\"They told us 'go home' twice,\" Marta Quell said.") == ["They told us 'go home' twice,", "go home"]
    assert texts("'They told us \"go home\" twice,' Marta Quell said.") == ['They told us "go home" twice,', "go home"]


@pytest.mark.parametrize(
    "text",
    [
        "It's the miners' day, and they don't care about rock 'n' roll of the '90s.",
        "It’s the miners’ day, and they don’t care about rock ’n’ roll of the ’90s.",
        'The boy is 4\'11" and the screen is 27" wide.',
        "‘Tis the season, ’twas the night.",
        'An empty pair "" and dots “…” hold nothing.',
        "Nothing at all.",
        "",
    ],
)
def test_apostrophes_feet_and_inches_are_no_quotations(text: str) -> None:
    assert texts(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("'The miners' wages don't cover it,' said Quell.", ["The miners' wages don't cover it,"]),
        ("‘The miners’ wages don’t cover it,’ said Quell.", ["The miners’ wages don’t cover it,"]),
        ("'I can't,' she said.", ["I can't,"]),
        ("She said 'it's late' and left.", ["it's late"]),
        ('"He is 6\'2" tall," she said.', ["He is 6'2\" tall,"]),
        ('A 27" screen is "too wide" for her.', ["too wide"]),
        ("They said “we don't know”.", ["we don't know"]),
    ],
)
def test_apostrophes_inside_quotations(text: str, found: list[str]) -> None:
    assert texts(text) == found


def test_a_reporting_clause_joins_what_it_splits() -> None:
    (comma,) = find_quotations(article("“We came early,” Marta Quell said, “and we stayed.”"))
    assert comma.text == "We came early, and we stayed."
    assert comma.parts == ((0, 1, 15), (0, 36, 50))
    (stop,) = find_quotations(article('"We came early," Quell added. "Nobody saw us."'))
    assert stop.text == "We came early, Nobody saw us."
    (outside,) = find_quotations(article('"We came early", said Quell, "and we stayed".'))
    assert outside.text == "We came early and we stayed"
    (three,) = find_quotations(article("“One,” Quell said, “and two,” she added, “and three.”"))
    assert len(three.parts) == 3


@pytest.mark.parametrize(
    "text",
    [
        "“We came early,” Quell said. “We did not,” Brandt replied.",
        "He called it “shameful” and walked past the “wall of honour.”",
        "“We came early.” The bus had left. “We walked.”",
        "“We came early,” Quell said. The bus had left. “We walked.”",
        "The film “Dawn” won, “Dusk” lost.",
    ],
)
def test_what_is_not_joined(text: str) -> None:
    assert len(texts(text)) == 2


def test_several_paragraphs_each_open_and_only_the_last_closes() -> None:
    found = find_quotations(
        article("Quell wrote: “First the rain came.", "“Then the wind.", "“Then nothing.” She stopped.", "He left.")
    )
    assert [q.text for q in found] == ["First the rain came. Then the wind. Then nothing."]
    assert [block for block, _, _ in found[0].parts] == [0, 1, 2]
    assert found[0].speaker == "Quell"
    assert texts('"One thing came.', '"Another came."') == ["One thing came. Another came."]


def test_captions_and_teasers_do_not_end_a_long_quotation() -> None:
    first, last = article("“First the rain came.", "“Then the wind.”").blocks
    caption = Block(kind="caption", text="Rain in the harbour", line=2, column=1)
    (found,) = find_quotations(Article(blocks=(first, caption, last)))
    assert [block for block, _, _ in found.parts] == [0, 2]


def test_an_unbalanced_mark_stays_in_its_paragraph() -> None:
    assert texts("He said “we will win and left.", "Next day he said nothing.", "“Fine,” said Quell.") == [
        "we will win and left.",
        "Fine,",
    ]
    assert texts("He said “we will win and left. “No,” said Quell.") == ["No,"]
    assert texts('It closes" only. "Fine," said Quell.') == ["Fine,"]
    assert texts("A stray 'mark stays alone.", "Then 'another one' comes.") == ["another one"]


@pytest.mark.parametrize("kind", ["heading", "dek", "caption", "teaser", "list_item", "blockquote"])
def test_every_kind_of_block(kind: str) -> None:
    found = find_quotations(article("Presidente avisa: “Algo viene pronto”", kind=kind))
    assert [q.text for q in found] == ["Algo viene pronto"]


def test_lines_and_columns() -> None:
    found = find_quotations(article("No words here.", "🇺🇸 Quell said: “late”"))
    assert (found[0].line, found[0].column, found[0].mark) == (2, 17, "“")


def check(source: Article, found: Quotation) -> None:
    assert found.text == " ".join(source.blocks[block].text[start:end] for block, start, end in found.parts)
    assert found.text.strip() == found.text
    assert any(char.isalnum() for char in found.text)


PIECES = [
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    "«",
    "»",
    "„",
    "said",
    "Quell",
    "she",
    ",",
    ".",
    "?",
    " ",
    "  ",
    "word",
    "6",
    "\n",
    "—",
    ":",
]


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), max_size=5))
def test_any_marks_give_sound_parts(paragraphs: list[str]) -> None:
    source = article(*paragraphs)
    for found in find_quotations(source):
        check(source, found)


@given(st.text(max_size=200))
def test_marks_never_leave_their_text(text: str) -> None:
    for found in find_marked(text):
        assert 0 <= found.start < found.end <= len(text)


def test_the_work_grows_with_the_text_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted in characters handed to the clause reader, not in seconds."""
    handed: list[int] = []

    class Counting(Reader):
        def after(self, text: str, last: str) -> Clause | None:
            handed.append(len(text))
            return super().after(text, last)

    monkeypatch.setattr("quotecheck.extract.quotations.Reader", Counting)

    def work(count: int) -> int:
        handed.clear()
        find_quotations(article('"A thing," he said. ' * count))
        return sum(handed)

    once = work(200)
    assert 0 < work(400) <= 2.5 * once
