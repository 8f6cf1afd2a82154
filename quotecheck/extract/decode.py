"""Bytes to text: UTF-8 nearly always, something older only where UTF-8 plainly is not it."""

from __future__ import annotations

import codecs
import re

from quotecheck.errors import SourceError
from quotecheck.sources.source import RawSource

MAX_BYTES = 32 * 1024 * 1024
"""The largest source that is read, in bytes. The longest articles on the web are under a tenth of it."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16-LE, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive (or an office document)"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ\x00", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a zstd file"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"OggS", "a sound or video file"),
    (b"ID3", "a sound file"),
)
_CONTROLS = bytes((*range(1, 9), *range(14, 27), *range(28, 32), 127))
"""Codes that no text holds, white space and the escape of ISO-2022-JP left out."""
_META_CHARSET = re.compile(rb"<meta\b[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"\A\s*<\?xml\b[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)

_LEGACY = {
    # the labels that https://encoding.spec.whatwg.org/#names-and-labels reads as another encoding than Python does
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
}
_ALLOWED = re.compile(
    r"cp(125\d|874|932|949|866)|iso8859-\d+|koi8-[ru]|mac-(roman|cyrillic)|euc_jp|iso2022_jp|gb18030|big5hkscs"
)


def decode(raw: RawSource) -> str:
    """The text of a source, without a byte order mark, line ends as they are.

    UTF-8 with a few bad bytes stays UTF-8, with U+FFFD for each: pages that mix encodings are common, and reading all
    of such a page as Windows-1252 would spoil every other letter. A declared older encoding is used only where most of
    what is not ASCII is no UTF-8; what a page declares is otherwise often wrong.

    A Word document becomes a page, a line to a paragraph.

    Raises:
        SourceError: it is empty, binary, or larger than `MAX_BYTES`.
    """
    data = raw.data
    if len(data) > MAX_BYTES:
        size, limit = len(data) / 1024 / 1024, MAX_BYTES // 1024 // 1024
        raise SourceError(f"too large for an article ({size:,.0f} MB; the limit is {limit} MB)", where=raw.name)
    if not data.strip(b" \t\r\n\f\0"):
        raise SourceError("the source is empty", where=raw.name)
    if data.startswith(b"PK\x03\x04"):
        from quotecheck.extract import docx

        if docx.is_docx(data):
            return docx.page(data, raw.name)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    _refuse_binary(raw)
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace")
    declared = _declared(raw)
    if declared == "iso2022_jp" and b"\x1b" in data:
        return data.decode(declared, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "replace")
    if declared and _mostly_bad(text, data):
        return data.decode(declared, "replace")
    return text


def _refuse_binary(raw: RawSource) -> None:
    head = raw.data[:4096]
    for magic, what in _BINARY:
        if head.startswith(magic):
            raise SourceError(f"not text, but {what}", where=raw.name, hint="give an HTML, Markdown or text file")
    if head[4:8] == b"ftyp" or (head[:4] == b"RIFF" and head[8:12] in (b"WEBP", b"WAVE", b"AVI ")):
        raise SourceError("not text, but an image, sound or video file", where=raw.name)
    controls = len(head) - len(head.translate(None, _CONTROLS))
    nulls = head.count(0)
    if controls > len(head) * 0.03 or (nulls > len(head) * 0.1 and not _wide(raw.data)):
        raise SourceError("not text, but binary data", where=raw.name, hint="give an HTML, Markdown or text file")


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly every other byte of Latin text, and of all markup, is zero."""
    head = data[:2048]
    half = len(head) // 2
    if half < 8:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > half * 0.7 and even < half * 0.1:
        return "utf-16-le"
    if even > half * 0.7 and odd < half * 0.1:
        return "utf-16-be"
    return None


def _declared(raw: RawSource) -> str | None:
    """Python's name of the older encoding that server or page declare; None for none, UTF-8, or one that is unsafe."""
    head = raw.data[:4096]
    meta = _META_CHARSET.search(head) or _XML_ENCODING.search(head)
    for label in (raw.charset, meta[1].decode("ascii", "replace") if meta else None):
        if not label:
            continue
        try:
            name = codecs.lookup(label.strip().strip("\"'").lower()).name
        except (LookupError, ValueError, UnicodeError):
            continue
        name = _LEGACY.get(name, name)
        if _ALLOWED.fullmatch(name):
            return name
    return None


def _mostly_bad(text: str, data: bytes) -> bool:
    bad = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    foreign = len(text) - len(text.encode("ascii", "ignore")) - text.count("\ufffd")
    return bad > foreign
