"""A phone on a real socket of its own: pages by one kept connection, and the event stream held open on another.

It reads whole pages and fills their forms in, as a phone without scripts does, and knows no route but the first.
"""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Callable, Mapping
from urllib.parse import urlencode, urljoin, urlsplit

from panel_tui.rehearse.html_page import Form, HtmlPage, Link, read_page
from tests.bench.crowd import Line, address_of, length_in

PATIENCE = 60.0  # seconds; a reply that takes longer is a fault
_END = b"\r\n\r\n"
_MOST_STEPS = 5  # redirects in a row
_TOLD = b"look again"


class Kept(Line):
    """A kept connection that gives its whole reply."""

    def __init__(self) -> None:
        super().__init__()
        self.reply = b""
        self.gone = False

    def data_received(self, data: bytes) -> None:
        self.reply += data
        super().data_received(data)

    def connection_lost(self, exc: Exception | None) -> None:
        self.gone = True
        super().connection_lost(exc)

    async def whole(self, request: bytes) -> tuple[bytes, bytes, float]:
        """Send a request; give the reply's head and body, and the seconds it took."""
        self.reply = b""
        _status, took = await self.ask(request)
        head, _, body = self.reply.partition(_END)
        return head, body[: length_in(head.lower())], took


class Stream(asyncio.Protocol):
    """An open event stream: counts how often it was told to look again."""

    def __init__(self) -> None:
        self.told = 0
        self.gone = False
        self.transport: asyncio.Transport
        self._news = asyncio.Event()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        many = data.count(_TOLD)
        if many:
            self.told += many
            self._news.set()

    def connection_lost(self, exc: Exception | None) -> None:
        self.gone = True
        self._news.set()

    async def more_than(self, told: int) -> None:
        """Wait until it was told more often than this. Raises ConnectionResetError where it has ended."""
        while self.told <= told:
            if self.gone:
                raise ConnectionResetError("the event stream ended")
            self._news.clear()
            await self._news.wait()


class Phone:
    """One phone: its cookies, its connection and its event stream. `took` keeps the seconds of each reply."""

    def __init__(self, port: int, who: int) -> None:
        self.port, self.who = port, who
        self.cookies: dict[str, str] = {}
        self.took: list[float] = []
        self.page = HtmlPage(address="/")
        self.stream: Stream | None = None
        self._line: Kept | None = None

    @property
    def _home(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def listen(self) -> Stream:
        """Open the event stream, and wait until it has said its first word."""
        loop = asyncio.get_running_loop()
        _, stream = await loop.create_connection(
            Stream, "127.0.0.1", self.port, local_addr=(address_of(self.who), 0)
        )
        self.stream = stream
        stream.transport.write(self._head("GET", "/live") + _END)
        async with asyncio.timeout(PATIENCE):
            await stream.more_than(0)
        return stream

    def drop(self) -> None:
        """Fall asleep: everything is cut without a goodbye."""
        for held in (self.stream, self._line):
            if held is not None:
                held.transport.abort()
        self.stream = self._line = None

    async def look(self, path: str = "/") -> HtmlPage:
        """Look at a page."""
        return await self._asked("GET", path, "")

    async def follow(self, link: Link) -> HtmlPage:
        """Follow a link of the page it shows."""
        return await self.look(self._path(link.address))

    async def send(
        self,
        form: Form,
        entries: Mapping[str, str] | None = None,
        *,
        kept: Callable[[], object] = lambda: None,
        **button: str,
    ) -> HtmlPage:
        """Fill in a form of the page it shows, and send it; `button` is what a named button adds.

        `kept` is called the moment the post itself is answered with the way on: that is the acknowledgement.
        """
        filled: dict[str, list[str]] = form.filled(entries or {}) | {k: [v] for k, v in button.items()}
        return await self._asked("POST", self._path(form.action), urlencode(filled, doseq=True), kept)

    async def hang_up_on(self, path: str = "/") -> None:
        """Ask for a page and be gone before it comes."""
        line = await self._connected()
        line.transport.write(self._head("GET", path) + _END)
        await asyncio.sleep(0)
        self.drop()

    def _path(self, address: str) -> str:
        parts = urlsplit(urljoin(self._home + self.page.address, address))
        return parts.path + (f"?{parts.query}" if parts.query else "")

    async def _asked(
        self, method: str, path: str, body: str, kept: Callable[[], object] = lambda: None
    ) -> HtmlPage:
        for _ in range(_MOST_STEPS):
            line = await self._connected()
            async with asyncio.timeout(PATIENCE):
                head, said, took = await line.whole(self._request(method, path, body))
            self.took.append(took)
            status, headers = int(head[9:12]), self._headers(head)
            if status not in (302, 303):
                break
            if method == "POST":
                kept()
            method, path, body = "GET", self._path(headers["location"]), ""
        if headers.get("content-encoding") == "gzip":
            said = gzip.decompress(said)
        assert status < 500, f"{method} {path}: {status}"
        self.page = read_page(said.decode(), address=path, status=status)
        return self.page

    async def _connected(self) -> Kept:
        if self._line is None or self._line.gone:
            loop = asyncio.get_running_loop()
            _, self._line = await loop.create_connection(
                Kept, "127.0.0.1", self.port, local_addr=(address_of(self.who), 0)
            )
        return self._line

    def _request(self, method: str, path: str, body: str) -> bytes:
        head = self._head(method, path)
        if method == "POST":
            head += (
                f"\r\nOrigin: {self._home}\r\nReferer: {self._home}{self.page.address}"
                f"\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}"
            ).encode()
        return head + _END + body.encode()

    def _head(self, method: str, path: str) -> bytes:
        held = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", "Accept-Encoding: gzip"]
        return "\r\n".join(lines + ([f"Cookie: {held}"] if held else [])).encode()

    def _headers(self, head: bytes) -> dict[str, str]:
        """Read a reply's headers, and keep or forget the cookies they set."""
        found: dict[str, str] = {}
        for line in head.decode("latin-1").split("\r\n")[1:]:
            name, _, value = line.partition(": ")
            if name.lower() == "set-cookie":
                pair, *rest = value.split("; ")
                key, _, held = pair.partition("=")
                if "Max-Age=0" in rest:
                    self.cookies.pop(key, None)
                else:
                    self.cookies[key] = held
            else:
                found[name.lower()] = value
        return found


def seconds(phones: list[Phone]) -> list[float]:
    """Take the seconds of every reply since last asked."""
    taken = [one for phone in phones for one in phone.took]
    for phone in phones:
        phone.took.clear()
    return taken
