"""A name in another's place, found by the counterfactual: put the post's name where the passage has one that the post
does not know, and see whether the two come closer together.

Where the passage is faithful, its names are what makes it like the post, in whatever spelling, and taking them out or
putting others in drives the two apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from quotecheck.facts import names
from quotecheck.facts.fact import Name
from quotecheck.facts.names import unspaced
from quotecheck.facts.names.apart import is_body
from quotecheck.facts.names.english import is_word
from quotecheck.facts.names.matching import acronym, listed, one_acronym, territories
from quotecheck.facts.names.mentions import Mention, in_english, mentions, ordinary, parts
from quotecheck.facts.names.pairing import FAR, FAR_REORDERED, REORDERED, place_gap
from quotecheck.facts.names.seats import one_state
from quotecheck.facts.names.words import words
from quotecheck.rules.base import Case
from quotecheck.rules.name_gaps import translated_word

MOST_PLACES = 4
MOST_NAMES = 7
"""How many places of the passage, and names of the post for each, are tried; each costs an embedding."""

CLOSE = 0.5
CLOSE_UNSPACED = 0.4
"""Least cosine of the passage, with the post's name put in, and the post: below, it is another sentence. The second
holds for Chinese and Japanese, where faithful translations score lower."""

_UNSPACED = frozenset({"zh", "ja"})


class Needed(Struct, frozen=True):
    """How much the cosine must change before a name is called swapped.

    Attributes:
        put: least gain of putting the post's name in.
        out: least gain of merely taking the passage's name out; negative where a loss is allowed.
        over: how much more putting in must gain than taking out: else the passage only added a name.
        alone: how much more the post's name must gain alone than beside the passage's: else the passage only left
            a name out.
    """

    put: float
    out: float
    over: float
    alone: float


NEEDED = {
    ("sure", True): Needed(0.03, -0.03, 0.0, -0.005),
    ("sure", False): Needed(0.05, -0.03, 0.01, 0.0),
    ("again", True): Needed(0.04, -0.02, 0.0, 0.0),
    ("again", False): Needed(0.06, 0.0, 0.02, 0.0),
    ("words", True): Needed(0.045, -0.03, 0.02, 0.002),
    ("words", False): Needed(0.09, 0.01, 0.02, 0.02),
    ("idle", True): Needed(0.06, 0.01, 0.02, 0.02),
}
"""By what the passage's name looks like, and whether the post's is surely a name. Words with capitals may be what the
post's words mean, so that more is asked of them."""

NEAR = 40
"""Characters about a place in which an acronym may be written out."""

MOST_LETTERS = 0.7
"""Share of an acronym's letters that its English words begin with, where English has the same acronym."""

JOINED = 4
"""Characters between two names that may be one: a blank, a hyphen, "and"."""

PER_STRANGER = 0.02
"""Added to `put` for each other sure name of either side without counterpart: the more, the freer the rendering."""
LOST = 0.02
"""Loss that shows the passage's name to belong where it stands."""
ALIEN = 0.05
"""Gain of merely taking the passage's name out that shows it to be out of place, whatever stood there."""
ACRONYMS = 0.04
"""Least `put` where both are acronyms, which languages translate: they must not share most of their letters either."""


class Swap(Struct, frozen=True):
    """A name of the post, what stands in its place, and the gain in cosine of putting the post's name back."""

    ours: Name
    theirs: Name
    gain: float


def overlap(one: Name, other: Name) -> bool:
    """Whether two names of one text share a character."""
    return one.start < other.end and other.start < one.end


def belongs(case: Case, ours: Name, theirs: Name) -> bool:
    """Whether a name of the passage belongs where it stands, so that one of the post is missing, not changed: the
    passage is closer to the post with both names in it than with the post's alone."""
    if case.similar is None:
        return False
    return alone(case, ours, theirs) < -LOST


def alone(case: Case, ours: Name, theirs: Name) -> float:
    """How much closer to the post the passage comes with the post's name alone than with both, side by side."""
    if case.similar is None:
        return 0.0
    pair = in_english(ours), theirs.text
    by_itself, *beside = case.similar(
        [with_name(case.passage.text, theirs, part) for part in (pair[0], " ".join(pair), " ".join(pair[::-1]))]
    )
    return by_itself - max(beside)


def swaps(case: Case, known: Iterable[tuple[Name, Name]]) -> list[Swap]:
    """Names that stand in another's place.

    Args:
        case: a post and a quotation of it.
        known: names of the post and of the passage already known to stand in each other's place.
    """
    if case.similar is None or case.truncated or not case.literal:
        return []
    known = list(known)
    lang = case.post.language.code
    places = [mention for mention in strangers(case) if not any(overlap(mention.name, theirs) for _, theirs in known)][
        :MOST_PLACES
    ]
    if not places:
        return []
    ours = [
        name
        for name in lone_names(case)
        if not any(overlap(name, mine) for mine, _ in known) and not translated_word(case, name)
    ]
    if not ours:
        return []
    base, *without = case.similar(
        [case.passage.text, *(without_name(case.passage.text, place.name) for place in places)]
    )
    count = len({name.text for name in ours if not name.weak}) + len(
        {place.name.text for place in places if place.sure}
    )
    close = CLOSE_UNSPACED if lang in _UNSPACED else CLOSE
    far = FAR_REORDERED if lang in REORDERED else FAR
    found: list[Swap] = []
    lengths = len(case.post.text), len(case.passage.text)
    for place, emptied in zip(places, without, strict=True):
        out = emptied - base
        near = sorted(
            (
                name
                for name in ours
                if (place.again or as_often(name, place.name, case))
                and _may_be(name, place, out, far, lengths, case.passage.text)
            ),
            key=lambda name: (name.weak, place_gap(name, place.name, *lengths)),
        )[:MOST_NAMES]
        if not near:
            continue
        scores = case.similar([with_name(case.passage.text, place.name, in_english(name)) for name in near])
        for score, name in sorted(zip(scores, near, strict=True), key=lambda both: -both[0]):
            need = NEEDED[_look(place), not name.weak]
            others = max(0, count - (not name.weak) - place.sure)
            least = need.put + PER_STRANGER * min(2, others)
            if initialism(name) and initialism(place.name):
                if one_acronym(name, place.name):
                    continue
                least = max(least, ACRONYMS)
            gain = score - base
            alien = place.sure and not place.again and not name.weak and out >= ALIEN and gain >= 0
            if score < close or not (alien or (gain >= least and gain - max(0.0, out) >= need.over)):
                continue
            if alone(case, name, place.name) >= need.alone:
                found.append(Swap(name, place.name, gain))
            break
    return _best(found)


def as_often(name: Name, place: Name, case: Case) -> bool:
    """Whether the post has its name as often as the passage has the other: one that comes again is what the passage
    speaks of, and stands in nobody's place."""
    here = sum(one.keys == place.keys for one in case.passage.facts.names)
    return here < 2 or sum(bool(one.keys & name.keys) for one in case.post.facts.names) >= here


def _best(found: Sequence[Swap]) -> list[Swap]:
    """Each name once, the surest first."""
    kept: list[Swap] = []
    for swap in sorted(found, key=lambda swap: -swap.gain):
        if not any(swap.ours is other.ours or swap.theirs is other.theirs for other in kept):
            kept.append(swap)
    return sorted(kept, key=lambda swap: swap.theirs.start)


def _look(place: Mention) -> str:
    if place.again:
        return "again"
    if place.sure:
        return "sure"
    return "idle" if place.idle else "words"


def initialism(name: Name) -> bool:
    """Whether a name is made of first letters: "ONU", "MSWiA"."""
    letters = sum(char.isupper() for char in name.text)
    return acronym(name) or (letters >= 3 and letters >= 0.6 * len(name.text))


def _may_be(name: Name, place: Mention, out: float, far: float, lengths: tuple[int, int], passage: str) -> bool:
    need = NEEDED.get((_look(place), not name.weak))
    if need is None or out < need.out:
        return False
    if place.titled and listed(name) and place.name.kind != "place":
        # "The Colombian president", "President Petro".
        return False
    if not initialism(name) or listed(name):
        return True
    if is_body(name):
        return not _written_out(name, place.name, passage)
    if place.sure:
        # "STF", "Brazil's Supreme Court"; "ČNB", "the Czech National Bank".
        return not territories(place.name) and not of_words(place.name)
    # An acronym of one language is written out in the other.
    return not (" " in place.name.text and ordinary(place.name)) and not _written_out(name, place.name, passage)


def of_words(name: Name) -> bool:
    """Whether a name is made of words, as bodies' names are and people's are not."""
    each = words(name.text)
    return name.kind != "person" and len(each) > 1 and any(is_word(word.folded) for word in each)


def _written_out(name: Name, place: Name, passage: str) -> bool:
    """Whether the capitals about a place may be what the letters of an acronym stand for."""
    rest = [
        word[0].lower() for word in passage[max(0, place.start - NEAR) : place.end + NEAR].split() if word[0].isupper()
    ]
    shared = 0
    for letter in name.text.lower():
        if letter in rest:
            rest.remove(letter)
            shared += 1
    least = MOST_LETTERS if is_body(name) else 0.5  # of what is short for other words, any half will do
    return shared >= max(2, len(name.text) * least - 0.5)


def strangers(case: Case) -> list[Mention]:
    """Capitals of the passage that the post does not have in any spelling, or not as often."""
    lang = case.post.language.code
    post, passage = case.post.facts.names, case.passage.facts.names
    around = " ".join(part for part in (case.author, case.handle and f"@{case.handle}", case.speaker) if part)
    known = (*post, *case.thread.names)

    def there(theirs: Name) -> bool:
        return (
            names.found_in(theirs, "en", case.post.text, post)
            or any(names.same(ours, theirs, lang) or one_state(ours, theirs, case.passage.text) for ours in known)
            or bool(around and names.found_in(theirs, "en", around))
        )

    found = []
    for mention in mentions(case.passage.text, passage):
        inner = [name for name in passage if mention.name.start <= name.start and name.end <= mention.name.end]
        if not there(mention.name) and not any(there(name) for name in inner):
            if not mention.opens or mention.sure or not ordinary(mention.name):
                found.append(mention)
            continue
        for name in inner:
            # "Taipei IT Month", "Singapore IT Month": only a part of it is known.
            part = listed(name) and name.text != mention.name.text and not there(name)
            if not name.weak and (part or _again(name, passage, post, lang)):
                found.append(Mention(name, sure=True, idle=False, opens=False, titled=False, again=not part))
    return found


def _again(theirs: Name, passage: Sequence[Name], post: Sequence[Name], lang: str) -> bool:
    """Whether the passage has a name more often than the post: once in its own place, once in another's."""
    times = sum(names.same(theirs, name, "en") for name in passage if not name.weak)
    return times > 1 and times > sum(names.same(name, theirs, lang) for name in post)


def lone_names(case: Case) -> list[Name]:
    """Names of the post's segment, doubtful ones among them, that the passage does not have."""
    lang = case.post.language.code
    start, end = case.segment
    text = case.passage.text
    found: list[Name] = []
    for name in case.post.facts.names:
        if not start <= name.start < end or name.text[0].islower() or len(name.text) < 2:
            continue
        if any(names.same(name, theirs, lang) for theirs in case.passage.facts.names) or names.found_in(
            name, lang, text, case.passage.facts.names
        ):
            found += [part for part in parts(name, lang) if not names.found_in(part, lang, text)]
            continue
        if any(one_state(name, theirs, text) for theirs in case.passage.facts.names):
            continue
        if found and not listed(name) and not listed(found[-1]) and name.start - found[-1].end <= JOINED:
            # "Билл и Тед": two names that are one.
            whole = case.post.text[found[-1].start : name.end]
            found.append(
                Name(start=found[-1].start, end=name.end, text=whole, keys=found[-1].keys | name.keys, weak=name.weak)
            )
        found.append(name)
    found += [name for name in _more_often(case) if not any(overlap(name, other) for other in found)]
    if lang in _UNSPACED:
        taken = case.post.facts.names
        found += [
            name
            for name in unspaced.people(case.post.text)
            if start <= name.start < end
            and not any(overlap(name, other) and not other.weak for other in taken)
            and not names.found_in(name, lang, text)
        ]
    return found


def _more_often(case: Case) -> list[Name]:
    """Names that the post has more often than the passage: as likely as not the passage only says "it" for one."""
    lang = case.post.language.code
    start, end = case.segment
    post, passage = case.post.facts.names, case.passage.facts.names
    return [
        Name(start=name.start, end=name.end, text=name.text, keys=name.keys, kind=name.kind, weak=True)
        for name in post
        if not name.weak
        and start <= name.start < end
        and not name.text[0].islower()
        and sum(names.same(name, other, lang, lang) for other in post)
        > sum(names.same(name, theirs, lang) for theirs in passage)
    ]


def without_name(text: str, name: Name) -> str:
    """A text without one of its names."""
    return with_name(text, name, "")


def with_name(text: str, name: Name, instead: str) -> str:
    """A text with other words in the place of one of its names."""
    return text[: name.start] + instead + text[name.end :]
