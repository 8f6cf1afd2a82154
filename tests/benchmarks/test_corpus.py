"""The archive that audits are measured with: the same everywhere, and read as it is meant to be."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from quotecheck.extract import extract
from quotecheck.sources.source import RawSource

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def corpus() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BENCHMARKS))
        yield importlib.import_module("corpus")


def test_a_page_is_told_by_its_number_alone(corpus: ModuleType) -> None:
    pages = [corpus.page(number) for number in range(30)]
    assert pages == [corpus.page(number) for number in range(30)]
    assert len(set(pages)) == 30


def test_every_page_has_a_post_and_eight_quotations(corpus: ModuleType) -> None:
    for number in range(20):
        data = corpus.page(number).encode()
        found = extract(RawSource(name=f"{number}.html", data=data, media_type="text/html"))
        assert [post.platform for post in found.posts] == ["x"]
        assert found.posts[0].declared_language in corpus.LANGUAGES
        assert len(found.article.quotations) == corpus.QUOTES
        assert found.article.published is not None


def test_posts_are_repeated_as_often_as_asked(corpus: ModuleType) -> None:
    def different(repeats: float) -> int:
        return len({_post(corpus.page(number, repeats, 100)) for number in range(100)})

    assert different(0.0) == 100
    assert different(1.0) <= corpus.VIRAL * 100 // 1000


def test_an_archive_is_written_and_read_back(corpus: ModuleType, tmp_path: Path) -> None:
    size = corpus.write(tmp_path, 5, first=998)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0000", "0001"]
    assert sum(map(len, corpus.read(tmp_path))) == size


def _post(page: str) -> str:
    return page.split("<blockquote", 1)[1].split("</blockquote>", 1)[0].split("status/")[1].split("?")[0]
