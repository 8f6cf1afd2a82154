"""What runs an audit: one file for each way; every one gives the same results, in the order of the articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from quotecheck.audit.item import Item
from quotecheck.errors import UsageError
from quotecheck.model import FailedReport, Report

if TYPE_CHECKING:
    from quotecheck.audit.plan import Plan
    from quotecheck.pipeline.workbench import Workbench

Result = Report | FailedReport
Engine = Callable[[Iterable[Item], "Plan", "Workbench"], Iterator[tuple[Item, Result]]]


def names() -> list[str]:
    """The engines that there are."""
    return [module.name for module in iter_modules(__path__)]


def engine(name: str) -> Engine:
    """The engine of a name.

    Raises:
        UsageError: there is none, or its package is not installed.
    """
    if name not in names():
        raise UsageError(f"--engine {name}: there is no such engine", hint=f"it is one of {', '.join(names())}")
    module = import_module(f"{__name__}.{name}")
    if module.PACKAGE is not None and find_spec(module.PACKAGE) is None:
        hint = f"pip install 'quotecheck-multilingual[{name}]'"
        raise UsageError(f"--engine {name} needs {module.PACKAGE}, which is not installed", hint=hint)
    found: Engine = module.audited
    return found


def audit_item(item: Item, bench: Workbench) -> Result:
    """Check one article; whatever it does to this program costs this article alone."""
    from quotecheck.pipeline import check_item, failed

    try:
        return check_item(item.found, bench)
    except (Exception, RecursionError) as error:
        from quotecheck.errors import SourceError

        why = f"this is a bug in quotecheck ({type(error).__name__}: {error})"
        return failed(item.name, SourceError(why, hint="please report it, with the article"))
