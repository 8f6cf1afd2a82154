"""What English reporting clauses are made of: the word lists of `english.toml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from quotecheck.toml_data import read_toml

_LISTS: dict[str, str] = read_toml(Path(__file__).with_name("english.toml"))


def _words(name: str) -> frozenset[str]:
    return frozenset(_LISTS[name].split())


PLAIN = _words("plain")
WEAK = _words("weak")
NOUNS = _words("nouns")
NAMING = _words("naming")
PRONOUNS = _words("pronouns")
AUXILIARIES = _words("auxiliaries")
BE = _words("be")
ADVERBS = _words("adverbs")
PREPOSITIONS = _words("prepositions")
OPENERS = PREPOSITIONS | _words("openers")
TIMES = _words("times")
SUBORDINATORS = _words("subordinators")
FUNCTION = _words("function")
PARTICLES = _words("particles")
TITLES = _words("titles")
NATIONALITIES = _words("nationalities")
ORGANISATIONS = _words("organisations")
ROLES = _words("roles")
DETERMINERS = _words("determiners")
PAST = _words("past")
PLATFORMS = _words("platforms")
DOCUMENTS = _words("documents")
WORKS = _words("works")
TITLING = _words("titling")
TERMS = _words("terms")
OFFICES = _words("offices")


def _forms(verb: str) -> list[str]:
    verb, _, doubled = verb.partition("*")
    stem = verb + doubled
    if verb.endswith("e"):
        return [verb + "s", verb + "d", verb[:-1] + "ing"]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    if verb.endswith(("s", "sh", "ch", "x")):
        return [verb + "es", verb + "ed", verb + "ing"]
    doubling = [verb + verb[-1] + "ed", verb + verb[-1] + "ing"] if verb.endswith("l") else []  # labelled, labeled
    return [verb + "s", stem + "ed", stem + "ing", *doubling]


@cache
def cues() -> frozenset[str]:
    """Every form of every reporting verb, in lower case."""
    found = {form for verb in _words("regular") for form in _forms(verb)}
    return frozenset(found | _words("irregular") | PLAIN)
