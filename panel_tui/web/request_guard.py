"""Check every request: is it meant for us, from our own page, and of a decent size?

What it lets in, it also lets out with the headers that keep a browser to our own pages. A fault inside becomes
a plain page; neither the page nor the log holds any value.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence

import ifaddr
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from panel_tui.system.clock import steady
from panel_tui.web.forms import BadRequest, not_understood, whole_body
from panel_tui.web.responses import turned

_LOCAL = ("localhost", "127.0.0.1", "[::1]")
_ENCRYPTED_PORT = 443  # the one that an address need not name
_FRESH_FOR = 5.0  # seconds before the laptop's addresses are looked at again for an address we do not know


def own_addresses() -> tuple[str, ...]:
    """Return the laptop's own IP addresses, IPv6 ones in brackets."""
    found = (ip.ip for adapter in ifaddr.get_adapters() for ip in adapter.ips)
    return tuple(ip if isinstance(ip, str) else f"[{ip[0]}]" for ip in found)


class Hosts:
    """The `Host` values that are ours, port included. A laptop that moves to a new network is followed."""

    def __init__(
        self,
        port: int,
        addresses: Callable[[], Iterable[str]] = own_addresses,
        clock: Callable[[], float] = steady,
        *,
        names: tuple[str, ...] = (),
    ) -> None:
        """Look the laptop's addresses up when they are first asked for; `names` are a certificate's."""
        self._port = port
        self._own_names = names
        self._addresses = addresses
        self._clock = clock
        self._names: frozenset[str] = frozenset()
        self._looked: float | None = None

    def ours(self, host: str) -> bool:
        """Whether a request for this host is meant for us."""
        name = host.strip().lower()
        if name in self._names:
            return True
        now = self._clock()
        if self._looked is None or now - self._looked >= _FRESH_FOR:
            self._looked = now
            self._names = frozenset(self._spelt())
        return name in self._names

    def home(self, host: str) -> str:
        """Return the host our encrypted pages have, for one of ours that was asked for in plain HTTP; else nothing."""
        if not self.ours(host):
            return ""
        if not self._own_names:
            return host
        return self._own_names[0] if self._port == _ENCRYPTED_PORT else f"{self._own_names[0]}:{self._port}"

    def _spelt(self) -> Iterable[str]:
        for address in (*_LOCAL, *self._own_names, *self._addresses()):
            yield f"{address.lower()}:{self._port}"
            if self._port in (80, _ENCRYPTED_PORT):
                yield address.lower()


HEADERS_LIMIT = 16 * 1024
_VERSIONS = frozenset({"1.0", "1.1"})
_METHODS = frozenset({"GET", "HEAD", "POST"})
SAFE_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; object-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # no-referrer would make our own forms send "Origin: null"
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
# over plain HTTP browsers take no notice of these, and complain of the second
ONLY_ENCRYPTED = {
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_SAFE = tuple((name.lower().encode(), value.encode()) for name, value in SAFE_HEADERS.items())
_ENCRYPTED = _SAFE + tuple((name.lower().encode(), value.encode()) for name, value in ONLY_ENCRYPTED.items())
_log = logging.getLogger("panel_tui.web")
_log.addHandler(logging.NullHandler())  # without one, Python prints on the wall


class RequestGuard:
    """Checks every request before a page sees it."""

    def __init__(
        self, app: ASGIApp, hosts: Hosts, turn: Callable[[Request, BadRequest], Response] = turned
    ) -> None:
        """Guard an app that answers to these hosts; `turn` makes the reply to a request it does not let in."""
        self._app = app
        self._hosts = hosts
        self._make_turn = turn

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a decent request through; answer any other with a plain page."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        reply = _Reply(send, _ENCRYPTED if scope["scheme"] == "https" else _SAFE)
        try:
            self._check(scope)
            body = await whole_body(receive, Headers(scope=scope)) if scope["method"] == "POST" else receive
            if body is not None:
                await self._app(scope, body, reply)
        except BadRequest as odd:
            await self._turn(odd, scope, receive, reply)
        except Exception as fault:
            _log.error("%s while answering %s %s", type(fault).__name__, scope["method"], _where(fault))
            if not reply.started:
                await self._turn(BadRequest(500, "stumbled"), scope, receive, reply)

    def _check(self, scope: Scope) -> None:
        size, hosts, origins = 0, [], []
        for name, value in scope["headers"]:  # once through: every request pays for this
            size += len(name) + len(value) + 4
            if name == b"host":
                hosts.append(value.decode("latin-1"))
            elif name == b"origin":
                origins.append(value.decode("latin-1"))
        if size > HEADERS_LIMIT:
            raise BadRequest(431, "too-long")
        if scope["http_version"] not in _VERSIONS:
            raise not_understood()
        if len(hosts) != 1 or not self._hosts.ours(hosts[0]):
            raise BadRequest(421, "other-door")
        if scope["method"] not in _METHODS:
            raise BadRequest(405, "not-understood")
        if scope["method"] == "POST" and origins != [f"{scope['scheme']}://{hosts[0]}"]:
            raise BadRequest(403, "elsewhere")

    async def _turn(self, odd: BadRequest, scope: Scope, receive: Receive, reply: _Reply) -> None:
        page = self._make_turn(Request(scope), odd)
        if odd.status in (413, 431):
            page.headers["Connection"] = "close"  # what is still on its way is not read
        await page(scope, receive, reply)


class _Reply:
    """A reply on its way out, given the headers every reply has."""

    def __init__(self, send: Send, headers: Sequence[tuple[bytes, bytes]]) -> None:
        self._send = send
        self._headers = headers
        self.started = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            own = message["headers"]
            names = {name for name, _ in own}
            message["headers"] = [*own, *(pair for pair in self._headers if pair[0] not in names)]
        await self._send(message)


def _where(fault: BaseException) -> str:
    """Name the line a fault came from, without any value."""
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
