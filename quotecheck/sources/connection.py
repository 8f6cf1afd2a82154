"""Connections that go only where they may, and end in time.

The name is resolved here, every address it has is judged, and the connection is made to a judged address: a name that
resolves to something else a moment later (DNS rebinding) gains nothing. Host header and TLS still carry the name.
"""

from __future__ import annotations

import socket
import ssl
import time
import typing
from collections.abc import Callable, Iterable
from functools import cache

import httpcore
import httpx

from quotecheck.sources.addresses import is_public

Resolver = Callable[[str, int], list[str]]
_EXPECTED = (
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.UnsupportedProtocol,
)


class ForbiddenAddress(Exception):
    """A name leads to an address that may not be connected to."""

    def __init__(self, host: str, address: str) -> None:
        self.host, self.address = host, address
        super().__init__(f"{host} is at {address}")


class ConnectionTrouble(Exception):
    """The network failed: `timeout` where it was too slow, otherwise it broke off or would not connect."""

    def __init__(self, message: str, *, timeout: bool) -> None:
        self.timeout = timeout
        super().__init__(message)


def resolve(host: str, port: int) -> list[str]:
    """Every address of a host, in the order the system prefers.

    Raises:
        httpcore.ConnectError: it has none.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError(f"no such host: {host}") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class _Stream(httpcore.NetworkStream):
    """A stream that ends at a deadline, however slowly bytes drip in."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: float) -> None:
        self._inner, self._deadline = inner, deadline

    def _left(self, timeout: float | None, error: type[Exception]) -> float:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise error("too slow")
        return left if timeout is None else min(left, timeout)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._left(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._left(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: typing.Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = self._left(timeout, httpcore.ConnectTimeout)
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> typing.Any:
        return self._inner.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    def __init__(self, *, allow_private: bool, deadline: float, resolver: Resolver) -> None:
        self._allow_private, self._deadline, self._resolver = allow_private, deadline, resolver
        self._system = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[typing.Any] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = self._resolver(host.strip("[]"), port)
        if not self._allow_private:
            for address in addresses:
                if not is_public(address):
                    raise ForbiddenAddress(host, address)
        failed: Exception = httpcore.ConnectError(f"no such host: {host}")
        for address in addresses:
            left = self._deadline - time.monotonic()
            if left <= 0:
                raise httpcore.ConnectTimeout("too slow")
            try:
                stream = self._system.connect_tcp(
                    address, port, left if timeout is None else min(left, timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
                continue
            return _Stream(stream, self._deadline)
        raise failed


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: Iterable[bytes]) -> None:
        self._stream = stream

    def __iter__(self) -> typing.Iterator[bytes]:
        try:
            yield from self._stream
        except _EXPECTED as error:
            raise _trouble(error) from error

    def close(self) -> None:
        close = getattr(self._stream, "close", None)
        if close is not None:
            close()


class GuardedTransport(httpx.BaseTransport):
    """What an httpx client sends its requests through.

    Args:
        allow_private: connect to any address.
        seconds: all that is done through this transport ends after so many.
        resolver: how a host's addresses are found.

    Its requests raise ForbiddenAddress and ConnectionTrouble.
    """

    def __init__(self, *, allow_private: bool, seconds: float, resolver: Resolver = resolve) -> None:
        backend = _Backend(allow_private=allow_private, deadline=time.monotonic() + seconds, resolver=resolver)
        self._pool = httpcore.ConnectionPool(ssl_context=_certificates(), network_backend=backend)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        sent = httpcore.Request(
            method=request.method,
            url=httpcore.URL(
                scheme=request.url.raw_scheme,
                host=request.url.raw_host,
                port=request.url.port,
                target=request.url.raw_path,
            ),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        try:
            answer = self._pool.handle_request(sent)
        except _EXPECTED as error:
            raise _trouble(error) from error
        body = typing.cast("Iterable[bytes]", answer.stream)
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(body), extensions=answer.extensions)

    def close(self) -> None:
        self._pool.close()


@cache
def _certificates() -> ssl.SSLContext:
    """Made once: it reads a file of a hundred and fifty certificates."""
    return httpx.create_ssl_context(trust_env=False)


def _trouble(error: Exception) -> ConnectionTrouble:
    return ConnectionTrouble(str(error) or type(error).__name__, timeout=isinstance(error, httpcore.TimeoutException))
