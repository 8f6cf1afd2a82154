"""The options that commands share, and the settings they make together with the configuration file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from pkgutil import iter_modules
from typing import Annotated, Any, Literal

from typer import Option

from quotecheck.config import Config
from quotecheck.errors import UsageError

# Found by being there, without loading any: `--help` should not wait for them.
_FORMATS = sorted(found.name for found in iter_modules([str(Path(__file__).parents[1] / "report")]) if not found.ispkg)

FormatName = Annotated[str, Option("--format", "-f", help="How to print the result.", metavar="text|json|jsonl")]
Formats = Annotated[
    list[str] | None,
    Option(
        "--format",
        "-f",
        help=f"How to print the result: {', '.join(_FORMATS)}. NAME=FILE writes it to a file; may be repeated.",
        metavar="NAME[=FILE]",
        show_default="text",
    ),
]
Output = Annotated[
    Path | None, Option("--output", "-o", help="Write the result to this file instead of stdout.", metavar="FILE")
]
ConfigFile = Annotated[
    Path | None, Option("--config", help="Read settings from this TOML file.", metavar="FILE", show_default=False)
]
TranslatorName = Annotated[
    Literal["auto", "argos", "apertium"] | None,
    Option("--translator", help="Engine for foreign posts.", show_default="auto"),
]
Select = Annotated[
    list[str] | None, Option("--select", help="Run only these rules (repeat, or separate by commas).", metavar="RULE")
]
Ignore = Annotated[
    list[str] | None, Option("--ignore", help="Leave these rules out (repeat, or separate by commas).", metavar="RULE")
]
FailOn = Annotated[
    Literal["error", "warning", "note", "never"] | None,
    Option("--fail-on", help="Least severity that makes the exit code 1.", show_default="error"),
]
Lang = Annotated[
    str | None, Option("--lang", help="Language of the posts, where you know it (es, fr, ...).", metavar="CODE")
]
MinConfidence = Annotated[
    float | None, Option("--min-confidence", help="Leave out findings that are less sure (0 to 1).", min=0.0, max=1.0)
]
Jobs = Annotated[int | None, Option("--jobs", "-j", help="Processes to use at most.", min=1, show_default="1")]
Online = Annotated[bool, Option("--online", help="Ask the platforms for the words of posts that a page only links to.")]
Offline = Annotated[bool, Option("--offline", help="Refuse every network connection.")]
AllowPrivate = Annotated[
    bool, Option("--allow-private", help="Fetch from loopback, private and link-local addresses too.")
]
AllowUnchecked = Annotated[
    bool, Option("--allow-unchecked", help="Unchecked posts and unreadable sources do not make the exit code 3.")
]
NoCache = Annotated[bool, Option("--no-cache", help="Do not use what earlier runs have kept.")]
Baseline = Annotated[
    Path | None,
    Option("--baseline", help="Show only what this file of known findings does not have.", metavar="FILE"),
]
BaselinePrune = Annotated[
    bool, Option("--baseline-prune", help="Drop from the --baseline file what is found no longer.")
]
Since = Annotated[
    str | None,
    Option("--since", help="Check only files that differ from where this git revision branched off.", metavar="REV"),
]
ForceExclude = Annotated[
    bool, Option("--force-exclude", help="Leave out what `exclude` fits even where it is named here.")
]
Quiet = Annotated[bool, Option("--quiet", "-q", help="No progress and no warnings on stderr.")]
Verbose = Annotated[bool, Option("--verbose", "-v", help="Leave nothing out, and show what every score is made of.")]


def settings(
    file: Path | None,
    *,
    translator: str | None = None,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] | None = None,
    fail_on: str | None = None,
    lang: str | None = None,
    min_confidence: float | None = None,
    jobs: int | None = None,
    online: bool = False,
    offline: bool = False,
    allow_private: bool = False,
    allow_unchecked: bool = False,
    no_cache: bool = False,
    force_exclude: bool = False,
    verbose: bool = False,
) -> Config:
    """Defaults, then the file's settings, then what the command line says.

    Raises:
        UsageError: the file is wrong, or a rule or a language that does not exist is named.
    """
    import msgspec

    from quotecheck.settings import load

    given = from_command_line(
        translator=translator,
        select=select,
        ignore=ignore,
        fail_on=fail_on,
        lang=lang,
        min_confidence=min_confidence,
        jobs=jobs,
        online=online,
        offline=offline,
        allow_private=allow_private,
        allow_unchecked=allow_unchecked,
        no_cache=no_cache,
        force_exclude=force_exclude,
        verbose=verbose,
    )
    if online and offline:
        raise UsageError("--online and --offline contradict each other", hint="leave one of them out")
    config = msgspec.structs.replace(load(file), **given)
    if config.online and config.offline:  # one of them is a setting: the command line wins, and then caution
        config = msgspec.structs.replace(config, online=online, offline=not online)
    if named := config.rule_names():
        from quotecheck.rules import check_names

        check_names(named)
    return config


def from_command_line(
    *,
    translator: str | None,
    select: Sequence[str] | None,
    ignore: Sequence[str] | None,
    fail_on: str | None,
    lang: str | None,
    min_confidence: float | None,
    jobs: int | None,
    offline: bool,
    allow_private: bool,
    allow_unchecked: bool,
    no_cache: bool,
    verbose: bool,
    force_exclude: bool = False,
    online: bool = False,
) -> dict[str, Any]:
    """The fields of `Config` that the command line sets.

    Raises:
        UsageError: what is given as a language is none.
    """
    given: dict[str, Any] = {
        "translator": translator,
        "select": _names(select),
        "ignore": _names(ignore),
        "fail_on": fail_on,
        "lang": _language(lang),
        "min_confidence": min_confidence,
        "jobs": jobs,
        "online": online or None,
        "offline": offline or None,
        "allow_private": allow_private or None,
        "allow_unchecked": allow_unchecked or None,
        "cache": False if no_cache else None,
        "verbose": verbose or None,
        "force_exclude": force_exclude or None,
    }
    return {key: value for key, value in given.items() if value is not None}


def _names(given: Sequence[str] | None) -> tuple[str, ...] | None:
    if not given:
        return None
    return tuple(name.strip() for part in given for name in part.split(",") if name.strip())


def _language(code: str | None) -> str | None:
    if code is None:
        return None
    folded = code.strip().lower().replace("_", "-")
    primary = folded.split("-")[0]
    if not (primary.isascii() and primary.isalpha() and 2 <= len(primary) <= 3):
        raise UsageError(f"--lang {code!r} is no language code", hint="use one of ISO 639-1, such as es, fr or it")
    return primary
