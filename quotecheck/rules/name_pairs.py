"""What the three rules about names share: the pairing, and how names are listed in a message."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct, structs

from quotecheck.facts import names
from quotecheck.facts.fact import Name, Pairs
from quotecheck.facts.names import english
from quotecheck.facts.names.apart import is_party
from quotecheck.facts.names.lexicon import key, lexicon
from quotecheck.facts.names.matching import listed, territories
from quotecheck.facts.names.mentions import in_english, titled
from quotecheck.facts.names.pairing import decided
from quotecheck.facts.names.regions import is_region
from quotecheck.facts.names.seats import one_state
from quotecheck.language import WITHOUT_SPACES
from quotecheck.rules import house_aliases, name_lists, own_words
from quotecheck.rules.base import Case
from quotecheck.rules.name_aliens import aliens
from quotecheck.rules.name_gaps import gaps, translated, translated_word
from quotecheck.rules.name_strangers import other_bearer, other_country
from quotecheck.rules.name_swaps import alone, belongs, lone_names, overlap, swaps, with_name, without_name

LISTED = 3
"""How many names one message lists at most."""
CLOSELY = 0.53
"""Cosine from which a part of a reporter's sentence has the names of what it tells, or others in their stead."""
_FAR = 0.4
"""Share of the text by which places outside quotation marks may differ before they are no longer one and the same."""
_LONGEST = 60
_FLAG_A = 0x1F1E6
"""The first of the signs that two by two make a flag: 🇧🇷 is BR."""
_LETTERED = re.compile(r"([A-Z])[ -]?(\d{1,4})")
_PUT = 0.06
_PUT_LISTED = 0.03
"""How much closer a part must come with the post's name in another's place, the second where both are well known."""
_ALONE = 0.01
"""How much closer with that name alone than with both, else the reporter only left one out and added one."""
_MOST_TRIED = 4
"""Names of a part, and names of the post for each, that are tried."""
_ALIEN = 0.04
"""How much closer without a name that has no business there."""
_SAID = re.compile(r"(?i),? (?:has |have |had |also )?(?:said|says?|wrote|writes|told|announced|reported|posted)\b")
_MODEL = re.compile(r"\d|-[A-Z]\b")
"""What the names of machines have, and those of people have not."""
_PLACED = re.compile(r"\b(?:in|at|near|from|outside|(?:city|town|village|province|region|district) of)\s+$")
"""What stands behind whoever said it, and before a place, in English."""
_INITIAL = re.compile(r"\s[^\W\d_]\.(?!\w)")
"""A family name that is withheld: "Marka W."."""
_ORDINARY = re.compile(r"[A-Z][a-z]+")
_OPENING = re.compile(r"(?:^|[.!?…:\n])\W*\Z")
_OPENING_QUOTED = re.compile(r"(?:^|[.!?…:,\n])\W*\Z")
"""Of a quotation in two pieces the first often ends with a comma."""
_POSSESSIVE = re.compile("['’]s?\\s")


class NamePairs(Struct, frozen=True):
    """The names of both sides after all that a passage may draw on was taken into account.

    Attributes:
        same: names that say the same.
        changed: names that stand in each other's place.
        aliens: words of the post and names of the passage, neither with a counterpart.
        only_post: names of the post's segment that neither the passage nor the article around it has.
        only_passage: names of the passage that neither the post, its thread nor its author's name has.
    """

    same: tuple[tuple[Name, Name], ...]
    changed: tuple[tuple[Name, Name], ...]
    aliens: tuple[tuple[Name, Name], ...]
    only_post: tuple[Name, ...]
    only_passage: tuple[Name, ...]


_last: tuple[Case, NamePairs] | None = None


def name_pairs(case: Case) -> NamePairs:
    """The names of both sides, paired: once for the three rules that are run on a case one after the other."""
    global _last
    last = _last
    if last is None or last[0] is not case:
        last = _last = case, _paired(case)
    return last[1]


def _paired(case: Case) -> NamePairs:
    lang = case.post.language.code
    start, end = case.segment
    known, known_there = house_aliases.settled(case) if case.aliases else ([], [])
    found = _found(
        case,
        house_aliases.without(case.post.facts.names, known),
        house_aliases.without(case.passage.facts.names, known_there),
    )
    around = " ".join(part for part in (case.author, case.handle and f"@{case.handle}", case.speaker) if part)

    lone_country = any(territories(ours) for ours in found.only_post) or any(
        territories(ours) for ours, _ in found.changed
    )

    def lent(theirs: Name) -> bool:
        return (
            (case.kind != "quotation" and theirs.text in own_words.PLATFORMS)
            # By its sound alone a country is in too many Chinese and Japanese names.
            or (names.found_in(theirs, "en", around) and not (lang in WITHOUT_SPACES and territories(theirs)))
            or any(names.same(other, theirs, lang) for other in case.thread.names)
            or (not lone_country and _flagged(theirs, case.post.text))
        )

    def given(ours: Name) -> bool:
        return names.found_in(ours, lang, around) or any(names.same(ours, other, lang) for other in case.context.names)

    def inside(ours: Name) -> bool:
        return start <= ours.start < end

    quoted = case.literal
    changed = [(ours, theirs) for ours, theirs in found.changed if inside(ours) and not lent(theirs)]
    post = [*(ours for ours, _ in found.changed), *found.only_post]
    passage = [*(theirs for _, theirs in found.changed), *found.only_passage]
    if case.told and case.similar is not None:
        told = [ours for ours in post if inside(ours) and not given(ours)]
        changed = _exchanged(case, told, [theirs for theirs in passage if not lent(theirs)])
    elif not _comparable(case, len(found.same), post, passage):
        changed = _lone_places(
            case,
            [ours for ours in post if inside(ours) and not given(ours)],
            [theirs for theirs in passage if not lent(theirs)],
        )
    changed = [
        both
        for both in changed
        if (quoted or not _own_country(*both, case))
        and not _told_by_name(*both, case)
        and not _country_told(*both, case)
        and not _abbreviated(*both, case)
        and ((quoted and decided(*both)) or not belongs(case, *both))
        and not translated_word(case, both[0])
    ]
    # A name that the words around the quotation give is not replaced inside it: it only need not be repeated.
    changed += [
        (swap.ours, swap.theirs)
        for swap in swaps(case, changed)
        if not given(swap.ours)
        and (not case.told or _may_replace(case, swap.ours, swap.theirs))
        and not _flagged(swap.theirs, case.post.text)
        and not _country_told(swap.ours, swap.theirs, case)
        and not _abbreviated(swap.ours, swap.theirs, case)
        and not one_state(swap.ours, swap.theirs, case.passage.text)
        and not house_aliases.covers(known, swap.ours)
        and not house_aliases.covers(known_there, swap.theirs)
    ]

    strangers = [
        both
        for both in (*other_bearer(case), *other_country(case))
        if not given(both[0])
        and not lent(both[1])
        and not _SAID.match(case.passage.text, both[1].end)
        and not any(overlap(both[0], one) or overlap(both[1], two) for one, two in changed)
    ]
    changed += strangers
    if case.literal and not case.truncated:
        changed += [
            both
            for both in name_lists.beside(case, found.same)
            if not given(both[0])
            and not lent(both[1])
            and not any(overlap(both[0], one) or overlap(both[1], two) for one, two in changed)
        ]

    changed = [both for both in changed if not _both_open(*both, case) and _told_closely(case, *both)]
    strange = [
        both
        for both in aliens(case, changed)
        if not lent(both[1])
        and not _country_told(*both, case)
        and not house_aliases.covers(known, both[0])
        and not house_aliases.covers(known_there, both[1])
    ]

    def lone(names_: Iterable[Name], paired: Sequence[Name]) -> list[Name]:
        return sorted(
            (name for name in names_ if not name.weak and not any(overlap(name, other) for other in paired)),
            key=lambda name: name.start,
        )

    mine = [one for one, _ in (*changed, *strange)]
    left_out = [
        ours
        for ours in lone(post, mine)
        if inside(ours) and not given(ours) and (listed(ours) or not translated(case, ours))
    ]
    doubtful = [
        ours
        for ours in gaps(case, [name for name in lone_names(case) if not any(overlap(name, one) for one in mine)])
        if not given(ours)
        and not any(overlap(ours, other) for other in left_out)
        and not house_aliases.covers(known, ours)
    ]
    return NamePairs(
        same=tuple(both for both in found.same if both not in strangers),
        changed=tuple(changed),
        aliens=tuple(strange),
        only_post=tuple(sorted((*left_out, *doubtful), key=lambda name: name.start)),
        only_passage=tuple(
            theirs for theirs in lone(passage, [other for _, other in (*changed, *strange)]) if not lent(theirs)
        ),
    )


def _found(case: Case, post: Sequence[Name], passage: Sequence[Name]) -> Pairs[Name]:
    """The names of both sides, paired; of a part of a reporter's sentence, with those of what it tells alone, as names
    are paired by where they stand too."""
    lang, (start, end) = case.post.language.code, case.segment
    if not case.told:
        return names.pair(post, passage, post_text=case.post.text, passage_text=case.passage.text, lang=lang)
    mine = [_moved(name, -start) for name in post if start <= name.start < end]
    found = names.pair(mine, passage, post_text=case.post.text[start:end], passage_text=case.passage.text, lang=lang)
    return Pairs(
        same=tuple((_moved(ours, start), theirs) for ours, theirs in found.same),
        changed=tuple((_moved(ours, start), theirs) for ours, theirs in found.changed),
        only_post=tuple(_moved(ours, start) for ours in found.only_post),
        only_passage=found.only_passage,
    )


def _moved(name: Name, by: int) -> Name:
    return structs.replace(name, start=name.start + by, end=name.end + by)


def _exchanged(case: Case, post: Sequence[Name], passage: Sequence[Name]) -> list[tuple[Name, Name]]:
    """Names in a part of a reporter's sentence that stand where the post has another, each with that which fits best.
    What the reporter added, a country or a paper's own town, stands beside what the post has.

    Args:
        case: the part, and what it tells.
        post, passage: names of either without counterpart.
    """
    found: list[tuple[Name, Name]] = []
    for theirs in passage[:_MOST_TRIED]:
        mine = [ours for ours in post if not any(ours is one for one, _ in found) and _may_replace(case, ours, theirs)]
        gains = [(_gain(case, ours, theirs), number) for number, ours in enumerate(mine[:_MOST_TRIED])]
        best = max(gains, default=(0.0, 0))
        if best[0] > 0:
            found.append((mine[best[1]], theirs))
    return found


def _lone_places(case: Case, post: Sequence[Name], passage: Sequence[Name]) -> list[tuple[Name, Name]]:
    """The one name of a reporter's whole sentence that stands where the post has another, neither of them a person's:
    whoever speaks is the reporter's to name."""
    if case.kind == "quotation" or case.partly or case.similar is None:
        return []
    ours, theirs = ([name for name in found if not name.weak] for found in (post, passage))
    if len(ours) != 1 or len(theirs) != 1 or "person" in (ours[0].kind, theirs[0].kind):
        return []
    return _exchanged(case, ours, theirs)


def _gain(case: Case, ours: Name, theirs: Name) -> float:
    """How much closer a part comes to what it tells once the post's name stands where it has another; 0 where that is
    too little, or where the two stand better side by side."""
    if case.similar is None:
        return 0.0
    text = case.passage.text
    base, out, put = case.similar([text, without_name(text, theirs), with_name(text, theirs, in_english(ours))])
    known = (listed(ours) and listed(theirs)) or (is_party(ours) and is_party(theirs))
    least = _PUT_LISTED if known else _PUT
    alien = out - base >= _ALIEN and put > base
    if not alien and (put - base < least or put <= out or alone(case, ours, theirs) < _ALONE):
        return 0.0
    return put - base


def _told_closely(case: Case, ours: Name, theirs: Name) -> bool:
    """Whether a part of a reporter's sentence comes so near to what it tells that a name in it stands for one there, as
    it is or with that name in its place."""
    if not case.told or case.similar is None:
        return True
    text = case.passage.text
    return max(case.similar([text, with_name(text, theirs, ours.text)])) >= CLOSELY


def _may_replace(case: Case, ours: Name, theirs: Name) -> bool:
    """Whether two names are of one kind, as far as that is known."""
    if is_party(ours) != is_party(theirs) or {ours.kind, theirs.kind} == {"person", "organisation"}:
        return False
    person = ours.kind == "person" or _INITIAL.match(case.post.text, ours.end)
    if person and (_PLACED.search(case.passage.text[: theirs.start]) or _MODEL.search(theirs.text)):
        return False
    return not theirs.weak and not _reporters_own(case, ours, theirs)


def _reporters_own(case: Case, ours: Name, theirs: Name) -> bool:
    """Whether a name of a reporter's sentence is likely to be the reporter's own: where it was written, whose a thing
    is, or what the post has elsewhere."""
    dateline = own_words.DATELINE.match(case.passage.text)
    if ours.weak or (dateline is not None and theirs.start < dateline.end()):
        return True
    if _SAID.match(case.passage.text, theirs.end):
        return True
    if bool(territories(theirs)) != bool(territories(ours)):
        return True
    post, lang = case.post, case.post.language.code
    if is_region(theirs) and not is_region(ours):
        return True  # "in Galicia" for "en Lugo"
    if any(names.same(name, theirs, lang) for name in post.facts.names):
        return True
    return lang not in WITHOUT_SPACES and names.found_in(theirs, "en", post.text, post.facts.names)


def _own_country(ours: Name, theirs: Name, case: Case) -> bool:
    """Whether a country may be the paper's own word for where it happened: another one, and in another place."""
    if not territories(ours) or not territories(theirs):
        return False
    start, end = case.segment
    place = (ours.start - start) / max(1, end - start) - theirs.start / max(1, len(case.passage.text))
    return abs(place) > _FAR


def _flagged(theirs: Name, post: str) -> bool:
    """Whether the post shows the flag of a country that the passage names."""
    return any(
        len(code) == 3 and "".join(chr(ord(letter) - ord("A") + _FLAG_A) for letter in code[1:]) in post
        for code in territories(theirs)
    )


def _country_told(ours: Name, theirs: Name, case: Case) -> bool:
    """Whether the passage only says whose a thing is that the post calls by a name which is no place: "Brazil's key
    rate" for "a Selic"."""
    if not territories(theirs) or listed(ours) or lexicon(case.post.language.code).is_city(key(ours.text)):
        return False
    return bool(_POSSESSIVE.match(case.passage.text, theirs.end))


def _abbreviated(ours: Name, theirs: Name, case: Case) -> bool:
    """Whether the post has letters and a figure for what the passage writes out: "S21", "Stuttgart 21"."""
    short_form = _LETTERED.fullmatch(ours.text)
    if short_form is None or not theirs.text.startswith(short_form[1]):
        return False
    return re.match(rf"[ -]?{short_form[2]}(?!\d)", case.passage.text[theirs.end :]) is not None


def _told_by_name(ours: Name, theirs: Name, case: Case) -> bool:
    """Whether the post says whose somebody is and the passage who: "el presidente colombiano", "President Petro"."""
    before, behind = case.passage.text[: theirs.start].split(), case.passage.text[theirs.end :].split()
    if theirs.kind == "place" != ours.kind and behind and behind[0].islower() and titled(behind[0]):
        return True  # "Macron", "the French president"
    return ours.text[0].islower() and ours.kind == "place" != theirs.kind and bool(before) and titled(before[-1])


def _both_open(ours: Name, theirs: Name, case: Case) -> bool:
    """Whether both words open a sentence, or words that are quoted, and the passage's is an ordinary one of English."""
    if listed(ours) or listed(theirs) or not _ORDINARY.fullmatch(theirs.text):
        return False
    if english.is_name(theirs.text.lower()) or not english.is_word(theirs.text.lower()):
        return False
    return bool(
        _OPENING.search(case.post.text[: ours.start]) and _OPENING_QUOTED.search(case.passage.text[: theirs.start])
    )


def _comparable(case: Case, same: int, post: Sequence[Name], passage: Sequence[Name]) -> bool:
    """Whether the passage keeps so close to the post that a name in another's place is a change, and not merely
    another sentence: a free rendering has names of its own, and leaves others out."""
    ours = distinct(post, case.post.language.code)
    theirs = distinct(passage, "en")
    if case.kind == "quotation":
        if same == 0:
            return len(ours) <= 1 and len(theirs) <= 1
        return abs(len(ours) - len(theirs)) <= 1
    return same > 0 and len(ours) == len(theirs) == 1 and ours[0].kind == theirs[0].kind != "unknown"


def distinct(found: Iterable[Name], lang: str) -> list[Name]:
    """The names without repetitions: the first mention of each."""
    kept: list[Name] = []
    for name in found:
        if not any(names.same(name, other, lang, lang) for other in kept):
            kept.append(name)
    return kept


def listing(found: Sequence[Name]) -> str:
    """Names as a message lists them: "Trump", "Trump and Maduro", "Trump, Maduro, Lima and 2 more"."""
    shown = [short(name.text) for name in found[:LISTED]]
    more = len(found) - len(shown)
    if more:
        return f"{', '.join(shown)} and {more} more"
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def short(text: str) -> str:
    """A name on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
