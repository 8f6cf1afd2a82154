from __future__ import annotations

import io
import json

from hypothesis import given
from hypothesis import strategies as st

from quotecheck.model import FailedComparison, Pair
from quotecheck.sources import read_pairs
from quotecheck.sources.pairs import MAX_LINE, MAX_TEXT, bounded_lines


def one(line: bytes | str) -> Pair | FailedComparison:
    (found,) = read_pairs([line.encode() if isinstance(line, str) else line])
    return found


def failed(line: bytes | str) -> FailedComparison:
    found = one(line)
    assert isinstance(found, FailedComparison)
    return found


def test_all_fields_are_read_and_others_ignored() -> None:
    row = {
        "id": "a", "post": "hola", "quote": "hello", "lang": "es", "author": "A", "speaker": "B",
        "posted_at": "2025-10-23", "published": "2025-10-24", "kind": "anything",
    }  # fmt: skip
    assert one(json.dumps(row)) == Pair(
        id="a", post="hola", quote="hello", lang="es", author="A", speaker="B", posted_at="2025-10-23",
        published="2025-10-24",
    )  # fmt: skip


def test_null_is_absent_and_the_id_may_be_a_number_or_missing() -> None:
    assert one('{"id": 7, "post": "a", "quote": "b", "lang": null}') == Pair(id=7, post="a", quote="b")
    assert one('{"post": "a", "quote": "b"}') == Pair(post="a", quote="b")


def test_blank_lines_are_skipped_and_counted() -> None:
    found = list(read_pairs([b"\xef\xbb\xbf\n", b"  \r\n", b'{"post":"a","quote":"b"}\n', b"x\n"]))
    assert [type(item) for item in found] == [Pair, FailedComparison]
    assert isinstance(found[1], FailedComparison)
    assert found[1].error.startswith("line 4: not JSON")


def test_what_is_wrong_is_said_with_the_id() -> None:
    assert failed('{"id": "x", "quote": "b"}') == FailedComparison(id="x", error="line 1: post is missing")
    assert failed('{"id": 3, "post": "a", "quote": " "}') == FailedComparison(id=3, error="line 1: quote is empty")
    assert failed('{"id": 3, "post": 5, "quote": "b"}').error == "line 1: post is not a string"
    assert failed('{"id": 3, "post": "a", "quote": "b", "lang": 5}').error == "line 1: lang is not a string"
    assert failed('["post", "quote"]').error == "line 1: not an object with post and quote"
    assert failed('{"id": true, "post": "a", "quote": "b"}').id is None


def test_the_id_of_a_broken_line_is_made_out() -> None:
    assert failed('{"id": "row-9", "post": "a", "quote"').id == "row-9"
    assert failed('{"id": 12, "post": "a" "quote"').id == 12
    assert failed('{"id": 12.5, "post": "a" "quote"').id is None


def test_bytes_that_are_no_utf8_and_lone_surrogates() -> None:
    assert "line 1" in failed(b'{"id": 1, "post": "\xff", "quote": "b"}').error
    assert failed('{"id": 1, "post": "\\ud800", "quote": "b"}').id == 1


def test_too_long() -> None:
    assert "longer than" in failed(json.dumps({"id": 1, "post": "a" * (MAX_TEXT + 1), "quote": "b"})).error
    line = failed(b'{"id": 8, "post": "' + b"a" * MAX_LINE + b'", "quote": "b"}')
    assert line.id == 8
    assert "longer than" in line.error


def test_deep_nesting_is_one_failed_line() -> None:
    assert failed("[" * 100_000).id is None


def test_a_huge_line_is_cut_and_the_next_one_whole() -> None:
    stream = io.BytesIO(b"a" * (MAX_LINE * 2 + 5) + b'\n{"post":"a","quote":"b"}\n')
    lines = list(bounded_lines(stream))
    assert [len(line) for line in lines] == [MAX_LINE + 1, 25]
    assert isinstance(list(read_pairs(lines))[1], Pair)


@given(st.lists(st.binary(max_size=60).filter(lambda line: b"\n" not in line)))
def test_any_bytes_give_one_answer_a_line(lines: list[bytes]) -> None:
    wanted = sum(1 for n, line in enumerate(lines) if (line.removeprefix(b"\xef\xbb\xbf") if n == 0 else line).strip())
    assert len(list(read_pairs(lines))) == wanted


def test_a_date_that_is_none_is_said_and_what_iso_8601_allows_is_read() -> None:
    wrong = failed('{"id": 3, "post": "a", "quote": "b", "published": "yesterday"}')
    assert wrong.id == 3
    assert "published is not an ISO 8601 date or time: 'yesterday'" in wrong.error
    for when in ("2025-10-23", "2025-10-23T08:00:00Z", "2025-10-23T08:00:00.000+02:00", "20251023"):
        assert isinstance(one(json.dumps({"post": "a", "quote": "b", "posted_at": when})), Pair)
