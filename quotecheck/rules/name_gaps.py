"""Names of the post whose capital may have another reason, and that the passage lacks: first words of a sentence,
German nouns.

Whether such a word is a name is told by putting it into the passage: a name that was left out brings the two closer
together, a word that the passage translates does not.
"""

from __future__ import annotations

from quotecheck.facts.fact import Name
from quotecheck.facts.folding import fold
from quotecheck.facts.names import english
from quotecheck.facts.names.lexicon import lexicon
from quotecheck.facts.names.matching import listed
from quotecheck.facts.names.mentions import in_english
from quotecheck.facts.names.reading import NOUNS_WITH_CAPITALS
from quotecheck.facts.names.sounds import romanise
from quotecheck.facts.names.words import words
from quotecheck.rules.base import Case

CLOSER = 0.055
"""Least gain in cosine of putting the name in."""
MOST = 4
"""Words that are tried; each costs an embedding."""
SHORTEST = 4
TRUSTED = frozenset({"es", "fr", "it", "pt", "pl", "ru"})
"""Languages where the gain is enough. Elsewhere the word must be an English name besides: German writes every noun
with a capital, and the embedding that reads Czech rewards any word of the post that is put in."""
TRANSLATED = 0.75
TRANSLATED_NOUN = 0.6
TRANSLATED_OPENER = 0.47
"""Least cosine of a word of the post and one of the passage that is its translation; the second for German, which
writes every noun with a capital, the third for single words whose capital may well have another reason. Names that a
passage lacks stay below .5, but for words that embeddings do not know; translated words are mostly above .6."""
_LEAST = 3
_TELLING = frozenset({"may", "might", "more", "less", "than", "are", "most", "least"})
"""Small words that say as much as others."""
RENDERED = 0.6
"""Likeness to a word of the passage, each in its sentence, from which a doubtful name is a word that was translated."""
RENDERED_MUTUALLY = 0.45
"""The same where that word, in small letters, is like no other word of the post."""
WITHOUT_CAPITALS = frozenset({"zh", "ja", "hi", "ar", "fa", "he", "ko"})


def gaps(case: Case, lone: list[Name]) -> list[Name]:
    """Those of the doubtful names that were left out of the passage.

    Args:
        case: a post and a quotation of it.
        lone: names of the post that the passage does not have, sure ones among them.
    """
    lang = case.post.language.code
    if case.similar is None or case.kind != "quotation" or lang in WITHOUT_CAPITALS:
        return []
    doubtful = [
        name for name in lone if name.weak and len(name.text) >= SHORTEST and (lang in TRUSTED or _known(name))
    ][:MOST]
    if not doubtful:
        return []
    text = case.passage.text
    base, *filled = case.similar([text, *(_filled(text, name, len(case.post.text)) for name in doubtful)])
    return [
        name
        for name, score in zip(doubtful, filled, strict=True)
        if score - base >= CLOSER and not (_opener(name) and translated(case, name, TRANSLATED_OPENER))
    ]


def translated(case: Case, name: Name, least: float | None = None) -> bool:
    """Whether every word of what looks like a name is a word that the passage translates: Liter Regen, Fabryka.

    Args:
        case: a post and a passage of it.
        name: a name of the post.
        least: least cosine of a word and its translation, both alone and in lower case; by the language where None.
    """
    if case.alike is None or name.text.isupper():
        return False
    if least is None:
        least = TRANSLATED_NOUN if case.post.language.code in NOUNS_WITH_CAPITALS else TRANSLATED
    small = lexicon("en").openers
    own = [word.text.lower() for word in words(name.text) if len(word.text) > 2]
    theirs = [
        word.text.lower()
        for word in words(case.passage.text)
        if len(word.text) > 2 and (word.folded not in small or word.folded in _TELLING)
    ]
    if not own or not theirs:
        return False
    return all(max(row) >= least for row in case.alike(own, theirs))


def translated_word(case: Case, ours: Name) -> bool:
    """Whether a doubtful name of the post is a word that the passage has a counterpart for: "Dice" and "says"."""
    aligned = case.aligned() if ours.weak and not listed(ours) and case.aligned is not None else None
    if aligned is None:
        return False
    start, end = ours.start - case.segment[0], ours.end - case.segment[0]
    own = [index for index, word in enumerate(aligned.post) if word.start < end and start < word.end]
    likeness = max((aligned.post[index].best[1] for index in own), default=0.0)
    if likeness >= RENDERED or len(own) != 1:
        return likeness >= RENDERED
    other = aligned.passage[aligned.post[own[0]].counterpart]
    written = case.passage.text[other.start : other.end]
    mutual = other.counterpart == own[0] and written.islower() and len(written) >= _LEAST
    return mutual and likeness >= RENDERED_MUTUALLY


def _opener(name: Name) -> bool:
    return " " not in name.text


def _known(name: Name) -> bool:
    """Whether English has the word as a name and as nothing else."""
    word = romanise(fold(name.text))
    return english.is_name(word) and not english.is_word(word)


def _filled(text: str, name: Name, length: int) -> str:
    """The passage with the name at that end of it which is nearer to its place in the post."""
    written = in_english(name)
    if (name.start + name.end) < length:
        return f"{written} {text[:1].lower()}{text[1:]}"
    return f"{text.rstrip('.')} {written}."
