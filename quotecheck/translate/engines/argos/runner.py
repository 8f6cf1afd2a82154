"""One Argos package at work: its CTranslate2 model and its tokenizer, driven directly, many sentences at once.

The library's own `translate` goes paragraph by paragraph and splits sentences with models that it fetches from the
network; batches across all texts are about four times as fast, and nothing here connects to anything.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from quotecheck.errors import TranslatorError
from quotecheck.language import sentences
from quotecheck.translate.engines.argos.packages import Installed

MAX_TOKENS = 160
"""Longer sentences are cut: models trained on sentences lose words of longer ones."""

_BATCH_TOKENS = 1024
_MAX_ANSWER = 256
_HOOK = "\ue000"
"""Stands for "_" on its way through the tokenizer, whose decoder makes a space of "_"."""


class Runner:
    """A package, loaded.

    Raises:
        TranslatorError: the library or the package cannot be loaded.
    """

    def __init__(self, package: Installed) -> None:
        self.package = package
        # Its Linux build reports usage as soon as it is imported, by whichever library.
        os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
        try:
            from argostranslate import settings
            from argostranslate.package import Package
            from ctranslate2 import Translator
        except Exception as error:  # Importing makes folders and reads settings: much can go wrong.
            raise TranslatorError(
                f"the Argos library cannot be loaded: {type(error).__name__}: {error}",
                hint="pip install --force-reinstall 'quotecheck-multilingual[argos]'",
            ) from error
        try:
            loaded = Package(package.folder)
            self._tokenizer: Any = loaded.tokenizer
            self._prefix: str = loaded.target_prefix
            self._beams: int = settings.beam_size
            self._translator: Any = Translator(
                str(package.folder / "model"),
                device=settings.device,
                inter_threads=settings.inter_threads,
                intra_threads=settings.intra_threads,
                compute_type=settings.compute_type,
            )
            self._tokenizer.encode("a")
        except Exception as error:
            raise TranslatorError(
                f"the package cannot be loaded: {type(error).__name__}: {error}",
                where=str(package.folder),
                hint=f"quotecheck models install {package.source}",
            ) from error

    def translate(self, texts: Sequence[str], lang: str) -> list[str | TranslatorError]:
        """Each text in the package's target language. Texts hold no line breaks and nothing to be protected."""
        pieces = [self._pieces(text, lang) for text in texts]
        flat = list(dict.fromkeys(piece for some in pieces for piece, _ in some))
        done = dict(zip(flat, self._batch(flat), strict=True))
        answers: list[str | TranslatorError] = []
        for some in pieces:
            out: list[str] = []
            error: TranslatorError | None = None
            for piece, gap in some:
                answer = done[piece]
                if isinstance(answer, TranslatorError):
                    error = answer
                    break
                out += [answer, gap]
            answers.append(error if error is not None else "".join(out).strip())
        return answers

    def _pieces(self, text: str, lang: str) -> list[tuple[str, str]]:
        """The sentences of a text, cut to what the model can take, each with the space that follows it."""
        spans = sentences(text, lang) or ([(0, len(text))] if text.strip() else [])
        found: list[tuple[str, str]] = []
        for number, (start, end) in enumerate(spans):
            gap = text[end : spans[number + 1][0]] if number + 1 < len(spans) else ""
            stack = [(text[start:end], gap)]
            while stack:
                sentence, after = stack.pop()
                # A token is seldom shorter than a character: no need to count those of a short sentence.
                if len(sentence) > MAX_TOKENS and len(self._encode(sentence)) > MAX_TOKENS:
                    left, right = _halve(sentence)
                    stack += [(right, after), (left, " ")]
                else:
                    found.append((sentence, after))
        return found

    def _encode(self, sentence: str) -> list[str]:
        tokens: list[str] = self._tokenizer.encode(sentence.replace("_", _HOOK))
        return tokens

    def _batch(self, some: Sequence[str]) -> list[str | TranslatorError]:
        """All sentences at once; one by one where that fails, so that one sentence's trouble is its own."""
        if not some:
            return []
        try:
            return list(self._ask(some))
        except Exception as error:  # CTranslate2 raises RuntimeError and ValueError for what it cannot compute.
            if len(some) == 1:
                return [TranslatorError(f"Argos's {self.package.model} failed: {error}")]
        return [answer for sentence in some for answer in self._batch([sentence])]

    def _ask(self, some: Sequence[str]) -> list[str]:
        tokens = [self._encode(sentence) for sentence in some]
        results = self._translator.translate_batch(
            tokens,
            target_prefix=[[self._prefix]] * len(tokens) if self._prefix else None,
            replace_unknowns=True,
            max_batch_size=_BATCH_TOKENS,
            batch_type="tokens",
            beam_size=self._beams,
            length_penalty=0.2,
            max_decoding_length=min(_MAX_ANSWER, 2 * max(map(len, tokens)) + 20),
        )
        return [self._decode(result.hypotheses[0]) for result in results]

    def _decode(self, tokens: Sequence[str]) -> str:
        text: str = self._tokenizer.decode(list(tokens))
        return text.removeprefix(self._prefix).strip().replace(_HOOK, "_")


def _halve(sentence: str) -> tuple[str, str]:
    """Cut near the middle: behind a comma or the like, else at a space, else anywhere."""
    middle = len(sentence) // 2
    for marks in (",;:—–、，", " \u00a0"):
        places = [at + 1 for at, character in enumerate(sentence[:-1]) if character in marks and at > 0]
        near = [at for at in places if len(sentence) // 4 <= at <= 3 * len(sentence) // 4]
        if near:
            at = min(near, key=lambda place: abs(place - middle))
            return sentence[:at].strip() or sentence[:at], sentence[at:].strip() or sentence[at:]
    return sentence[:middle], sentence[middle:]
