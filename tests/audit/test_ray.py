"""`--engine ray` on a real cluster of two workers: the same tables, whatever dies meanwhile."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
pytest.importorskip("ray")

COMMAND = str(Path(sys.executable).with_name("quotecheck"))
PAGE = """<html lang="en"><head><title>Day {n}</title></head><body><article><h1>The pier on day {n}</h1>
<p>“The pier took {quoted} boats this winter,” Rosa Leal wrote on Friday.</p>
<blockquote class="twitter-tweet"><p lang="es">El muelle recibió {said} barcos este invierno.</p>&mdash; Rosa Leal
(@rosaleal) <a href="https://twitter.com/rosaleal/status/17900000000000{n:05}">March 6, 2026</a></blockquote>
</article></body></html>"""
TABLES = ("out.jsonl", "out.articles.jsonl", "out.findings.jsonl", "out.errors.jsonl")
DEADLY = """
import os
import quotecheck.pipeline as pipeline

check_raw = pipeline.check_raw


def check_or_die(raw, bench):
    if b"day 13" in raw.data:
        os._exit(9)
    if os.environ.get("SLOWLY"):
        __import__("time").sleep(0.4)
    return check_raw(raw, bench)


pipeline.check_raw = check_or_die

if os.environ.get("ROUND"):
    import quotecheck.audit.engines.ray

    quotecheck.audit.engines.ray.ROUND = int(os.environ["ROUND"])
"""
"""A module that Python imports when it starts: one article ends whatever process checks it."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    (folder / "pages").mkdir()
    for n in range(40):
        page = PAGE.format(n=n, said=140 + n, quoted=140 + n if n % 4 else 900)
        (folder / "pages" / f"{n:03}.html").write_text(page, encoding="utf-8")
    (folder / "pages" / "007.html").write_bytes(b"%PDF-1.4 no article")
    (folder / "deadly").mkdir()
    (folder / "deadly" / "sitecustomize.py").write_text(DEADLY)
    return folder


def environment(archive: Path, **more: str) -> dict[str, str]:
    kept = {"PATH": os.environ["PATH"], "HOME": str(archive), "LC_ALL": "C.UTF-8"}
    places = {"ARGOS_PACKAGES_DIR": str(archive / "none"), "PYTHONPATH": str(archive / "deadly")}
    return {**kept, **places, "RAY_USAGE_STATS_ENABLED": "0", **more}


def command(archive: Path, output: Path, *options: str) -> list[str]:
    fixed = ["--translator", "argos", "--jobs", "2", "--no-cache", "--output", str(output)]
    return [COMMAND, "audit", str(archive / "pages"), *fixed, *options]


@pytest.fixture(scope="module")
def local(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("local")
    done = subprocess.run(
        command(archive, folder / "out.jsonl"),
        capture_output=True,
        text=True,
        env=environment(archive),
        timeout=300,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    errors = (folder / "out.errors.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(errors) == 2 and "007.html" in errors[0] and "died, twice" in errors[1]
    return folder


@pytest.fixture(scope="module")
def cluster(archive: Path) -> Iterator[str]:
    """The address of a cluster of two nodes with a processor each."""
    from ray.cluster_utils import Cluster

    patch = pytest.MonkeyPatch()
    for name, value in environment(archive, SLOWLY="1").items():
        patch.setenv(name, value)
    small = {"num_cpus": 1, "object_store_memory": 200 * 1024 * 1024, "include_dashboard": False}
    nodes = Cluster(initialize_head=True, head_node_args=small)
    try:
        nodes.add_node(num_cpus=1, object_store_memory=200 * 1024 * 1024)
        nodes.wait_for_nodes()
        yield nodes.address
    finally:
        nodes.shutdown()
        patch.undo()


def same(folder: Path, local: Path) -> bool:
    return all((folder / name).read_bytes() == (local / name).read_bytes() for name in TABLES)


def ours(pid: int) -> bool:
    """Whether a process descends from this one."""
    while pid > 1:
        if pid == os.getpid():
            return True
        try:
            pid = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            return False
    return False


def actors() -> list[int]:
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                title = (folder / "cmdline").read_bytes()
            except OSError:
                continue
            if title.startswith(b"ray::") and b"MapBatches" in title and ours(int(folder.name)):
                found.append(int(folder.name))
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_a_worker_that_is_killed_and_a_deadly_article(archive: Path, local: Path, cluster: str, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    running = subprocess.Popen(
        command(archive, output, "--engine", "ray", "--ray-address", cluster),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(archive),
    )
    journal = tmp_path / "out.jsonl.journal"
    while not journal.exists() or journal.stat().st_size < 1000:
        time.sleep(0.1)
        assert running.poll() is None, running.communicate()[1]
    before = actors()
    assert len(before) == 2
    os.kill(before[0], signal.SIGKILL)
    _, said = running.communicate(timeout=240)
    assert running.returncode == 1, said
    assert same(tmp_path, local)
    assert [line for line in said.splitlines() if not line.startswith("quotecheck: ")] == []


def test_stopped_on_one_engine_it_goes_on_with_the_other_in_several_rounds(
    archive: Path, local: Path, cluster: str, tmp_path: Path
) -> None:
    output = tmp_path / "out.jsonl"
    running = subprocess.Popen(
        command(archive, output),
        stdout=subprocess.DEVNULL,
        env=environment(archive, SLOWLY="1"),
        stderr=subprocess.PIPE,
    )
    journal = tmp_path / "out.jsonl.journal"
    while not journal.exists() or journal.stat().st_size < 1000:
        time.sleep(0.05)
        assert running.poll() is None
    running.kill()
    running.communicate()
    done = subprocess.run(
        command(archive, output, "--resume", "--engine", "ray", "--ray-address", cluster),
        capture_output=True,
        text=True,
        env=environment(archive, ROUND="14"),
        timeout=300,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert same(tmp_path, local)


def test_no_cluster_there(archive: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        command(archive, tmp_path / "out.jsonl", "--engine", "ray", "--ray-address", "127.0.0.1:9"),
        capture_output=True,
        text=True,
        env=environment(archive),
        timeout=120,
        check=False,
    )
    assert done.returncode == 2
    assert "no Ray cluster 127.0.0.1:9" in done.stderr and "Traceback" not in done.stderr
