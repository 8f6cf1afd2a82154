"""The nouns of quotecheck, and nothing else.

Everything that crosses from one room to the next is one of these. The JSON that users see is the encoding of
`Report`, `Comparison`, `FoundPost` and `FoundQuotation`; the JSON Schema is generated from them.

Spans are half open, `[start, end)`, and count Unicode code points. Lines and columns are 1-based.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal

from msgspec import UNSET, Struct, UnsetType

SCHEMA_VERSION = "1.0"

Severity = Literal["error", "warning", "note"]
Verdict = Literal["unmatched", "divergent", "unchecked", "match"]
Aspect = Literal["numbers", "names", "dates", "negation", "certainty", "meaning", "wording"]
BlockKind = Literal["heading", "dek", "paragraph", "caption", "list_item", "blockquote", "teaser"]
QuotationKind = Literal["speech", "title", "scare", "term"]
PassageKind = Literal["headline", "dek", "caption", "quotation", "sentence", "comment"]

UNDETERMINED = "und"
"""ISO 639-2 code for a text whose language could not be told."""


# --------------------------------------------------------------------------------------------- texts and places


class Span(Struct, frozen=True):
    """A stretch of one text: `text == whole[start:end]`."""

    start: int
    end: int
    text: str


class Language(Struct, frozen=True):
    """The language of a text.

    Attributes:
        code: ISO 639-1 code (639-2 where there is none), or "und" where it is unsure.
        confidence: probability, 0 to 1, that `code` is right.
        method: what decided: "given", "declared", "script", "detected", or "unsure".
    """

    code: str
    confidence: float
    method: str

    @property
    def known(self) -> bool:
        return self.code != UNDETERMINED


# --------------------------------------------------------------------------------------------- what extraction finds


class Block(Struct, frozen=True, kw_only=True):
    """A paragraph-like part of an article, in reading order.

    Attributes:
        kind: what it is; a "teaser" is a link to another story and takes no part in the comparison.
        text: its words, white space folded, line breaks inside a paragraph as "\\n".
        line, column: where `text` begins in the source.
        offsets: for every code point of `text`, its offset in the decoded source.
    """

    kind: BlockKind
    text: str
    line: int
    column: int
    offsets: Sequence[int] = ()


class Quotation(Struct, frozen=True, kw_only=True):
    """Words between quotation marks.

    Attributes:
        text: the words, without the outer marks; a quotation split by a reporting clause, or running over several
            paragraphs, is joined by one space, and `parts` tells where each part stands.
        speaker: whom the text gives the words to: a name as written there, or the fullest form that the article has of
            it where a pronoun or a role stands and the text leaves no doubt; None where it does not say.
        cue: the reporting verb ("said", "warned"), as written; None where there is none.
        line, column: where the first word stands in the source.
        parts: (block index, start, end) in the blocks' texts, one for each part.
        mark: the opening mark; a dash for a line of dialogue, ":" for a turn in a transcript, ">" for a block quote
            without marks.
        kind: "speech", somebody's words; "title", a work's name; "term", a word or a phrase that is spoken of;
            "scare", a word or two that the writer keeps a distance from.
    """

    text: str
    speaker: str | None
    cue: str | None
    line: int
    column: int
    parts: tuple[tuple[int, int, int], ...]
    mark: str = '"'
    kind: QuotationKind = "speech"


class Indirect(Struct, frozen=True, kw_only=True):
    """Indirect speech: a sentence that gives somebody's words without marks ("Quell said that …").

    Attributes:
        block, start, end: the sentence, in the text of block number `block`.
        speaker: as in `Quotation`.
        cue: as in `Quotation`.
    """

    block: int
    start: int
    end: int
    speaker: str | None
    cue: str | None


class Article(Struct, frozen=True, kw_only=True):
    """A news article: its header, its blocks in reading order, its quotations, its sentences of indirect speech."""

    title: str | None = None
    dek: str | None = None
    byline: str | None = None
    published: str | None = None
    declared_language: str | None = None
    blocks: tuple[Block, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    indirect: tuple[Indirect, ...] = ()
    line_starts: Sequence[int] = (0,)

    @property
    def has_text(self) -> bool:
        """Whether it has more than headings, captions and teasers."""
        return any(block.kind in ("paragraph", "list_item", "blockquote") for block in self.blocks)

    def position(self, block: int, offset: int) -> tuple[int, int]:
        """Line and column in the source of the code point at `offset` of block number `block`."""
        found = self.blocks[block]
        if not found.offsets:
            return found.line, found.column
        raw = found.offsets[min(offset, len(found.offsets) - 1)]
        line = bisect_right(self.line_starts, raw)
        return line, raw - self.line_starts[line - 1] + 1


ResolutionStatus = Literal["found", "gone", "protected", "unreachable", "refused", "unreadable", "unsupported"]


class Resolution(Struct, frozen=True, kw_only=True):
    """What came of asking a post's platform for its words.

    Attributes:
        status: "found"; "gone", deleted or never there; "protected", not for everybody; "unreachable", trouble on the
            way, which may pass; "refused", by robots.txt or because of where it leads; "unreadable", an answer without
            words; "unsupported", no way to ask.
        at: when it was asked, ISO 8601, UTC.
        url: what was asked; None where nothing was.
        detail: more, in words.
    """

    status: ResolutionStatus
    at: str
    url: str | None = None
    detail: str | None = None


class Post(Struct, frozen=True, kw_only=True):
    """A social post embedded in an article.

    Attributes:
        platform: "x", "bluesky", "mastodon", "instagram", "facebook", "tiktok", "telegram", ...
        handle: without the @.
        posted_at: ISO 8601 date or date and time; None where the page does not say.
        text: the post's own words; None where the page holds only a link.
        truncated: the page holds only the beginning of the words.
        declared_language: what the embed says of the language of `text` (ISO 639-1), if anything.
        reposted_by: who passed it on, where the embed is a repost.
        line, column: where the embed begins in the source.
        offset: the same place, in code points from the start of the source.
        resolution: what came of asking its platform for the words (`--online`); None where it was not asked.
    """

    platform: str
    author: str | None = None
    handle: str | None = None
    posted_at: str | None = None
    url: str | None = None
    text: str | None = None
    truncated: bool = False
    declared_language: str | None = None
    reposted_by: str | None = None
    line: int = 1
    column: int = 1
    offset: int = 0
    resolution: Resolution | None = None


class Suppression(Struct, frozen=True, kw_only=True):
    """What an article's authors ask not to be told of it: `<!-- quotecheck: ignore[bound-changed] reason -->`.

    Attributes:
        rules: names as written there; empty means every rule.
        reason: why, as written; None where it does not say.
        text: the whole of it as it stands in the source.
        line, column: where it stands.
        start, end: the stretch of the source that it is about, in code points; None means all of it.
        problem: what in it is not understood; it then suppresses nothing.
    """

    rules: tuple[str, ...] = ()
    reason: str | None = None
    text: str
    line: int
    column: int
    start: int | None = None
    end: int | None = None
    problem: str | None = None


class Document(Struct, frozen=True, kw_only=True):
    """All that extraction reads from one source."""

    article: Article
    posts: tuple[Post, ...] = ()
    suppressions: tuple[Suppression, ...] = ()


# --------------------------------------------------------------------------------------------- translation


class Translation(Struct, frozen=True, kw_only=True):
    """English for a text, and what made it. Numerals are written the English way."""

    text: str
    engine: str
    model: str


# --------------------------------------------------------------------------------------------- what comparison finds


class Passage(Struct, frozen=True, kw_only=True):
    """Anything in the article that a post can be compared with."""

    kind: PassageKind
    text: str
    speaker: str | None
    line: int
    column: int


class Alignment(Struct, frozen=True, kw_only=True):
    """A post and a passage that renders it: the score, 0 to 1, and the parts it is made of."""

    passage: Passage
    score: float
    parts: dict[str, float]


class PostSpan(Struct, frozen=True, kw_only=True):
    """Where a finding stands in a post's text. `index` is the post's place in the report."""

    start: int
    end: int
    text: str
    index: int | UnsetType = UNSET


class PassageSpan(Struct, frozen=True, kw_only=True):
    """Where a finding stands in a passage; `context` is the whole passage, which `start` and `end` count in."""

    start: int
    end: int
    text: str
    kind: PassageKind | UnsetType = UNSET
    line: int | UnsetType = UNSET
    column: int | UnsetType = UNSET
    context: str | UnsetType = UNSET


class Finding(Struct, frozen=True, kw_only=True):
    """A rule that fired. A side is None where the finding is about the other side alone."""

    rule: str
    severity: Severity
    confidence: float
    message: str
    post: PostSpan | None
    passage: PassageSpan | None


class Comparison(Struct, frozen=True, kw_only=True):
    """One post against one quote."""

    id: str | int | None
    language: Language
    translation: Translation | None
    similarity: float
    verdict: Verdict
    checked: tuple[Aspect, ...]
    findings: tuple[Finding, ...]


class FailedComparison(Struct, frozen=True, kw_only=True):
    """A line of `compare --input` that could not be read."""

    id: str | int | None
    error: str


class FoundPost(Struct, frozen=True, kw_only=True):
    """A post as `quotecheck posts` prints it; `resolution` is absent where its platform was not asked."""

    platform: str
    author: str | None
    handle: str | None
    posted_at: str | None
    url: str | None
    text: str | None
    truncated: bool
    language: Language | None
    line: int
    resolution: Resolution | UnsetType = UNSET


class FoundQuotation(Struct, frozen=True, kw_only=True):
    """A quotation as `quotecheck quotes` prints it; `kind` is absent where it is speech."""

    text: str
    speaker: str | None
    cue: str | None
    line: int
    kind: QuotationKind | UnsetType = UNSET


class CheckedPost(FoundPost, frozen=True, kw_only=True):
    """A post in a report: what was found, and what came of comparing it."""

    column: int
    reposted_by: str | None
    translation: Translation | None
    verdict: Verdict
    checked: tuple[Aspect, ...]
    alignments: tuple[Alignment, ...]


class ArticleHeader(Struct, frozen=True, kw_only=True):
    """What a report says of the article itself."""

    title: str | None
    dek: str | None
    byline: str | None
    published: str | None
    language: Language


class Tool(Struct, frozen=True, kw_only=True):
    """What produced a report."""

    name: str
    version: str
    translators: tuple[str, ...]
    embedders: tuple[str, ...]


class Summary(Struct, frozen=True, kw_only=True):
    """Counts: of posts, by verdict; of findings, by severity.

    Attributes:
        suppressed: findings that the article's own comments suppress; absent where it has no such comment.
        known: findings that a baseline knows; absent where no baseline was given.
    """

    posts: int
    verdicts: dict[str, int]
    findings: dict[str, int]
    suppressed: int | UnsetType = UNSET
    known: int | UnsetType = UNSET


class Report(Struct, frozen=True, kw_only=True):
    """All that came of checking one source."""

    schema_version: str
    tool: Tool
    source: str
    article: ArticleHeader
    posts: tuple[CheckedPost, ...]
    findings: tuple[Finding, ...]
    summary: Summary


class FailedReport(Struct, frozen=True, kw_only=True):
    """A source that could not be read, and why."""

    schema_version: str
    tool: Tool
    source: str
    error: str


class ReportSummary(Struct, frozen=True, kw_only=True):
    """Counts over several reports; `suppressed` and `known` as in `Summary`, absent where no report has them."""

    sources: int
    unreadable: int
    posts: int
    verdicts: dict[str, int]
    findings: dict[str, int]
    suppressed: int | UnsetType = UNSET
    known: int | UnsetType = UNSET


class Reports(Struct, frozen=True, kw_only=True):
    """The reports of several sources, in the order they were given."""

    schema_version: str
    reports: tuple[Report | FailedReport, ...]
    summary: ReportSummary


class Pair(Struct, frozen=True, kw_only=True):
    """A post and the words of a quote, given by the caller to be compared.

    Attributes:
        id: the caller's own.
        post: the post's text.
        quote: the words inside the quotation marks.
        lang: the post's language (ISO 639-1), trusted, then checked.
        author, speaker: whose post it is, and whom the article gives the words to.
        posted_at, published: ISO 8601, of the post and of the article.
    """

    id: str | int | None = None
    post: str
    quote: str
    lang: str | None = None
    author: str | None = None
    speaker: str | None = None
    posted_at: str | None = None
    published: str | None = None
