"""What a rule is, and what it is given.

A rule is one file in this folder that ends in `RULE = ItsClass()`. It is found by being there: no list names it.
Its class docstring is its documentation, in sections headed "What it does", "Examples", "What to do" and "Reads".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from msgspec import Struct

from quotecheck.align.words.aligner import WordAlignment
from quotecheck.facts.fact import Facts
from quotecheck.model import Article, Language, PassageKind, Post, Severity, Translation

Similarity = Callable[[Sequence[str]], Sequence[float]]
Likeness = Callable[[Sequence[str], Sequence[str]], Sequence[Sequence[float]]]


class Side(Struct, frozen=True, kw_only=True):
    """One side of a comparison: a text, its language, and the facts in it."""

    text: str
    language: Language
    facts: Facts


class Case(Struct, frozen=True, kw_only=True):
    """A post and a passage that renders it.

    Attributes:
        post: the whole post; spans count in its text.
        passage: the whole passage.
        segment: the part of the post's text, (start, end), that the passage renders; all of it where that is not
            known. What lies outside is not missing from the passage: a partial quote is legitimate.
        thread: facts of the other posts of the same thread, and of the post's author line, that a passage may draw on.
        context: facts of the article around the passage that a reader has at hand (its headline, the sentence that
            introduces the quotation), which are therefore not missing from it.
        kind: what the passage is. Only what stands inside quotation marks is bound to the words.
        author, handle: who wrote the post.
        speaker: whom the article gives the words to; None where it does not say.
        truncated: the page holds only the beginning of the post: what is not in it may be in the rest, so nothing in
            the passage can be called added.
        translation: English for the post, for wording alone, never for facts; None where there is none.
        similarity: score of the alignment, 0 to 1.
        similar: cosine similarity, -1 to 1, of the segment with each of the given English texts, by the cross-language
            embedding; None where no embedding reads the language.
        alike: cosine similarity of each of some texts in the post's language (rows) with each of some English texts
            (columns); None where the embedding is too slow for single words or reads the language not at all, and where
            the passage renders other posts of the thread as well.
        between: as `alike`, wherever any embedding reads the language, and perhaps slow: for a few clauses, no single
            words.
        aligned: the words of the segment and of the passage that stand for each other, spans counted from the start of
            each; None where no model here can align words, and where `alike` is None for the thread's sake.
        also_quoted: the article's other quotations that render the post: what one leaves out another may give.
        aliases: groups of names that the settings say are one.
        told: the passage is a part of a reporter's sentence, and tells the segment.
        unsure: the passage may render something else: what has no counterpart at all tells only that.
        partly: the passage is a reporter's sentence that tells something of the segment, and much that is not in it.
        sentence: the whole of that sentence.
        untold: the same without its other parts whose denials are known to tell those of the post.
    """

    post: Side
    passage: Side
    segment: tuple[int, int]
    kind: PassageKind
    thread: Facts = Facts()
    context: Facts = Facts()
    author: str | None = None
    handle: str | None = None
    speaker: str | None = None
    truncated: bool = False
    translation: Translation | None = None
    similarity: float = 0.0
    similar: Similarity | None = None
    alike: Likeness | None = None
    between: Likeness | None = None
    aligned: Callable[[], WordAlignment | None] | None = None
    also_quoted: tuple[str, ...] = ()
    aliases: tuple[tuple[str, ...], ...] = ()
    told: bool = False
    partly: bool = False
    unsure: bool = False
    sentence: str = ""
    untold: str = ""

    @property
    def literal(self) -> bool:
        """Whether the passage is held to what the segment says: the words inside quotation marks are, and so is what a
        reporter tells of it. Only the first may add nothing."""
        return self.kind == "quotation" or self.told


class PostState(Struct, frozen=True, kw_only=True):
    """A post after all its alignments: what rules about the post itself are given.

    Attributes:
        matched: some passage renders it; None where that could not be told.
        unchecked_because: why too little could be compared to say anything, else None.
        untranslated_hint: the command that would install an engine for its language, where none is installed.
        alone: it was given as one half of a pair (`compare`), not found in an article.
        article_language: language of the article.
    """

    post: Post
    language: Language
    translation: Translation | None
    matched: bool | None
    unchecked_because: str | None
    untranslated_hint: str | None
    checked: Sequence[str]
    alone: bool = False
    article_language: Language | None = None


class ArticleState(Struct, frozen=True, kw_only=True):
    """What rules about the article alone are given.

    Attributes:
        quotation_languages: of each of its quotations.
        unmatched: places of the quotations that it says an author of its posts wrote, and that no post renders.
    """

    article: Article
    quotation_languages: Sequence[Language]
    unmatched: Sequence[int] = ()


class Hit(Struct, frozen=True, kw_only=True):
    """What a rule reports; the engine makes a Finding of it.

    Attributes:
        message: one sentence, with both values as understood.
        confidence: probability, 0 to 1, that a careful reader would agree.
        post, passage: (start, end) in the two texts; None for a side it is not about.
        severity: where it differs from the rule's default.
        block: for rules about the article alone: (block index, start, end) instead of `passage`.
    """

    message: str
    confidence: float
    post: tuple[int, int] | None = None
    passage: tuple[int, int] | None = None
    severity: Severity | None = None
    block: tuple[int, int, int] | None = None


class Rule:
    """Base of all rules.

    Attributes:
        name: kebab case, explains itself.
        severity: default severity.
        summary: one line for lists.
        needs: kinds of fact ("numbers", "names", ...) that must have been read on both sides for the rule to run.
        tables: further tables of a language's data file ("antonyms", ...) without which the rule says nothing.
        reads_parts: it can tell something of a sentence that renders a post only in part (`Case.partly`).
    """

    name: ClassVar[str]
    severity: ClassVar[Severity]
    summary: ClassVar[str]
    needs: ClassVar[frozenset[str]] = frozenset()
    tables: ClassVar[frozenset[str]] = frozenset()
    reads_parts: ClassVar[bool] = False


class AlignmentRule(Rule):
    """Compares a post with a passage that renders it."""

    def check(self, case: Case) -> Iterable[Hit]:
        raise NotImplementedError


class PostRule(Rule):
    """Looks at one post."""

    def check(self, state: PostState) -> Iterable[Hit]:
        raise NotImplementedError


class ArticleRule(Rule):
    """Looks at the article alone."""

    def check(self, state: ArticleState) -> Iterable[Hit]:
        raise NotImplementedError
