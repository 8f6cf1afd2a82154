"""From sources to reports: the rooms called in order. `check` and `compare` are the doors for Python users."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import UNSET, Struct, structs

from quotecheck.config import Config
from quotecheck.errors import QuotecheckError, SourceError
from quotecheck.model import (
    SCHEMA_VERSION,
    Comparison,
    FailedComparison,
    FailedReport,
    FoundPost,
    FoundQuotation,
    Pair,
    Report,
)
from quotecheck.progress import Progress, Silent
from quotecheck.sources.file import FileSource
from quotecheck.sources.source import RawSource, Source

if TYPE_CHECKING:
    from quotecheck.pipeline.workbench import Workbench


class Unreadable(Struct, frozen=True):
    """A source that turned out unreadable before it was opened, and why."""

    name: str
    error: SourceError


Found = Source | RawSource | Unreadable


def check(source: str | Path, *, config: Config | None = None) -> Report:
    """Check one article.

    Args:
        source: a file or a URL.
        config: settings; the defaults where it is None.

    Returns:
        The report.

    Raises:
        SourceError: the source cannot be read, or holds no article text.
        UsageError: the configuration asks for something that does not exist.
    """
    from quotecheck.pipeline.workbench import Workbench

    settings = config or Config()
    with Workbench(settings) as bench:
        return check_raw(_read_one(str(source), settings), bench)


def check_many(
    sources: Sequence[str], *, config: Config, progress: Progress | None = None, since: str | None = None
) -> Iterator[Report | FailedReport]:
    """Check many sources, in order. One that cannot be read costs nothing but itself.

    Args:
        sources: files, folders, globs, URLs, "-" for standard input.
        config: settings.
        progress: told of every article.
        since: a revision of git; of the files only those that differ from it are checked.

    Raises:
        UsageError: the configuration asks for something that does not exist, or git does not know the revision.
    """
    from quotecheck.pipeline.workbench import Workbench

    with Workbench(config, progress or Silent()) as bench:
        _ = bench.rules  # a wrong rule name is told before any work is done
        found = [item for source in sources for item in _expand(source, config)]
        if since is not None:
            from quotecheck.sources.changed import Changed

            changed = Changed(since)
            found = [item for item in found if not isinstance(item, FileSource) or changed.holds(item.name)]
        for done, report in enumerate(_reports(found, bench), 1):
            yield report
            bench.progress.update("checking articles", done, len(found))


def compare(post: str, quote: str, *, lang: str | None = None, config: Config | None = None) -> Comparison:
    """Compare one post with one English quote.

    Args:
        post: the post's text.
        quote: the words inside the quotation marks.
        lang: the post's language (ISO 639-1) where it is known.
        config: settings; the defaults where it is None.

    Raises:
        UsageError: the configuration asks for something that does not exist.
    """
    result = next(iter(compare_many([Pair(post=post, quote=quote, lang=lang)], config=config or Config())))
    assert isinstance(result, Comparison)
    return result


def compare_many(
    pairs: Iterable[Pair | FailedComparison], *, config: Config, progress: Progress | None = None
) -> Iterator[Comparison | FailedComparison]:
    """Compare many pairs, in order; what could not be read passes through.

    Raises:
        UsageError: the configuration asks for something that does not exist.
    """
    from quotecheck.pipeline.pairs import compare_pairs
    from quotecheck.pipeline.workbench import Workbench

    with Workbench(config, progress or Silent()) as bench:
        _ = bench.rules
        yield from compare_pairs(pairs, bench)


def find_posts(source: str, *, config: Config) -> list[FoundPost]:
    """The embedded posts of one source, as found.

    Raises:
        SourceError: it cannot be read.
    """
    from quotecheck.extract import extract_posts
    from quotecheck.language import identify
    from quotecheck.pipeline.found import found_post

    posts = extract_posts(_read_one(source, config))
    if config.online:
        from quotecheck.cache import Cache
        from quotecheck.online import resolve

        with closing(Cache.open(config)) as cache:
            posts = resolve(posts, config, cache)
    return [
        found_post(post, identify(post.text or "", declared=post.declared_language, given=config.lang))
        for post in posts
    ]


def find_quotations(source: str, *, config: Config) -> list[FoundQuotation]:
    """The quotations of one source and their speakers, in reading order.

    Raises:
        SourceError: it cannot be read, or holds no article text.
    """
    from quotecheck.extract import extract

    article = extract(_read_one(source, config)).article
    return [
        FoundQuotation(
            text=found.text,
            speaker=found.speaker,
            cue=found.cue,
            line=found.line,
            kind=UNSET if found.kind == "speech" else found.kind,
        )
        for found in article.quotations
    ]


def _reports(found: Sequence[Found], bench: Workbench) -> Iterator[Report | FailedReport]:
    if bench.config.jobs == 1 or len(found) == 1:
        for item in found:
            yield check_item(item, bench)
        return
    from quotecheck.pipeline.workers import WorkerDied, Workers

    tasks = (_here(item) for item in found)
    workers = Workers(check_item, bench.config, bench.progress)
    for item, report in workers.ordered(tasks, known=lambda item: recall_found(item, bench)):
        yield failed(item.name, report) if isinstance(report, WorkerDied) else report


def recall_found(item: Found, bench: Workbench) -> Report | None:
    """The report of what was checked before just as it is now, where asking costs no fetching. A worker that is given
    it all the same asks again: another may have checked the same bytes meanwhile."""
    if not isinstance(item, FileSource | RawSource):
        return None
    try:
        raw = item if isinstance(item, RawSource) else item.read()
        return bench.results.recall(raw, bench.results.key(raw))
    except SourceError:
        return None


def check_item(item: Found, bench: Workbench) -> Report | FailedReport:
    """Check one source that was found; a failure is a result too."""
    try:
        if isinstance(item, Unreadable):
            raise item.error
        return check_raw(item if isinstance(item, RawSource) else item.read(), bench)
    except SourceError as error:
        return failed(item.name, error)


def check_raw(raw: RawSource, bench: Workbench) -> Report:
    """Check one article, or say what an earlier run found in just the same.

    Raises:
        SourceError: it holds no article text.
    """
    key = bench.results.key(raw)
    report = bench.results.recall(raw, key)
    if report is None:
        from quotecheck.extract import extract
        from quotecheck.pipeline.article import check_document

        document = extract(raw)
        if bench.config.online:
            from quotecheck.online import resolve

            document = structs.replace(document, posts=resolve(document.posts, bench.config, bench.cache))
        report = check_document(raw.name, document, bench)
        bench.results.keep(key, report)
    return report


def _here(item: Found) -> Found:
    """Standard input can be read only in this process."""
    from quotecheck.sources.stdin import StdinSource

    if not isinstance(item, StdinSource):
        return item
    try:
        return item.read()
    except SourceError as error:
        return Unreadable(name=item.name, error=error)


def _expand(source: str, config: Config) -> Iterator[Found]:
    from quotecheck.sources import expand

    try:
        yield from expand(source, config)
    except SourceError as error:
        yield Unreadable(name=source, error=error)


def failed(name: str, error: QuotecheckError) -> FailedReport:
    """The result of a source that could not be read or checked."""
    from quotecheck.pipeline.found import tool

    message = f"{error.message} ({error.hint})" if error.hint else error.message
    return FailedReport(schema_version=SCHEMA_VERSION, tool=tool(), source=name, error=message)


def _read_one(source: str, config: Config) -> RawSource:
    """Read a source that must be exactly one article."""
    from quotecheck.sources import expand

    found = list(expand(source, config))
    if len(found) != 1:
        raise SourceError(
            f"holds {len(found)} articles where one is wanted", where=source, hint="name one file, or use `check`"
        )
    return found[0].read()
