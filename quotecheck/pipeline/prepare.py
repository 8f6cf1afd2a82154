"""Posts made ready for comparison, many at a time: language, facts, sentences, English."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from quotecheck.align.texts import Unit, units
from quotecheck.facts import read
from quotecheck.facts.fact import Facts
from quotecheck.language import identify
from quotecheck.model import Language, Translation
from quotecheck.pipeline.workbench import Workbench

if TYPE_CHECKING:
    from quotecheck.align.embedders import CachedEmbedder


class Draft(Struct, frozen=True, kw_only=True):
    """A post's text and what its surroundings say of it.

    Attributes:
        declared: language that the embed declares.
        given: language that the user gives.
        when: ISO 8601 date or time of the post.
        names: names that the English side writes as the post does; a translator must not translate them.
    """

    text: str
    declared: str | None = None
    given: str | None = None
    when: str | None = None
    names: tuple[str, ...] = ()


class Prepared(Struct, frozen=True, kw_only=True):
    """A post made ready.

    Attributes:
        english: English of each unit; None where nothing here translates the language.
        translation: the English of the whole; None as well where the post is English already.
        embedder: the embedding that reads its language; None where none here does.
    """

    text: str
    language: Language
    facts: Facts
    units: list[Unit]
    english: list[str] | None
    translation: Translation | None
    embedder: CachedEmbedder | None


def day_of(when: str | None) -> date | None:
    """The calendar day of an ISO 8601 date or time; None where it is neither."""
    if not when:
        return None
    try:
        return datetime.fromisoformat(when).date()
    except ValueError:
        return None


def prepare(drafts: Sequence[Draft], bench: Workbench) -> list[Prepared]:
    """Identify, read and translate posts; all sentences of one language are translated together."""
    languages = [identify(draft.text, declared=draft.declared, given=draft.given) for draft in drafts]
    facts = [
        read(draft.text, language.code, day_of(draft.when)) for draft, language in zip(drafts, languages, strict=True)
    ]
    split = [
        units(draft.text, language.code, fact, owner=index)
        for index, (draft, language, fact) in enumerate(zip(drafts, languages, facts, strict=True))
    ]
    english = _translate(drafts, languages, split, bench)
    return [
        Prepared(
            text=draft.text,
            language=language,
            facts=fact,
            units=post_units,
            english=_words(draft.text, language, post_units, sentences),
            translation=_whole(draft.text, post_units, sentences),
            embedder=bench.embedders.reading(language.code) if language.known else None,
        )
        for draft, language, fact, post_units, sentences in zip(drafts, languages, facts, split, english, strict=True)
    ]


def _translate(
    drafts: Sequence[Draft], languages: Sequence[Language], split: Sequence[list[Unit]], bench: Workbench
) -> list[list[Translation] | None]:
    """The translations of each post's units, or None for a post that nothing here translates."""
    batches: dict[tuple[str, tuple[str, ...]], list[tuple[int, int, str]]] = defaultdict(list)
    for index, (draft, language, post_units) in enumerate(zip(drafts, languages, split, strict=True)):
        if language.known and language.code != "en":
            for number, unit in enumerate(post_units):
                sentence = draft.text[unit.start : unit.end]
                names = tuple(sorted({name for name in draft.names if name in sentence}))
                batches[language.code, names].append((index, number, sentence))
    done: dict[tuple[int, int], Translation | None] = {}
    for (lang, names), batch in batches.items():
        texts = [sentence for _, _, sentence in batch]
        for (index, number, _), translation in zip(batch, bench.translators.translate(texts, lang, names), strict=True):
            done[index, number] = translation
    results: list[list[Translation] | None] = []
    for index, post_units in enumerate(split):
        found = [done.get((index, number)) for number in range(len(post_units))]
        whole = [translation for translation in found if translation is not None]
        results.append(whole if whole and len(whole) == len(found) else None)
    return results


def _words(
    text: str, language: Language, post_units: Sequence[Unit], sentences: list[Translation] | None
) -> list[str] | None:
    """English to compare words with: an English post's own."""
    if language.code == "en":
        return [unit.clean for unit in post_units]
    return [sentence.text for sentence in sentences] if sentences is not None else None


def _whole(text: str, post_units: Sequence[Unit], sentences: list[Translation] | None) -> Translation | None:
    """The translated sentences with what stood between them."""
    if not sentences:
        return None
    pieces, at = [], 0
    for unit, sentence in zip(post_units, sentences, strict=True):
        pieces += [text[at : unit.start], sentence.text]
        at = unit.end
    pieces.append(text[at:])
    engines = dict.fromkeys(sentence.engine for sentence in sentences)
    models = dict.fromkeys(sentence.model for sentence in sentences)
    return Translation(text="".join(pieces).strip(), engine="+".join(engines), model="+".join(models))


def untranslated_hint(post: Prepared, bench: Workbench) -> str | None:
    """The command that would install a translator for a post that none here translates."""
    if post.english is not None or not post.language.known or not post.units:
        return None
    failed = bench.translators.available(post.language.code)
    if failed is not None:
        return f"{failed}, which is installed for it, failed; `quotecheck models doctor` examines it"
    return bench.translators.hint(post.language.code)
