"""Names that stand side by side, "A and B": where one of the two is the same on both sides and the other is not, the
other was exchanged, whatever is known of it."""

from __future__ import annotations

from collections.abc import Sequence

from quotecheck.facts import names
from quotecheck.facts.fact import Name
from quotecheck.facts.folding import fold
from quotecheck.facts.names.english import is_name, is_word
from quotecheck.facts.names.matching import territories
from quotecheck.rules.base import Case

_JOINING = frozenset(
    "and & y e i et und og och en a si și ve và dan и й та і και ו و और एवं तथा व "
    "と や 、 和 与 與 及 跟 至 到 및 와 과 , to – / до do až bis à al para".split()
)
"""Words and marks between two names of a list or of a way, of all languages: no name lies between them."""
_ARTICLES = frozenset(
    "the le la les l' el los las o os as no na do da nel nella il lo i gli der die das dem den de".split()
)
_MOST_BETWEEN = 12


def beside(case: Case, same: Sequence[tuple[Name, Name]]) -> list[tuple[Name, Name]]:
    """Names of the post, and those that stand in their place beside a name that both have.

    Args:
        case: a post and a passage.
        same: names that are the same on both sides.
    """
    lang, (start, end) = case.post.language.code, case.segment
    mine = [name for name in case.post.facts.names if start <= name.start and name.end <= end]
    theirs = list(case.passage.facts.names)
    if lang == "en":
        return []
    found = []
    for ours, other in same:
        left, right = _neighbours(case.post.text, ours, mine), _neighbours(case.passage.text, other, theirs)
        if len(left) == len(right) == 1 and left[0][0] == right[0][0]:
            one, two = left[0][1], right[0][1]
            if _of_a_kind(one, two) and not _elsewhere(case, one, two):
                found.append((one, two))
    return list(dict.fromkeys(found))


def _neighbours(text: str, name: Name, others: Sequence[Name]) -> list[tuple[int, Name]]:
    """The names right before (-1) and right behind (1) one that only a joining word parts from it."""
    found = []
    for other in others:
        first, second = sorted((name, other), key=lambda one: one.start)
        if other is name or first.end > second.start or second.start - first.end > _MOST_BETWEEN:
            continue
        words = fold(text[first.end : second.start], keep_marks=True).replace(",", " , ").split()
        bare = [word for word in words if word not in _ARTICLES]
        if len(bare) == 1 and bare[0] in _JOINING:
            found.append((1 if other is second else -1, other))
    return found


def _of_a_kind(one: Name, other: Name) -> bool:
    """Whether the two may stand for each other: "Macron" and "the French president" are one."""
    if bool(territories(one)) != bool(territories(other)) or other.weak:
        return False
    if any(is_word(word) and not is_name(word) for word in fold(other.text).split()):
        return False  # the parts of a ministry's name
    return one.weak or one.kind == other.kind or "unknown" in (one.kind, other.kind)


def _elsewhere(case: Case, ours: Name, theirs: Name) -> bool:
    """Whether the two may be one, or either stands on the other side too."""
    lang = case.post.language.code
    return (
        names.same(ours, theirs, lang)
        or any(names.same(ours, other, lang) for other in case.passage.facts.names)
        or any(names.same(other, theirs, lang) for other in (*case.post.facts.names, *case.thread.names))
        or names.found_in(ours, lang, case.passage.text)
        or names.found_in(theirs, "en", case.post.text, case.post.facts.names)
    )
