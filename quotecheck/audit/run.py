"""An audit from its first article to its tables: read, check, journal; then write."""

from __future__ import annotations

import platform
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import file_digest
from pathlib import Path
from typing import Any

import msgspec

from quotecheck import __version__
from quotecheck.audit.engines import Engine, engine
from quotecheck.audit.fetching import fetched
from quotecheck.audit.inputs import count_inputs, read_inputs
from quotecheck.audit.item import Item, Skipped
from quotecheck.audit.journal import Entry, Journal
from quotecheck.audit.outputs import cannot_write, publish, write_whole, writer
from quotecheck.audit.plan import Plan
from quotecheck.audit.store import upload
from quotecheck.audit.tables import TABLES, VERSION, Row, Table, rows
from quotecheck.audit.watch import Watch
from quotecheck.errors import UsageError
from quotecheck.exit_codes import Outcome
from quotecheck.model import FailedReport, Report
from quotecheck.pipeline.workbench import Workbench
from quotecheck.progress import Progress
from quotecheck.sources.url import shown_address

MANIFEST = 1
"""Number of the manifest's form."""

_AT_ONCE = 500


def run(plan: Plan, progress: Progress, watch: Watch) -> Outcome:
    """Do an audit, or what is left of it.

    Args:
        plan: what to do.
        progress: told of warnings.
        watch: told of every article.

    Returns:
        What the exit code depends on.

    Raises:
        UsageError: the output cannot be written, or there is nothing to go on with, or something else to finish first.
        KeyboardInterrupt: the user stopped it; `--resume` goes on.
    """
    audited = engine(plan.engine)
    _try(plan)
    fingerprint = plan.fingerprint()
    finished = _finished(plan, fingerprint)
    if finished is not None:
        return finished
    if plan.restart:
        plan.journal.unlink(missing_ok=True)
    elif plan.journal.exists() and not plan.resume:
        raise UsageError(
            "an audit of this name was stopped before its end",
            where=str(plan.journal),
            hint="--resume goes on with it, --restart begins anew",
        )
    started = datetime.now(UTC)
    clock = time.monotonic()
    journal = Journal(plan.journal, fingerprint)
    try:
        watch.start(journal.done, count_inputs(plan.inputs, plan.reading) if watch.wants_total else None)
        skipped: Counter[str] = Counter()
        with Workbench(plan.config, progress) as bench:
            _ = bench.rules
            for entry in _checked(audited, plan, bench, journal, skipped):
                journal.add(entry)
                watch.see(entry)
            engines = {name: sorted(engine.languages()) for name, engine in bench.translators.engines.items()}
        outcome, told = _written(plan, journal)
        told |= {
            "started": started.isoformat(timespec="seconds"),
            "seconds": round(time.monotonic() - clock, 1),
            "fingerprint": fingerprint,
            "engine": plan.engine,
            "engines": engines,
            "skipped": dict(sorted(skipped.items())),
            "inputs": [shown_address(name) for name in plan.inputs],
            "settings": msgspec.to_builtins(plan.config, enc_hook=str),
        }
        _tell(plan, told)
        if plan.stored is not None:
            _move(plan, [plan.output.with_name(name) for name in told["files"]])
        journal.remove()
    finally:
        journal.close()
    watch.end()
    return outcome


def _try(plan: Plan) -> None:
    """What cannot be written is told before any work is done."""
    made = writer(plan.output, TABLES)
    made.close()
    for file in set(made.files.values()):
        file.unlink(missing_ok=True)


def _checked(audited: Engine, plan: Plan, bench: Workbench, journal: Journal, skipped: Counter[str]) -> Iterator[Entry]:
    """The articles that are not done yet, checked, in their order.

    Raises:
        UsageError: the inputs are not those of the audit that is gone on with.
    """
    done, last = journal.done, journal.last

    def left() -> Iterator[Item]:
        for item in read_inputs(plan.inputs, plan.reading):
            if isinstance(item, Skipped):
                skipped[item.reason] += 1
            elif item.number >= done:
                yield item
            elif item.number == done - 1 and item.name != last:
                raise UsageError(
                    f"the inputs have changed since the audit began: {item.name} stands where {last} stood",
                    where=str(plan.journal),
                    hint="begin anew with --restart",
                )

    for item, result in audited(fetched(left(), bench), plan, bench):
        yield Entry(
            number=item.number,
            name=item.name,
            origin=item.origin,
            report=result if isinstance(result, Report) else None,
            failed=result if isinstance(result, FailedReport) else None,
        )


def _written(plan: Plan, journal: Journal) -> tuple[Outcome, dict[str, Any]]:
    """Write the tables from the journal; what the exit code and the manifest say of them."""
    outcome = Outcome()
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("verdicts", "rules", "languages", "platforms")}
    written: Counter[str] = Counter({table.name: 0 for table in TABLES})
    waiting: dict[str, list[Row]] = {table.name: [] for table in TABLES}
    by_name: dict[str, Table] = {table.name: table for table in TABLES}
    try:
        made = writer(plan.output, TABLES)

        def flush(name: str) -> None:
            made.write(by_name[name], waiting[name])
            written[name] += len(waiting[name])
            waiting[name].clear()

        for entry in journal.entries():
            result = entry.report or entry.failed
            if result is not None:
                outcome.see(result)
            if entry.report is not None:
                for post in entry.report.posts:
                    counts["verdicts"][post.verdict] += 1
                    counts["platforms"][post.platform] += 1
                    counts["languages"][post.language.code if post.language else "und"] += 1
                counts["rules"].update(found.rule for found in entry.report.findings)
            for table, row in rows(entry):
                waiting[table.name].append(row)
                if len(waiting[table.name]) >= _AT_ONCE:
                    flush(table.name)
        for name in waiting:
            flush(name)
        made.close()
        files = publish(made, plan.output, TABLES)
    except OSError as error:
        raise cannot_write(plan.output, error) from None
    told: dict[str, Any] = {name: dict(sorted(counter.items())) for name, counter in counts.items()}
    told |= {"rows": dict(written), "files": {path.name: _digest(path) for path in sorted(files)}}
    told |= {"read": outcome.read, "unread": outcome.unread, "unchecked": outcome.unchecked, "worst": outcome.worst}
    return outcome, told


def _move(plan: Plan, files: list[Path]) -> None:
    """Put what was written into the store, the posts last; here nothing is left of it."""
    assert plan.stored is not None
    files = [*sorted(file for file in files if file != plan.output), plan.manifest, plan.output]
    upload(files, plan.stored)
    for file in files:
        file.unlink(missing_ok=True)


def _digest(path: Any) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _tell(plan: Plan, told: dict[str, Any]) -> None:
    """Write the manifest."""
    whole = {
        "quotecheck_audit": MANIFEST,
        "tables": VERSION,
        "quotecheck": __version__,
        "python": platform.python_version(),
        "system": platform.platform(terse=True),
        **told,
    }
    try:
        write_whole(plan.manifest, msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n")
    except OSError as error:
        raise cannot_write(plan.manifest, error) from None


def _finished(plan: Plan, fingerprint: str) -> Outcome | None:
    """What came of an audit that had ended before `--resume` asked for more of it."""
    if not plan.resume or plan.journal.exists():
        return None
    try:
        told = msgspec.json.decode(plan.manifest.read_bytes())
    except (OSError, msgspec.MsgspecError):
        told = None
    if not isinstance(told, dict) or told.get("fingerprint") != fingerprint or not plan.output.exists():
        raise UsageError("there is no audit to go on with", where=str(plan.journal), hint="leave --resume out")
    outcome = Outcome()
    outcome.read, outcome.unread = int(told["read"]), int(told["unread"])
    outcome.unchecked, outcome.worst = bool(told["unchecked"]), told["worst"]
    return outcome
