"""Apertium: rule-based translation by Debian's `apertium` programs, which are called, never linked (they are GPL)."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from quotecheck.errors import TranslatorError
from quotecheck.translate.engines.apertium import negation
from quotecheck.translate.engines.apertium.modes import PACKAGES, Mode, Route, lacking, routes
from quotecheck.translate.engines.apertium.surnames import stand_ins
from quotecheck.translate.protect import Answer, translate_protected
from quotecheck.translate.protocol import EngineHealth

if TYPE_CHECKING:
    from quotecheck.translate.engines.apertium.pipe import Pipe

PATIENCE = 10.0
"""Seconds to wait for the next answer before a pipeline counts as hung (a sentence takes a few milliseconds)."""


class Apertium:
    """The engine. One pipeline a mode is kept open from the first text to `close()`.

    Args:
        patience: seconds to wait for an answer before a pipeline counts as hung.
    """

    name = "apertium"

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._routes: dict[str, Route] | None = None
        self._pipes: dict[str, Pipe] = {}

    def languages(self) -> Mapping[str, str]:
        return {lang: route.model for lang, route in self._found().items()}

    def translate(self, texts: Sequence[str], lang: str, names: Sequence[str] = ()) -> list[Answer]:
        route = self._found().get(lang)
        if route is None:
            raise TranslatorError(f"no Apertium pair here reads {lang}", hint=self.install_hint(lang))
        return translate_protected(texts, names, lambda batch: self._run(batch, route), stand_ins(lang))

    def install_hint(self, lang: str) -> str | None:
        packages = PACKAGES.get(lang)
        if packages is None or shutil.which("apt-get") is None:
            return None
        sudo = "" if _is_root() else "sudo "
        return f"{sudo}apt-get install -y {' '.join(('apertium', *packages))}"

    def remove_hint(self, lang: str) -> str | None:
        """The command that removes the packages for `lang`; None where there is none."""
        packages = PACKAGES.get(lang)
        if packages is None or shutil.which("apt-get") is None:
            return None
        return f"{'' if _is_root() else 'sudo '}apt-get remove {packages[0]}"

    def doctor(self) -> EngineHealth:
        languages = self.languages()
        program = shutil.which("apertium") or shutil.which("lt-proc")
        if program:
            missing = sorted({name for lang in PACKAGES if lang not in languages for name in PACKAGES[lang]})
            command = self._command(missing)
            problems = [f"{mode} needs {gone}, which is not installed" for mode, gone in lacking().items()]
            if not languages:
                problems.append("Apertium is here, but no language pair with English")
            return EngineHealth(
                name=self.name,
                installed=True,
                version=_version(),
                languages=languages,
                problems=tuple(problems),
                commands=(command,) if missing and command else (),
            )
        everything = sorted({name for names in PACKAGES.values() for name in names})
        command = self._command(["apertium", *everything])
        return EngineHealth(
            name=self.name,
            installed=False,
            problems=("Apertium is not installed",) if command else ("Apertium has no package for this system",),
            commands=(command,) if command else (),
        )

    def close(self) -> None:
        for pipe in self._pipes.values():
            pipe.close()
        self._pipes.clear()

    def _found(self) -> dict[str, Route]:
        if self._routes is None:
            self._routes = routes()
        return self._routes

    def _pipe(self, mode: Mode) -> Pipe:
        if mode.name not in self._pipes:
            from quotecheck.translate.engines.apertium.pipe import Pipe

            self._pipes[mode.name] = Pipe(mode, self._patience)
        return self._pipes[mode.name]

    def _run(self, texts: Sequence[str], route: Route) -> list[Answer]:
        """Through each pipeline of the route in turn; a text that fails in one does not enter the next."""
        answers: list[Answer] = list(texts)
        for mode in route.modes:
            alive = [index for index, answer in enumerate(answers) if isinstance(answer, str)]
            done = self._pipe(mode).translate([str(answers[index]) for index in alive])
            for index, answer in zip(alive, done, strict=True):
                if mode.name in negation.MODES and isinstance(answer, str):
                    answer = negation.restore(str(answers[index]), answer)
                answers[index] = answer
        return answers

    @staticmethod
    def _command(packages: Sequence[str]) -> str | None:
        if not packages or shutil.which("apt-get") is None:
            return None
        return f"{'' if _is_root() else 'sudo '}apt-get install -y {' '.join(packages)}"


def _is_root() -> bool:
    return not hasattr(os, "geteuid") or os.geteuid() == 0


def _version() -> str | None:
    """What `lt-proc` says of itself; None where it does not."""
    import subprocess

    try:
        done = subprocess.run(["lt-proc", "--version"], capture_output=True, timeout=5, check=False)
    except (OSError, subprocess.SubprocessError):
        return None
    words = (done.stdout + done.stderr).decode("utf-8", "replace").split()
    return next((word for word in words if word[:1].isdigit()), None)
