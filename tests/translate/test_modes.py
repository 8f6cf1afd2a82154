"""Reading Apertium's mode files, without Apertium."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quotecheck.translate.engines.apertium import Apertium
from quotecheck.translate.engines.apertium.modes import parse, read_mode, routes

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no Apertium on Windows")


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Programs of Apertium's names, and nothing else, on the path."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("lt-proc", "apertium-tagger", "cg-proc", "apt-get"):
        (folder / name).write_text("#!/bin/sh\n")
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.fixture
def modes(tmp_path: Path, programs: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "modes"
    folder.mkdir()
    monkeypatch.setenv("APERTIUM_MODES_DIR", str(folder))
    return folder


def add(modes: Path, name: str, size: int = 10) -> None:
    data = modes / f"{name}.bin"
    data.write_bytes(b"x" * size)
    os.utime(data, (1_000_000, 1_000_000))
    (modes / f"{name}.mode").write_text(f"lt-proc '{data}' | lt-proc $1 '{data}'\n")


def test_stages_are_flushed_by_nul_and_mark_nothing(programs: Path) -> None:
    stages = parse("lt-proc -w '/a b/x.bin' | apertium-tagger -g $2 '/x.prob' | cg-proc -n /y | lt-proc $1 /z.bin")
    assert stages == (
        (f"{programs}/lt-proc", "-z", "-w", "/a b/x.bin"),
        (f"{programs}/apertium-tagger", "-z", "-g", "/x.prob"),
        (f"{programs}/cg-proc", "-z", "-n", "/y"),
        (f"{programs}/lt-proc", "-z", "-n", "/z.bin"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "lt-proc /a; rm -rf /",
        "lt-proc /a | sh -c evil",
        "lt-proc $(evil) /a",
        "lt-proc `evil`",
        "lt-proc /a > /etc/passwd",
        "lt-proc 'unclosed",
        "lt-proc /a | | lt-proc /b",
        "../lt-proc /a",
        "lt-proc /a\nlt-proc /b",
        "apertium-nowhere /a",
    ],
)
def test_anything_but_a_plain_pipeline_is_refused(programs: Path, text: str) -> None:
    assert parse(text) is None


def test_without_apertium_no_language_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("APERTIUM_MODES_DIR", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    engine = Apertium()
    assert engine.languages() == {}
    health = engine.doctor()
    assert not health.installed and health.problems and health.commands == ()
    assert engine.install_hint("es") is None


def test_languages_that_lead_through_spanish_need_spanish(modes: Path) -> None:
    add(modes, "fr-es")
    assert routes() == {}
    add(modes, "spa-eng")
    found = routes()
    assert set(found) == {"es", "fr"}
    assert [mode.name for mode in found["fr"].modes] == ["fr-es", "spa-eng"]


def test_a_pair_without_one_of_its_programs_is_told(modes: Path, programs: Path) -> None:
    add(modes, "spa-eng")
    (modes / "ita-spa.mode").write_text("lt-proc /a | cg-proc /b\n")
    (programs / "cg-proc").unlink()
    engine = Apertium()
    assert set(engine.languages()) == {"es"}
    assert engine.doctor().problems == ("ita-spa needs cg-proc, which is not installed",)
    assert "cg3" in (engine.install_hint("it") or "")


def test_the_version_changes_with_the_data(modes: Path) -> None:
    add(modes, "spa-eng")
    first = read_mode("spa-eng")
    add(modes, "spa-eng", size=11)
    second = read_mode("spa-eng")
    assert first is not None and second is not None
    assert first.version != second.version
    add(modes, "spa-eng", size=10)
    assert read_mode("spa-eng") == first


def test_a_mode_whose_data_is_gone_is_not_there(modes: Path) -> None:
    add(modes, "spa-eng")
    (modes / "spa-eng.bin").unlink()
    assert read_mode("spa-eng") is None
    (modes / "spa-eng.mode").write_bytes(b"\xff\xfe")
    assert read_mode("spa-eng") is None


def test_hints_name_the_packages(programs: Path) -> None:
    engine = Apertium()
    hint = engine.install_hint("fr")
    assert hint is not None and hint.endswith("apt-get install -y apertium apertium-fr-es apertium-eng-spa")
    assert engine.install_hint("de") is None
