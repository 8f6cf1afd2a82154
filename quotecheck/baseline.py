"""The findings that a newsroom has seen and lives with for now, kept in a file, so that a run shows the new ones only.

The file is JSON Lines: one finding a line, sorted, so that two branches that add findings merge. A finding is known by
its rule, by its article's path from the file's folder, and by the words it is about on both sides; never by its line,
which changes with every edit above it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct, structs

from quotecheck.errors import UsageError
from quotecheck.exit_codes import NEVER_COUNTS
from quotecheck.model import Finding, Report
from quotecheck.paths import relative

DEFAULT_NAME = "quotecheck-baseline.jsonl"
FORMAT = 1
"""Number in the file's first line; another means that this version cannot read it."""


class Key(Struct, frozen=True, order=True):
    """What makes two findings the same.

    Attributes:
        path: of the article, from the baseline's folder, with slashes; or its address.
        rule: name of the rule.
        post, passage: the words on both sides, white space folded; "" for a side it is not about. For a post of which
            the page holds only a link, its address.
    """

    path: str
    rule: str
    post: str = ""
    passage: str = ""

    def __str__(self) -> str:
        words = [f"“{side}”" for side in (self.post, self.passage) if side]
        return f"{self.path}: {self.rule}" + (f": {' / '.join(words)}" if words else "")


class _Line(Key, frozen=True, forbid_unknown_fields=True):
    count: int = 1


class _Head(Struct, frozen=True, kw_only=True):
    quotecheck_baseline: int


class Sifted(Struct, frozen=True, kw_only=True):
    """A report without the findings that are known, and the places of its unchecked posts that are known to be so."""

    report: Report
    accepted: frozenset[int]


def keys(report: Report, folder: Path) -> list[Key]:
    """The key of each finding of a report, in its order."""
    path = relative(report.source, folder)
    return [_key(found, path, report) for found in report.findings]


def _key(found: Finding, path: str, report: Report) -> Key:
    post = found.post.text if found.post else ""
    if found.post and not post and isinstance(found.post.index, int):
        post = report.posts[found.post.index].url or ""
    passage = found.passage.text if found.passage else ""
    return Key(path=path, rule=found.rule, post=_folded(post), passage=_folded(passage))


def _folded(words: str) -> str:
    # Half a surrogate pair, which no JSON text may hold, is written as U+FFFD, and so compared.
    return " ".join(words.split()).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def lines(counts: Mapping[Key, int]) -> Iterator[str]:
    """The file's lines, the same for the same findings whatever the order they were found in."""
    import msgspec

    yield f'{{"quotecheck_baseline":{FORMAT}}}\n'
    for key in sorted(counts):
        if counts[key] > 0:
            line = _Line(**structs.asdict(key), count=counts[key])
            yield msgspec.json.encode(line).decode() + "\n"


def read(path: Path) -> Counter[Key]:
    """The findings of a baseline file, and how often each stands in its article.

    A line that two branches have both added counts once.

    Raises:
        UsageError: it cannot be read, or is no baseline.
    """
    import msgspec

    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        hint = "`quotecheck baseline` writes one" if isinstance(error, FileNotFoundError) else None
        raise UsageError(f"cannot be read: {error.strerror or error}", where=str(path), hint=hint) from None
    except UnicodeDecodeError:
        raise UsageError("is not UTF-8 text", where=str(path)) from None
    counts: Counter[Key] = Counter()
    rows = text.split("\n")
    try:
        head = msgspec.json.decode(rows[0], type=_Head)
    except msgspec.MsgspecError:
        message = "is no baseline: its first line is another"
        raise UsageError(message, where=str(path), hint="`quotecheck baseline` writes one") from None
    if head.quotecheck_baseline != FORMAT:
        raise UsageError("is a baseline of another version", where=str(path), hint="write it anew: quotecheck baseline")
    for number, row in enumerate(rows[1:], 2):
        if not row.strip():
            continue
        try:
            line = msgspec.json.decode(row, type=_Line)
        except (msgspec.MsgspecError, RecursionError) as error:
            merging = row.startswith(("<<<<<<<", "=======", ">>>>>>>", "|||||||"))
            hint = "keep the lines of both sides, and remove the marks" if merging else "write it anew"
            message = "a merge conflict is not resolved" if merging else f"is no finding of a baseline: {error}"
            raise UsageError(message, where=f"{path}:{number}", hint=hint) from None
        key = Key(path=line.path, rule=line.rule, post=line.post, passage=line.passage)
        counts[key] = max(counts[key], line.count)
    return counts


class Baseline:
    """A baseline at work: takes the known findings out of each report, and remembers what of it was not met."""

    def __init__(self, path: Path) -> None:
        """Read it.

        Raises:
            UsageError: it cannot be read, or is no baseline.
        """
        self.path = path
        self.folder = path.absolute().parent
        self.known = 0
        self.new = 0
        self._counts = read(path)
        self._by_path: dict[str, Counter[Key]] = {}
        for key, count in self._counts.items():
            self._by_path.setdefault(key.path, Counter())[key] = count
        self._left: dict[str, Counter[Key]] = {}

    def sift(self, report: Report) -> Sifted:
        """The report with its new findings only. Verdicts stay: a finding that is known still stands."""
        from quotecheck.pipeline.settle import summary_of

        path = relative(report.source, self.folder)
        left = Counter(self._by_path.get(path, Counter()))
        kept: list[Finding] = []
        accepted: set[int] = set()
        for found, key in zip(report.findings, keys(report, self.folder), strict=True):
            if left[key] <= 0:
                kept.append(found)
                continue
            left[key] -= 1
            if found.rule == NEVER_COUNTS and found.post is not None and isinstance(found.post.index, int):
                accepted.add(found.post.index)
        self._left[path] = left
        known = len(report.findings) - len(kept)
        self.known += known
        self.new += len(kept)
        summary = summary_of(report.posts, kept, suppressed=report.summary.suppressed, known=known)
        sifted = structs.replace(report, findings=tuple(kept), summary=summary)
        return Sifted(report=sifted, accepted=frozenset(accepted))

    def resolved(self, rules: Iterable[str]) -> Counter[Key]:
        """What the baseline has and the articles have no longer: of those that were read, and of files that are gone.

        Args:
            rules: those that were run; nothing can be said of what another would have found.
        """
        running = set(rules)
        gone: Counter[Key] = Counter()
        for path, known in self._by_path.items():
            left = self._left.get(path)
            if left is None and path != "-" and "://" not in path and not (self.folder / path).exists():
                left = known
            for key, count in (left or Counter()).items():
                if count > 0 and key.rule in running:
                    gone[key] = count
        return gone

    def without(self, resolved: Mapping[Key, int]) -> Counter[Key]:
        """What the file should hold once the resolved ones are dropped."""
        return Counter({key: count - resolved.get(key, 0) for key, count in self._counts.items()})


class Collector:
    """Gathers the findings of a run, to be written as a baseline."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._by_path: dict[str, Counter[Key]] = {}

    def add(self, report: Report) -> None:
        """Take a report's findings; an article that is read twice counts once."""
        self._by_path[relative(report.source, self._folder)] = Counter(keys(report, self._folder))

    @property
    def counts(self) -> Counter[Key]:
        """All findings so far."""
        return sum(self._by_path.values(), Counter())
