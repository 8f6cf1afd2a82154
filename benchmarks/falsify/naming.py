"""Names of people and places, made others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from falsify.change import Change, pick, without

PLACES = """
    Oslo Nairobi Lima Toronto Melbourne Dublin Havana Jakarta Cairo Bogota Denver Glasgow Bristol Chicago Helsinki
    Athens Budapest Manila Hanoi Santiago Montreal Boston Seattle Dakar Accra
""".split()
COUNTRIES = "Norway Kenya Peru Canada Australia Ireland Cuba Indonesia Egypt Finland Greece Hungary Chile Ghana".split()
PEOPLE = """
    Harrison Whitfield Okafor Lindqvist Brennan Castellano Abernathy Novak Delgado Petersen Marchetti Holloway
""".split()
GIVEN = "Thomas Sandra Oliver Grace Victor Helen Samuel Ingrid Patrick Louise".split()

_KNOWN_COUNTRIES = """
    Spain France Italy Portugal Germany Poland Russia Ukraine China Japan India Egypt Morocco Algeria Tunisia Lebanon
    Syria Iraq Iran Israel Jordan Brazil Argentina Mexico Chile Peru Colombia Venezuela Bolivia Ecuador Cuba Turkey
    Greece Austria Switzerland Belgium Hungary Romania Slovakia Sweden Norway Finland Denmark Nepal Pakistan Kenya
""".split()
_PLACE = re.compile(
    r"(?<=[a-z,] )(?:in|from|near|outside|reach(?:es|ed)?|via|into|leave|left) (?P<name>[A-Z][a-zà-ž]{3,})"
    r"(?![\w'’-])(?! [A-Z])(?! (?:\d|(?:of|province|region|state|district|county|university|airport|hospital)\b))"
)
_COUNTRY = re.compile(rf"\b(?P<name>{'|'.join(_KNOWN_COUNTRIES)})\b(?![’'-]?\w)(?! [A-Z])")
_TITLED = re.compile(
    r"\b(?:President|Minister|Mayor|Governor|Senator|Judge|Captain|General|Professor|Dr\.?|Mr\.?|Mrs\.?|Ms\.?"
    r"|president|minister|mayor|governor|coach|singer|actor|actress|writer|lawyer|leader)"
    r" (?P<name>[A-Z][a-zà-ž]{2,}(?: [A-Z][a-zà-ž]{2,})?)\b(?![’'-]?\w)"
)
_TWO_WORDS = re.compile(r"(?<=[a-z,] )(?P<name>[A-Z][a-zà-ž]{2,} [A-Z][a-zà-ž]{3,})\b(?![’'-]?\w)(?! [A-Z])")
_NOT_NAMES = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday"
    r"|Wednesday|Thursday|Friday|Saturday|Sunday|Parliament|Congress|Senate|Council|Court|Central|Bank|Supreme|United"
    r"|National|Ministry|European|Union|Europe|Africa|Asia|America|North|South|East|West|New|Red|World|Cup|University"
    r"|Party|House|Cross|Prime|Minister|State|States|City|River|Lake|Sea|Ocean|Street|Square|Bay|Mount|Island|Islands"
    r"|Christmas|Easter|Ramadan|Olympic|Games|League|Museum|Hospital|Airport|English|French|Spanish|Italian|German)\b"
)


_OFFICE = re.compile(
    r"\b(?:[Tt]he|[Oo]ur|[Hh]is|[Hh]er) (?:[A-Z][a-z]+ )?(?P<office>mayor|president|prime minister|minister|governor"
    r"|chancellor|director|head|chief|ambassador|speaker)\b(?! office)"
)
"""An office that is not already a former, deputy or vice one."""


def names_left_out(text: str) -> Iterator[Change]:
    """A city left out, with the preposition before it."""
    for match in _PLACE.finditer(text):
        if match.group().split()[0] in ("in", "from", "near", "outside") and not _NOT_NAMES.search(match.group("name")):
            yield from without(text, match.start(), match.end(), "omission")


def other_titles(text: str) -> Iterator[Change]:
    """A holder of an office made a former or a deputy one."""
    for match in _OFFICE.finditer(text):
        adjective = pick(("former", "deputy"), text, str(match.start()))
        yield Change("title", match.start("office"), match.start("office"), f"{adjective} ")


def other_names(text: str) -> Iterator[Change]:
    """Another city, country or person, where it can be told by the words around it which of them a name is."""
    taken: list[tuple[int, int]] = []
    for pattern, others in ((_COUNTRY, COUNTRIES), (_PLACE, PLACES), (_TITLED, PEOPLE), (_TWO_WORDS, PEOPLE)):
        for match in pattern.finditer(text):
            start, end = match.span("name")
            name = match.group("name")
            if _NOT_NAMES.search(name) or any(start < last and end > first for first, last in taken):
                continue
            taken.append((start, end))
            to = pick(others, text, name)
            if others is PEOPLE and " " in name:
                to = f"{pick(GIVEN, text, name)} {to}"
            if to not in text:
                yield Change("name", start, end, to)
