"""The options that commands share, and the settings they make together with the configuration file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from pkgutil import iter_modules
from typing import Annotated, Any, Literal, TypedDict, Unpack

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


class Given(TypedDict, total=False):
    """What a command line may say of the settings, as its options have it."""

    translator: str | None
    select: Sequence[str] | None
    ignore: Sequence[str] | None
    fail_on: str | None
    lang: str | None
    min_confidence: float | None
    jobs: int | None
    online: bool
    offline: bool
    allow_private: bool
    allow_unchecked: bool
    no_cache: bool
    force_exclude: bool
    verbose: bool


def settings(file: Path | None, **given: Unpack[Given]) -> Config:
    """Defaults, then the file's settings, then what the command line says.

    Raises:
        UsageError: the file is wrong, or a rule or a language that does not exist is named.
    """
    return resolved(file, **given)[0]


def resolved(file: Path | None, **given: Unpack[Given]) -> tuple[Config, dict[str, Any]]:
    """As `settings`, and the fields of `Config` that the command line sets.

    Raises:
        UsageError: the file is wrong, or a rule or a language that does not exist is named.
    """
    import msgspec

    from quotecheck.settings import load

    online, offline = given.get("online", False), given.get("offline", False)
    if online and offline:
        raise UsageError("--online and --offline contradict each other", hint="leave one of them out")
    said = _fields(given)
    config = msgspec.structs.replace(load(file), **said)
    if config.online and config.offline:  # one of them is a setting: the command line wins, and then caution
        config = msgspec.structs.replace(config, online=online, offline=not online)
    if named := config.rule_names():
        from quotecheck.rules import check_names

        check_names(named)
    return config, said


def _fields(given: Given) -> dict[str, Any]:
    """The fields of `Config` that these options set: a flag that is not given sets nothing."""
    said: dict[str, Any] = {
        name: value for name, value in given.items() if value is not None and value is not False and value != []
    }
    if said.pop("no_cache", False):
        said["cache"] = False
    for name in ("select", "ignore"):
        if name in said:
            said[name] = tuple(rule.strip() for part in said[name] for rule in part.split(",") if rule.strip())
    if "lang" in said:
        said["lang"] = _language(said["lang"])
    return said


def _language(code: str) -> str:
    folded = code.strip().lower().replace("_", "-")
    primary = folded.split("-")[0]
    if not (primary.isascii() and primary.isalpha() and 2 <= len(primary) <= 3):
        raise UsageError(f"--lang {code!r} is no language code", hint="use one of ISO 639-1, such as es, fr or it")
    return primary
