"""Word documents, written by the library that many others write them with, and by hand where it cannot."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from quotecheck.errors import SourceError
from quotecheck.extract import extract
from quotecheck.model import Document
from quotecheck.sources.source import RawSource

docx = pytest.importorskip("docx", reason="needs python-docx")

POST = "https://twitter.com/inesroca/status/1790000000000000123"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def read(data: bytes, name: str = "story.docx") -> Document:
    return extract(RawSource(name=name, data=data))


def written() -> bytes:
    document = docx.Document()
    document.core_properties.author = "Vera Lund"
    document.add_heading("Ferry sails again", level=0)
    document.add_paragraph("The ferry <Aurora> sailed with 40 cars & a dog on Friday.")
    document.add_heading("Bad weather", level=2)
    document.add_paragraph("“We will sail again on Sunday,” said Inés Roca, the captain.")
    document.add_paragraph("“Nobody was hurt.”", style="Quote")
    table = document.add_table(rows=1, cols=1)
    table.cell(0, 0).paragraphs[0].add_run("The table says that 12 cars stayed behind.")
    signed = document.add_paragraph("El ferry zarpó el viernes con 40 coches.")
    signed.add_run().add_break()
    signed.add_run("— Inés Roca (@inesroca) ")
    link = docx.oxml.parse_xml(
        f'<w:hyperlink xmlns:w="{W}" xmlns:r="{RELATION.rpartition("/")[0]}" '
        f'r:id="{document.part.relate_to(POST, RELATION, is_external=True)}">'
        "<w:r><w:t>March 6, 2026</w:t></w:r></w:hyperlink>"
    )
    signed._p.append(link)
    changed = document.add_paragraph("The captain ")
    changed._p.append(docx.oxml.parse_xml(f'<w:del xmlns:w="{W}"><w:r><w:delText>never</w:delText></w:r></w:del>'))
    changed._p.append(docx.oxml.parse_xml(f'<w:ins xmlns:w="{W}"><w:r><w:t>always</w:t></w:r></w:ins>'))
    changed.add_run(" waits for the last car, her crew says.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_document() -> None:
    document = read(written())
    article = document.article
    assert (article.title, article.byline) == ("Ferry sails again", "Vera Lund")
    texts = {block.text: (block.kind, block.line) for block in article.blocks}
    assert texts["The ferry <Aurora> sailed with 40 cars & a dog on Friday."] == ("paragraph", 2)
    assert texts["Bad weather"] == ("heading", 3)
    assert texts["“Nobody was hurt.”"] == ("blockquote", 5)
    assert texts["The table says that 12 cars stayed behind."][1] == 6
    assert "The captain always waits for the last car, her crew says." in texts
    assert ("We will sail again on Sunday,", "Inés Roca", 4) in {
        (found.text, found.speaker, found.line) for found in article.quotations
    }


def test_a_post_that_was_pasted_into_it() -> None:
    (post,) = read(written()).posts
    assert (post.text, post.handle, post.url) == ("El ferry zarpó el viernes con 40 coches.", "inesroca", POST)


def test_it_is_known_by_its_content() -> None:
    assert read(written(), "story").article.title == "Ferry sails again"


def test_another_archive_is_none() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("a.txt", "words")
    with pytest.raises(SourceError, match="ZIP archive"):
        read(out.getvalue())


@pytest.mark.parametrize("size", [40, 400, -40])
def test_a_broken_document(size: int) -> None:
    with pytest.raises(SourceError) as caught:
        read(written()[:size])
    assert "\n" not in str(caught.value)


def test_a_document_that_is_no_document() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", "<a/>")
    with pytest.raises(SourceError, match="not a Word document that can be read"):
        read(out.getvalue())


def test_a_bomb_is_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", "<a/>")
        with package.open("word/media/a.png", "w", force_zip64=True) as part:
            for _ in range(210):
                part.write(bytes(1 << 20))
    with pytest.raises(SourceError, match="unpacks to more"):
        read(out.getvalue())


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    data = written()
    monkeypatch.setitem(__import__("sys").modules, "docx", None)
    with pytest.raises(SourceError, match="one package more") as caught:
        read(data)
    assert "quotecheck-multilingual[docx]" in str(caught.value.hint)


def test_in_a_folder(tmp_path: Path) -> None:
    from quotecheck.config import Config
    from quotecheck.sources import expand

    (tmp_path / "story.docx").write_bytes(written())
    assert [Path(found.name).name for found in expand(str(tmp_path), Config())] == ["story.docx"]
