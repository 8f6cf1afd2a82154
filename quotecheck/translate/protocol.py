"""What a translator is: the protocol that every engine follows, its own or a stranger's.

An engine is found through the entry point group "quotecheck.translators"; it is made without arguments, and making one
must cost nothing: no process is started and no model loaded before the first `translate`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol, runtime_checkable

from msgspec import Struct

from quotecheck.errors import TranslatorError

ENTRY_POINTS = "quotecheck.translators"


class EngineHealth(Struct, frozen=True, kw_only=True):
    """What `models doctor` says of one engine.

    Attributes:
        name: the engine.
        installed: the engine itself is there (its languages may still be missing).
        version: its version, where it tells.
        languages: ISO 639-1 code -> model, as `Translator.languages`.
        problems: what is wrong, one line each.
        commands: what to type to put it right, or to get the engine.
    """

    name: str
    installed: bool
    version: str | None = None
    languages: Mapping[str, str] = {}
    problems: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()


@runtime_checkable
class Translator(Protocol):
    """Turns texts into English on this machine."""

    @property
    def name(self) -> str:
        """Short name, in kebab case ("apertium")."""
        ...

    def languages(self) -> Mapping[str, str]:
        """ISO 639-1 code of every language that can be translated into English here -> the model and its version.

        The value changes whenever the translations may: it is part of the translation memory's key. Never raises.
        """
        ...

    def translate(self, texts: Sequence[str], lang: str, names: Sequence[str] = ()) -> list[str | TranslatorError]:
        """English for each text, in order.

        A text that could not be translated yields a `TranslatorError` in its place, and the others go on.
        Links, handles, hashtags and emoji stand in the answer as they stand in the text.

        Args:
            texts: of one language; each may hold several sentences and lines.
            lang: ISO 639-1 code, one of `languages()`.
            names: names that must not be translated, as written in the texts.

        Raises:
            TranslatorError: nothing could be translated at all.
        """
        ...

    def install_hint(self, lang: str) -> str | None:
        """The exact command that would make this engine read `lang` here; None where there is none."""
        ...

    def doctor(self) -> EngineHealth:
        """What is there, what is missing, and what to type."""
        ...

    def close(self) -> None:
        """Stop what was started. The engine may be used again afterwards."""
        ...
