"""Plain text: header, captions, teasers, wrapped lines, places."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.extract.formats.text import FORMAT
from quotecheck.extract.quotations import find_quotations
from quotecheck.model import Article, Document
from quotecheck.sources.source import RawSource

FIXTURE = Path(__file__).parents[2] / "fixtures" / "articles" / "igla.txt"
LONG = (
    "The council met on Monday and spoke for several hours about the harbour, the ferries and the new bridge. "
    "Nobody has paid for the bridge yet."
)


def read(text: str) -> Document:
    return FORMAT.parse(text, RawSource(name="a.txt", data=text.encode()))


def kinds(text: str) -> list[str]:
    return [block.kind for block in read(text).article.blocks]


def check_places(text: str, article: Article) -> None:
    """Every code point of every block stands where it says, white space aside."""
    for number, block in enumerate(article.blocks):
        assert len(block.offsets) == len(block.text)
        assert list(block.offsets) == sorted(set(block.offsets))
        for char, offset in zip(block.text, block.offsets, strict=True):
            assert text[offset] == char or (char in " \n" and text[offset].isspace())
        assert article.position(number, 0) == (block.line, block.column)


# ------------------------------------------------------------------------------------------------- the reference case


@pytest.fixture(scope="module")
def igla() -> Document:
    return read(FIXTURE.read_text(encoding="utf-8"))


def test_the_reference_article(igla: Document) -> None:
    article = igla.article
    assert article.title == "Maduro says Venezuela has 5,000 Russian missiles as Trump masses forces in the Caribbean"
    assert article.dek is not None and article.dek.startswith("Washington told lawmakers")
    assert [block.kind for block in article.blocks] == [
        "heading", "dek", "caption", "paragraph", "paragraph", "paragraph", "paragraph",
        "teaser", "teaser", "teaser", "paragraph", "paragraph", "paragraph", "paragraph", "paragraph",
    ]  # fmt: skip
    check_places(FIXTURE.read_text(encoding="utf-8"), article)


def test_the_reference_post(igla: Document) -> None:
    (post,) = igla.posts
    assert (post.handle, post.posted_at, post.line) == ("jferreyra_ve", "2025-10-23", 8)
    assert post.text is not None
    assert post.text.startswith("🇺🇸🇻🇪‼️ ÚLTIMA HORA — Maduro")
    assert post.text.endswith("más de 5.000 misiles rusos para responderle. pic.twitter.com/Qc0nV7x2Lp")


def test_the_reference_quotations(igla: Document) -> None:
    found = {quotation.text: quotation for quotation in find_quotations(igla.article)}
    assert [(q.speaker, q.cue) for text, q in found.items() if text.startswith("Every army")] == [("Maduro", None)]
    split = found["Whoever got the message, got it, Nobody should pick a fight with Venezuela."]
    assert (split.speaker, split.cue, split.line, len(split.parts)) == ("Maduro", "added", 7, 2)
    teaser = found["Se viene algo muy grande"]
    assert igla.article.blocks[teaser.parts[0][0]].kind == "teaser"
    assert {"armed conflict", "unlawful combatants.", "illegal.", "maximum pressure"} <= set(found)
    assert (found["unlawful combatants."].speaker, found["illegal."].speaker) == ("Trump administration", None)


# ---------------------------------------------------------------------------------------------------------- the header


def test_title_dek_byline_and_date() -> None:
    found = read(
        "Ships fill the harbour\nThe port has not been this full since the war, its captain says.\n\n"
        f"By Ana Brú\nOctober 23, 2025\n\n{LONG}\n"
    ).article
    assert (found.title, found.byline, found.published) == ("Ships fill the harbour", "Ana Brú", "2025-10-23")
    assert found.dek == "The port has not been this full since the war, its captain says."
    assert [block.kind for block in found.blocks] == ["heading", "dek", "paragraph"]


def test_a_text_without_a_title() -> None:
    found = read(f"{LONG}\n\n{LONG}")
    assert found.article.title is None
    assert kinds(f"{LONG}\n\n{LONG}") == ["paragraph", "paragraph"]
    assert kinds("One line alone") == ["paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "The harbour master in a file image",
        "The harbour master, in a file photo",
        "The harbour at night (Photo: Ana Brú)",
        "The harbour at night (AP Photo/Ana Brú)",
        "The harbour at night / Getty Images",
        "Foto de archivo del puerto",
        "Ships wait in the bay. (Reuters)",
    ],
)
def test_captions(line: str) -> None:
    assert kinds(f"Ships fill the harbour\n\n{line}\n\n{LONG}\n\n{LONG}")[1] == "caption"
    assert kinds(f"Ships fill the harbour\n\n{LONG}\n\n{line}\n\n{LONG}")[2] == "caption"


# ------------------------------------------------------------------------------------------------------------- the body


@pytest.mark.parametrize(
    ("box", "count"),
    [
        ("Politics\nEl alcalde anuncia obras en el puerto: “Algo viene”\nTomás Iriarte Vidal", 3),
        ("World\nMayor announces works in the harbour\nAna Brú", 3),
        ("Mayor announces works in the harbour\nAna María Brú", 2),
        ("Read more: Mayor announces works in the harbour", 1),
        ("Related\nMayor announces works in the harbour", 2),
        ("Lea también: El alcalde anuncia obras", 1),
    ],
)
def test_teasers(box: str, count: int) -> None:
    found = kinds(f"Ships fill the harbour\n{LONG}\n{LONG}\n{box}\n{LONG}\n{LONG}")
    assert found == ["heading", "paragraph", "paragraph", *["teaser"] * count, "paragraph", "paragraph"]


def test_headings_and_lists() -> None:
    text = (
        f"Ships fill the harbour\n\n{LONG}\n\nWhat comes next\n\n{LONG}\n\n- one “ship”\n* two ships\n3. three ships\n"
    )
    assert kinds(text) == ["heading", "paragraph", "heading", "paragraph", "list_item", "list_item", "list_item"]
    assert read(text).article.blocks[4].text == "one “ship”"
    check_places(text, read(text).article)


def test_a_short_quotation_is_a_paragraph() -> None:
    assert kinds(f"Ships fill the harbour\n\n{LONG}\n\n“We came.”\n\n{LONG}")[2] == "paragraph"


WRAPPED = """Ships fill the harbour

The council met on Monday and spoke for several hours about the
harbour, the ferries and the new bridge. Nobody has paid for the
bridge yet, and “nobody ever
will,” said Ana Brú.

The next meeting is on Friday.
"""


def test_wrapped_lines_are_one_paragraph() -> None:
    article = read(WRAPPED).article
    assert [block.kind for block in article.blocks][:2] == ["heading", "paragraph"]
    assert (
        "about the harbour, the ferries and the new bridge. Nobody has paid for the bridge yet"
        in article.blocks[1].text
    )
    check_places(WRAPPED, article)


def test_short_lines_that_are_paragraphs_stay_apart() -> None:
    text = "Ships fill it\n“We came early,” Ana Brú said.\n“We stayed,” said Tom Brandt.\nNobody else was there."
    assert len(read(text).article.blocks) == 4


# --------------------------------------------------------------------------------------------------------------- places


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    text = f"Ships fill the harbour\n\n{LONG}\n\n\t🚢  They\tsaid “late”.\n".replace("\n", end)
    article = read(text).article
    check_places(text, article)
    assert article.blocks[2].text == "🚢 They said “late”."
    assert (article.blocks[2].line, article.blocks[2].column) == (5, 2)
    (quotation,) = find_quotations(article)
    assert (quotation.line, quotation.column) == (5, 16)


def test_a_byte_order_mark_is_no_column() -> None:
    article = read(f"\ufeffShips fill the harbour\n\n{LONG}").article
    assert (article.title, article.blocks[0].line, article.blocks[0].column) == ("Ships fill the harbour", 1, 1)


def test_no_break_spaces_inside_numbers_stay() -> None:
    article = read(f"Ships fill the harbour\n\n{LONG} It has 5\u202f000 ships.").article
    assert "5\u202f000" in article.blocks[1].text


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", "   \t "])
def test_nothing_to_read(text: str) -> None:
    found = read(text)
    assert (found.article.blocks, found.posts, found.article.title) == ((), (), None)


def test_how_sure_it_is() -> None:
    assert 0 < FORMAT.matches("some text", RawSource(name="-", data=b"")) < 0.2
    assert FORMAT.matches("some text", RawSource(name="-", data=b"", media_type="text/plain; charset=utf-8")) == 0.5


SAMPLES = """Politics|Ana Brú|A headline without an end|— Ana (@ana) October 23, 2025|“We came,” she said.|
\t- item||   |in a file image|By Ana Brú|October 23, 2025|wrapped line that goes on|🚢\u00a0🚢""".replace(
    "\n", ""
).split("|")
LINES = st.lists(st.sampled_from([*SAMPLES, LONG]), max_size=14)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]))
def test_places_are_exact_in_any_text(parts: list[str], end: str) -> None:
    text = end.join(parts)
    found = read(text)
    check_places(text, found.article)
    for post in found.posts:
        assert post.text is None or text[post.offset] == post.text[0]
