"""What the tests of translation share: the fixture package, and folders of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "fixtures" / "models" / "translate-es_en-0_2.argosmodel"


class Listener:
    """A progress that remembers what it was told."""

    def __init__(self) -> None:
        self.updates: list[tuple[str, int, int | None]] = []
        self.warnings: list[str] = []

    def update(self, task: str, done: int, total: int | None) -> None:
        self.updates.append((task, done, total))

    def warn(self, message: str) -> None:
        self.warnings.append(message)


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def package() -> Path:
    """The tiny Spanish to English package."""
    return PACKAGE


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user of whom nothing is known: every folder that an engine or the cache looks at is empty."""
    for name in ("ARGOS_PACKAGES_DIR", "ARGOS_PACKAGE_INDEX", "SNAP", "SNAP_USER_DATA", "APERTIUM_MODES_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("DATA", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    return tmp_path


@pytest.fixture
def packages(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of Argos packages."""
    folder = home / "packages"
    folder.mkdir()
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(folder))
    return folder


@pytest.fixture
def unpack(packages: Path) -> Callable[..., Path]:
    """Put the fixture package among the installed ones, as any unzip would."""
    import zipfile

    def put(name: str = "translate-es_en-0_2") -> Path:
        with zipfile.ZipFile(PACKAGE) as archive:
            archive.extractall(packages)
        made = packages / "translate-es_en-0_2"
        return made if name == made.name else made.rename(packages / name)

    return put
