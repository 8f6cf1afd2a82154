from __future__ import annotations

import codecs
import contextlib
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.errors import SourceError
from quotecheck.extract.decode import MAX_BYTES, decode
from quotecheck.sources.source import RawSource

GERMAN = "Über die Fähre, größer als früher: „Zwölf Plätze für jeden“"


def raw(data: bytes, charset: str | None = None) -> RawSource:
    return RawSource(name="page.html", data=data, charset=charset)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_byte_order_marks_and_utf_16_without_one(mark: bytes, encoding: str) -> None:
    text = "<html><body>A plain page of the harbour" + GERMAN
    assert decode(raw(mark + text.encode(encoding))) == text


def test_a_few_bad_bytes_leave_the_rest_utf_8_whatever_is_declared() -> None:
    data = b'<meta charset="iso-8859-1">' + GERMAN.encode() + b" \xfc\xe4"
    assert GERMAN in decode(raw(data, "windows-1252"))
    assert decode(raw(data)).endswith("��")


@pytest.mark.parametrize(
    ("encoding", "label", "text"),
    [
        ("cp1252", "iso-8859-1", GERMAN),
        ("cp1251", "windows-1251", "Паром снова опаздывает, сказал мэр"),
        ("cp932", "Shift_JIS", "渡し船は今日も遅れています"),
        ("gb18030", "gb2312", "渡轮今天又晚点了"),
        ("iso2022_jp", "ISO-2022-JP", "渡し船は今日も遅れています"),
    ],
)
def test_a_declared_older_encoding_where_utf_8_fails_as_a_whole(encoding: str, label: str, text: str) -> None:
    body = text.encode(encoding)
    assert text in decode(raw(f'<meta charset="{label}">'.encode() + body))
    assert decode(raw(body, label)) == text


def test_nothing_is_guessed_without_a_declaration() -> None:
    assert "�" in decode(raw(GERMAN.encode("cp1252")))


@pytest.mark.parametrize("label", ["utf-7", "no-such-thing", "base64", "rot13", "unicode_escape", "\x00", "utf-16"])
def test_unknown_or_unsafe_labels_are_not_followed(label: str) -> None:
    assert decode(raw("+ADw-script+AD4- Fähre".encode(), label)) == "+ADw-script+AD4- Fähre"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \r\n\t\x00", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (bytes(range(256)) * 8, "binary"),
        (b"\x00" * 500 + b"abc", "binary"),
    ],
)
def test_what_is_no_text_is_refused_in_one_clear_line(data: bytes, says: str) -> None:
    with pytest.raises(SourceError, match=says) as error:
        decode(raw(data))
    assert str(error.value).startswith("page.html: ")
    assert "\n" not in str(error.value)


def test_two_hundred_megabytes_are_refused_at_once() -> None:
    with pytest.raises(SourceError, match="too large"):
        decode(raw(b"a" * (MAX_BYTES + 1)))


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "gbk", "euc-jp", "big5", "koi8-r"]))
def test_any_bytes_decode_or_are_refused(data: bytes, charset: str | None) -> None:
    with contextlib.suppress(SourceError):
        assert isinstance(decode(raw(data, charset)), str)


def test_random_bytes_are_no_article() -> None:
    data = random.Random(7).randbytes(20_000)
    with pytest.raises(SourceError, match="binary"):
        decode(raw(data))
