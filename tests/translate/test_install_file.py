"""Installing a package from a file: only what is one, only where it belongs, all of it or nothing."""

from __future__ import annotations

import json
import os
import shutil
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quotecheck.config import Config
from quotecheck.errors import ModelError
from quotecheck.translate.engines.argos import Argos, library_installed
from quotecheck.translate.models import diagnose, install, installed, remove
from quotecheck.translate.models import validate as validation
from quotecheck.translate.models.unpack import ORIGIN_FILE
from quotecheck.translate.models.validate import validate

needs_library = pytest.mark.skipif(not library_installed(), reason="the argos extra is not installed")
ROOT = "translate-es_en-0_2"
METADATA = json.dumps({"from_code": "es", "to_code": "en", "package_version": "1.0"}).encode()
GOOD = {f"{ROOT}/metadata.json": METADATA, f"{ROOT}/model/model.bin": b"m", f"{ROOT}/sentencepiece.model": b"s"}


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Path]:
    """Zip these files."""

    def zipped(files: dict[str, bytes], *links: str) -> Path:
        path = tmp_path / "made.argosmodel"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files.items():
                archive.writestr(name, data)
            for name in links:
                entry = zipfile.ZipInfo(name)
                entry.external_attr = (stat.S_IFLNK | 0o777) << 16
                archive.writestr(entry, "/etc/passwd")
        return path

    return zipped


@needs_library
def test_it_is_installed_and_translates(package: Path, packages: Path, listener: Any) -> None:
    model = install(str(package), Config(), listener)
    assert (model.engine, model.language, model.target) == ("argos", "es", "en")
    assert model.path == packages / ROOT and model.size and model.size > 100_000
    assert Argos().translate(["La huelga terminó."], "es") == ["The strike is over."]
    origin = json.loads((packages / ROOT / ORIGIN_FILE).read_text())
    assert origin["file"] == package.name and len(origin["sha256"]) == 64
    assert sorted(path.name for path in packages.parent.iterdir() if path.name.startswith(".")) == []
    assert listener.updates


def test_twice_is_the_same_as_once(package: Path, packages: Path) -> None:
    first = install(str(package), Config())
    (packages / ROOT / "stale").write_text("from before")
    assert install(str(package), Config()) == first
    assert [path.name for path in packages.iterdir()] == [ROOT]
    assert not (packages / ROOT / "stale").exists()


def test_the_folder_is_made(package: Path, home: Path) -> None:
    model = install(str(package), Config())
    assert model.path == home / "data" / "argos-translate" / "packages" / ROOT


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({}, "one folder"),
        ({**GOOD, "../evil": b"x"}, "unsafe file name"),
        ({**GOOD, f"{ROOT}/../../evil": b"x"}, "unsafe file name"),
        ({**GOOD, "/etc/evil": b"x"}, "unsafe file name"),
        ({**GOOD, "C:/evil": b"x"}, "unsafe file name"),
        ({**GOOD, f"{ROOT}/a\\..\\evil": b"x"}, "unsafe file name"),
        ({**GOOD, f"{ROOT}/nul": b"x"}, "unsafe file name"),
        ({**GOOD, f"{ROOT}/a\nb": b"x"}, "unsafe file name"),
        ({**GOOD, "other/metadata.json": METADATA}, "not in one folder"),
        ({**GOOD, "loose": b"x"}, "not in one folder"),
        ({**GOOD, f"{ROOT}/METADATA.JSON": b"x"}, "two entries of one name"),
        ({name.replace(ROOT, ".hidden"): data for name, data in GOOD.items()}, "unsafe folder name"),
        ({k: v for k, v in GOOD.items() if "metadata" not in k}, "metadata.json is missing"),
        ({k: v for k, v in GOOD.items() if "model.bin" not in k}, "model/model.bin is missing"),
        ({k: v for k, v in GOOD.items() if "sentencepiece" not in k}, "no tokenizer"),
        ({**GOOD, f"{ROOT}/metadata.json": b"{"}, "not JSON"),
        ({**GOOD, f"{ROOT}/metadata.json": b"[" * 100_000}, "not JSON"),
        ({**GOOD, f"{ROOT}/metadata.json": b"[]"}, "not an object"),
        ({**GOOD, f"{ROOT}/metadata.json": b"{}"}, "from_code"),
        ({**GOOD, f"{ROOT}/metadata.json": b'{"from_code": "es", "to_code": "../en"}'}, "to_code"),
        ({**GOOD, f"{ROOT}/metadata.json": b'{"from_code": "es", "to_code": 5}'}, "to_code"),
        ({**GOOD, f"{ROOT}/metadata.json": b'{"type": "sbd"}'}, "not one that translates"),
        ({**GOOD, f"{ROOT}/metadata.json": b" " * (2 << 20)}, "too large"),
        ({**GOOD, f"{ROOT}/bomb": b"\0" * (64 << 20)}, "times its size"),
    ],
)
def test_what_is_no_package_is_refused(
    make: Callable[..., Path], packages: Path, files: dict[str, bytes], why: str
) -> None:
    path = make(files)
    with pytest.raises(ModelError, match=why) as caught:
        install(str(path), Config())
    assert str(path) in str(caught.value) and "\n" not in str(caught.value)
    assert list(packages.iterdir()) == []


def test_links_are_refused(make: Callable[..., Path], packages: Path) -> None:
    with pytest.raises(ModelError, match="link or a device"):
        install(str(make(GOOD, f"{ROOT}/link")), Config())


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"<!doctype html>", os.urandom(3000)])
def test_what_is_no_zip_is_refused(tmp_path: Path, packages: Path, data: bytes) -> None:
    path = tmp_path / "x.argosmodel"
    path.write_bytes(data)
    with pytest.raises(ModelError, match="not a valid Argos package"):
        install(str(path), Config())


def test_a_cut_or_damaged_package_is_refused(package: Path, tmp_path: Path, packages: Path) -> None:
    whole = package.read_bytes()
    path = tmp_path / "x.argosmodel"
    for damaged in (whole[: len(whole) // 2], whole[:50_000] + os.urandom(2000) + whole[52_000:]):
        path.write_bytes(damaged)
        with pytest.raises(ModelError):
            install(str(path), Config())
        assert list(packages.iterdir()) == []


@needs_library
def test_a_model_that_does_not_load_is_not_installed(make: Callable[..., Path], packages: Path) -> None:
    with pytest.raises(ModelError, match="does not load"):
        install(str(make(GOOD)), Config())
    assert list(packages.iterdir()) == []


def test_a_file_that_is_not_there(packages: Path) -> None:
    with pytest.raises(ModelError, match="no such file"):
        install("nowhere.argosmodel", Config())


def test_another_packages_folder_is_not_overwritten(package: Path, packages: Path) -> None:
    other = packages / ROOT
    other.mkdir()
    (other / "metadata.json").write_text(json.dumps({"from_code": "fr", "to_code": "en"}))
    with pytest.raises(ModelError, match="is something else"):
        install(str(package), Config())
    assert [path.name for path in other.iterdir()] == ["metadata.json"]


def test_a_file_in_the_folders_place(package: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "file").write_text("")
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(home / "file" / "packages"))
    with pytest.raises(ModelError, match="ARGOS_PACKAGES_DIR"):
        install(str(package), Config())


def test_a_full_disk_is_said(package: Path, packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = type(shutil.disk_usage("/"))
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10, 9, 1))
    with pytest.raises(ModelError, match="disk is full"):
        install(str(package), Config())


def test_too_many_files_are_refused(make: Callable[..., Path], packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(validation, "MAX_FILES", 4)
    validate(make(GOOD))
    with pytest.raises(ModelError, match="holds 5 files"):
        validate(make({**GOOD, f"{ROOT}/a": b"", f"{ROOT}/b": b""}))


def test_list_and_remove(unpack: Callable[..., Path], packages: Path) -> None:
    unpack()
    (packages / "broken").mkdir()
    found = [model for model in installed(Config()) if model.engine == "argos"]
    assert [(model.language, model.path) for model in found] == [("es", packages / ROOT)]
    gone = remove("es")
    assert [model.path for model in gone] == [packages / ROOT]
    assert sorted(path.name for path in packages.iterdir()) == ["broken"]
    with pytest.raises(ModelError, match="no Argos package for es is installed"):
        remove("es")


def test_removing_a_linked_package_keeps_what_it_links_to(
    unpack: Callable[..., Path], packages: Path, tmp_path: Path
) -> None:
    elsewhere = unpack().rename(tmp_path / "elsewhere")
    (packages / ROOT).symlink_to(elsewhere)
    remove("es")
    assert not (packages / ROOT).exists()
    assert (elsewhere / "metadata.json").exists()


class Embedder:
    name = "some-embedding"
    languages = frozenset({"fr", "es"})

    def available(self) -> bool:
        return True


@needs_library
def test_doctor_tells_what_is_there_and_what_is_not(
    unpack: Callable[..., Path], home: Path, listener: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("APERTIUM_MODES_DIR", str(home))
    unpack()
    diagnosis = diagnose(Config(), listener, [Embedder()])
    assert diagnosis.languages == {"es": "argos"}
    assert [health.name for health in diagnosis.engines][:2] == ["argos", "apertium"]
    missing = {missing.language: missing.command for missing in diagnosis.missing}
    assert "es" not in missing and missing["de"] == "quotecheck models install de"
    assert [(found.name, found.installed, found.languages) for found in diagnosis.embedders] == [
        ("some-embedding", True, ("es", "fr"))
    ]
    assert diagnosis.cache_folder is not None and diagnosis.cache_folder.is_relative_to(home)
    assert diagnosis.cache_problem is None
    assert not (home / "cache").exists(), "looking must not make folders"


def test_doctor_on_a_bare_machine(home: Path, listener: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("APERTIUM_MODES_DIR", str(home))
    (home / "file").write_text("")
    diagnosis = diagnose(Config(cache_dir=home / "file"), listener)
    assert diagnosis.languages == {} and not diagnosis.healthy
    assert diagnosis.cache_problem is not None and "not a folder" in diagnosis.cache_problem
    assert diagnose(Config(cache=False), listener).cache_folder is None
