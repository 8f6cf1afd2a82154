"""Which names of a post and of a passage belong together, which became another, which stand alone."""

from __future__ import annotations

from collections.abc import Sequence

from quotecheck.facts.fact import Name, Pairs
from quotecheck.facts.names.matching import found_in, listed, place_in, same

_JOINED = 6
FAR = 0.45
"""Names further apart than this share of their texts are not taken for one that was changed."""


def pair(post: Sequence[Name], passage: Sequence[Name], *, post_text: str, passage_text: str, lang: str) -> Pairs[Name]:
    """Counterparts among the names of the two sides.

    A name is looked for among the other side's names first, then in its very words, so that a name that only one
    side's reader recognised (all in lower case, in a hashtag, in another script) is not taken for missing.

    Args:
        post, passage: names as read from the two texts.
        post_text, passage_text: the texts.
        lang: language of the post (ISO 639-1); the passage is English.
    """
    matched: list[tuple[Name, Name]] = []
    lone_post: list[Name] = []
    taken: set[int] = set()
    for ours in post:
        for index, theirs in enumerate(passage):
            if same(ours, theirs, lang):
                matched.append((ours, theirs))
                taken.add(index)
        if not any(ours is one for one, _ in matched) and not found_in(ours, lang, passage_text):
            lone_post.append(ours)
    lone_passage = [
        theirs for index, theirs in enumerate(passage) if index not in taken and not found_in(theirs, "en", post_text)
    ]
    lone_post = _untranslated(lone_post, lone_passage)
    changed = _changed(lone_post, lone_passage, len(post_text), len(passage_text))
    gone = {id(name) for both in changed for name in both}
    return Pairs(
        same=tuple(matched),
        changed=tuple(changed),
        only_post=tuple(name for name in lone_post if not name.weak and id(name) not in gone),
        only_passage=tuple(name for name in lone_passage if not name.weak and id(name) not in gone),
    )


def _changed(
    lone_post: Sequence[Name], lone_passage: Sequence[Name], post_length: int, passage_length: int
) -> list[tuple[Name, Name]]:
    """Names without counterpart that stand in each other's place; the passage's must be sure."""
    ranked = sorted(
        (distance(ours, theirs, post_length, passage_length), i, j)
        for i, ours in enumerate(lone_post)
        for j, theirs in enumerate(lone_passage)
        if not theirs.weak and _rivals(ours, theirs)
    )
    used_post: set[int] = set()
    used_passage: set[int] = set()
    changed: list[tuple[Name, Name]] = []
    for far, i, j in ranked:
        if i in used_post or j in used_passage or far > FAR:
            continue
        used_post.add(i)
        used_passage.add(j)
        changed.append((lone_post[i], lone_passage[j]))
    return changed


def _untranslated(lone_post: Sequence[Name], lone_passage: Sequence[Name]) -> list[Name]:
    """The names of the post that are no translated words.

    A name made of words ("Cúpula de Hierro") is translated as words, and English writes those with capitals too
    ("Iron Dome"). Such a name of the passage, doubtful and without counterpart, answers for the nearest run of names
    of the post that no gazetteer knows.
    """
    kept = list(lone_post)
    for theirs in lone_passage:
        if _acronym(theirs) and not listed(theirs):
            other = next((name for name in kept if _acronym(name) and not listed(name)), None)
            if other is not None:
                kept.remove(other)
            continue
        if not theirs.weak or not theirs.text[0].isupper() or theirs.start == 0:
            continue
        ours = next((name for name in kept if not name.weak and not listed(name)), None)
        if ours is None:
            break
        end = ours.end
        for name in [name for name in kept if name.start >= ours.start]:
            if name.start - end <= _JOINED and not listed(name):
                kept.remove(name)
                end = name.end
    return kept


def _rivals(ours: Name, theirs: Name) -> bool:
    """Whether one of two names without counterpart may be a change of the other."""
    if ours.weak and listed(theirs) and not listed(ours):
        # A people or a country hardly ever turns into a doubtful name; more likely one side's words were not known.
        return False
    if _acronym(ours) and not listed(ours):
        # Acronyms are translated, or written out in full.
        return not _acronym(theirs) and theirs.text[0].upper() != ours.text[0].upper()
    return len(ours.text) > 3 or listed(ours) or theirs.text[0].upper() != ours.text[0].upper()


def _acronym(name: Name) -> bool:
    return name.text.rstrip("s").isupper() and len(name.text) <= 6 and " " not in name.text


def place_gap(ours: Name, theirs: Name, post_length: int, passage_length: int) -> float:
    """How far apart, 0 to 1, two names stand in their texts."""
    return abs(place_in(ours, post_length) - place_in(theirs, passage_length))


def distance(ours: Name, theirs: Name, post_length: int, passage_length: int) -> float:
    """How unlikely one name stands where the other does: by place, kind and how sure both are."""
    apart = place_gap(ours, theirs, post_length, passage_length)
    if "unknown" not in (ours.kind, theirs.kind) and ours.kind != theirs.kind:
        apart += 0.1
    if ours.weak:
        apart += 0.1
    return apart
