"""`quotecheck audit` as it is run: tables, resumption after SIGKILL at any moment, a full disk, Ctrl-C."""

from __future__ import annotations

import csv
import json
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow

COMMAND = str(Path(sys.executable).with_name("quotecheck"))
PAGE = """<html lang="en"><head><title>Day {n}</title></head><body><article><h1>The quay on day {n}</h1>
<p>“The quay took {quoted} boats this winter,” Rosa Leal wrote on Friday.</p>
<blockquote class="twitter-tweet"><p lang="es">El muelle recibió {said} barcos este invierno.</p>&mdash; Rosa Leal
(@rosaleal) <a href="https://twitter.com/rosaleal/status/17900000000000{n:05}">March 6, 2026</a></blockquote>
<p>The harbour master said that repairs will go on until the summer.</p></article></body></html>"""
ARTICLES = 40
TABLES = ("out.jsonl", "out.articles.jsonl", "out.findings.jsonl", "out.errors.jsonl")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    (folder / "pages").mkdir()
    for n in range(ARTICLES):
        page = PAGE.format(n=n, said=140 + n, quoted=140 + n if n % 4 else 900)
        (folder / "pages" / f"{n:03}.html").write_text(page, encoding="utf-8")
    (folder / "pages" / "007.html").write_bytes(b"%PDF-1.4 no article")
    (folder / "pages" / "020.html").write_text("<html><body></body></html>", encoding="utf-8")
    return folder


def environment(folder: Path) -> dict[str, str]:
    kept = {"PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    return {**kept, "XDG_CACHE_HOME": str(folder / "cache"), "ARGOS_PACKAGES_DIR": str(folder / "none")}


def command(archive: Path, output: Path, *options: str) -> list[str]:
    fixed = ["--translator", "argos", "--jobs", "2", "--output", str(output)]
    return [COMMAND, "audit", str(archive / "pages"), *fixed, *options]


def audit(archive: Path, output: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(archive, output, *options),
        capture_output=True,
        text=True,
        env=environment(archive),
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="module")
def undisturbed(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("undisturbed")
    done = audit(archive, folder / "out.jsonl")
    assert done.returncode == 1, done.stderr
    return folder


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_tables(undisturbed: Path) -> None:
    posts, articles = rows(undisturbed / "out.jsonl"), rows(undisturbed / "out.articles.jsonl")
    findings, errors = rows(undisturbed / "out.findings.jsonl"), rows(undisturbed / "out.errors.jsonl")
    assert len(posts) == len(articles) == ARTICLES - 2
    assert [Path(row["source"]).name for row in errors] == ["007.html", "020.html"]
    assert "PDF" in errors[0]["error"] and "no article text" in errors[1]["error"]
    changed = {row["article"] for row in findings if row["rule"] == "number-changed"}
    assert changed == {n for n in range(ARTICLES) if n % 4 == 0 and n != 20}
    assert {row["article"] for row in posts if row["verdict"] == "divergent"} == changed
    assert (posts[0]["text"], posts[0]["language"]) == ("El muelle recibió 140 barcos este invierno.", "es")
    manifest = json.loads((undisturbed / "out.jsonl.manifest.json").read_text(encoding="utf-8"))
    assert manifest["rows"] == {
        "posts": len(posts),
        "articles": len(articles),
        "findings": len(findings),
        "errors": 2,
    }
    assert not list(undisturbed.glob("*.journal")) and not list(undisturbed.glob(".*partial"))


def same(folder: Path, undisturbed: Path) -> bool:
    return all((folder / name).read_bytes() == (undisturbed / name).read_bytes() for name in TABLES)


def size(path: Path) -> int:
    """Bytes; none where it is not there, which it may cease to be at any moment."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def test_killed_again_and_again_it_ends_with_the_same_tables(archive: Path, undisturbed: Path, tmp_path: Path) -> None:
    rng = random.Random(5)
    output = tmp_path / "out.jsonl"
    options = ["--no-cache"]  # so that there is work to interrupt
    journal = tmp_path / "out.jsonl.journal"
    killed = 0
    for turn in range(12):
        before = size(journal)
        running = subprocess.Popen(
            command(archive, output, *options),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=environment(archive),
            start_new_session=True,
        )
        try:
            if turn > 2 and turn % 2:
                running.communicate(timeout=rng.uniform(0.3, 3.5))
                break
            until = time.monotonic() + 60
            while running.poll() is None and size(journal) <= before and time.monotonic() < until:
                time.sleep(0.002)  # until there is something to lose
            running.communicate(timeout=0.001)
            break
        except subprocess.TimeoutExpired:
            running.send_signal(signal.SIGKILL)
            running.communicate()
            killed += 1
            assert not output.exists()
            if journal.exists():
                options = ["--no-cache", "--resume"]
    if not output.exists():
        assert audit(archive, output, *options).returncode == 1
    assert killed >= 2
    assert same(tmp_path, undisturbed)


def test_ctrl_c_says_how_to_go_on(archive: Path, undisturbed: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    running = subprocess.Popen(
        command(archive, output, "--no-cache"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(archive),
    )
    journal = tmp_path / "out.jsonl.journal"
    while not journal.exists() or journal.stat().st_size < 4000:
        time.sleep(0.02)
        assert running.poll() is None
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "--resume" in said and "Traceback" not in said
    refused = audit(archive, output, "--no-cache")
    assert refused.returncode == 2 and "--resume goes on with it" in refused.stderr
    assert audit(archive, output, "--no-cache", "--resume").returncode == 1
    assert same(tmp_path, undisturbed)


def test_a_full_disk_loses_nothing(archive: Path, undisturbed: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, resource.RLIM_INFINITY))

    done = subprocess.run(
        command(archive, output, "--no-cache"),
        capture_output=True,
        text=True,
        env=environment(archive),
        timeout=300,
        preexec_fn=limit,
        check=False,
    )
    assert done.returncode == 2, done.stderr
    assert "make room, and go on with --resume" in done.stderr and "Traceback" not in done.stderr
    assert audit(archive, output, "--no-cache", "--resume").returncode == 1
    assert same(tmp_path, undisturbed)


def test_an_audit_that_has_ended_is_not_done_again(archive: Path, undisturbed: Path) -> None:
    before = (undisturbed / "out.jsonl.manifest.json").read_bytes()
    done = audit(archive, undisturbed / "out.jsonl", "--resume")
    assert done.returncode == 1, done.stderr
    assert (undisturbed / "out.jsonl.manifest.json").read_bytes() == before


def test_other_inputs_are_another_audit(archive: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    (tmp_path / "out.jsonl.journal").write_bytes(b"quotecheck journal 1\n" + b"0" * 64 + b"\n")
    done = audit(archive, output, "--resume")
    assert done.returncode == 2 and "other inputs, settings or another version" in done.stderr
    assert audit(archive, output, "--restart").returncode == 1


@pytest.mark.parametrize("ending", ["csv", "sqlite", "parquet"])
def test_other_endings_hold_the_same(ending: str, archive: Path, undisturbed: Path, tmp_path: Path) -> None:
    output = tmp_path / f"out.{ending}"
    assert audit(archive, output).returncode == 1
    wanted = rows(undisturbed / "out.jsonl")
    if ending == "sqlite":
        with sqlite3.connect(output) as database:
            database.row_factory = sqlite3.Row
            found = [dict(row) for row in database.execute("SELECT * FROM posts")]
            (count,) = database.execute("SELECT count(*) FROM findings JOIN posts USING (article, post)").fetchone()
        assert count == sum(row["post"] is not None for row in rows(undisturbed / "out.findings.jsonl"))
        found = [{**row, "truncated": bool(row["truncated"])} for row in found]
    elif ending == "parquet":
        pq = pytest.importorskip("pyarrow.parquet")
        found = pq.read_table(output).to_pylist()
    else:
        with output.open(encoding="utf-8", newline="") as file:
            found = list(csv.DictReader(file))
        wanted = [{name: "" if value is None else str(value) for name, value in row.items()} for row in wanted]
    assert found == wanted


def test_progress_and_metrics(archive: Path, tmp_path: Path) -> None:
    done = audit(archive, tmp_path / "out.jsonl", "--progress", "json", "--metrics", str(tmp_path / "m.prom"))
    told = [json.loads(line) for line in done.stderr.splitlines() if line.startswith("{")]
    assert told[-1]["done"] is True and told[-1]["articles"] == ARTICLES and told[-1]["errors"] == 2
    assert f"quotecheck_audit_articles_total {ARTICLES}\n" in (tmp_path / "m.prom").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--output", "out.txt"], "tables cannot be written as .txt"),
        (["--output", "nowhere/out.csv"], "nowhere/out.csv"),
        (["--output", "out.csv", "--kind", "cdx"], "no such kind"),
        (["--output", "out.csv", "--map", "x"], "not understood"),
        (["--output", "out.csv", "--progress", "bar"], "not understood"),
        (["--output", "out.csv", "--resume"], "no audit to go on with"),
        (["--output", "out.csv", "--resume", "--restart"], "contradict"),
    ],
)
def test_mistakes(options: list[str], says: str, archive: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [COMMAND, "audit", str(archive / "pages"), *options],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment(archive),
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert says in done.stderr and "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_input_that_is_not_there(tmp_path: Path, archive: Path) -> None:
    done = subprocess.run(
        [COMMAND, "audit", "nowhere", "--output", "out.csv"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment(archive),
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert "no such file or folder" in (tmp_path / "out.errors.csv").read_text(encoding="utf-8")
