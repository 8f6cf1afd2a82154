"""Which names of a post and of a passage belong together, which became another, which stand alone."""

from __future__ import annotations

from collections.abc import Sequence

from quotecheck.facts.fact import Name, Pairs
from quotecheck.facts.folding import fold
from quotecheck.facts.names import english, unspaced
from quotecheck.facts.names.apart import apart, club_swaps, is_body, is_party, one_first_name
from quotecheck.facts.names.lexicon import key, lexicon
from quotecheck.facts.names.matching import (
    ALIKE,
    acronym,
    found_in,
    listed,
    nearest,
    place_in,
    prepared,
    same,
    telling_words,
    territories,
    word_in,
)
from quotecheck.facts.names.presence import SPELT_FREELY, WITHOUT_CAPITALS, known_keys, there
from quotecheck.facts.names.seats import one_state
from quotecheck.facts.names.sounds import likeness, romanise
from quotecheck.facts.names.words import Word, words

_MOST = 200
"""Names of a side that are looked at; no post or passage has as many."""
_JOINED = 6
_SHORT = 4
REORDERED = frozenset({"ja", "hi", "ko", "tr"})
"""Languages that put the verb last, so that much else stands elsewhere than in English."""
FAR_REORDERED = 0.75
_UNLIKE = 62.0
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
    post, passage = post[:_MOST], passage[:_MOST]
    matched: list[tuple[Name, Name]] = []
    lone_post: list[Name] = []
    taken: set[int] = set()
    for ours in post:
        for index, theirs in enumerate(passage):
            if same(ours, theirs, lang):
                matched.append((ours, theirs))
                taken.add(index)
        if not any(ours is one for one, _ in matched) and not found_in(ours, lang, passage_text, passage):
            lone_post.append(ours)
    lone_passage = [
        theirs
        for index, theirs in enumerate(passage)
        if index not in taken and not there(theirs, post_text, post, lang)
    ]
    people = _people(lone_passage, post_text, passage_text) if lang in SPELT_FREELY else []
    if lang in SPELT_FREELY:
        # Whether an unknown name is there cannot be told by its sound: only names that are known to be written
        # otherwise are missing, unless a known name of the post has no counterpart either.
        known = known_keys(lang)
        sure = any(listed(name) and not name.weak for name in lone_post)
        lone_passage = [name for name in lone_passage if sure or name.keys & known]
    lengths = len(post_text), len(passage_text)
    lone_post, lone_passage = _acronyms(lone_post, lone_passage)
    lone_post, lone_passage = _states(lone_post, lone_passage, passage_text)
    spare_post = [
        name for name in post if any(name is one for one, _ in matched) for name in _rest(name, lang, passage_text)
    ]
    spare_passage = [
        name for index, name in enumerate(passage) if index in taken for name in _rest(name, "en", post_text)
    ]
    attached = _attached(passage)
    lone_post = _untranslated(lone_post, lone_passage, attached, lengths, lang)
    far = FAR_REORDERED if lang in REORDERED else FAR
    changed = _changed([*lone_post, *spare_post], [*lone_passage, *spare_passage], attached, far, *lengths)
    changed += _halves(matched, post_text, passage_text, lang)
    for both in (*club_swaps(post_text, passage_text), *people):
        lone_post, lone_passage = _uncovered(lone_post, both[0]), _uncovered(lone_passage, both[1])
        changed = [pair_ for pair_ in changed if not any(map(_overlap, pair_, both))] + [both]
    gone = {id(name) for both in changed for name in both}
    if lang in WITHOUT_CAPITALS:
        # Nobody can tell what a name is there that nothing lists, so that only listed ones are said to be missing.
        known = known_keys(lang)
        lone_passage = [name for name in lone_passage if name.keys & known]
        lone_post = [name for name in lone_post if listed(name) and len(name.text) > 1]
    return Pairs(
        same=tuple(matched),
        changed=tuple(changed),
        only_post=tuple(name for name in lone_post if not name.weak and id(name) not in gone),
        only_passage=tuple(name for name in lone_passage if not name.weak and id(name) not in gone),
    )


def _changed(
    lone_post: Sequence[Name],
    lone_passage: Sequence[Name],
    attached: set[int],
    limit: float,
    post_length: int,
    passage_length: int,
) -> list[tuple[Name, Name]]:
    """Names without counterpart that stand in each other's place; the passage's must be sure."""
    ranked = sorted(
        (distance(ours, theirs, post_length, passage_length), i, j)
        for i, ours in enumerate(lone_post)
        for j, theirs in enumerate(lone_passage)
        if id(theirs) not in attached and _rivals(ours, theirs)
    )
    sole = _sole_territories(lone_post, lone_passage)
    used_post: set[int] = set()
    used_passage: set[int] = set()
    changed: list[tuple[Name, Name]] = []
    for far, i, j in ranked:
        if i in used_post or j in used_passage or (far > limit and (i, j) != sole):
            continue
        used_post.add(i)
        used_passage.add(j)
        changed.append((lone_post[i], lone_passage[j]))
    return changed


def _sole_territories(post: Sequence[Name], passage: Sequence[Name]) -> tuple[int, int] | None:
    """The only country without counterpart of either side: wherever they stand, one became the other."""
    ours = [i for i, name in enumerate(post) if territories(name)]
    theirs = [j for j, name in enumerate(passage) if territories(name) and not name.weak]
    return (ours[0], theirs[0]) if len(ours) == len(theirs) == 1 else None


def _overlap(one: Name, other: Name) -> bool:
    return one.start < other.end and other.start < one.end


def _uncovered(names: list[Name], whole: Name) -> list[Name]:
    return [name for name in names if not _overlap(name, whole)]


def _rest(name: Name, lang: str, other: str) -> list[Name]:
    """What is left of a run of names that only in part has a counterpart: "with Piotr Lekszycki Stefan Niesiołowski".

    At least two words together that the other text has nowhere.
    """
    if name.weak or listed(name) or name.text.count(" ") < 2:
        return []
    text = prepared(other)
    telling = telling_words(name.text, lang)
    runs: list[list[Word]] = [[]]
    for word in words(name.text):
        if romanise(word.folded) in telling and len(word.text) > 2 and not word_in(romanise(word.folded), text):
            runs[-1].append(word)
        else:
            runs.append([])
    found = []
    for run in runs:
        if len(run) >= 2:
            start, end = name.start + run[0].start, name.start + run[-1].end
            part = name.text[run[0].start : run[-1].end]
            found.append(Name(start=start, end=end, text=part, keys=frozenset({key(part)}), kind="person"))
    return found


def _halves(
    matched: Sequence[tuple[Name, Name]], post_text: str, passage_text: str, lang: str
) -> list[tuple[Name, Name]]:
    """People of whom only a first name was kept: Donald Trump, Donald Tusk.

    Both must have a surname that the other text has nowhere, and nothing like it.
    """
    changed = []
    for ours, theirs in matched:
        if listed(ours) or listed(theirs) or ours.weak or theirs.weak or not ours.kind == theirs.kind == "person":
            continue
        mine, yours = telling_words(ours.text, lang), telling_words(theirs.text, "en")
        if not len(mine) == len(yours) == 2:
            continue
        if likeness(mine[0], yours[0]) < ALIKE:
            if _relatives(mine, yours) and _nowhere(mine[0], passage_text) and _nowhere(yours[0], post_text):
                changed.append((ours, theirs))
            continue
        if _nowhere(mine[-1], passage_text) and _nowhere(yours[-1], post_text):
            changed.append((ours, theirs))
    return changed


def _nowhere(word: str, text: str) -> bool:
    """Whether a text has no word like a romanised one."""
    return nearest(word, prepared(text)) < _UNLIKE


def _relatives(mine: Sequence[str], yours: Sequence[str]) -> bool:
    """Whether two people of one surname have first names that cannot be one: Donald and Melania."""
    return (
        likeness(mine[1], yours[1]) >= ALIKE
        and min(len(mine[0]), len(yours[0])) >= _SHORT
        and (english.is_name(mine[0]) or english.is_name(yours[0]))
        and not one_first_name(mine[0], yours[0])
    )


def decided(ours: Name, theirs: Name) -> bool:
    """Whether two names that differ are surely two, by what the gazetteer knows of them."""
    return (
        bool(territories(ours) and territories(theirs))
        or apart(ours, theirs)
        or _same_surname(ours, theirs)
        or bool(unspaced.chinese_name(theirs.text))
    )


def _same_surname(ours: Name, theirs: Name) -> bool:
    return ours.kind == theirs.kind == "person" and key(ours.text).split()[-1] == key(theirs.text).split()[-1]


def _acronyms(post: list[Name], passage: list[Name]) -> tuple[list[Name], list[Name]]:
    """The names without those acronyms that answer for each other: languages have their own for one thing."""
    ours = [name for name in post if acronym(name) and not listed(name) and not is_body(name)]
    theirs = [name for name in passage if acronym(name) and not listed(name) and not is_body(name)]
    if any(apart(one, other) for one in ours for other in theirs):
        return post, passage
    count = min(len(ours), len(theirs))
    gone = {id(name) for name in (*ours[:count], *theirs[:count])}
    return [name for name in post if id(name) not in gone], [name for name in passage if id(name) not in gone]


def _states(post: list[Name], passage: list[Name], text: str) -> tuple[list[Name], list[Name]]:
    """The names without countries and seats of their governments that answer for each other."""
    pairs = [(ours, theirs) for ours in post for theirs in passage if one_state(ours, theirs, text)]
    gone = {id(name) for both in pairs for name in both}
    return [name for name in post if id(name) not in gone], [name for name in passage if id(name) not in gone]


def _attached(passage: Sequence[Name]) -> set[int]:
    """Doubtful names that stand right beside a sure one: West Africa, the Turkish Football League."""
    return {
        id(name)
        for name in passage
        if name.weak
        and any(
            not sure.weak and (0 <= name.start - sure.end <= 2 or 0 <= sure.start - name.end <= 2) for sure in passage
        )
    }


def _untranslated(
    lone_post: Sequence[Name],
    lone_passage: Sequence[Name],
    attached: set[int],
    lengths: tuple[int, int],
    lang: str,
) -> list[Name]:
    """The names of the post that are no translated words.

    A name made of words ("Cúpula de Hierro") is translated as words, and English writes those with capitals too
    ("Iron Dome"). Such a name of the passage, doubtful and without counterpart, answers for the nearest run of names
    of the post that no gazetteer knows, unless it is `attached`: merely the second half of a name that is sure.
    """
    kept = list(lone_post)
    for theirs in lone_passage:
        if not theirs.weak or not theirs.text[0].isupper() or theirs.start == 0 or id(theirs) in attached:
            continue
        if _known_name(theirs):
            continue
        single = " " not in theirs.text
        candidates = [
            name
            for name in kept
            if not name.weak
            and not listed(name)
            and not lexicon(lang).is_city(key(name.text))
            and not (single and " " in name.text)
            and not acronym(name)
        ]
        if not candidates:
            continue
        ours = min(candidates, key=lambda name: place_gap(name, theirs, *lengths))
        if place_gap(ours, theirs, *lengths) > FAR:
            continue
        at = kept.index(ours)
        first = last = at
        while first > 0 and kept[first].start - kept[first - 1].end <= _JOINED:
            first -= 1
        while last + 1 < len(kept) and kept[last + 1].start - kept[last].end <= _JOINED:
            last += 1
        kept[first : last + 1] = [name for name in kept[first : last + 1] if listed(name)]
    return kept


def _known_name(theirs: Name) -> bool:
    """Whether English has all words of a passage's name as names, though as words too: Harry, Will Brown."""
    return all(english.is_name(word.folded) for word in words(theirs.text))


def _rivals(ours: Name, theirs: Name) -> bool:
    """Whether one of two names without counterpart may be a change of the other."""
    if theirs.weak:
        # Words with capitals may be anything, unless they stand where a known place was.
        known = lexicon("en")
        return (
            (listed(ours) or _known_name(theirs))
            and not ours.weak
            and theirs.start > 0
            and theirs.text[0].isupper()
            and not listed(theirs)
            and not any(known.idle(word.folded) for word in words(theirs.text))
        )
    if len(ours.text) == 1 or (ours.weak and max(len(word.text) for word in words(theirs.text)) < _SHORT):
        return False
    if ours.weak and listed(theirs) and not listed(ours):
        # A people or a country hardly ever turns into a doubtful name; more likely one side's words were not known.
        return False
    if is_party(ours) and is_party(theirs):
        return True
    if is_body(ours) and is_body(theirs):
        return apart(ours, theirs)
    if acronym(ours) and not listed(ours):
        # Acronyms are translated, or written out in full.
        return not acronym(theirs) and not territories(theirs) and theirs.text[0].upper() != ours.text[0].upper()
    return len(ours.text) > 3 or listed(ours) or theirs.text[0].upper() != ours.text[0].upper()


def _people(lone: Sequence[Name], post_text: str, passage_text: str) -> list[tuple[Name, Name]]:
    """Chinese people of whom the post has nobody of that surname, and others in their place."""
    strangers = [name for name in lone if unspaced.chinese_name(name.text)]
    if len(strangers) != 1:
        return []
    known = {romanise(fold(word.text)) for word in words(passage_text)}
    ours = [
        name
        for name in unspaced.people(post_text)
        if romanise(name.text[0]) not in known and romanise(name.text) not in known
    ]
    return [(ours[0], strangers[0])] if ours else []


def place_gap(ours: Name, theirs: Name, post_length: int, passage_length: int) -> float:
    """How far apart, 0 to 1, two names stand in their texts."""
    return abs(place_in(ours, post_length) - place_in(theirs, passage_length))


def distance(ours: Name, theirs: Name, post_length: int, passage_length: int) -> float:
    """How unlikely one name stands where the other does: by place, kind and how sure both are."""
    apart = place_gap(ours, theirs, post_length, passage_length)
    if "unknown" not in (ours.kind, theirs.kind) and ours.kind != theirs.kind:
        apart += 0.1
    if ours.weak or theirs.weak:
        apart += 0.2
    return apart
