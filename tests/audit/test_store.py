"""Inputs and tables in an object store: a server of our own that speaks S3."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quotecheck.audit.inputs import Reading, count_inputs, read_inputs
from quotecheck.audit.item import Item
from quotecheck.audit.store import StoredSource, is_stored, upload
from quotecheck.config import Config
from quotecheck.errors import SourceError, UsageError
from quotecheck.pipeline import Unreadable
from quotecheck.sources.source import RawSource

COMMAND = str(Path(sys.executable).with_name("quotecheck"))
PAGE = """<html lang="en"><body><article><h1>Day {n}</h1><p>“The quay took {n} boats,” Rosa Leal wrote on Friday.</p>
<blockquote class="twitter-tweet"><p lang="es">El muelle recibió 140 barcos.</p>&mdash; Rosa Leal (@rosaleal)
<a href="https://twitter.com/rosaleal/status/17900000000000{n:05}">March 6, 2026</a></blockquote>
</article></body></html>"""


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("s3://b/k", True),
        ("gs://b/k", True),
        ("https://a.example/", False),
        ("file:///etc/passwd", False),
        ("s3", False),
    ],
)
def test_what_is_an_object(name: str, wanted: bool) -> None:
    assert is_stored(name) is wanted


def test_an_address_in_a_list_is_no_way_into_a_store(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text('{"url": "s3://bucket/key.html"}\n', encoding="utf-8")
    (item,) = read_inputs([str(tmp_path / "rows.jsonl")], Reading(config=Config()))
    assert isinstance(item, Item) and isinstance(item.found, Unreadable)
    assert "only http and https" in str(item.found.error)


def test_offline_means_no_store() -> None:
    (item,) = read_inputs(["s3://bucket/key.html"], Reading(config=Config(offline=True)))
    assert isinstance(item, Item) and isinstance(item.found, Unreadable)
    assert "--offline forbids" in str(item.found.error)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    pytest.importorskip("s3fs")
    server = pytest.importorskip("moto.server").ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    patch = pytest.MonkeyPatch()
    host, port = server.get_host_and_port()
    settings = {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "someone",
        "AWS_SECRET_ACCESS_KEY": "a-secret",
        "AWS_DEFAULT_REGION": "us-east-1",
        "HOME": str(tmp_path_factory.mktemp("home")),
    }
    for name, value in settings.items():
        patch.setenv(name, value)
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "AWS_PROFILE"):
        patch.delenv(name, raising=False)
    try:
        import s3fs

        system = s3fs.S3FileSystem(skip_instance_cache=True)
        system.mkdir("archive")
        for n in range(6):
            system.pipe(f"archive/pages/{n}.html", PAGE.format(n=140 + n).encode())
        system.pipe("archive/pages/picture.png", b"\x89PNG")
        system.pipe("archive/pages/empty.html", b"")
        rows = b"".join(json.dumps({"html": PAGE.format(n=n), "id": n}).encode() + b"\n" for n in range(3))
        system.pipe("archive/rows.jsonl.gz", gzip.compress(rows))
        system.pipe("archive/list.txt", b"https://a.example/1\nhttps://a.example/2\n")
        yield system
    finally:
        server.stop()
        patch.undo()


def read(*names: str) -> list[Item]:
    return [item for item in read_inputs(names, Reading(config=Config())) if isinstance(item, Item)]


@pytest.mark.slow
def test_objects_below_a_prefix_by_a_pattern_and_by_name(store: Any) -> None:
    below = [f"s3://archive/pages/{name}.html" for name in (*range(6), "empty")]
    assert [item.name for item in read("s3://archive/pages")] == below
    assert [item.name for item in read("s3://archive/pages/[12].html")] == below[1:3]
    (one,) = read("s3://archive/pages/3.html")
    assert isinstance(one.found, StoredSource)
    assert one.found.read() == RawSource(name=below[3], data=PAGE.format(n=143).encode(), media_type="text/html")
    with pytest.raises(SourceError, match="object is empty"):
        StoredSource(below[6]).read()
    with pytest.raises(SourceError, match="larger than"):
        StoredSource(below[0], limit=10).read()
    with pytest.raises(SourceError, match="no such object"):
        StoredSource("s3://archive/pages/9.html").read()
    for nothing in ("s3://archive/nowhere/", "s3://nobody/pages"):
        (item,) = read(nothing)
        assert isinstance(item.found, Unreadable), item
    assert count_inputs(["s3://archive/pages"], Reading(config=Config()), seconds=60) == 7
    assert count_inputs(["s3://archive/list.txt"], Reading(config=Config()), seconds=60) is None


@pytest.mark.slow
def test_containers_are_read_there(store: Any) -> None:
    found = read("s3://archive/rows.jsonl.gz")
    assert [(item.name, item.origin) for item in found] == [
        (str(n), f"s3://archive/rows.jsonl.gz:{n + 1}") for n in range(3)
    ]
    assert [item.name for item in read("s3://archive/list.txt")] == ["https://a.example/1", "https://a.example/2"]
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    whole = io.BytesIO()
    pq.write_table(pa.table({"html": [PAGE.format(n=1)], "id": ["one"]}), whole)
    store.pipe("archive/rows.parquet", whole.getvalue())
    assert [item.name for item in read("s3://archive/rows.parquet")] == ["one"]
    store.pipe("archive/broken.parquet", b"PAR1")
    (broken,) = read("s3://archive/broken.parquet")
    assert isinstance(broken.found, Unreadable)
    warcio = pytest.importorskip("warcio.warcwriter")
    crawl = io.BytesIO()
    writer = warcio.WARCWriter(crawl, gzip=True)
    page = io.BytesIO(PAGE.format(n=1).encode())
    headers = {"Content-Type": "text/html"}
    writer.write_record(
        writer.create_warc_record("https://a.example/1", "resource", payload=page, warc_headers_dict=headers)
    )
    store.pipe("archive/crawl.warc.gz", crawl.getvalue())
    assert [item.name for item in read("s3://archive/crawl.warc.gz")] == ["https://a.example/1"]


def audit(folder: Path, output: str, *options: str) -> subprocess.CompletedProcess[str]:
    words = [COMMAND, "audit", "s3://archive/pages", "--translator", "argos", "--jobs", "2", "--no-cache"]
    return subprocess.run(
        [*words, "--output", output, *options],
        capture_output=True,
        text=True,
        cwd=folder,
        env={**os.environ, "ARGOS_PACKAGES_DIR": str(folder / "none")},
        timeout=120,
        check=False,
    )


@pytest.mark.slow
def test_the_tables_go_there_whole(store: Any, tmp_path: Path) -> None:
    assert audit(tmp_path, str(tmp_path / "out.jsonl")).returncode == 1
    done = audit(tmp_path, "s3://archive/audits/out.jsonl")
    assert done.returncode == 1, done.stderr
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []
    store.invalidate_cache()
    for name in ("out.jsonl", "out.articles.jsonl", "out.findings.jsonl", "out.errors.jsonl"):
        assert store.cat_file(f"archive/audits/{name}") == (tmp_path / name).read_bytes()
    manifest = json.loads(store.cat_file("archive/audits/out.jsonl.manifest.json"))
    assert manifest["read"] == 6 and "empty.html" in (tmp_path / "out.errors.jsonl").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_store_that_refuses_costs_nothing(store: Any, tmp_path: Path) -> None:
    done = audit(tmp_path, "s3://later/audits/out.jsonl")
    assert done.returncode == 2 and "go on with --resume" in done.stderr and "Traceback" not in done.stderr
    store.mkdir("later")
    began = time.monotonic()
    done = audit(tmp_path, "s3://later/audits/out.jsonl", "--resume")
    assert done.returncode == 1, done.stderr
    assert time.monotonic() - began < 60
    store.invalidate_cache()
    assert store.exists("later/audits/out.jsonl") and not list(tmp_path.glob(".quotecheck*"))


@pytest.mark.slow
def test_uploading_says_what_the_store_says(store: Any, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    with pytest.raises(UsageError, match="--resume"):
        upload([tmp_path / "a"], "s3://not-there/out.jsonl")
