"""From bytes to an article: its body, its quotations, the social posts embedded in it."""

from __future__ import annotations

from quotecheck.extract.decode import decode
from quotecheck.extract.formats import detect
from quotecheck.model import Document, Post
from quotecheck.sources.source import RawSource

__all__ = ["extract", "extract_posts"]


def extract(raw: RawSource) -> Document:
    """Read an article: header, blocks, quotations, posts.

    Raises:
        SourceError: it is empty, binary or too large, or holds no article text (a page that JavaScript has yet to fill,
            a paywall, a list of links).
    """
    from msgspec.structs import replace

    from quotecheck.errors import SourceError
    from quotecheck.extract.quotations import find_speech

    document = _parse(raw)
    article = document.article
    if not article.has_text:
        raise SourceError(
            "no article text found",
            where=raw.name,
            hint="the page may need JavaScript or sit behind a paywall; save the article as shown, and check the file",
        )
    quotations, indirect = find_speech(article)
    return replace(document, article=replace(article, quotations=quotations, indirect=indirect))


def extract_posts(raw: RawSource) -> tuple[Post, ...]:
    """The embedded posts alone; a page without article text has them too.

    Raises:
        SourceError: it is empty, binary or too large.
    """
    return _parse(raw).posts


def _parse(raw: RawSource) -> Document:
    from quotecheck.errors import SourceError

    text = decode(raw)
    try:
        return detect(text, raw).parse(text, raw)
    except SourceError as error:
        if error.where is None:
            raise SourceError(error.message, where=raw.name, hint=error.hint) from error
        raise
