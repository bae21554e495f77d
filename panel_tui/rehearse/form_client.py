"""A browser without scripts: look at a page, fill a form in, send it, follow where it leads."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from functools import lru_cache
from types import TracebackType
from typing import Self
from urllib.parse import urljoin, urlsplit

import httpx

from panel_tui.rehearse.html_page import Button, Form, HtmlPage, Link, read_page
from panel_tui.rehearse.plain_transport import PlainTransport

_PATIENCE = httpx.Timeout(30.0)
_LISTENING = httpx.Timeout(30.0, read=None)  # an event stream is quiet for as long as the room is


class FormClient:
    """One phone: one cookie jar, and what it can do with a page. Knows nothing of any address but the first."""

    def __init__(self, base_url: str) -> None:
        """Open no connection yet."""
        self._origin = "{0.scheme}://{0.netloc}".format(urlsplit(base_url))
        # trust_env off: a proxy in the environment must not see, or break, talk with our own laptop.
        self._http = httpx.AsyncClient(
            base_url=base_url,
            headers={"Accept-Encoding": "identity"},  # nothing goes through the air here
            follow_redirects=True,
            timeout=_PATIENCE,
            trust_env=False,
            transport=PlainTransport(),
        )
        self._read = lru_cache(maxsize=1)(read_page)  # a page that did not change need not be read again

    async def __aenter__(self) -> Self:
        """Return the client itself, to be closed at the end."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close every connection."""
        await self._http.aclose()

    async def look(self, address: str = "/") -> HtmlPage:
        """Fetch a page. Raises httpx.HTTPError where the laptop does not answer."""
        return self._page(await self._http.get(address))

    async def follow(self, page: HtmlPage, link: Link) -> HtmlPage:
        """Follow a link on a page."""
        return await self.look(urljoin(page.address, link.address))

    async def send(
        self,
        page: HtmlPage,
        form: Form,
        entries: Mapping[str, str] | None = None,
        *,
        button: Button | None = None,
    ) -> HtmlPage:
        """Fill a form of a page in and send it, with its first button unless another is named."""
        pressed = button or next(iter(form.buttons), Button())
        sent = form.filled(entries or {})
        if pressed.name:
            sent[pressed.name] = [pressed.value]
        address = urljoin(page.address, pressed.action or form.action)
        if form.method != "post":
            return self._page(await self._http.get(address, params=sent))
        headers = {"Origin": self._origin, "Referer": page.address}
        return self._page(await self._http.post(address, data=sent, headers=headers))

    async def listen(self, address: str) -> AsyncIterator[None]:
        """Yield once when an event stream opens and at each event after it, until it ends."""
        async with self._http.stream("GET", address, timeout=_LISTENING) as answer:
            if not answer.is_success:
                return
            yield
            async for line in answer.aiter_lines():
                if line.startswith("data"):
                    yield

    def _page(self, answer: httpx.Response) -> HtmlPage:
        return self._read(answer.text, address=str(answer.url), status=answer.status_code)
