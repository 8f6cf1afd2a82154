from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from quotecheck.config import Config
from quotecheck.errors import SourceError
from quotecheck.sources import expand
from quotecheck.sources.file import FileSource
from quotecheck.sources.stdin import StdinSource

CONFIG = Config()


def names(source: str | Path) -> list[str]:
    return [found.name for found in expand(str(source), CONFIG)]


def refusal(source: str | Path) -> str:
    with pytest.raises(SourceError) as caught:
        for found in expand(str(source), CONFIG):
            found.read()
    return str(caught.value)


def write(path: Path, text: str = "x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_a_file_is_read_as_bytes_with_what_its_name_claims(tmp_path: Path) -> None:
    path = tmp_path / "a.HTML"
    path.write_bytes(b"\xff<p>\r\n")
    (found,) = expand(str(path), CONFIG)
    raw = found.read()
    assert (raw.name, raw.data, raw.media_type) == (str(path), b"\xff<p>\r\n", "text/html")


def test_a_file_of_any_ending_is_read_when_it_is_named(tmp_path: Path) -> None:
    (found,) = expand(str(write(tmp_path / "page.php")), CONFIG)
    assert found.read().media_type is None


def test_a_file_with_wildcards_in_its_name(tmp_path: Path) -> None:
    path = write(tmp_path / "what[1].html")
    assert names(path) == [str(path)]


def test_a_missing_file_suggests_its_neighbour(tmp_path: Path) -> None:
    write(tmp_path / "article.html")
    assert f"did you mean {tmp_path}/article.html?" in refusal(tmp_path / "articel.html")
    assert "no such file" in refusal(tmp_path / "no" / "such.html")


def test_a_forgotten_scheme_is_suggested() -> None:
    assert "write https://www.example.org/news/1" in refusal("www.example.org/news/1")


def test_empty_too_large_and_odd_files(tmp_path: Path) -> None:
    assert "empty" in refusal(write(tmp_path / "a.html", ""))
    with pytest.raises(SourceError, match="larger than an article can be"):
        FileSource(str(write(tmp_path / "b.html", "12345")), 4).read()
    sparse = tmp_path / "c.html"
    with sparse.open("wb") as opened:
        opened.truncate(200 * 1024 * 1024)
    assert "200 MB, and at most 50 MB" in refusal(sparse)
    assert "\n" not in refusal(sparse)


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000, " "])
def test_names_that_cannot_be(name: str) -> None:
    assert refusal(name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_and_a_device_do_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.html")
    assert "name it -" in refusal(tmp_path / "pipe.html")
    assert "device" in refusal("/dev/zero")


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.html")

    def denied(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", denied)
    with pytest.raises(SourceError, match="may not be read"):
        FileSource(str(path)).read()


def test_a_folder_gives_its_articles_in_order(tmp_path: Path) -> None:
    wanted = [write(tmp_path / name) for name in ("a.html", "b.MD", "c.txt", "d/a.mdx", "d/e/b.htm", "f/g.xhtml")]
    for name in ("z.json", ".hidden.html", ".git/a.html", "node_modules/p/readme.md", "d/image.png"):
        write(tmp_path / name)
    assert names(tmp_path) == [str(path) for path in wanted]


def test_a_folder_named_like_an_article_is_a_folder(tmp_path: Path) -> None:
    inside = write(tmp_path / "a.html" / "b.html")
    assert names(tmp_path) == [str(inside)]
    assert names(tmp_path / "a.html") == [str(inside)]


def test_links_that_turn_in_circles_end(tmp_path: Path) -> None:
    path = write(tmp_path / "a" / "b.html")
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a" / "self").symlink_to(tmp_path / "a", target_is_directory=True)
    assert names(tmp_path).count(str(path)) == 1
    assert len(names(tmp_path)) <= 2
    assert str(path) in names(tmp_path / "**" / "*.html")


def test_a_dead_link_in_a_folder_is_not_lost(tmp_path: Path) -> None:
    (tmp_path / "a.html").symlink_to(tmp_path / "gone.html")
    assert "a.html: is a link to" in (said := refusal(tmp_path)) and "which does not exist" in said


def test_a_folder_without_articles(tmp_path: Path) -> None:
    write(tmp_path / "data.json")
    assert f"no articles in folder {tmp_path}" in refusal(tmp_path)


def test_an_unreadable_folder_inside_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "a.html")
    locked = tmp_path / "locked"
    locked.mkdir()
    real = os.scandir

    def scandir(path: str) -> object:
        if str(path) == str(locked):
            raise PermissionError(13, "Permission denied", str(locked))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    first, second = expand(str(tmp_path), CONFIG)
    assert first.read().data == b"x"
    with pytest.raises(SourceError, match="locked: may not be read"):
        second.read()


def test_patterns(tmp_path: Path) -> None:
    for name in ("a.html", "b.html", "b.md", "x/c.html", "x/y/c.html", "x/data.json", "node_modules/c.html"):
        write(tmp_path / name)

    def relative(pattern: str) -> list[str]:
        return [Path(name).relative_to(tmp_path).as_posix() for name in names(tmp_path / pattern)]

    assert relative("*.html") == ["a.html", "b.html"]
    assert relative("**/c.html") == ["x/c.html", "x/y/c.html"]
    assert relative("**/*.html") == ["a.html", "b.html", "x/c.html", "x/y/c.html"]
    assert relative("x/**") == ["x/c.html", "x/y/c.html"]
    assert relative("[!a].*") == ["b.html", "b.md"]
    assert relative("?.md") == ["b.md"]
    assert relative("x/*.json") == ["x/data.json"]
    assert "no article matches" in refusal(tmp_path / "*.docx")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Input:
        def __init__(self, data: bytes) -> None:
            self.buffer = io.BytesIO(data)

    monkeypatch.setattr(sys, "stdin", Input(b"abc"))
    (found,) = expand("-", CONFIG)
    assert (found.name, found.read().data) == ("-", b"abc")
    monkeypatch.setattr(sys, "stdin", Input(b""))
    assert "nothing came in" in refusal("-")
    monkeypatch.setattr(sys, "stdin", Input(b"abcdef"))
    with pytest.raises(SourceError, match="larger"):
        StdinSource("-", 5).read()


def test_addresses_that_are_not_fetched() -> None:
    assert "only http and https" in refusal("ftp://example.org/a")
    assert "name the file itself" in refusal("file:///etc/passwd")
    with pytest.raises(SourceError, match="--offline"):
        expand("https://example.org/a", Config(offline=True))
