"""Laying the words of a quotation beside the words of the text it quotes, with the liberties that editors may take.

Allowed without a word: another case or another typography, a bracketed edit ("[he]", "[T]he", "want[ed]"), an ellipsis
("…", "...", "[…]"), a beginning or an end left off, handles and hashtags left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from quotecheck.language.masking import mask

_MOST_CELLS = 250_000
"""Words of one side times words of the other that are laid side by side exactly (some 0.2 s)."""
_MOST_WORDS = 5_000
"""Words of each side that are looked at at all; a post has a hundred, the longest thread a few thousand."""
_LETTER = "[\\w\u0300-\u036f\u064b-\u065f\u0900-\u0963\u0981-\u0d7f]"
_UNSPACED = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"
_TOKEN = re.compile(
    r"(?P<gap>\[\s?(?:…|\.{3})\s?\]|\(\s?(?:…|\.{3})\s?\)|…|\.{3,}|\.\s\.\s\.)"
    r"|(?P<bracket>(?<!\w)\[[^\[\]]{1,200}\](?!\w))"
    rf"|(?P<word>{_UNSPACED}|(?:{_LETTER}|\[\w{{1,40}}\])"
    rf"(?:(?!{_UNSPACED}){_LETTER}|\[\w{{1,40}}\]|['’ʼ](?=\w)|[.,](?=\d)|\u00ad){{0,80}}|[&%])"
)
_TAG = re.compile(r"[@#＠＃]\w{1,80}")
_SAME = {"&": "and", "%": "percent"}

Kind = Literal["word", "gap", "bracket"]
_EDIT = "\0edit"


class Token(Struct, frozen=True):
    """A word, or what stands for any words; `key` is what is compared, `optional` may be left out."""

    start: int
    end: int
    key: str
    kind: Kind = "word"
    optional: bool = False


class Change(Struct, frozen=True):
    """A stretch that differs: half-open ranges of tokens in the post and in the quotation, either may be empty."""

    post: tuple[int, int]
    quote: tuple[int, int]


class Laid(Struct, frozen=True):
    """Two token lists side by side.

    Attributes:
        changes: in order of the quotation.
        same: how many words of the quotation stand in the post.
    """

    changes: tuple[Change, ...]
    same: int


def tokens(text: str, *, edited: bool) -> list[Token]:
    """The words of a text.

    Args:
        text: a post or a quotation.
        edited: brackets and ellipses in it are an editor's, and stand for any words.
    """
    clean = mask(text, handles=False, hashtag_signs=False)
    tagged = {match.start() + 1 for match in _TAG.finditer(clean)}
    found: list[Token] = []
    for match in _TOKEN.finditer(clean):
        start, end = match.span()
        if match.group("word") is not None:
            word = match.group()
            part_edited = edited and "[" in word
            key = _EDIT + _key(word) if part_edited else _key(word)
            found.append(Token(start, end, key, optional=start in tagged))
        elif edited:
            found.append(Token(start, end, "", kind="gap" if match.group("gap") is not None else "bracket"))
        elif match.group("bracket") is not None:
            inner = tokens(text[start + 1 : end - 1], edited=False)
            found.extend(
                Token(start + 1 + one.start, start + 1 + one.end, one.key, one.kind, one.optional) for one in inner
            )
    return found


def _key(word: str) -> str:
    plain = unicodedata.normalize("NFKC", word).casefold()
    plain = re.sub(r"['’ʼ\u00ad\[\]]", "", plain)
    if plain[:1].isdigit():
        plain = plain.replace(",", "")
    return _SAME.get(plain, plain)


def lay(
    post: Sequence[Token], quote: Sequence[Token], *, joins: frozenset[int] = frozenset(), open_end: bool = False
) -> Laid:
    """Lay a quotation on the stretch of the post that it fits best.

    Args:
        post, quote: their tokens.
        joins: how many tokens of the quotation stand before each place where two of its parts may be joined, so that
            what the post has between them is not missing.
        open_end: the post is cut, so that nobody knows how it goes on.

    Returns:
        What differs. Words of the post before and after the stretch do not count.
    """
    post, quote = post[:_MOST_WORDS], quote[:_MOST_WORDS]
    if not post or not quote:
        return Laid((), 0)
    if len(post) * len(quote) > _MOST_CELLS:
        steps = list(_roughly(post, quote))
    else:
        steps = _exactly(post, quote, joins, open_end=open_end)
    return Laid(tuple(_merged(steps, post, quote)), sum(1 for _, _, same in steps if same == "same"))


# A step: index in the post or None, index in the quotation or None, and what it is.
_Step = tuple[int | None, int | None, Literal["same", "free", "changed"]]
_SUBSTITUTED, _ADDED, _LEFT_OUT, _IDLE, _EDITED = 100, 101, 101, 1, 3


def _exactly(post: Sequence[Token], quote: Sequence[Token], joins: frozenset[int], *, open_end: bool) -> list[_Step]:
    """Cheapest way to turn a stretch of the post into the quotation; the ends of the post are free."""
    rows, columns = len(quote), len(post)
    cost = [[0] * (columns + 1)]
    for i in range(1, rows + 1):
        token, above = quote[i - 1], cost[i - 1]
        free = token.kind != "word"
        row = [above[0] + (0 if free else _ADDED)]
        for j in range(1, columns + 1):
            other = post[j - 1]
            if free:
                step = _IDLE if token.kind == "gap" else _EDITED
                row.append(min(above[j], row[j - 1] + step))
                continue
            added = _IDLE if open_end and j == columns else _ADDED
            row.append(
                min(
                    above[j - 1] + _difference(token, other),
                    above[j] + added,
                    row[j - 1] + (_IDLE if other.optional or i in joins else _LEFT_OUT),
                )
            )
        cost.append(row)
    last = cost[rows]
    j = min(range(columns + 1), key=lambda at: (last[at], -at))
    steps: list[_Step] = []
    i = rows
    while i > 0:
        token, free = quote[i - 1], quote[i - 1].kind != "word"
        here = cost[i][j]
        if free:
            if here == cost[i - 1][j]:
                steps.append((None, i - 1, "free"))
                i -= 1
            else:
                steps.append((j - 1, None, "free"))
                j -= 1
        elif j > 0 and here == cost[i - 1][j - 1] + _difference(token, post[j - 1]):
            same = _difference(token, post[j - 1]) < _SUBSTITUTED
            steps.append((j - 1, i - 1, "same" if same else "changed"))
            i, j = i - 1, j - 1
        elif here == cost[i - 1][j] + _ADDED:
            steps.append((None, i - 1, "changed"))
            i -= 1
        elif open_end and j == columns and here == cost[i - 1][j] + _IDLE:
            steps.append((None, i - 1, "free"))
            i -= 1
        else:
            steps.append((j - 1, None, "free" if post[j - 1].optional or i in joins else "changed"))
            j -= 1
    return steps[::-1]


def _difference(quoted: Token, said: Token) -> int:
    if quoted.key.startswith(_EDIT):  # letters in brackets: any one word may stand there
        return 0 if quoted.key == _EDIT + said.key else _EDITED
    return 0 if quoted.key == said.key else _SUBSTITUTED


def _roughly(post: Sequence[Token], quote: Sequence[Token]) -> Iterator[_Step]:
    """The same for very long texts, by plain edit distance."""
    from rapidfuzz.distance import Levenshtein

    said = [token.key for token in post]
    quoted = [token.key.removeprefix(_EDIT) for token in quote]
    operations = [one for one in Levenshtein.opcodes(said, quoted) if one.tag != "equal" or one.src_end > one.src_start]
    for place, one in enumerate(operations):
        if one.tag == "equal":
            yield from (
                (j, i, "same")
                for j, i in zip(range(one.src_start, one.src_end), range(one.dest_start, one.dest_end), strict=True)
            )
            continue
        at_an_end = place in (0, len(operations) - 1)
        free = all(quote[i].kind != "word" for i in range(one.dest_start, one.dest_end))
        for i in range(one.dest_start, one.dest_end):
            yield None, i, "free" if free else "changed"
        for j in range(one.src_start, one.src_end):
            yield j, None, "free" if (free and one.dest_end > one.dest_start) or at_an_end else "changed"


def _merged(steps: Sequence[_Step], post: Sequence[Token], quote: Sequence[Token]) -> Iterator[Change]:
    """Neighbouring changed steps as one change; those with a single word between them belong together."""
    groups: list[list[_Step]] = []
    since = 0
    for step in steps:
        if step[2] == "changed":
            if groups and since <= 1:
                groups[-1].append(step)
            else:
                groups.append([step])
            since = 0
        else:
            since += 1
    places = _places(steps)
    for group in groups:
        said = [step[0] for step in group if step[0] is not None]
        quoted = [step[1] for step in group if step[1] is not None]
        j, i = places[id(group[0])]
        change = Change(
            (min(said), max(said) + 1) if said else (j, j), (min(quoted), max(quoted) + 1) if quoted else (i, i)
        )
        written = "".join(post[k].key for k in range(*change.post))
        if written != "".join(quote[k].key for k in range(*change.quote)):  # "e mail" and "email" are one
            yield change


def _places(steps: Sequence[_Step]) -> dict[int, tuple[int, int]]:
    """Where in the post and in the quotation each step stands: one past what came before it."""
    found: dict[int, tuple[int, int]] = {}
    j = i = 0
    for step in steps:
        found[id(step)] = (j, i)
        j = step[0] + 1 if step[0] is not None else j
        i = step[1] + 1 if step[1] is not None else i
    return found
