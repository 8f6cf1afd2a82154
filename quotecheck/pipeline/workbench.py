"""The engines that one run needs, each started only when it is first used, and shut down together."""

from __future__ import annotations

from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING

from quotecheck.config import Config
from quotecheck.progress import Progress, Silent

if TYPE_CHECKING:
    from quotecheck.align.embedders import Embedders
    from quotecheck.align.words import WordAligner
    from quotecheck.cache import Cache
    from quotecheck.pipeline.results import Results
    from quotecheck.rules.base import Rule
    from quotecheck.translate import Translators


class Workbench:
    """Configuration, cache, translators, embedding and rules of one run. Use it as a context manager."""

    def __init__(self, config: Config, progress: Progress | None = None) -> None:
        self.config = config
        self.progress: Progress = progress or Silent()

    @cached_property
    def cache(self) -> Cache:
        from quotecheck.cache import Cache

        return Cache.open(self.config, self.progress)

    @cached_property
    def translators(self) -> Translators:
        from quotecheck.translate import Translators

        return Translators(self.config, self.cache, self.progress)

    @cached_property
    def embedders(self) -> Embedders:
        from quotecheck.align.embedders import Embedders

        return Embedders(self.cache)

    @cached_property
    def aligner(self) -> WordAligner | None:
        from quotecheck.align.words.aligner import WordAligner, available

        return WordAligner(self.cache) if available() else None

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        from quotecheck.rules import selected

        return selected(self.config)

    @cached_property
    def results(self) -> Results:
        from quotecheck.pipeline.results import Results

        return Results(self)

    def close(self) -> None:
        """Stop what was started."""
        for name in ("translators", "cache"):
            engine = self.__dict__.pop(name, None)
            if engine is not None:
                engine.close()

    def __enter__(self) -> Workbench:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
