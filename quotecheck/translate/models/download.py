"""Download a large file: resumable, checked, and in place only when it is whole."""

from __future__ import annotations

import contextlib
import errno
import json
import shutil
import time
from collections.abc import Iterator
from hashlib import blake2b, sha256
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from quotecheck.errors import ModelError
from quotecheck.progress import Progress
from quotecheck.translate.models.index import reason

if TYPE_CHECKING:
    import httpx

MAX_BYTES = 4 << 30
ATTEMPTS = 3
_HINT = "run it again to go on where it stopped"


class Wanted(Struct, frozen=True, kw_only=True):
    """A file to get: its address, and its size and hash where they are known beforehand."""

    url: str
    name: str
    size: int | None = None
    sha256: str | None = None


class _Broken(Exception):
    """The connection ended early; what has come is kept."""


def download(wanted: Wanted, folder: Path, client: httpx.Client, progress: Progress, pause: float = 1.0) -> Path:
    """Get a file into `folder`, going on from what an earlier run left there.

    Args:
        wanted: what to get.
        folder: where it is put; made where it is not there.
        client: what to ask with.
        progress: told how far it is.
        pause: seconds to wait before asking again, doubled each time.

    Returns:
        The file, complete and checked.

    Raises:
        ModelError: it cannot be had, or is not what was promised.
    """
    import httpx

    key = blake2b(wanted.url.encode(), digest_size=8).hexdigest()
    part, notes, whole = (folder / f"{key}{end}" for end in (".part", ".json", ".argosmodel"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(folder / f"{key}.lock", wanted):
            for attempt in range(1, ATTEMPTS + 1):
                try:
                    _fetch(wanted, part, notes, client, progress)
                    break
                except (_Broken, httpx.TransportError) as error:
                    if attempt == ATTEMPTS:
                        raise ModelError(
                            f"the download broke off: {reason(error)}", where=wanted.url, hint=_HINT
                        ) from error
                    time.sleep(pause * 2 ** (attempt - 1))
            _check(wanted, part, notes)
            part.replace(whole)
            notes.unlink(missing_ok=True)
            return whole
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise ModelError(f"the download failed: {reason(error)}", where=wanted.url) from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise ModelError("the disk is full", where=str(folder)) from error
        raise ModelError(f"cannot be written: {error.strerror or error}", where=str(folder)) from error


@contextlib.contextmanager
def _alone(path: Path, wanted: Wanted) -> Iterator[None]:
    """Keep two processes from writing the same file; where the system has no such lock, hope."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with path.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in (errno.EWOULDBLOCK, errno.EACCES):
                raise ModelError("another process is downloading it", where=wanted.url) from error
        yield


def _fetch(wanted: Wanted, part: Path, notes: Path, client: httpx.Client, progress: Progress) -> None:
    """Ask for the file, or for what is still missing of it."""
    have, mark = _left_over(part, notes)
    headers = {"Accept-Encoding": "identity"}
    if have:
        headers |= {"Range": f"bytes={have}-", "If-Range": mark}
    with client.stream("GET", wanted.url, headers=headers) as answer:
        if answer.status_code == 416 or (answer.status_code == 206 and _begins(answer) != have):
            part.unlink(missing_ok=True)
            raise _Broken("the file changed on the server")
        if answer.status_code >= 500 or answer.status_code == 429:
            raise _Broken(f"the server answered {answer.status_code}")
        if answer.status_code not in (200, 206):
            raise ModelError(f"the server answered {answer.status_code}", where=wanted.url)
        if answer.headers.get("content-type", "").lower().startswith(("text/html", "application/xhtml")):
            raise ModelError("the answer is a web page, not a package", where=wanted.url)
        if answer.status_code == 200:
            have = 0
        total = _total(answer, have)
        if wanted.size is not None and total is not None and total != wanted.size:
            raise ModelError(
                f"the server has a file of {total:,} bytes, the index promises {wanted.size:,}", where=wanted.url
            )
        expected = total or wanted.size
        _check_room(expected, have, part)
        _keep_notes(notes, wanted, answer)
        with part.open("ab" if have else "wb") as sink:
            for chunk in answer.iter_raw():  # As it comes: nothing is lost when the connection breaks.
                sink.write(chunk)
                have += len(chunk)
                if have > (expected or MAX_BYTES):
                    raise ModelError("the server sends more than it promised", where=wanted.url)
                progress.update(f"downloading {wanted.name}", have, expected)
        if expected is not None and have < expected:
            raise _Broken(f"{have:,} of {expected:,} bytes came")


def _left_over(part: Path, notes: Path) -> tuple[int, str]:
    """Bytes of an earlier attempt, and the mark by which the server knows that its file is still the same."""
    try:
        have = part.stat().st_size
        mark = json.loads(notes.read_text("utf-8")).get("mark")
    except (OSError, ValueError, AttributeError):
        return 0, ""
    return (have, mark) if have and isinstance(mark, str) and mark else (0, "")


def _keep_notes(notes: Path, wanted: Wanted, answer: httpx.Response) -> None:
    mark = answer.headers.get("etag", "")
    if not mark or mark.startswith("W/"):
        # A weak mark does not promise the same bytes; a date does, if not to the second.
        mark = answer.headers.get("last-modified", "")
    notes.write_text(json.dumps({"url": wanted.url, "mark": mark}), "utf-8")


def _begins(answer: httpx.Response) -> int | None:
    """First byte of a partial answer ("bytes 100-199/200")."""
    span = answer.headers.get("content-range", "").removeprefix("bytes ").partition("-")[0]
    return int(span) if span.isdecimal() else None


def _total(answer: httpx.Response, have: int) -> int | None:
    """Bytes of the whole file, where the server says."""
    if answer.status_code == 206:
        total = answer.headers.get("content-range", "").rpartition("/")[2]
    else:
        total = answer.headers.get("content-length", "")
    if total.isdecimal():
        return int(total)
    length = answer.headers.get("content-length", "")
    return have + int(length) if length.isdecimal() else None


def _check_room(expected: int | None, have: int, part: Path) -> None:
    if expected is None:
        return
    if expected > MAX_BYTES:
        raise ModelError(f"a file of {expected >> 20:,} MB is no package", where=str(part))
    free = shutil.disk_usage(part.parent).free
    if free < expected - have:
        raise ModelError(
            f"the disk is full: {(expected - have) >> 20:,} MB are needed, {free >> 20:,} MB free",
            where=str(part.parent),
        )


def _check(wanted: Wanted, part: Path, notes: Path) -> None:
    """Size and hash, where they were promised. A file that fails is of no use to a later run either."""
    size = part.stat().st_size
    why = None
    if wanted.size is not None and size != wanted.size:
        why = f"{size:,} bytes came, the index promises {wanted.size:,}"
    elif wanted.sha256 is not None and (found := hash_of(part)) != wanted.sha256:
        why = f"its SHA-256 is {found[:16]}…, the index promises {wanted.sha256[:16]}…"
    if why is not None:
        part.unlink(missing_ok=True)
        notes.unlink(missing_ok=True)
        raise ModelError(f"the downloaded file is not the right one: {why}", where=wanted.url)


def hash_of(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    digest = sha256()
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()
