"""Names of the post whose capital may have another reason, and that the passage lacks: first words of a sentence,
German nouns.

Whether such a word is a name is told by putting it into the passage: a name that was left out brings the two closer
together, a word that the passage translates does not.
"""

from __future__ import annotations

from quotecheck.facts.fact import Name
from quotecheck.facts.folding import fold
from quotecheck.facts.names import english
from quotecheck.facts.names.mentions import in_english
from quotecheck.facts.names.sounds import romanise
from quotecheck.rules.base import Case

CLOSER = 0.055
"""Least gain in cosine of putting the name in."""
MOST = 4
"""Words that are tried; each costs an embedding."""
SHORTEST = 4
TRUSTED = frozenset({"es", "fr", "it", "pt", "pl", "ru"})
"""Languages where the gain is enough. Elsewhere the word must be an English name besides: German writes every noun
with a capital, and the embedding that reads Czech rewards any word of the post that is put in."""
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
    return [name for name, score in zip(doubtful, filled, strict=True) if score - base >= CLOSER]


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
