"""Names in English clauses: where they begin and end, which word is a title, which is the subject."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from quotecheck.extract.speech.english import (
    ADVERBS,
    AUXILIARIES,
    FUNCTION,
    NATIONALITIES,
    OPENERS,
    ORGANISATIONS,
    PARTICLES,
    PAST,
    PREPOSITIONS,
    ROLES,
    TIMES,
    TITLES,
    cues,
)
from quotecheck.extract.speech.words import capital, low, possessive


class Subject(Struct, frozen=True):
    """Who does what a verb says: a name, or a pronoun, or whoever was the subject before; or nobody that is named."""

    name: str | None = None
    pronoun: str | None = None
    inherits: bool = False


NOBODY = Subject()


def is_cue(word: str) -> bool:
    """Whether the word, as written, is a form of a reporting verb."""
    return word.islower() and word in cues()


class Names:
    """Reads names in one article.

    Args:
        ordinary: words that the article also writes in lower case: in a capital at the start of a sentence they are no
            names.
        proper: words that the article writes in a capital inside a sentence too.
    """

    def __init__(self, ordinary: frozenset[str] = frozenset(), proper: frozenset[str] = frozenset()) -> None:
        self._ordinary = ordinary
        self._proper = proper

    def main_subject(self, words: Sequence[str]) -> Subject:
        """The subject of the sentence that `words` begin: a name, with a verb or the colon behind it."""
        start = 0
        for _ in range(4):
            if start >= len(words):
                return NOBODY
            head = words[start].lower()
            if head in ("he", "she"):
                return Subject(pronoun=head)
            end = start
            while end < len(words) and (capital(words[end]) or (end > start and words[end].lower() in PARTICLES)):
                end += 1
            while end > start and words[end - 1].lower() in PARTICLES and not capital(words[end - 1]):
                end -= 1
            run = self.without_openers(words[start:end])
            following = words[end].lower() if end < len(words) else ":"
            if run and not possessive(run[-1]):
                if following in ORGANISATIONS:
                    return Subject(" ".join([*run, words[end]]))
                if following in ("and", "or", "&"):
                    return NOBODY
                if start == 0 and end == 1 and not self._surely(run[0], following):
                    return NOBODY
                if following not in PREPOSITIONS and (following[:1].isalpha() or following in (",", ":", "(")):
                    return Subject(self.name(words[start:end], at_start=start == 0))
                return NOBODY
            comma = next((place for place in range(start, len(words)) if words[place] == ","), None)
            opens = head in OPENERS or head.endswith(("ing", "ly"))
            if comma is None:
                # "On state television Maduro seemed to …": no comma behind the phrase
                if head in PREPOSITIONS:
                    return self._after_phrase(words, start + 1)
                return NOBODY
            if not opens:
                return NOBODY
            if head in PREPOSITIONS and (found := self._after_phrase(words[:comma], start + 1)) != NOBODY:
                return found
            start = comma + 1
        return NOBODY

    def _after_phrase(self, words: Sequence[str], start: int) -> Subject:
        """The first name behind a prepositional phrase in lower case, where a verb follows it."""
        place = start
        while place < len(words) and not capital(words[place]):
            if words[place].lower() in PREPOSITIONS or not words[place].isalpha():
                return NOBODY
            place += 1
        if place == start or place - start > 6 or words[place - 1].lower() in FUNCTION:
            return NOBODY
        end = place
        while end < len(words) and capital(words[end]):
            end += 1
        if end < len(words) and words[end].islower() and words[end] not in FUNCTION | ORGANISATIONS:
            return Subject(self.name(words[place:end], at_start=False))
        return NOBODY

    def forward(self, words: Sequence[str]) -> tuple[str | None, int]:
        """The name in the noun phrase that `words` begin, and how many of the words it took."""
        place = 0
        last: tuple[int, int] | None = None
        while place < len(words) and place < 14:
            word = words[place]
            if capital(word):
                start = place
                while place < len(words) and (capital(words[place]) or words[place].lower() in PARTICLES | {"of"}):
                    place += 1
                while not capital(words[place - 1]):
                    place -= 1
                if low(words[start]) in TIMES and place == start + 1:
                    break
                last = (start, place)
                if possessive(words[place - 1]):
                    last = None
                continue
            lower = word.lower()
            if lower in ORGANISATIONS and last and last[1] == place:
                body = self.without_openers(words[last[0] : place])
                return (" ".join([*body, word]) if body else None), place + 1
            if lower == "," and last is None and place and self._starts_name(words, place + 1):
                place += 1
                continue
            if last and last[1] == place and lower.isalpha() and self._verb_like(lower):
                break
            if lower in PREPOSITIONS or lower in ADVERBS or lower in AUXILIARIES or not word[0].isalnum():
                break
            if lower in ("and", "or", "who", "that"):
                break
            if last and is_cue(words[place]):
                break
            place += 1
        if last is None:
            return None, place
        trailing = [w for w in words[last[1] : place] if w.isalpha()]
        if trailing and trailing[0].lower() not in ADVERBS:
            return None, place
        return self.name(words[last[0] : last[1]], at_start=False), max(place, last[1])

    def _surely(self, word: str, following: str) -> bool:
        """Whether a word in a capital at the start of a sentence is a name and not an adjective: "Popular cafés …"."""
        verb = (
            following in AUXILIARIES | PAST
            or following in cues()
            or following.endswith("ed")
            or not following.isalpha()
        )
        return verb or word in self._proper or word.lower() in TITLES

    def _verb_like(self, word: str) -> bool:
        return word in cues() or word in AUXILIARIES

    def _starts_name(self, words: Sequence[str], place: int) -> bool:
        return place < len(words) and capital(words[place]) and low(words[place]) not in TIMES

    def pure(self, words: Sequence[str]) -> bool:
        return 0 < len(words) <= 6 and capital(words[0]) and all(capital(w) or w in PARTICLES for w in words)

    def run_start(self, words: Sequence[str]) -> int:
        """Where the run of capitalised words begins that `words` end in."""
        start = len(words)
        while start > 0:
            word = words[start - 1]
            if capital(word) and not (possessive(word) and start < len(words)):
                start -= 1
            elif (word in PARTICLES or word in ("of", "the")) and start > 1 and start < len(words):
                reach = start - 1
                while (
                    reach > 0
                    and start - reach <= 3
                    and (words[reach - 1] in PARTICLES or words[reach - 1] in ("of", "the"))
                ):
                    reach -= 1
                linked = words[reach] != "the" and reach > 0
                if not linked or not capital(words[reach - 1]) or possessive(words[reach - 1]):
                    break
                start = reach
            else:
                break
        return start

    def without_openers(self, run: Sequence[str]) -> list[str]:
        left = list(run)
        while left and left[0].lower() in FUNCTION and not (left[0].isupper() and len(left[0]) > 1):
            left.pop(0)
        return left

    def name(self, run: Sequence[str], *, at_start: bool) -> str | None:
        """A run of capitalised words as a name, without titles; None where it is no name."""
        left = self.without_openers(run)
        opened = at_start and len(left) == len(run)
        if not left:
            return None
        titled = max((place for place, word in enumerate(left) if low(word) in TITLES), default=-1)
        rest = left[titled + 1 :]
        if titled >= 0 and rest and rest[0] == "of":  # Secretary of State Marco Rubio
            place = 1
            while place < len(rest) and (rest[place] in ("of", "the") or place == 1):
                place += 1
            rest = rest[place:]
        if rest and titled >= 0:
            left = rest
        elif titled == len(left) - 1 and len(left) == 1:
            return None  # "President said": a role
        elif len(left) > 1 and low(left[0]) in NATIONALITIES and titled >= 0:
            return None
        if len(left) == 1 and opened:
            word = left[0].lower()
            if word in ROLES or word in self._ordinary or word in FUNCTION:
                return None
        if len(left) == 1 and left[0].lower() in ROLES | NATIONALITIES | TIMES:
            return None
        while left and left[-1] in ("&",):
            left.pop()
        return " ".join(left).replace(" . ", ". ") if left else None
