"""`quotecheck compare`: one pair, or many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import tee
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Option

from quotecheck.cli import options

if TYPE_CHECKING:
    from quotecheck.cli.output import Target
    from quotecheck.cli.terminal import TerminalProgress
    from quotecheck.config import Config
    from quotecheck.exit_codes import Outcome
    from quotecheck.model import FailedComparison, Pair
    from quotecheck.report import Compared


def compare(
    post: Annotated[str | None, Option("--post", help="The post's words.", metavar="TEXT")] = None,
    quote: Annotated[str | None, Option("--quote", help="The words inside the marks.", metavar="TEXT")] = None,
    pairs: Annotated[
        Path | None, Option("--input", "-i", help="Pairs, one JSON object a line; - for stdin.", metavar="FILE")
    ] = None,
    lang: options.Lang = None,
    form: options.Formats = None,
    output: options.Output = None,
    config: options.ConfigFile = None,
    translator: options.TranslatorName = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    fail_on: options.FailOn = None,
    min_confidence: options.MinConfidence = None,
    jobs: options.Jobs = None,
    offline: options.Offline = False,
    allow_private: options.AllowPrivate = False,
    allow_unchecked: options.AllowUnchecked = False,
    no_cache: options.NoCache = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> int:
    """Compare a post with a quote, or many pairs."""
    from quotecheck.cli.formats import targets
    from quotecheck.cli.output import emit_all
    from quotecheck.cli.terminal import TerminalProgress, style_for
    from quotecheck.exit_codes import Outcome

    chosen = targets(form, output)
    settings = options.settings(
        config,
        translator=translator,
        select=select,
        ignore=ignore,
        fail_on=fail_on,
        min_confidence=min_confidence,
        lang=lang,
        jobs=jobs,
        offline=offline,
        allow_private=allow_private,
        allow_unchecked=allow_unchecked,
        no_cache=no_cache,
        verbose=verbose,
    )
    given = _given(post, quote, pairs, settings.lang)
    outcome = Outcome()
    with TerminalProgress(quiet=quiet) as progress:

        def rendered(target: Target, found: Iterable[Compared]) -> Iterator[str]:
            style = style_for(to_file=target.output is not None, verbose=settings.verbose)
            return target.form.comparisons(found, one=pairs is None, style=style)

        emit_all(_results(given, settings, progress, outcome), chosen, rendered)
    return outcome.code(settings.fail_on, lenient=settings.allow_unchecked)


def _given(
    post: str | None, quote: str | None, pairs: Path | None, lang: str | None
) -> Iterator[Pair | FailedComparison]:
    """The pairs to compare.

    Raises:
        UsageError: neither a pair nor a file is given, or both are.
    """
    from quotecheck.errors import UsageError
    from quotecheck.model import Pair

    if pairs is not None:
        if post is not None or quote is not None:
            raise UsageError("--input cannot be used together with --post and --quote")
        return _from_file(pairs)
    if post is None or quote is None:
        missing = "--post and --quote" if post is None and quote is None else "--post" if post is None else "--quote"
        raise UsageError(f"{missing} missing", hint="give --post and --quote, or --input FILE")
    for name, words in (("--post", post), ("--quote", quote)):
        if any("\ud800" <= char <= "\udfff" for char in words):
            raise UsageError(f"{name} is not UTF-8 text")
        if not words.strip():
            raise UsageError(f"{name} is empty")
    return iter([Pair(post=post, quote=quote, lang=lang)])


def _from_file(path: Path) -> Iterator[Pair | FailedComparison]:
    import sys

    from quotecheck.errors import SourceError
    from quotecheck.sources.pairs import bounded_lines, read_pairs

    try:
        stream = sys.stdin.buffer if str(path) == "-" else path.open("rb")
    except OSError as error:
        raise SourceError(f"cannot be read: {error.strerror or error}", where=str(path)) from None
    return read_pairs(bounded_lines(stream))


def _results(
    given: Iterator[Pair | FailedComparison], config: Config, progress: TerminalProgress, outcome: Outcome
) -> Iterator[Compared]:
    """Each comparison with its pair; a line that could not be read is said on stderr at once."""
    from quotecheck.cli.terminal import complain
    from quotecheck.errors import SourceError
    from quotecheck.model import FailedComparison
    from quotecheck.pipeline import compare_many

    # compare_many works in batches and in order; tee keeps the pairs of the batch under way, and no more.
    compared, shown = tee(given)
    for pair, result in zip(shown, compare_many(compared, config=config, progress=progress), strict=False):
        outcome.see(result)
        progress.clear()
        if isinstance(result, FailedComparison):
            complain(f"pair {result.id}: {result.error}" if result.id is not None else result.error)
        yield (None if isinstance(pair, FailedComparison) else pair), result
    if not outcome.read and not outcome.unread:
        raise SourceError("there are no pairs to compare")
