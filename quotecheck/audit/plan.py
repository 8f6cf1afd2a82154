"""What an audit is to do."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct, structs

from quotecheck.audit.inputs import Reading
from quotecheck.cache import join_key
from quotecheck.config import Config
from quotecheck.pipeline.results import program

_ELSEWHERE = frozenset({"jobs", "verbose", "cache", "cache_dir", "fail_on", "allow_unchecked"})
"""Settings that change nothing in the tables: an audit may be resumed with others."""


class Plan(Struct, frozen=True, kw_only=True):
    """An audit.

    Attributes:
        inputs: as they were named.
        output: the table of posts, or the database; the other files stand beside it.
        stored: the address in an object store where the files go in the end; None where they stay.
        reading: how the inputs are read, with the run's settings.
        engine: what runs it, one of `engines.names()`; the tables are the same.
        ray_address: of the Ray cluster; None for one of its own on this machine.
        resume: go on with an audit that was stopped.
        restart: throw away what an audit that was stopped has done.
    """

    inputs: tuple[str, ...]
    output: Path
    reading: Reading
    stored: str | None = None
    engine: str = "local"
    ray_address: str | None = None
    resume: bool = False
    restart: bool = False

    @property
    def config(self) -> Config:
        return self.reading.config

    @property
    def journal(self) -> Path:
        """Where the work in progress is kept."""
        return self.output.with_name(self.output.name + ".journal")

    @property
    def manifest(self) -> Path:
        """Where it is told what was done."""
        return self.output.with_name(self.output.name + ".manifest.json")

    def fingerprint(self) -> str:
        """What must be the same for an audit to be gone on with: inputs, how they are read, settings, program."""
        settings = {name: value for name, value in structs.asdict(self.config).items() if name not in _ELSEWHERE}
        how = msgspec.json.encode(
            [self.inputs, self.reading.kind, sorted(self.reading.columns.items()), settings],
            enc_hook=str,
            order="sorted",
        )
        return sha256(join_key(program(), how.decode()).encode()).hexdigest()
