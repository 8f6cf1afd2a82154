"""The article's side of the comparison, made ready once for all posts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from quotecheck.align.passages import Candidate, candidates
from quotecheck.facts import join, outside, read
from quotecheck.facts.fact import Facts
from quotecheck.language import identify
from quotecheck.model import Article, Language
from quotecheck.pipeline.prepare import day_of

BODY_SAMPLE = 2000
"""Characters of the body that tell its language; more change nothing."""


_ENGLISH = Language(code="en", confidence=1.0, method="detected")
_WORDS = frozenset(
    "the and of with was were which that from have has had been will would their they its who by".split()
)
"""Words that only English has, or that no other language has three of in one sentence."""


class GroundPassage(Struct, frozen=True, kw_only=True):
    """A passage with its language and facts.

    Attributes:
        context: facts that a reader has beside it: those of the sentence that introduces a quotation, and its speaker.
        quoted: of words of the reporter's own, the parts that are quotations, (start, end).
    """

    candidate: Candidate
    language: Language
    facts: Facts
    context: Facts
    speaker: Facts
    quoted: tuple[tuple[int, int], ...] = ()


class Ground(Struct, frozen=True, kw_only=True):
    """An article ready to be compared with.

    Attributes:
        passages: its English passages; none where it is not in English.
        foreign: its language, where that is not English; else None.
        when: the day of publication.
    """

    article: Article
    passages: list[GroundPassage]
    foreign: Language | None
    when: date | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Names as the article writes them, which a translator must leave alone."""
        return tuple(sorted({name.text for item in self.passages for name in item.facts.names if not name.weak}))


def article_language(article: Article) -> Language:
    """The language of the body; what the page declares is evidence."""
    body = " ".join(block.text for block in article.blocks if block.kind in ("paragraph", "heading", "dek"))
    return identify(body[:BODY_SAMPLE] or article.title or "", declared=article.declared_language)


def prepare_ground(article: Article, language: Language) -> Ground:
    """Read the facts of every English passage."""
    foreign = language if language.known and language.code != "en" else None
    when = day_of(article.published)
    return Ground(article=article, passages=[] if foreign else _passages(article, when), foreign=foreign, when=when)


def _passages(article: Article, when: date | None) -> list[GroundPassage]:
    found = candidates(article)
    facts = [read(candidate.text, "en", when) for candidate in found]
    sentences = defaultdict(list)
    quotations = [candidate for candidate in found if candidate.kind == "quotation"]
    for candidate, own in zip(found, facts, strict=True):
        if candidate.kind != "quotation":
            sentences[candidate.parts[0][0]].append((candidate, own))
    passages = []
    for candidate, own in zip(found, facts, strict=True):
        language = _ENGLISH if _plainly_english(candidate) else identify(candidate.text, declared="en")
        if language.code not in ("en", "und"):
            continue
        speaker = read(candidate.speaker, "en") if candidate.speaker else Facts()
        around = [
            outside(other_facts, other.shared_with(candidate))
            for block, _, _ in (candidate.parts if candidate.kind == "quotation" else ())
            for other, other_facts in sentences[block]
            if other.touches(candidate)
        ]
        passages.append(
            GroundPassage(
                candidate=candidate,
                language=language,
                facts=own,
                context=join([*around, speaker]),
                speaker=speaker,
                quoted=_quoted(candidate, quotations),
            )
        )
    return passages


def _plainly_english(candidate: Candidate) -> bool:
    """Whether a reporter's sentence need not be examined: detecting a language costs as much as reading the facts."""
    return candidate.kind != "quotation" and len(_WORDS.intersection(candidate.text.lower().split())) >= 3


def _quoted(candidate: Candidate, quotations: Sequence[Candidate]) -> tuple[tuple[int, int], ...]:
    """The parts of a passage of one block that are quotations."""
    if candidate.kind == "quotation" or len(candidate.parts) != 1:
        return ()
    return tuple(span for one in quotations if one.touches(candidate) for span in candidate.shared_with(one))
