"""Names that share words and yet are two: clubs of one town, parties by their letters, regions by the compass.

What is listed here is decided by who it is, never by spelling. From knowledge of the names; all folded.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from quotecheck.facts.fact import Name
from quotecheck.facts.folding import fold
from quotecheck.facts.names.given import one_given_name
from quotecheck.facts.names.lexicon import key

_CLUBS = """
real madrid | atletico madrid, atletico de madrid, atletico | rayo vallecano
manchester united, man united, man utd | manchester city, man city
inter milan, inter de milan, inter milano, inter mailand, internazionale | ac milan, milan ac
real betis, betis | sevilla fc
real sociedad | athletic bilbao, athletic club, athletic de bilbao
sheffield united | sheffield wednesday
dynamo moscow, dinamo moskva | spartak moscow, spartak moskva | lokomotiv moscow, lokomotiv moskva | cska moscow
sparta praha, sparta prague, sparta praga | slavia praha, slavia prague, slavia praga
legia warszawa, legia warsaw | polonia warszawa, polonia warsaw
borussia dortmund, bvb, dortmund | borussia monchengladbach, gladbach
barca, fc barcelona, barcelona | espanyol
psg, paris saint germain, paris sg, paris saint-germain
om, olympique de marseille, olympique marseille, marseille
ol, olympique lyonnais, olympique de lyon, lyon
juve, juventus, juventus turin
bayern, fc bayern, bayern munich, bayern munchen, fc bayern munchen, bayern de munich, bayern monaco
napoli, ssc napoli | lazio, ss lazio | roma, as roma
benfica, sl benfica | sporting, sporting cp, sporting lisbon | porto, fc porto
"""
_SMALL = frozenset({"de", "del", "la", "da", "dos", "von", "van", "y", "e"})
_PARTIES = frozenset(
    """
    pp psoe iu erc pnv bng cdu csu spd afd fdp bsw ump rn lfi pcf ps eelv pd m5s fdi lega pci psi dc pt psdb mdb psol
    pcdob pdt psb pmdb pis po sld ko ods cssd kscm ano stan bjp inc aap cpi bsp tmc dmk aiadmk ldp dpj cdp jcp kmt
    dpp tpp ccp cpc pri pan prd ucr gop dup sdlp snp ukip lr pvv vvd akp chp hdp mhp iyi
    """.split()
)
"""Parties that other languages call by their own letters."""
_BODIES = frozenset(
    """
    nato un eu who imf wto ecb icc icj echr ecj iaea ilo oas osce oecd opec au cia fbi nsa dea nasa esa unesco unicef
    unhcr fao fifa uefa ioc isis msf rsf kgb fsb nafta farc plo irgc brics
    """.split()
)
"""Bodies by their keys: what no language calls by another's letters."""
_PART_OF = {
    **dict.fromkeys("who icj iaea ilo unesco unicef unhcr fao imf".split(), "un"),
    **dict.fromkeys("ecb ecj".split(), "eu"),
}
"""Bodies that may be spoken of as the whole that they belong to."""
_COMPASS = {
    "n": "north northern norte septentrional nord nordlich nordlichen nordens settentrionale polnoc polnocny polnocnej "
    "polnocna polnocnym sever severni severniho severu северный северная северной северного северную северном север",
    "s": "south southern sur meridional sud sul sudlich sudlichen suden meridionale poludnie poludniowy poludniowej "
    "poludniowa poludniowym jih jizni jizniho jihu южныи южная южнои южного южную южном юг",
    "e": "east eastern este oriental est leste ostlich ostlichen osten orientale wschod wschodni wschodniej wschodnia "
    "wschodnim vychod vychodni vychodniho восточныи восточная восточнои восточного восточную восточном восток",
    "w": "west western oeste occidental ouest westlich westlichen westen ovest occidentale zachod zachodni zachodniej "
    "zachodnia zachodnim zapad zapadni zapadniho западныи западная западнои западного западную западном запад",
}
_NICKNAMES = """
joe joseph jose pepe, bill william will billy, bob robert rob bobby, jim james jimmy, mike michael mick, tom thomas,
dick richard rick rich, tony anthony antonio, ted edward theodore ed eddie, liz elizabeth beth lisa, kate katherine
catherine kathy, meg margaret peggy maggie, jack john johnny, chuck charles charlie, dan daniel danny, dave david,
steve stephen steven, chris christopher christine christina, alex alexander alexandra aleksei alexei aleksandr sasha,
nick nicholas nikolai, matt matthew, andy andrew, ben benjamin, sam samuel samantha, tim timothy, greg gregory,
ron ronald, don donald, ken kenneth, larry lawrence, bernie bernard, jeff jeffrey geoffrey, paco francisco pancho,
lula luiz, pepe jose, nacho ignacio, lola dolores, volodya vladimir volodymyr, misha mikhail, dima dmitry dmitri,
vova vladimir volodymyr, katya ekaterina, natasha natalia, gigi luigi, beppe giuseppe, sepp josef, hansi johann hans,
fritz friedrich, max maximilian, kuba jakub, gosia malgorzata, jirka jiri, honza jan, pepa josef
"""


def club_swaps(post: str, passage: str) -> list[tuple[Name, Name]]:
    """Clubs of the two texts that share words and are two, where each text has only one of them."""
    ours, theirs = _clubs_in(post), _clubs_in(passage)
    changed = []
    for family, mine in ours.items():
        yours = theirs.get(family, {})
        if len(mine) == len(yours) == 1 and mine.keys() != yours.keys():
            changed.append((next(iter(mine.values())), next(iter(yours.values()))))
    return changed


@lru_cache(maxsize=4096)
def _clubs_in(text: str) -> dict[int, dict[int, Name]]:
    found: dict[int, dict[int, Name]] = {}
    for match in _any_club().finditer(fold(text)):
        family, member = _clubs()[match[0]]
        start, end = match.span()
        if not text[start].isupper():
            continue
        name = Name(start=start, end=end, text=text[start:end], keys=frozenset({match[0]}), kind="organisation")
        found.setdefault(family, {}).setdefault(member, name)
    return found


@cache
def _any_club() -> re.Pattern[str]:
    forms = sorted(_clubs(), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, forms)) + r")\b")


@cache
def _clubs() -> dict[str, tuple[int, int]]:
    found = {}
    for family, line in enumerate(_CLUBS.strip().splitlines()):
        for member, forms in enumerate(line.split("|")):
            for form in forms.split(","):
                found[form.strip()] = family, member
    return found


@cache
def _compass() -> dict[str, str]:
    return {key(word): point for point, words in _COMPASS.items() for word in words.split()}


@cache
def _nicknames() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(_NICKNAMES.split(",")):
        for name in group.split():
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def apart(one: Name, other: Name) -> bool:
    """Whether two names are surely two clubs, two parties, two bodies of the world, or two ends of a region."""
    ours, theirs = key(one.text), key(other.text)
    if ours == theirs:
        return False
    clubs = _clubs()
    mine, yours = clubs.get(ours), clubs.get(theirs)
    if mine and yours:
        return mine[0] == yours[0] and mine[1] != yours[1]
    if is_party(one) and is_party(other):
        return True
    if _two_bodies(one.keys & _BODIES, other.keys & _BODIES):
        return True
    points = [{_compass()[word] for word in text.split() if word in _compass()} for text in (ours, theirs)]
    return len(points[0]) == len(points[1]) == 1 and points[0] != points[1]


def _two_bodies(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    if not ours or not theirs or ours & theirs:
        return False
    wholes = {_PART_OF.get(body, body) for body in ours}, {_PART_OF.get(body, body) for body in theirs}
    return not wholes[0] & wholes[1]


def is_body(name: Name) -> bool:
    """Whether a name is that of a body that every language knows, by whatever letters."""
    return bool(name.keys & _BODIES)


def is_party(name: Name) -> bool:
    """Whether a name is a party's letters, which no language translates."""
    return sum(char.isupper() for char in name.text) > 1 and key(name.text) in _PARTIES


def one_club(one: Name, other: Name) -> bool:
    """Whether two names are one club's: Barça is Barcelona."""
    mine, yours = _clubs().get(key(one.text)), _clubs().get(key(other.text))
    return mine is not None and mine == yours


def spelt_out(letters: Name, name: Name) -> bool:
    """Whether a person's name ends as the letters do that stand for it: AMLO is López Obrador, MBS bin Salman."""
    if not (letters.text.isupper() and 3 <= len(letters.text) <= 5) or "person" not in (letters.kind, name.kind):
        return False
    initials = "".join(word[0] for word in key(name.text).split() if word not in _SMALL)
    return len(initials) > 1 and key(letters.text).endswith(initials) and 2 * len(initials) >= len(letters.text)


def one_first_name(one: str, other: str) -> bool:
    """Whether two romanised first names may be one person's: alike in their beginning, a translation, a nickname."""
    if one[:2] == other[:2] or one_given_name(one, other):
        return True
    groups = _nicknames()
    return not groups.get(one, frozenset()).isdisjoint(groups.get(other, frozenset()))
