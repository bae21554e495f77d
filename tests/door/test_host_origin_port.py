"""Who asks under which name, from which page, at which port: tables of what is let in and what is not."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from panel_tui.room.room import Room
from panel_tui.web import PhoneServer, serve
from panel_tui.web.app import GET_ROUTES, POST_ROUTES
from panel_tui.web.request_guard import Hosts
from tests.door.test_strangers import FORMS, address_of
from tests.web.phones import Phone

pytestmark = pytest.mark.usefixtures("either_parser")

PORTS = {  # listening at → what a Host may say of the port
    8765: {
        ":8765": True,
        "": False,
        ":80": False,
        ":443": False,
        ":08765": False,
        ":8765 ": True,
        ":": False,
    },
    80: {":80": True, "": True, ":8765": False, ":443": False},
    443: {":443": True, "": True, ":80": False, ":8765": False},
}
NAMES = {
    "10.0.0.7": True,
    "localhost": True,
    "LocalHost": True,
    "127.0.0.1": True,
    "[::1]": True,
    "[fe80::1]": True,
    "[FE80::1]": True,
    "10.0.0.8": False,
    "fe80::1": False,
    "::1": False,
    "localhost.": False,
    "localhost.evil.example": False,
    "evil.example": False,
    "10.0.0.7.evil.example": False,
    "user@10.0.0.7": False,
    "10.0.0.7#": False,
    "0x0a000007": False,
    "167772167": False,
    "010.0.0.7": False,
    "127.1": False,
    "127.0.0.2": False,
    "0.0.0.0": False,
    "": False,
    "null": False,
    "panel.local": False,
}


def hosts(port: int, *names: str) -> Hosts:
    return Hosts(port, addresses=lambda: ("10.0.0.7", "[fe80::1]"), clock=lambda: 0.0, names=names)


@pytest.mark.parametrize(
    ("port", "said", "let_in"), [(p, s, ok) for p, row in PORTS.items() for s, ok in row.items()]
)
def test_the_port_that_is_said_must_be_ours(port: int, said: str, let_in: bool) -> None:
    assert hosts(port).ours(f"10.0.0.7{said}") is let_in


@pytest.mark.parametrize(("name", "let_in"), NAMES.items())
def test_the_name_that_is_said_must_be_ours(name: str, let_in: bool) -> None:
    assert hosts(8765).ours(f"{name}:8765") is let_in


def test_a_name_is_ours_only_where_a_certificate_says_so() -> None:
    assert not hosts(8765).ours("panel.example:8765")
    assert hosts(8765, "panel.example").ours("Panel.Example:8765")
    assert not hosts(8765, "panel.example").ours("sub.panel.example:8765")


@pytest.fixture
async def server(room: Room) -> AsyncIterator[PhoneServer]:
    async with serve(room, "127.0.0.1", 0) as running:
        yield running


async def status_of(server: PhoneServer, *lines: str, body: str = "") -> int:
    """Send a request as it is written here and give the reply's status; 0 where there was none."""
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    text = "\r\n".join(line.replace("PORT", str(server.port)) for line in lines)
    writer.write(f"{text}\r\n\r\n{body}".encode("latin-1"))
    try:
        first = await asyncio.wait_for(reader.readline(), 10)
    except ConnectionResetError:
        return 0
    finally:
        writer.close()
    return int(first.split()[1]) if first else 0


# as they are written on the wire, where no library puts them right
REQUESTS = {
    "as a phone does": (("GET / HTTP/1.1", "Host: 127.0.0.1:PORT"), 200),
    "without a host": (("GET / HTTP/1.1",), 400),
    "without a host, as in 1996": (("GET / HTTP/1.0",), 421),
    "two hosts, both ours": (("GET / HTTP/1.1", "Host: 127.0.0.1:PORT", "Host: localhost:PORT"), 400),
    "two hosts, one not ours": (("GET / HTTP/1.1", "Host: 127.0.0.1:PORT", "Host: evil.example"), 400),
    "another host in the address": (("GET http://evil.example/ HTTP/1.1", "Host: 127.0.0.1:PORT"), 404),
    "another host that forwards": (
        ("GET / HTTP/1.1", "Host: evil.example", "X-Forwarded-Host: 127.0.0.1:PORT"),
        421,
    ),
    "a name that leads here": (("GET / HTTP/1.1", "Host: rebound.example:PORT"), 421),
    "a way through": (("CONNECT evil.example:443 HTTP/1.1", "Host: 127.0.0.1:PORT"), 405),
    "an echo": (("TRACE / HTTP/1.1", "Host: 127.0.0.1:PORT"), 405),
}


@pytest.mark.parametrize(("lines", "status"), REQUESTS.values(), ids=REQUESTS.keys())
async def test_a_request_as_it_is_on_the_wire(
    server: PhoneServer, lines: tuple[str, ...], status: int
) -> None:
    assert await status_of(server, *lines) == status


ORIGINS = {
    "http://127.0.0.1:8765": True,
    None: False,
    "": False,
    "null": False,
    "http://127.0.0.1": False,
    "http://127.0.0.1:80": False,
    "http://127.0.0.1:8766": False,
    "https://127.0.0.1:8765": False,
    "http://localhost:8765": False,
    "http://127.0.0.1:8765/": False,
    "http://127.0.0.1:8765.evil.example": False,
    "http://evil.example": False,
    "HTTP://127.0.0.1:8765": False,
    "127.0.0.1:8765": False,
    "http://127.0.0.1:8765, http://evil.example": False,
    "file://": False,
}


@pytest.mark.parametrize(("origin", "let_in"), ORIGINS.items(), ids=str)
async def test_a_form_must_come_from_our_own_page(
    room: Room, seated: Phone, origin: str | None, let_in: bool
) -> None:
    entries = len(room.record.entries)
    for route in POST_ROUTES:
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        if origin is not None:
            headers["Origin"] = origin
        answer = await seated.http.post(address_of(route.path), content=FORMS[route.path], headers=headers)
        assert (answer.status_code == 403) is not let_in, route.path
    if not let_in:
        assert len(room.record.entries) == entries


@pytest.mark.parametrize("host", [name for name, let_in in NAMES.items() if not let_in and name.isascii()])
async def test_no_page_is_shown_under_another_name(seated: Phone, host: str) -> None:
    for route in GET_ROUTES:
        answer = await seated.http.get(address_of(route.path), headers={"Host": f"{host}:8765"})
        assert answer.status_code == 421, route.path
        assert 'data-seat=""' in answer.text
