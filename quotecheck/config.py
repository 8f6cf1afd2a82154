"""Settings: defaults, then a configuration file, then the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from msgspec import Struct, field

from quotecheck.model import Severity

FailOn = Literal["error", "warning", "note", "never"]
TranslatorChoice = Literal["auto", "argos", "apertium"]


class PerPath(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Settings that hold for some articles only.

    Attributes:
        paths: patterns of their paths, from the folder of the settings file: `opinion/**`, `*.md`.
        ignore: names of rules whose findings are left out there.
        severity: severities of rules there, by rule.
    """

    paths: tuple[str, ...]
    ignore: tuple[str, ...] = ()
    severity: dict[str, Severity] = field(default_factory=dict)


class Config(Struct, frozen=True, kw_only=True):
    """How to check. Every field has a default that suits one article on one machine.

    Attributes:
        translator: engine for foreign posts; "auto" takes the best that is installed for each language.
        select: names of the rules to run; empty means all.
        ignore: names of the rules not to run.
        severity: severities of rules that are not to have their own, by rule.
        per_path: settings that hold for some articles only; where several fit, all that they ignore is ignored, and
            the last one's severity holds.
        aliases: groups of names that are one, in whatever language: `("AMLO", "Andrés Manuel López Obrador")`.
        include: patterns of the files in a folder that are articles; empty means those with an article's ending.
        exclude: patterns of files and folders that are left out where a folder or a pattern is named.
        force_exclude: files that are named are left out too where `exclude` fits them, as a commit hook wants it.
        respect_gitignore: what git ignores is left out there too.
        root: folder that patterns of paths start from; None means the current one. No key sets it.
        require_reason: a suppression in an article that gives no reason is a finding.
        fail_on: least severity that makes the exit code 1.
        lang: language of the posts (ISO 639-1), where the caller knows better than the detector.
        min_confidence: findings below it are not reported, 0 to 1.
        online: ask the platforms for the words of posts that a page only links to.
        online_gateway: address that these requests go to instead of the platforms' own: https://HOST/PATH is asked for
            as GATEWAY/HOST/PATH.
        offline: refuse every network connection, URLs given as sources included.
        allow_private: fetch from loopback, private and link-local addresses too.
        allow_unchecked: an unchecked post or an unreadable source does not make the exit code 3.
        cache: use the translation memory and the other caches on disk.
        cache_dir: where they are kept; None means the user's cache folder.
        jobs: how many processes to use at most.
        verbose: show the parts of every score.
    """

    translator: TranslatorChoice = "auto"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: dict[str, Severity] = field(default_factory=dict)
    per_path: tuple[PerPath, ...] = ()
    aliases: tuple[tuple[str, ...], ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    respect_gitignore: bool = True
    root: Path | None = None
    require_reason: bool = False
    fail_on: FailOn = "error"
    lang: str | None = None
    min_confidence: float = 0.0
    online: bool = False
    online_gateway: str | None = None
    offline: bool = False
    allow_private: bool = False
    allow_unchecked: bool = False
    cache: bool = True
    cache_dir: Path | None = None
    jobs: int = 1
    verbose: bool = False

    def rule_names(self) -> tuple[str, ...]:
        """Every rule that the settings name, for whoever checks that there are such rules."""
        there = [name for part in self.per_path for name in (*part.ignore, *part.severity)]
        return (*self.select, *self.ignore, *self.severity, *there)
