"""English for foreign texts, made on this machine: the engines, and the memory of what they made before."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType

from quotecheck.cache import Cache
from quotecheck.config import Config
from quotecheck.errors import TranslatorError
from quotecheck.model import Translation
from quotecheck.progress import Progress, Silent
from quotecheck.translate.memory import Memory
from quotecheck.translate.numerals import to_english
from quotecheck.translate.protocol import EngineHealth, Translator

__all__ = ["EngineHealth", "Translator", "Translators"]

_AT_ONCE = 256
"""Texts handed to an engine at once; what is done is kept after each lot."""


class Translators:
    """All engines of one run. Use it as a context manager, or call `close`.

    Args:
        config: which engine to use.
        cache: where translations are remembered.
        progress: who is told of trouble.
        engines: name -> engine, best first; found through entry points where not given.
    """

    def __init__(
        self,
        config: Config,
        cache: Cache | None = None,
        progress: Progress | None = None,
        engines: dict[str, Translator] | None = None,
    ) -> None:
        self._choice = config.translator
        self._progress: Progress = progress or Silent()
        self._memory = Memory(cache or Cache.open(config, self._progress))
        self._engines = engines
        self._used: list[str] = []
        self._warned: set[str] = set()

    @property
    def engines(self) -> dict[str, Translator]:
        """The engines that the configuration allows, best first."""
        if self._engines is None:
            from quotecheck.translate.discover import engines

            self._engines = engines(self._progress)
        if self._choice == "auto":
            return self._engines
        return {name: engine for name, engine in self._engines.items() if name == self._choice}

    @property
    def engines_used(self) -> list[str]:
        """Names of the engines whose translations were handed out, in order of first use."""
        return list(self._used)

    @property
    def troubled(self) -> bool:
        """An engine has failed in this run, so that something may be missing which another run would have."""
        return bool(self._warned)

    def available(self, lang: str) -> str | None:
        """Name of the engine that translates `lang` here; None where none does."""
        found = self._readers(lang)
        return found[0][0].name if found else None

    def hint(self, lang: str) -> str:
        """The exact command that makes `lang` translatable on this machine."""
        # Apertium's packages come from the system, in seconds; a neural model is a big download.
        for name in ("apertium", "argos", *self.engines):
            engine = self.engines.get(name)
            hint = engine.install_hint(lang) if engine is not None else None
            if hint:
                return hint
        return "quotecheck models install FILE.argosmodel"

    def translate(self, texts: Sequence[str], lang: str, names: Sequence[str] = ()) -> list[Translation | None]:
        """English for each text, in order; None where no engine reads the language, or it failed on the text.

        Args:
            texts: all of one language.
            lang: ISO 639-1 code.
            names: names that must stay as they are, as written in the texts.
        """
        done: dict[str, Translation] = {}
        left = [text for text in dict.fromkeys(texts) if text.strip()]
        for engine, model in self._readers(lang):
            if not left:
                break
            for text, english in self._by(engine, model, left, lang, names).items():
                done[text] = Translation(text=english, engine=engine.name, model=model)
            left = [text for text in left if text not in done]
        return [done.get(text) for text in texts]

    def doctor(self) -> list[EngineHealth]:
        """The health of every engine, allowed by the configuration or not, best first."""
        _ = self.engines
        return [engine.doctor() for engine in (self._engines or {}).values()]

    def close(self) -> None:
        """Stop what the engines have started."""
        for engine in (self._engines or {}).values():
            engine.close()

    def __enter__(self) -> Translators:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _readers(self, lang: str) -> list[tuple[Translator, str]]:
        """Engines that read `lang`, with the model each would use, best first."""
        found = []
        for engine in self.engines.values():
            model = engine.languages().get(lang)
            if model is not None:
                found.append((engine, model))
        return found

    def _by(
        self, engine: Translator, model: str, texts: Sequence[str], lang: str, names: Sequence[str]
    ) -> dict[str, str]:
        """What this engine makes of the texts, from memory where it has been asked before."""
        english = self._memory.recall(texts, engine.name, model, lang, names)
        missing = [text for text in texts if text not in english]
        for at in range(0, len(missing), _AT_ONCE):
            lot = missing[at : at + _AT_ONCE]
            try:
                answers = engine.translate(lot, lang, names)
            except TranslatorError as error:
                self._warn(engine, error)
                break
            fresh: dict[str, str] = {}
            for text, answer in zip(lot, answers, strict=True):
                if isinstance(answer, TranslatorError):
                    self._warn(engine, answer)
                else:
                    fresh[text] = to_english(text, answer, lang)
            self._memory.keep(fresh, engine.name, model, lang, names)
            english.update(fresh)
            if len(missing) > _AT_ONCE:
                self._progress.update(f"translating ({engine.name})", min(at + _AT_ONCE, len(missing)), len(missing))
        if english and engine.name not in self._used:
            self._used.append(engine.name)
        return english

    def _warn(self, engine: Translator, error: TranslatorError) -> None:
        """Tell each kind of trouble once."""
        message = f"{engine.name}: {error}"
        if message not in self._warned:
            self._warned.add(message)
            self._progress.warn(message)
