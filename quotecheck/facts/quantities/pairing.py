"""Which quantity of a post is which of a passage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from math import log10

from msgspec import structs

from quotecheck.facts.fact import Pairs, Quantity
from quotecheck.facts.quantities.sameness import Atom, same_share, sameness, share
from quotecheck.facts.quantities.units import SCALES, convert, convertible

MAX_COMPARED = 80
"""Figures of a side that are weighed each against each; of longer texts, equal figures are paired in order first."""

_REUSABLE = 2.0
"""Up to this distance a figure said twice in the passage may stand for one in the post."""

_ALIKE = {
    "count": frozenset(
        [
            "count",
            "ordinal",
            "year",
            "measure",
            "currency",
            "age",
            "duration",
            "fraction",
            "multiplier",
            "score",
            "range",
            "percent",
            "ratio",
        ]
    ),
    "ordinal": frozenset(["ordinal", "count", "fraction", "century", "date", "year"]),
    "year": frozenset(["year", "count", "date", "ordinal", "decade"]),
    "percent": frozenset(["percent", "count", "fraction"]),
    "currency": frozenset(["currency", "count"]),
    "measure": frozenset(["measure", "count", "duration"]),
    "duration": frozenset(["duration", "count", "measure", "time"]),
    "fraction": frozenset(["fraction", "percent", "count", "ordinal"]),
    "multiplier": frozenset(["multiplier", "count"]),
    "ratio": frozenset(["ratio", "count", "ordinal", "fraction", "percent"]),
    "time": frozenset(["time", "count", "duration"]),
    "score": frozenset(["score", "count"]),
    "date": frozenset(["date", "count", "ordinal", "year"]),
    "decade": frozenset(["decade", "year", "century"]),
    "century": frozenset(["century", "ordinal", "decade"]),
}
"""Which kinds of figure may be counterparts though their values differ."""


def pair(post: Sequence[Quantity], passage: Sequence[Quantity]) -> Pairs[Quantity]:
    """Pair the quantities of two texts, whatever their languages.

    Equal ones are paired first, the closest renderings before the looser ones; then, among what is left, those that
    may be counterparts although their values differ, by kind, unit, order and size. A figure that the passage
    repeats stands for the same figure of the post, unless the post has another one of its kind left.
    """
    left, right = _atoms(post), _atoms(passage)
    same = _equal_ones(left, right)
    paired_right = {j for _, j in same}
    paired_left = {i for i, _ in same}
    free_left = [i for i in range(len(left)) if i not in paired_left]
    free_right = [j for j in range(len(right)) if j not in paired_right]
    changed = _changed_ones(left, right, free_left, free_right)
    used = {j for _, j in changed}
    repeated = []
    for j in free_right[:MAX_COMPARED]:
        source = _repeats(left, right[j])
        if source is None:
            continue
        if j not in used:
            repeated.append((source, j))
        else:
            other = next(i for i, used_j in changed if used_j == j)
            if left[other].kind != right[j].kind or _is_loose(left[other]):
                changed = [entry for entry in changed if entry[1] != j]
                repeated.append((source, j))
    pairs = _with_shares(_lift(post, passage, left, right, same + repeated, changed), post)
    return _with_sums(pairs, post, passage) if pairs.changed or pairs.only_passage else pairs


def _with_shares(pairs: Pairs[Quantity], post: Sequence[Quantity]) -> Pairs[Quantity]:
    """Take out of what differs the shares said in another way: "six in ten" is 60%."""
    loose = [two for _, two in pairs.changed] + list(pairs.only_passage)
    found = {
        id(two): one
        for two in loose[:MAX_COMPARED]
        for one in post[:400]
        if share(two) is not None and same_share(one, two)
    }
    if not found:
        return pairs
    return Pairs(
        same=(*pairs.same, *((found[id(two)], two) for two in loose if id(two) in found)),
        changed=tuple(entry for entry in pairs.changed if id(entry[1]) not in found),
        only_post=tuple(one for one in pairs.only_post if not any(one is other for other in found.values())),
        only_passage=tuple(two for two in pairs.only_passage if id(two) not in found),
    )


MAX_BESIDE = 6
"""Code points between the two figures of one measure: "5 feet and 11 inches"."""


def _sums(quantities: Sequence[Quantity]) -> list[tuple[Quantity, Quantity, Quantity]]:
    """Measures said in two units ("an hour and fifteen minutes"), each with what both make together."""
    found = []
    for one, two in pairwise(quantities[:MAX_COMPARED]):
        if not one.unit or not two.unit or one.unit == two.unit or not convertible(one.unit, two.unit):
            continue
        if one.unit not in SCALES or two.start - one.end > MAX_BESIDE or one.upper is not None or two.upper is not None:
            continue
        rest = convert(two.value, two.unit, one.unit)
        if 0 < rest < 1:
            value = convert(one.value, one.unit, two.unit) + two.value
            whole = structs.replace(two, start=one.start, text=f"{one.text} {two.text}", value=value, also=())
            found.append((one, two, structs.replace(whole, bound=one.bound, loose=one.loose, weak=False)))
    return found


def _with_sums(pairs: Pairs[Quantity], post: Sequence[Quantity], passage: Sequence[Quantity]) -> Pairs[Quantity]:
    """Take out of what differs the measures that one side says in two units, and the other in one."""
    changed, alone, same = list(pairs.changed), list(pairs.only_passage), list(pairs.same)
    loose = [*(two for _, two in changed), *alone]
    found = [
        (one, two)
        for *_, one in _sums(post)
        for two in loose
        if two.upper is None and sameness(Atom(one, one.value, 0), Atom(two, two.value, 0)) is not None
    ]
    for first, second, whole in _sums(passage):
        if any(first is two or second is two for two in loose):
            met = next(
                (q for q in post if sameness(Atom(q, q.value, 0), Atom(whole, whole.value, 0)) is not None), None
            )
            found += [(met, first), (met, second)] if met is not None and met.upper is None else []
    gone = {id(two) for _, two in found}
    return Pairs(
        same=(*same, *found),
        changed=tuple((one, _whole(one, two, post, passage)) for one, two in changed if id(two) not in gone),
        only_post=pairs.only_post,
        only_passage=tuple(two for two in alone if id(two) not in gone),
    )


def _whole(one: Quantity, two: Quantity, post: Sequence[Quantity], passage: Sequence[Quantity]) -> Quantity:
    """A figure of the passage; where it is minutes beside hours, which are no counterpart of the post's "60 minutes",
    both together."""
    if any(one in (first, second) for first, second, _ in _sums(post)):
        return two
    return next((whole for _, second, whole in _sums(passage) if second is two), two)


def _is_loose(atom: Atom) -> bool:
    return atom.weak


def _atoms(quantities: Sequence[Quantity]) -> list[Atom]:
    atoms = []
    for index, quantity in enumerate(quantities):
        if quantity.role != "ratio" or quantity.value != 1:  # "one in five" is "every fifth"
            atoms.append(Atom(quantity, quantity.value, index))
        if quantity.upper is not None:
            atoms.append(Atom(quantity, quantity.upper, index))
    return atoms


def _equal_ones(left: list[Atom], right: list[Atom]) -> list[tuple[int, int]]:
    taken: list[tuple[int, int]] = []
    ones, twos = list(range(len(left))), list(range(len(right)))
    if len(left) > MAX_COMPARED or len(right) > MAX_COMPARED:
        taken = _equal_in_order(left, right)
        used_left, used_right = {i for i, _ in taken}, {j for _, j in taken}
        ones = [i for i in ones if i not in used_left][:MAX_COMPARED]
        twos = [j for j in twos if j not in used_right][:MAX_COMPARED]
    candidates = []
    for i in ones:
        for j in twos:
            distance = sameness(left[i], right[j])
            if distance is not None:
                apart = abs(i / max(1, len(left)) - j / max(1, len(right)))
                candidates.append((distance + apart * 0.05, i, j))
    candidates.sort()
    free_left, free_right = set(ones), set(twos)
    for _, i, j in candidates:
        if i in free_left and j in free_right:
            free_left.discard(i)
            free_right.discard(j)
            taken.append((i, j))
    return taken


def _equal_in_order(left: list[Atom], right: list[Atom]) -> list[tuple[int, int]]:
    by_value: dict[tuple[Fraction, str | None], list[int]] = defaultdict(list)
    for i in range(len(left) - 1, -1, -1):
        by_value[left[i].value, left[i].quantity.unit].append(i)
    taken = []
    for j, atom in enumerate(right):
        waiting = by_value.get((atom.value, atom.quantity.unit))
        if waiting:
            taken.append((waiting.pop(), j))
    return taken


def _changed_ones(
    left: list[Atom], right: list[Atom], free_left: list[int], free_right: list[int]
) -> list[tuple[int, int]]:
    candidates = []
    for i in free_left[:MAX_COMPARED]:
        for j in free_right[:MAX_COMPARED]:
            cost = _change(left[i], right[j])
            if cost is not None:
                apart = abs((i + 0.5) / len(left) - (j + 0.5) / len(right))
                candidates.append((cost + apart, i, j))
    candidates.sort()
    changed = []
    open_left, open_right = set(free_left), set(free_right)
    for _, i, j in candidates:
        if i in open_left and j in open_right:
            open_left.discard(i)
            open_right.discard(j)
            changed.append((i, j))
    return changed


def _change(post: Atom, passage: Atom) -> float | None:
    """How unlikely it is that one figure became the other, or None where it cannot be."""
    if post.weak or passage.weak:
        if post.vague and passage.vague:
            return 0.5
        named = post.in_name and passage.in_name and _one_name(post.quantity.noun or "", passage.quantity.noun or "")
        return 0.5 if named else None
    if passage.kind not in _ALIKE.get(post.kind, ()) and post.kind not in _ALIKE.get(passage.kind, ()):
        return None
    cost = 0.0 if post.kind == passage.kind else 0.8
    if post.quantity.unit != passage.quantity.unit:
        cost += 0.3
    if post.value > 0 and passage.value > 0:
        cost += min(1.0, abs(log10(post.value) - log10(passage.value)) * 0.25)
    return cost


def _one_name(one: str, two: str) -> bool:
    """Whether letters glued to two figures name one thing, endings and scripts aside: covidu-19, COVID-19."""
    if not one or not two:
        return False
    if one.isascii() != two.isascii():
        return True
    return one[:4] == two[:4] if min(len(one), len(two)) >= 4 else one == two


def _repeats(left: list[Atom], atom: Atom) -> int | None:
    best = None
    for i, candidate in enumerate(left[:400]):
        distance = sameness(candidate, atom)
        if distance is not None and distance < _REUSABLE and (best is None or distance < best[0]):
            best = (distance, i)
    return best[1] if best else None


def _lift(
    post: Sequence[Quantity],
    passage: Sequence[Quantity],
    left: list[Atom],
    right: list[Atom],
    same: list[tuple[int, int]],
    changed: list[tuple[int, int]],
) -> Pairs[Quantity]:
    """From figures back to quantities: one changed figure changes its range or score."""
    same_of: dict[int, list[int]] = defaultdict(list)
    changed_of: dict[int, int] = {}
    figures: dict[int, int] = defaultdict(int)
    for atom in right:
        figures[atom.index] += 1
    for i, j in same:
        same_of[right[j].index].append(left[i].index)
    for i, j in changed:
        changed_of.setdefault(right[j].index, left[i].index)
    counterparts = {left[i].index for i, _ in (*same, *changed)}
    equal, different, alone = [], [], []
    for index, quantity in enumerate(passage):
        if index in changed_of:
            different.append((post[changed_of[index]], quantity))
        elif len(same_of[index]) >= figures[index]:
            equal.append((post[same_of[index][0]], quantity))
        elif not quantity.weak:
            if same_of[index] and post[same_of[index][0]].upper is not None:
                different.append((post[same_of[index][0]], quantity))
            else:
                alone.append(quantity)
    return Pairs(
        same=tuple(equal),
        changed=tuple(different),
        only_post=tuple(q for i, q in enumerate(post) if i not in counterparts and not q.weak),
        only_passage=tuple(alone),
    )
