"""TOML files of this package, parsed once and then kept compiled, as Python keeps its modules: in `__pycache__`."""

from __future__ import annotations

from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import Any


def read_toml(path: Path) -> dict[str, Any]:
    """What a TOML file of this package says.

    Parsing the lists of two languages would take a twentieth of the time of checking an article again. The compiled
    copy is renewed when the file changes, and done without where it cannot be written.

    Args:
        path: a file that ships with the package, never one of the user's.

    Raises:
        OSError: it cannot be read.
        tomllib.TOMLDecodeError: it is not TOML.
    """
    code = _Loader(path.name, f"{path}.py").get_code(path.name)
    assert code is not None
    names: dict[str, Any] = {}
    exec(code, names)
    data: dict[str, Any] = names["DATA"]
    return data


class _Loader(SourceFileLoader):
    """Loads `lists.toml` as if it were a module `lists.toml.py`, so that its compiled copy has a name of its own."""

    def path_stats(self, path: str) -> Any:
        return super().path_stats(path.removesuffix(".py"))

    def get_data(self, path: str) -> bytes:
        return super().get_data(path.removesuffix(".py"))

    def source_to_code(self, data: Any, path: Any, *, _optimization: int = -1) -> CodeType:  # type: ignore[override]
        import tomllib

        return compile(f"DATA = {tomllib.loads(data.decode())!r}", str(path), "exec")
