"""Word documents (.docx) as pages: each paragraph on a line of its own, so that a line is a paragraph's number.

What was inserted with changes tracked is read, what was deleted is not. The package is a zip file, looked at before it
is unpacked.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from quotecheck.errors import SourceError
from quotecheck.sources.limits import MAX_BYTES

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.text.paragraph import CT_P

LIBRARY = "pip install 'quotecheck-multilingual[docx]'"

_ZIP = b"PK\x03\x04"
_BODY = "word/document.xml"
_UNPACKED = 4 * MAX_BYTES
"""Bytes that the whole package may unpack to, pictures included."""
_HEADING = re.compile(r"heading ([1-6])", re.IGNORECASE)
_TAGS = {"title": "h1", "subtitle": "h2", "quote": "blockquote", "intense quote": "blockquote", "caption": "figcaption"}
_HIDDEN = ("moveFrom", "Fallback", "del")


def is_docx(data: bytes) -> bool:
    """Whether these bytes are a Word document, by their content."""
    if not data.startswith(_ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _BODY in package.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return False


def page(data: bytes, name: str) -> str:
    """The document as a web page.

    Args:
        data: its bytes.
        name: what the source is called in errors.

    Raises:
        SourceError: it is broken, or too large, or the library that reads it is not installed.
    """
    try:
        from docx import Document as open_document
    except ImportError:
        raise SourceError("Word documents need one package more", where=name, hint=LIBRARY) from None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(part.file_size for part in package.infolist()) > _UNPACKED:
                raise SourceError("the document unpacks to more than an article can be", where=name)
        return "\n".join(_lines(open_document(io.BytesIO(data))))
    except SourceError:
        raise
    except Exception as error:  # a broken package breaks the library in many ways
        reason = f"{type(error).__name__}: {error}".split("\n")[0][:200]
        raise SourceError(f"not a Word document that can be read ({reason})", where=name) from None


def _lines(document: Document) -> Iterator[str]:
    title, author = document.core_properties.title, document.core_properties.author
    head = f"<title>{html.escape(title)}</title>" if title else ""
    head += f'<meta name="author" content="{html.escape(author)}">' if author else ""
    first = f"<html><head>{head}</head><body><article>"
    styles = {style.style_id: str(style.name or "") for style in document.styles}
    for paragraph in document.element.body.iter(_w("p")):
        if any(_name(one) in _HIDDEN for one in paragraph.iterancestors()):
            continue
        yield first + _paragraph(paragraph, _tag(styles.get(paragraph.style or "", "")), document)
        first = ""
    yield first + "</article></body></html>"


def _paragraph(paragraph: CT_P, tag: str, document: Document) -> str:
    pieces: list[str] = []
    for node in paragraph.iter(_w("t"), _w("tab"), _w("br"), _w("cr"), _w("noBreakHyphen")):
        above = list(node.iterancestors())
        inside = above[: above.index(paragraph)]
        if any(_name(one) in (*_HIDDEN, "p") for one in inside):
            continue
        text = {"tab": " ", "br": "<br>", "cr": "<br>", "noBreakHyphen": "-"}.get(_name(node))
        text = html.escape(node.text or "", quote=False) if text is None else text
        link = next((one for one in inside if _name(one) == "hyperlink"), None)
        address = _address(link, document) if link is not None else ""
        pieces.append(f'<a href="{html.escape(address)}">{text}</a>' if address else text)
    # A line break would begin another paragraph's line.
    return f"<{tag}>{' '.join(''.join(pieces).splitlines())}</{tag}>"


def _tag(style: str) -> str:
    heading = _HEADING.fullmatch(style)
    if heading:
        return f"h{heading[1]}"
    return "li" if style.lower().startswith("list") else _TAGS.get(style.lower(), "p")


def _address(link: Any, document: Document) -> str:
    identifier = link.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
    relation = document.part.rels.get(identifier) if identifier else None
    return str(relation.target_ref) if relation is not None and relation.is_external else ""


def _w(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"


def _name(node: Any) -> str:
    return str(node.tag).rpartition("}")[2]
