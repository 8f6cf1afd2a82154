"""Names of a text whose script has capitals.

Capitals tell where a name is; the gazetteer, the peoples and the lists of a language's data tell what it is, and which
capitals are no name at all: a title, an institution word, the first word of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from quotecheck.facts.fact import Name, NameKind
from quotecheck.facts.names import english
from quotecheck.facts.names.first import is_first_name
from quotecheck.facts.names.lexicon import BRAND, DOUBTFUL, Lexicon, key, lexicon
from quotecheck.facts.names.sounds import romanise
from quotecheck.facts.names.words import Word, telling, words

NOUNS_WITH_CAPITALS = frozenset({"de"})
_JOINS = re.compile(r"[\s.\-'’&/·‐‑–]{1,3}")
_BEFORE_TOWNS = frozenset(
    {"in", "nach", "aus", "bei", "von", "um", "uber", "bis", "ab", "gegen", "nahe", "fur", "zwischen", "und"}
)
"""Words before a German town; other nouns that a gazetteer of towns happens to hold come after an article."""
_LAST_LATIN = "\u024f"
_ROMAN = re.compile(r"(?=[IVXLC]{2}|[IVX]\b|[VX]e)[IVXLC]+(?:e|er|ème|°|º)?")
_ROMANCE = frozenset({"es", "pt", "fr", "it", "ca", "ro"})
_OF = frozenset("de del d da do das dos du des di della dell dello dei degli delle la l los las le les".split())
_DEPARTMENT = re.compile(
    "(?:ex|vice)?(?:minist|subsecretar|sottosegretar|consejer|conseller|assessor|institut|istitut"
    "|comision|commission|comissao|departament|dipartiment|direccion|direction|direcao|direzion|oficina|uffici"
    "|procurad|fiscalia|superintend|inspeccion|ispettorat|autorit|autorid|agencia|agenzia|agence|servici|servizi)"
)
"""How offices of a state begin in Romance languages: what follows "de" is a word, not a name."""
_CLUB_TYPES = frozenset("fc cf ac afc cfc sc sv ssc as ss rc cd ud sd sl cp vfb vfl tsv fk sk nk hc bk bv".split())
"""Letters that say what kind of club it is, and that other languages leave out."""
_CUTS = re.compile(r"[/–]|\.\s*$")
_HEADS = re.compile(r"\s*[:|]")


def read_cased(text: str, lang: str) -> tuple[Name, ...]:
    """Names of a text, in order. Doubtful ones are weak."""
    found = words(text)
    known = lexicon(lang)
    capitals = telling(found, lang in NOUNS_WITH_CAPITALS)
    bare = not any(word.capital and not word.opens for word in found)
    names: list[Name] = []
    at = 0
    while at < len(found):
        size, keys = _listed(found, at, known, bare)
        if size:
            if not _money(found, at, size):
                names.append(_place(text, found, at, size, keys, known))
            at += size
            continue
        if not _begins(found[at]):
            at += 1
            continue
        end = at + 1
        while end < len(found) and _continues(found, end, known):
            end += 1
        run = _run(text, found[at:end], known, lang, capitals)
        measured = lang in NOUNS_WITH_CAPITALS and _measured(found, at)
        if measured or _of_department(found, at, lang) or _heads(text, found[at:end]):
            run = [replace(name, weak=True) for name in run]
        names.extend(run)
        at = end
    if lang == "tr":
        # Turkish parts a name from its case ending by an apostrophe: "Konya'da" is a name wherever it stands.
        names = [replace(name, weak=False) if text[name.end : name.end + 1] in ("'", "’") else name for name in names]
    return tuple(names)


def _heads(text: str, run: list[Word]) -> bool:
    """Whether capitals say what kind of post it is: "OFFICIEL : ...", "URGENTE | ..."."""
    return run[0].opens and all(word.upper for word in run) and _HEADS.match(text, run[-1].end) is not None


def _measured(found: list[Word], at: int) -> bool:
    """Whether a number stands right before these capitals, which are nouns then: 6 Zoll Regen."""
    return at > 0 and found[at - 1].text[-1].isdigit() and found[at].gap == " "


def _of_department(found: list[Word], at: int, lang: str) -> bool:
    """Whether these capitals say what an office deals with, and are translated: ministra de Sanidad."""
    small = at - 1
    while small >= max(0, at - 2) and found[small].folded in _OF:
        small -= 1
    if lang not in _ROMANCE or small == at - 1:
        return False
    return any(_DEPARTMENT.match(word.folded) for word in found[max(0, small - 1) : small + 1])


def _money(found: list[Word], at: int, size: int) -> bool:
    """Whether a country stands here for its currency: US dollars, dólares estadounidenses."""
    beside = found[max(0, at - 1) : at] + found[at + size : at + size + 1]
    return any(word.folded.startswith(("dolar", "dollar", "долл")) for word in beside)


def _begins(word: Word) -> bool:
    if not (word.capital or (word.tag and word.text[0].isalpha())):
        return False
    return _ROMAN.fullmatch(word.text) is None


def joined(word: Word) -> bool:
    """Whether a word may be part of the same name as the word before it."""
    gap = word.gap
    return gap == " " or (not word.opens and _JOINS.fullmatch(gap) is not None)


def _continues(found: list[Word], at: int, known: Lexicon) -> bool:
    word = found[at]
    if (
        not (word.capital or (word.text[0].isdigit() and word.gap == "-"))
        or not joined(word)
        or _ROMAN.fullmatch(word.text)
    ):
        return False
    if _CUTS.search(word.gap) and len(found[at - 1].text) > 2:
        return False
    return not _listed(found, at, known)[0]


def _listed(found: list[Word], at: int, known: Lexicon, bare: bool = False) -> tuple[int, frozenset[str]]:
    """The longest phrase of the gazetteer that begins here: how many words, and its keys."""
    first = found[at]
    longest = known.longest_from(first.folded)
    if not longest:
        return 0, frozenset()
    run = [first.folded]
    for index in range(at + 1, min(at + longest, len(found))):
        if not joined(found[index]):
            break
        run.append(found[index].folded)
    for size in range(len(run), 0, -1):
        phrase = run[:size]
        part = found[at : at + size]
        cased = any(word.capital or word.tag for word in part)
        if size == 1 and not first.upper and first.folded in known.openers:
            continue
        keys = known.lookup(phrase)
        if size == 1 and len(first.text) > 2:
            keys |= known.people(first.folded, first.capital, first.opens)
        if not keys:
            continue
        written = " ".join(phrase)
        if not cased and size == 1 and len(first.text) > 2 and known.people(first.folded, False):
            return 1, keys
        if (
            not cased
            and written not in known.uncased
            and not (bare and written in known.territories)
            and not (known.endings and _sure_brand(keys))
        ):
            continue
        if cased and size == 1 and not _alone(found, at, known, keys):
            continue
        lettered = sum(char.isupper() for char in first.text) > 1  # PiS
        if size == 1 and len(first.text) <= 3 and not lettered and not _short_country(found, at, known, written):
            continue
        if not cased or part[0].capital or part[0].tag:
            return size, keys
    return 0, frozenset()


def _sure_brand(keys: frozenset[str]) -> bool:
    """Whether keys are a brand's whose name is no word besides."""
    return any(key[0] == BRAND and key[-1] != DOUBTFUL for key in keys)


def _short_country(found: list[Word], at: int, known: Lexicon, written: str) -> bool:
    """Whether two or three letters are a country that stands apart from other capitals: Vietnamese has Nga, Mỹ, Đức,
    which are given names beside a family name."""
    if known.lang != "vi" or not found[at].capital or written not in known.territories:
        return False
    beside = [found[at]] if at and found[at - 1].capital and not found[at - 1].opens else []
    beside += found[at + 1 : at + 2] if at + 1 < len(found) and found[at + 1].capital else []
    return not any(joined(word) for word in beside)


def _alone(found: list[Word], at: int, known: Lexicon, keys: frozenset[str]) -> bool:
    """A town's name next to an unknown capital is part of a person's: Paris Hilton, Jack London."""
    if any(key.startswith("@") for key in keys):
        return True
    word = found[at]
    if known.idle(word.folded):
        return word.folded in known.phrases
    if known.endings and word.folded not in known.phrases and word.folded not in known.cities:
        return True
    before = found[at - 1] if at and joined(word) else None
    if before is not None and _stranger(before, known):
        return False
    strangers = 0
    for other in found[at + 1 : at + 3]:
        if not joined(other) or not _stranger(other, known):
            break
        strangers += 1
    return strangers != 1


def _stranger(word: Word, known: Lexicon) -> bool:
    """Whether a word is a capital of which nothing is known: as likely as not a part of a person's name."""
    return (
        word.capital
        and not word.opens
        and len(word.text) > 1
        and not known.lookup([word.folded])
        and not known.people(word.folded, True)
        and not known.idle(word.folded)
    )


def _place(text: str, found: list[Word], at: int, size: int, keys: frozenset[str], known: Lexicon) -> Name:
    part = found[at : at + size]
    start, end = part[0].start, part[-1].end
    folded = " ".join(word.folded for word in part)
    cased = any(word.capital for word in part)
    territory = any(key.startswith("@") for key in keys)
    generic = (
        size == 1
        and not territory
        and (
            known.idle(folded)
            or (part[0].opens and folded not in known.phrases and not part[0].upper and not known.people(folded, True))
        )
    )
    place = any(key.startswith("@") for key in keys) or not any(word.upper for word in part)
    if known.lang in NOUNS_WITH_CAPITALS and size == 1 and not territory and not part[0].upper:
        generic = generic or not (at and found[at - 1].folded in _BEFORE_TOWNS)
    brand = any(key[0] == BRAND for key in keys)
    if brand:
        generic = part[0].opens and any(key.endswith(DOUBTFUL) for key in keys)
    return Name(
        start=start,
        end=end,
        text=text[start:end],
        keys=keys | {folded},
        kind="place" if place and not brand else "organisation",
        weak=(not cased and not brand)
        or generic
        or part[0].tag
        or (at + size < len(found) and found[at + size].folded == "time"),
    )


def _run(text: str, run: Sequence[Word], known: Lexicon, lang: str, capitals: bool) -> list[Name]:
    """Names in consecutive capitals: cut at titles and institution words, which name nobody by themselves."""
    names: list[Name] = []
    part: list[Word] = []
    person = False

    def close(institution: bool) -> None:
        nonlocal part, person
        if part:
            name = _name(text, part, known, lang, capitals, person, institution, len(run) > 1)
            if name is not None:
                names.append(name)
        part = []
        person = False

    for word in run:
        folded = word.folded
        if word.upper and folded in _CLUB_TYPES and len(run) > 1:
            close(False)
            continue
        if part and part[-1].upper and len(part) == 1 and not word.upper:
            close(True)
        if word.opens and (folded in known.openers or known.lists(known.common, folded)):
            close(False)
        elif known.lists(known.titles, folded):
            close(False)
            person = True
        elif known.lists(known.institutions, folded) or known.lists(known.common, folded):
            close(True)
        elif (folded in known.openers and not word.upper) or (
            lang == "en" and word.opens and len(run) > 1 and english.is_word(folded) and not english.is_name(folded)
        ):
            close(False)
        else:
            part.append(word)
    close(False)
    if not names and not run[0].opens and not any(known.lists(known.common, word.folded) for word in run):
        # "Государственный суд", "the Eastern Bloc": nobody's name by its words, yet somebody is named.
        start, end = run[0].start, run[-1].end
        name = text[start:end]
        names.append(Name(start=start, end=end, text=name, keys=frozenset({key(name)}), kind="organisation", weak=True))
    return names


def _name(
    text: str,
    part: list[Word],
    known: Lexicon,
    lang: str,
    capitals: bool,
    person: bool,
    institution: bool,
    longer: bool,
) -> Name | None:
    whole = part
    while part and (len(part[-1].text) == 1 or part[-1].text.isdigit()):
        part = part[:-1]
    while part and len(part[0].text) == 1 and len(part) < 2:
        part = part[1:]
    if not part:
        return None
    start, end = part[0].start, part[-1].end
    acronym = len(part) == 1 and part[0].upper
    keys = {" ".join(word.folded for word in part)}
    if not part[-1].folded.isascii():
        keys.add(" ".join(romanise(word.folded) for word in part))
    kind: NameKind = "unknown"
    if person or (len(part) > 1 and not institution):
        kind = "person"
    elif acronym or institution:
        kind = "organisation"
    weak = (
        _doubtful(part, lang, capitals, person, longer)
        or (acronym and part[0].text[0] > _LAST_LATIN)
        or (part[0].tag and lang != "en")
    )
    for word in whole[len(part) :]:
        # "Igla-S", "Soyuz-2": what a hyphen joins belongs to the name, and yet Igla is the same name.
        if word.gap != "-" or word.start != end + 1:
            break
        end = word.end
        keys.add(" ".join(other.folded for other in whole if other.end <= end))
    return Name(start=start, end=end, text=text[start:end], keys=frozenset(keys), kind=kind, weak=weak)


def _no_noun(folded: str) -> bool:
    """Whether a German capital is surely a name: English has it as a name alone, or German does not write it so."""
    return (english.is_name(folded) and not english.is_word(folded)) or not folded.isascii()


def _inflected(folded: str) -> bool:
    """Whether a German word may be an adjective or a determiner before its noun, going by its ending."""
    return folded.endswith(("e", "en", "er", "es", "em")) and not is_first_name(folded) and not english.is_name(folded)


def _doubtful(part: Sequence[Word], lang: str, capitals: bool, person: bool, longer: bool) -> bool:
    """Whether the capitals may have another reason than a name."""
    if any(any(char.isdigit() for char in word.text) for word in part) and len(part) == 1:
        return True
    if lang == "en":
        ordinary = [english.is_word(word.folded) for word in part]
        also_names = [english.is_name(word.folded) for word in part]
        if not all(ordinary):
            return not capitals and len(part) == 1 and part[0].upper
        if part[0].upper and len(part) == 1:
            return not capitals
        if not capitals or not (any(also_names) if person else all(also_names)):
            return True
        return not person and len(part) == 1
    if not capitals:
        return True
    if lang in NOUNS_WITH_CAPITALS:
        if len(part) == 2 and part[0].opens and not person and _inflected(part[0].folded):
            return not _no_noun(part[1].folded)  # "Gute Schulen", and not "Ulrike Vogt"
        lettered = sum(char.isupper() for char in part[0].text) > 1  # AfD, BaFin
        return not (lettered or person or len(part) > 1 or (not part[0].opens and _no_noun(part[0].folded)))
    return part[0].opens and len(part) == 1 and not part[0].upper
