"""Which languages the installed Apertium pairs translate, and through which stages.

A pair installs a `.mode` file: one shell pipeline, one stage of the translation a command. It is read here, not run
by a shell: only programs of the Apertium family are started, with the arguments it names.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct

DIRECT: dict[str, tuple[str, ...]] = {
    "es": ("spa-eng", "es-en"),
    "ca": ("cat-eng", "ca-en", "en-ca"),
    "gl": ("glg-eng", "gl-en"),
    "eu": ("eus-eng", "eu-en"),
    "mk": ("mkd-eng", "mk-en"),
    "is": ("isl-eng", "is-en"),
    "eo": ("epo-eng", "eo-en"),
    "sr": ("hbs-eng", "sh-en"),
    "hr": ("hbs-eng", "sh-en"),
    "bs": ("hbs-eng", "sh-en"),
}
"""Names of the modes that translate into English, newest naming first."""

THROUGH_SPANISH: dict[str, tuple[str, ...]] = {
    "fr": ("fra-spa", "fr-es"),
    "it": ("ita-spa", "it-es"),
    "pt": ("por-spa", "pt-es"),
    "ro": ("ron-spa", "ro-es"),
}
"""Names of the modes that translate into Spanish, for languages without a released pair with English."""

PACKAGES: dict[str, tuple[str, ...]] = {
    "es": ("apertium-eng-spa",),
    "ca": ("apertium-eng-cat",),
    "gl": ("apertium-en-gl",),
    "eu": ("apertium-eu-en",),
    "mk": ("apertium-mkd-eng",),
    "is": ("apertium-isl-eng",),
    "eo": ("apertium-eo-en",),
    "sr": ("apertium-hbs-eng",),
    "hr": ("apertium-hbs-eng",),
    "bs": ("apertium-hbs-eng",),
    "fr": ("apertium-fr-es", "apertium-eng-spa"),
    "it": ("apertium-spa-ita", "cg3", "apertium-eng-spa"),
    "pt": ("apertium-es-pt", "apertium-eng-spa"),
    "ro": ("apertium-es-ro", "apertium-eng-spa"),
}
"""Debian and Ubuntu packages for each language. The Italian one runs a program of `cg3` and does not depend on it."""

_PROGRAM = re.compile(r"(?:apertium|lt|lrx|lsx|cg|rtx|hfst)-[a-z0-9-]+\Z")
_SHELL = frozenset(';&<>`()"\\\n')
_WORDS = re.compile(r"'[^']*'|\S+")  # shlex would do, in ten times the time.
_MODES = Path("/usr/share/apertium/modes"), Path("/usr/local/share/apertium/modes")


class Mode(Struct, frozen=True):
    """One pipeline: its name, a version that changes with its data, and its stages' commands."""

    name: str
    version: str
    stages: tuple[tuple[str, ...], ...]


class Route(Struct, frozen=True):
    """The pipelines that lead from a language to English, in order."""

    modes: tuple[Mode, ...]

    @property
    def model(self) -> str:
        return "+".join(f"{mode.name}@{mode.version}" for mode in self.modes)


def folders() -> tuple[Path, ...]:
    """Where the mode files are: `APERTIUM_MODES_DIR`, else where Debian and a local build put them."""
    given = os.environ.get("APERTIUM_MODES_DIR")
    return (Path(given),) if given else _MODES


def routes() -> dict[str, Route]:
    """ISO 639-1 code -> how to translate it into English here. Empty where Apertium is not installed."""
    found: dict[str, Route] = {}
    if os.name == "nt":
        return found
    known: dict[str, Mode | None] = {}

    def first(names: tuple[str, ...]) -> Mode | None:
        for name in names:
            if name not in known:
                known[name] = read_mode(name)
            mode = known[name]
            if mode is not None:
                return mode
        return None

    for lang, names in DIRECT.items():
        mode = first(names)
        if mode is not None:
            found[lang] = Route((mode,))
    spanish = found.get("es")
    if spanish is not None:
        for lang, names in THROUGH_SPANISH.items():
            mode = first(names)
            if mode is not None:
                found[lang] = Route((mode, *spanish.modes))
    return found


def read_mode(name: str) -> Mode | None:
    """The mode `name`; None where it, one of its programs or one of its files is missing, or it cannot be read."""
    for text in _written(name):
        stages = parse(text)
        if stages is None:
            continue
        version = _version(stages)
        if version is not None:
            return Mode(name, version, stages)
    return None


def _written(name: str) -> Iterator[str]:
    """What the files of a mode hold, of those that can be read."""
    for folder in folders():
        try:
            yield (folder / f"{name}.mode").read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            continue


def lacking() -> dict[str, str]:
    """Modes that lead to English and are here, of which a program is not: that program's name."""
    if os.name == "nt":
        return {}
    wanted = dict.fromkeys(name for names in (*DIRECT.values(), *THROUGH_SPANISH.values()) for name in names)
    found: dict[str, str] = {}
    for name in wanted:
        for text in _written(name):
            programs = [words[0] for part in text.split("|") if (words := part.split())]
            gone = [one for one in programs if _PROGRAM.match(one) and _which(one, os.environ.get("PATH")) is None]
            if gone:
                found[name] = gone[0]
    return found


def parse(text: str) -> tuple[tuple[str, ...], ...] | None:
    """The stages of a mode file, ready to be run with NUL flush; None where it is not a plain pipeline."""
    text = text.strip()
    if not text or _SHELL & set(text):
        return None
    stages = []
    for part in text.split("|"):
        stage = [word[1:-1] if len(word) > 1 and word[0] == word[-1] == "'" else word for word in _WORDS.findall(part)]
        if not stage or not _PROGRAM.match(stage[0]) or any("'" in word for word in stage):
            return None
        program = _which(stage[0], os.environ.get("PATH"))
        if program is None:
            return None
        # $1 is how to mark unknown words (-n: not at all); $2 asks the tagger to mark ambiguity.
        arguments = ["-n" if word == "$1" else word for word in stage[1:] if word != "$2"]
        stages.append((program, "-z", *arguments))
    return tuple(stages)


@cache
def _which(program: str, path: str | None) -> str | None:
    return shutil.which(program, path=path)


def _version(stages: tuple[tuple[str, ...], ...]) -> str | None:
    """A digest of the sizes and times of the data files; None where one is missing.

    Package managers keep the time at which a file was built, so the same package has the same version everywhere.
    """
    digest = blake2b(digest_size=4)
    for stage in stages:
        for word in stage[1:]:
            if "/" in word:
                try:
                    status = Path(word).stat()
                except OSError:
                    return None
                digest.update(f"{Path(word).name} {status.st_size} {int(status.st_mtime)}\n".encode())
    return digest.hexdigest()
