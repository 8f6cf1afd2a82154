"""speaker-changed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quotecheck.extract.speech.english import ORGANISATIONS, PRONOUNS, ROLES
from quotecheck.facts import names
from quotecheck.facts.fact import Name
from quotecheck.facts.folding import fold
from quotecheck.facts.names import authors, english
from quotecheck.facts.names.first import is_first_name
from quotecheck.facts.names.lexicon import key, lexicon
from quotecheck.facts.names.sounds import likeness, romanise
from quotecheck.rules import house_aliases
from quotecheck.rules.base import AlignmentRule, Case, Hit

RELATED = 70.0
"""Two words of two people's names this alike may be spellings of one; lower than for names in running text, because a
false alarm here accuses a paper of inventing a speaker."""

_CONFIDENCE = 0.85
_CONFIDENCE_BY_SURNAME = 0.65
"""Confidence where a word of the author's name, but not the first, is a name that English knows."""

_CONFIDENCE_OF_CHARACTERS = 0.65
"""Confidence where characters are all that is known of the author: foreigners take names in them that render little."""

_WORD = re.compile(r"[^\W\d_]+(?:[.'’\-][^\W\d_]+)*\.?")
_EXTRA = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]|[|•·,–—].{0,200}$")
"""What people and their press offices put behind a name: a pronoun, a party, an office."""
_PARTICLES = frozenset(
    "al bin da das de del della den der di do dos du e el i ibn la las le los y ten ter van von zu".split()
)
_CROWD = frozenset(
    """
    academy agency alerts army association bank breaking broadcasting bureau center centre channel church city club
    coalition college commission committee company corporation council county court daily department desk digital
    embassy english federation force forces foundation gazette government group herald hospital house institute
    international journal league live mail magazine media ministry mission museum nation national nations network news
    office official online organisation organization parliament party police post press radio report reports republic
    review sport sports star state studio sun team television times today tribune tv union united university weather
    weekly world
    agencia agence agentur agenzia ayuntamiento canal centro corriere cadena diario diari ejercito el embajada fundacion
    gobierno guardia heraldo instituto jornal journal le la les los las il lo mairie mediaset ministere ministerio
    ministero mundo noticias nouvelles nachrichten partido parti partei partito periodico policia polizei polizia prensa
    presse radiotelevision redaccion revista stadt tagesschau telediario universidad universite verlag zeitung polska
    """.split()
)
"""Words of outlets, offices and other accounts that stand for no one person; folded."""


class SpeakerChanged(AlignmentRule):
    """
    What it does: fires when the article gives the words of a quotation to a person who is neither the post's author
    nor anywhere named in the post. Nicknames, titles, first names left out and other spellings are the same person;
    where the author is an outlet or an office, or cannot be told to be a person, whoever speaks there may be anybody,
    and nothing is said.

    Examples: the post is by Ana Botero (@anabotero) and names nobody; the article writes “…”, said Luis Prieto.

    What to do: check whose post it is, and correct whom the words are given to.

    Reads: authors in Latin, Cyrillic and Greek letters; in Arabic, Hebrew, Devanagari, Hangul and Han ones where a list
    of names tells a person (they are compared by consonants and syllables); speakers in Latin letters; names in the
    post in every language with names data.
    """

    name = "speaker-changed"
    severity = "error"
    summary = "the words are given to someone who did not write them"

    def check(self, case: Case) -> Iterable[Hit]:
        if case.kind != "quotation" or not case.speaker or not case.author or case.truncated or case.unsure:
            return
        if house_aliases.one(case.aliases, case.author, case.speaker):
            return
        speaker = _person(case.speaker, "en")
        sure = _another(case, speaker) if speaker else None
        if sure is None or _named(case):
            return
        yield Hit(
            message=f"the article gives these words to {_short(case.speaker)}; the post is by {_short(case.author)} "
            "and does not name the speaker",
            confidence=sure,
            post=case.segment,
            passage=(0, len(case.passage.text)),
        )


def _another(case: Case, speaker: list[str]) -> float | None:
    """How sure it is that the author is a person, and another than the speaker; None where that cannot be said."""
    lang = case.post.language.code
    native = authors.person(_EXTRA.sub(" ", case.author or "").strip(), lang)
    if native is None:
        plain = _EXTRA.sub(" ", case.author or "").strip()
        vietnamese = lang == "vi" and authors.is_vietnamese(plain)
        author = [romanise(fold(word)) for word in plain.split()] if vietnamese else _person(plain, lang)
        if len(author) < 2 or _same_person(case, speaker, author):
            return None
        return _CONFIDENCE if vietnamese else _sure(author)
    if authors.may_be(native, speaker) or _same_person(case, speaker, list(native.words)):
        return None
    if case.handle and authors.handle_may_be(case.handle, speaker):
        return None
    return _CONFIDENCE_OF_CHARACTERS if native.script == "han" and not case.handle else _CONFIDENCE


def _person(text: str, lang: str) -> list[str]:
    """The words of a person's name, romanised, without titles; empty where this may not be a person."""
    plain = _EXTRA.sub(" ", text).strip()
    own, known = lexicon(lang), lexicon("en")
    found: list[str] = []
    for match in _WORD.finditer(plain):
        word = match.group()
        folded = fold(word).rstrip(".")
        if not word[0].isupper() and (folded not in _PARTICLES or not found):
            return []  # an ordinary word, or a script without capitals: nothing tells a person from an office
        if known.lists(known.titles, folded) or own.lists(own.titles, folded):
            if found and match.end() < len(plain):
                return []
            continue
        if _stands_for_many(folded, lang) or (word.isupper() and len(word) > 3 and "." not in word):
            return []
        if folded not in _PARTICLES:
            found.append(romanise(folded))
    if any(char.isdigit() for char in plain) or len(found) > 5:
        return []
    name = key(plain)
    if known.lookup(name.split()) or own.lookup(name.split()) or known.is_city(name):
        return []
    if all(english.is_word(word) and not english.is_name(word) for word in found):
        return []
    return found


def _sure(author: list[str]) -> float | None:
    """How sure it is that these words are a person's name; None where too little speaks for it ("Casa Rosada")."""
    known = lexicon("en")
    if is_first_name(author[0]) or (english.is_name(author[0]) and not known.is_city(author[0])):
        return _CONFIDENCE
    if any(english.is_name(word) and not known.is_city(word) and not english.is_word(word) for word in author[1:]):
        return _CONFIDENCE_BY_SURNAME
    return None


def _stands_for_many(folded: str, lang: str) -> bool:
    own, known = lexicon(lang), lexicon("en")
    return (
        folded in _CROWD
        or folded in PRONOUNS
        or folded in ROLES
        or folded in ORGANISATIONS
        or any(words.lists(kind, folded) for words in (own, known) for kind in (words.institutions, words.common))
        or bool(known.people(folded, True) and not english.is_name(folded))
    )


def _same_person(case: Case, speaker: list[str], author: list[str]) -> bool:
    """Whether speaker and author may be one, by any word of their names, in any spelling, or by the handle."""
    handle = romanise(fold(case.handle or "")).replace(" ", "")
    solid = "".join(author)
    for word in speaker:
        if len(word) < 2:
            continue
        if len(word) >= 3 and (word in handle or word in solid):
            return True
        if any(likeness(word, other) >= RELATED for other in author):
            return True
    if any(len(word) >= 4 and word in "".join(speaker) for word in author):
        return True
    spoken = _name(case.speaker or "")
    around = " ".join(part for part in (case.author, case.handle and f"@{case.handle}") if part)
    written = _name(case.author or "")
    return names.found_in(spoken, "en", around) or names.found_in(written, case.post.language.code, case.speaker or "")


def _named(case: Case) -> bool:
    """Whether the post, or another of its thread, names the speaker anywhere: it may be reporting his words."""
    spoken = _name(case.speaker or "")
    lang = case.post.language.code
    if names.found_in(spoken, "en", case.post.text):
        return True
    return any(
        names.same(other, spoken, lang)
        for other in (*case.post.facts.names, *case.thread.names)
        if not names.found_in(other, lang, case.author or "")
    )


def _name(text: str) -> Name:
    return Name(start=0, end=len(text), text=text, keys=frozenset({key(text)}), kind="person")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:59] + "…"


RULE = SpeakerChanged()
