"""What an audit can be given."""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
import zipfile
from pathlib import Path

import pytest

from quotecheck.audit.inputs import Kind, Reading, read_inputs
from quotecheck.audit.inputs.rows import mapping
from quotecheck.audit.item import Item, Skipped
from quotecheck.config import Config
from quotecheck.errors import UsageError
from quotecheck.pipeline import Unreadable
from quotecheck.sources.source import RawSource

PAGE = "<html><body><article><p>The ferry sailed on Friday.</p></article></body></html>"


def read(*names: str | Path, kind: Kind = "auto", columns: str | None = None, offline: bool = True) -> list[Item]:
    reading = Reading(config=Config(offline=offline), kind=kind, columns=mapping(columns))
    return [item for item in read_inputs([str(name) for name in names], reading) if isinstance(item, Item)]


def error(item: Item) -> str:
    assert isinstance(item.found, Unreadable)
    return str(item.found.error)


def text(item: Item) -> str:
    assert isinstance(item.found, RawSource)
    return item.found.data.decode()


def test_folders_files_and_patterns(tmp_path: Path) -> None:
    for name in ("b.html", "a.html", "news/c.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    found = read(tmp_path, tmp_path / "a.html", f"{tmp_path}/news/*.md", tmp_path / "nowhere")
    assert [Path(item.name).name for item in found] == ["a.html", "b.html", "c.md", "a.html", "c.md", "nowhere"]
    assert [item.number for item in found] == list(range(6))
    assert "no such file" in error(found[-1])


@pytest.mark.parametrize("packed", [False, True])
def test_json_lines(packed: bool, tmp_path: Path) -> None:
    rows: list[object] = [
        {"html": PAGE, "url": "https://example.org/1"},
        {"text": "The ferry sailed.", "id": 7},
        {"url": "https://example.org/3"},
        {"other": 1},
        [1],
        {"html": 5},
    ]
    data = ("\ufeff" + "\n".join([*map(json.dumps, rows), "", "{broken"])).encode()
    path = tmp_path / ("rows.jsonl.gz" if packed else "rows.jsonl")
    path.write_bytes(gzip.compress(data) if packed else data)
    found = read(path)
    assert (text(found[0]), found[0].name, found[0].origin) == (PAGE, "https://example.org/1", f"{path}:1")
    assert found[1].name == "7"
    assert "--offline" in error(found[2])
    assert "none of the columns html, text, url" in error(found[3])
    assert [error(item).split(": ")[1].split(" (")[0] for item in found[4:6]] == [
        "not an object",
        "column 'html' holds no text",
    ]
    assert "not JSON" in error(found[6])


def test_columns_may_have_other_names(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text(json.dumps({"body": PAGE, "link": "https://example.org/1"}), encoding="utf-8")
    (found,) = read(tmp_path / "rows.jsonl", columns="html=body, url=link")
    assert (text(found), found.name) == (PAGE, "https://example.org/1")
    with pytest.raises(UsageError, match="is not understood"):
        mapping("html")
    with pytest.raises(UsageError, match="is not understood"):
        mapping("title=x")


def test_parquet(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    pq.write_table(pa.table({"html": [PAGE, None], "id": ["a", "b"], "other": [1, 2]}), tmp_path / "rows.parquet")
    found = read(tmp_path / "rows.parquet")
    assert (text(found[0]), found[0].name) == (PAGE, "a")
    assert "none of the columns" in error(found[1])
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 and then nothing")
    assert "no Parquet file" in error(read(tmp_path / "broken.parquet")[0])


def test_lists_of_addresses(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "list.txt").write_text("# mine\nhttps://example.org/1\n\nhttps://example.org/2\n", encoding="utf-8")
    (tmp_path / "list.urls").write_text("a.html\nhttps://example.org/2\n", encoding="utf-8")
    (tmp_path / "words.txt").write_text("The ferry sailed.\nhttps://example.org/1\n", encoding="utf-8")
    assert [item.name for item in read(tmp_path / "list.txt", offline=False)] == [
        "https://example.org/1",
        "https://example.org/2",
    ]
    assert read(tmp_path / "list.urls")[0].name == str(tmp_path / "a.html")
    assert [item.name for item in read(tmp_path / "words.txt")] == [str(tmp_path / "words.txt")]


def test_sitemaps_and_feeds(tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml").write_text(
        '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        "<url><loc>https://example.org/1</loc></url><url><loc> https://example.org/2 </loc></url></urlset>",
        encoding="utf-8",
    )
    (tmp_path / "index.xml").write_text(
        "<sitemapindex><sitemap><loc>https://example.org/sitemap.xml</loc></sitemap></sitemapindex>", encoding="utf-8"
    )
    body = "&lt;p&gt;" + "The ferry sailed on Friday. " * 20 + "&lt;/p&gt;"
    (tmp_path / "feed.rss").write_text(
        '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><link>https://example.org/</link>'
        f"<item><link>https://example.org/3</link><content:encoded>{body}</content:encoded></item></channel></rss>",
        encoding="utf-8",
    )
    wanted = ["https://example.org/1", "https://example.org/2"]
    assert [item.name for item in read(tmp_path / "sitemap.xml", offline=False)] == wanted
    assert [item.name for item in read(tmp_path / "index.xml", offline=False)] == wanted
    (found,) = read(tmp_path / "feed.rss")
    assert found.name == "https://example.org/3" and "<p>The ferry sailed" in text(found)


@pytest.mark.parametrize(
    ("xml", "says"),
    [
        ('<!DOCTYPE x [<!ENTITY a "b">]><urlset>&a;</urlset>', "entities"),
        ("<urlset>", "no XML that can be read"),
        ("<other/>", "neither a sitemap nor a feed"),
        ("<a>" * 200, "nested too deeply"),
        ("<feed><entry><title>no address</title></entry></feed>", "has no address"),
    ],
)
def test_hostile_xml(xml: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(xml, encoding="utf-8")
    assert says in error(read(tmp_path / "a.xml")[-1])


def warc() -> bytes:
    writer = pytest.importorskip("warcio.warcwriter")
    headers = pytest.importorskip("warcio.statusandheaders")
    out = io.BytesIO()
    made = writer.WARCWriter(out, gzip=True)
    for url, kind, status, body in (
        ("https://example.org/1", "text/html; charset=utf-8", "200 OK", PAGE),
        ("https://example.org/a.png", "image/png", "200 OK", "png"),
        ("https://example.org/2", "text/html", "404 Not Found", "gone"),
        ("https://example.org/3", "text/html", "200 OK", ""),
    ):
        said = headers.StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        made.write_record(
            made.create_warc_record(url, "response", payload=io.BytesIO(body.encode()), http_headers=said)
        )
    return out.getvalue()


def test_crawls(tmp_path: Path) -> None:
    data = warc()
    (tmp_path / "crawl.warc.gz").write_bytes(data)
    with zipfile.ZipFile(tmp_path / "crawl.wacz", "w") as archive:
        archive.writestr("archive/data.warc.gz", data)
    for name in ("crawl.warc.gz", "crawl.wacz"):
        pieces = list(read_inputs([str(tmp_path / name)], Reading(config=Config())))
        items = [one for one in pieces if isinstance(one, Item)]
        assert text(items[0]) == PAGE and items[0].name == "https://example.org/1"
        assert "the page is empty" in error(items[1])
        assert sorted(one.reason for one in pieces if isinstance(one, Skipped)) == [
            "http status 404",
            "not a page of text",
        ]
    (tmp_path / "cut.warc.gz").write_bytes(data[: len(data) // 2])
    assert len(read(tmp_path / "cut.warc.gz")) >= 1
    (tmp_path / "none.wacz").write_bytes(b"no zip")
    assert "no WACZ file" in error(read(tmp_path / "none.wacz")[0])


@pytest.mark.parametrize(
    ("data", "names"),
    [
        (json.dumps({"html": PAGE, "id": "a"}).encode(), ["a"]),
        (b"https://example.org/1\nhttps://example.org/2\n", ["https://example.org/1", "https://example.org/2"]),
        (PAGE.encode(), ["-"]),
        (b"", ["-"]),
    ],
)
def test_standard_input(data: bytes, names: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data))))  # type: ignore[type-var]
    assert [item.name for item in read("-", offline=False)] == names


def test_what_is_no_regular_file_is_an_error_and_nobody_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.warc")
    (tmp_path / "empty.warc").touch()
    (tmp_path / "dead.warc").symlink_to("gone.warc")
    said = {Path(item.name).name: error(item) for item in read(tmp_path)}
    assert "empty" in said["empty.warc"]
    assert "pipe" in said["pipe.warc"]
    assert "gone.warc" in said["dead.warc"]
    assert "pipe" in error(*read(tmp_path / "pipe.warc", kind="jsonl"))
