"""Argos: neural translation by CTranslate2 with the packages of Argos Translate (`.argosmodel`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.util import find_spec

from quotecheck.errors import TranslatorError
from quotecheck.translate.engines.argos.packages import Broken, Installed, packages_folder, routes, scan
from quotecheck.translate.protect import Answer, translate_protected
from quotecheck.translate.protocol import EngineHealth

LIBRARY = "pip install 'quotecheck-multilingual[argos]'"

OFFERED = frozenset(
    {
        "ar",
        "az",
        "bg",
        "bn",
        "ca",
        "cs",
        "da",
        "de",
        "el",
        "eo",
        "es",
        "et",
        "eu",
        "fa",
        "fi",
        "fr",
        "ga",
        "gl",
        "he",
        "hi",
        "hu",
        "id",
        "it",
        "ja",
        "ko",
        "ky",
        "lt",
        "lv",
        "ms",
        "no",
        "nl",
        "pl",
        "pt",
        "ro",
        "ru",
        "sk",
        "sl",
        "sq",
        "sr",
        "sv",
        "th",
        "tl",
        "tr",
        "uk",
        "ur",
        "vi",
        "zh",
    }
)
"""Languages for which Argos's index is known to offer a package to English (the index itself decides)."""

_STAND_INS = ("González", "Smith", "Martin", "Rodríguez", "Fernández", "Johnson", "García", "Müller")
"""Names that models have met often enough to copy them."""


class Argos:
    """The engine. Each package is loaded when it is first needed, and stays loaded until `close()`."""

    name = "argos"

    def __init__(self) -> None:
        self._routes: dict[str, tuple[Installed, ...]] | None = None
        self._broken: list[Broken] = []
        self._runners: dict[str, object] = {}

    def languages(self) -> Mapping[str, str]:
        return {lang: "+".join(package.model for package in route) for lang, route in self._found().items()}

    def translate(self, texts: Sequence[str], lang: str, names: Sequence[str] = ()) -> list[Answer]:
        route = self._found().get(lang)
        if route is None:
            raise TranslatorError(f"no Argos package here reads {lang}", hint=self.install_hint(lang))
        return translate_protected(
            texts, names, lambda batch: self._run(batch, lang, route), _STAND_INS, mask_first=False
        )

    def install_hint(self, lang: str) -> str | None:
        if lang not in OFFERED:
            return None
        command = f"quotecheck models install {lang}"
        return command if library_installed() else f"{LIBRARY} && {command}"

    def doctor(self) -> EngineHealth:
        there = library_installed()
        languages = self.languages()
        problems = [f"{broken.folder}: {broken.why}" for broken in self._broken]
        commands: tuple[str, ...] = ()
        if not there:
            problems.insert(0, "the Argos library is not installed")
            commands = (LIBRARY,)
        elif not languages:
            problems.insert(0, f"no package in {packages_folder()} translates into English")
            commands = ("quotecheck models install LANG",)
        return EngineHealth(
            name=self.name,
            installed=there,
            version=_version() if there else None,
            languages=languages,
            problems=tuple(problems),
            commands=commands,
        )

    def close(self) -> None:
        self._runners.clear()
        self._routes = None

    def _found(self) -> dict[str, tuple[Installed, ...]]:
        if self._routes is None:
            good, self._broken = scan()
            self._routes = routes(good) if good and library_installed() else {}
        return self._routes

    def _run(self, texts: Sequence[str], lang: str, route: tuple[Installed, ...]) -> list[Answer]:
        """Through each package of the route in turn; a text that fails in one does not enter the next."""
        from quotecheck.translate.engines.argos.runner import Runner

        answers: list[Answer] = list(texts)
        for package in route:
            runner = self._runners.get(package.model)
            if not isinstance(runner, Runner):
                runner = self._runners[package.model] = Runner(package)
            alive = [index for index, answer in enumerate(answers) if isinstance(answer, str)]
            done = runner.translate([str(answers[index]) for index in alive], lang)
            for index, answer in zip(alive, done, strict=True):
                answers[index] = answer
            lang = package.target
        return answers


def library_installed() -> bool:
    """Whether the library and what drives its models can be imported."""
    try:
        return all(find_spec(name) is not None for name in ("argostranslate", "ctranslate2", "sentencepiece"))
    except (ImportError, ValueError):
        return False


def _version() -> str | None:
    from importlib.metadata import PackageNotFoundError, version

    for distribution in ("argos-translate-lt", "argostranslate"):
        try:
            return f"{distribution} {version(distribution)}"
        except PackageNotFoundError:
            continue
    return None
