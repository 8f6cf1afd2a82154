"""Words put in, clauses left out, and changes that do no harm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from falsify.change import Change, pick, without

ADDED = """
    disgraceful peaceful mysterious elderly foreign brilliant ruined crowded illegal royal temporary disastrous
    religious industrial masked cheerful abandoned distant powerful silent
""".split()
"""None of them is among the words that the weights of the content rules were learnt from."""

_BEFORE_NOUN = re.compile(
    r"\b(?:[Tt]he|[Aa]|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir|[Tt]his|[Tt]hat)"
    r"(?= (?!(?:quarter|third|half|hundred|thousand|million|few|more|most|less|least|next|last|same|other|rest)\b)"
    r"(?!only\b|entire\b)(?![a-z]+(?:est|ly)\b)[a-z]{4,} )"
)
_CLAUSE = re.compile(r"(?<=\w), [^,;:.!?]+(?=[.!?]?$)")
_FIRST_CLAUSE = re.compile(r"^[^,;:.!?]+, (?=[a-z])")
_FEWEST_WORDS = 4
_JOINED = re.compile(r",? and\b|,? or\b")


def clauses_left_out(text: str) -> Iterator[Change]:
    """The last clause behind a comma, or the first before one, left out; lists are no clauses."""
    last = _CLAUSE.search(text)
    for match in (last, _FIRST_CLAUSE.search(text)):
        if match and len(match.group().split()) >= _FEWEST_WORDS and not _JOINED.match(match.group()):
            rest = text[: match.start()] if match is last else text[match.end() :]
            if len(rest.split()) > _FEWEST_WORDS:
                yield from without(text, match.start(), match.end(), "omission")
                return


def word_added(text: str) -> Iterator[Change]:
    """An adjective that the post has not, before the first noun that can take one."""
    match = _BEFORE_NOUN.search(text)
    if not match:
        return
    word = pick([one for one in ADDED if one not in text], text)
    article = match.group()
    if article.lower() == "a" and word[0] in "aeiou":
        yield Change("addition", match.start(), match.end(), f"{article}n {word}")
    else:
        yield Change("addition", match.end(), match.end(), f" {word}")


_CONTRACTIONS = (
    ("is not", "isn't"), ("are not", "aren't"), ("was not", "wasn't"), ("were not", "weren't"), ("did not", "didn't"),
    ("does not", "doesn't"), ("do not", "don't"), ("will not", "won't"), ("cannot", "can't"), ("has not", "hasn't"),
    ("have not", "haven't"), ("had not", "hadn't"), ("would not", "wouldn't"), ("could not", "couldn't"),
)  # fmt: skip
_DIGITS = dict(zip("two three four five six seven eight nine ten eleven twelve".split(), range(2, 13), strict=True))


def harmless(text: str) -> Iterator[Change]:
    """Changes after which a text says the same: another way to write a number, a denial or the marks. They make one
    pair into several, none of which may be complained of."""
    whole = len(text)
    yield Change("harmless", 0, whole, text.rstrip(".!"))
    yield Change("harmless", 0, whole, text[:1].lower() + text[1:])
    yield Change("harmless", 0, whole, re.sub(r"(?<=\w),(?= )", "", text))
    yield Change("harmless", 0, whole, re.sub(r"([,.;:!?])(?= |$)", r" \1", text))
    other = re.sub(r"(?<=\d) per ?cent\b", "%", text)
    for long, short in _CONTRACTIONS:
        other = re.sub(rf"\b{long}\b", short, other)
    other = re.sub(r"(?<=\d),(?=\d{3}\b)", "", other)
    for word, value in _DIGITS.items():
        other = re.sub(rf"(?<![\w-]){word}(?= [a-z]+s\b)", str(value), other)
    if other != text:
        yield Change("harmless", 0, whole, other)
