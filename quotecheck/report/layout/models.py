"""Translation models and their health, for reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quotecheck.model import Language
from quotecheck.report.layout.page import Page
from quotecheck.report.layout.words import language_name
from quotecheck.translate.models import Diagnosis, Model


def model_rows(page: Page, models: Sequence[Model]) -> Iterator[str]:
    """One row a model."""
    for model in models:
        size = f", {_megabytes(model.size)}" if model.size else ""
        target = "" if model.target == "en" else f" into {name_of(model.target)}"
        yield from page.words(model.language, f"{name_of(model.language)}{target}: {model.engine}, {model.model}{size}")
    if not models:
        yield from page.line("No translation model is installed: try quotecheck models doctor.")


def diagnosis_rows(page: Page, found: Diagnosis) -> Iterator[str]:
    """What can be translated here, what is missing, and what to type."""
    yield from page.line("TRANSLATION INTO ENGLISH", "strong")
    for lang, engine in found.languages.items():
        yield from page.words(lang, f"{name_of(lang)}: {engine}", "match")
    for missing in found.missing:
        yield from page.words(missing.language, f"{name_of(missing.language)}: missing; {missing.command}", "unchecked")
    yield ""
    yield from page.line("ENGINES", "strong")
    for health in found.engines:
        state = f"{health.version or 'installed'}" if health.installed else "not installed"
        yield from page.words(health.name, state, "match" if health.installed else "unchecked")
        yield from _indented(page, health.problems)
        yield from _indented(page, health.commands)
    yield ""
    yield from page.line("MEANING ACROSS LANGUAGES", "strong")
    for embedder in found.embedders:
        reads = "any language" if embedder.languages is None else ", ".join(embedder.languages)
        state = f"reads {reads}" if embedder.installed else f"not installed; it would read {reads}"
        yield from page.words(embedder.name, state, "match" if embedder.installed else "unchecked")
    yield ""
    yield from page.line("CACHE", "strong")
    if found.cache_folder is None:
        yield from page.words("", "off")
    else:
        yield from page.words("", f"{found.cache_folder}, {_megabytes(found.cache_size)}")
        yield from _indented(page, [found.cache_problem] if found.cache_problem else [])


def name_of(code: str) -> str:
    """English name of a language code."""
    return language_name(Language(code=code, confidence=1.0, method="given"))


def _indented(page: Page, lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield from page.words("", line)


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"
