"""The rules: one file each, found by being here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from quotecheck.config import Config
from quotecheck.errors import UsageError
from quotecheck.rules.base import AlignmentRule, ArticleRule, ArticleState, Case, Hit, PostRule, PostState, Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by name."""
    found: list[Rule] = []
    for module in iter_modules(__path__):
        rule = getattr(import_module(f"{__name__}.{module.name}"), "RULE", None)
        if isinstance(rule, Rule):
            found.append(rule)
    return tuple(sorted(found, key=lambda rule: rule.name))


def check_names(names: Iterable[str]) -> None:
    """Raise UsageError, with the nearest name, for the first name that no rule has."""
    from difflib import get_close_matches

    known = [rule.name for rule in all_rules()]
    for name in names:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"did you mean {near[0]}?" if near else "`quotecheck rules` lists them all"
            raise UsageError(f"unknown rule {name!r}", hint=hint)


def selected(config: Config) -> tuple[Rule, ...]:
    """The rules that a configuration asks for.

    Raises:
        UsageError: it names a rule that does not exist.
    """
    check_names(config.rule_names())
    return tuple(
        rule
        for rule in all_rules()
        if (not config.select or rule.name in config.select) and rule.name not in config.ignore
    )


def on_alignment(rules: Iterable[Rule], case: Case) -> Iterator[tuple[Rule, Hit]]:
    """What the rules find in one alignment. A rule that needs facts which could not be read is not run."""
    for rule in rules:
        if not isinstance(rule, AlignmentRule) or (case.partly and not rule.reads_parts):
            continue
        if rule.needs <= case.post.facts.read & case.passage.facts.read:
            for hit in rule.check(case):
                yield rule, hit


def on_post(rules: Iterable[Rule], state: PostState) -> Iterator[tuple[Rule, Hit]]:
    """What the rules find in one post."""
    for rule in rules:
        if isinstance(rule, PostRule):
            for hit in rule.check(state):
                yield rule, hit


def on_article(rules: Iterable[Rule], state: ArticleState) -> Iterator[tuple[Rule, Hit]]:
    """What the rules find in the article alone."""
    for rule in rules:
        if isinstance(rule, ArticleRule):
            for hit in rule.check(state):
                yield rule, hit
