"""OWASP ASVS 5.0, chapters 4 and 13: HTTP itself, and what a server gives away. One test a row."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from panel_tui.room.room import Room
from panel_tui.web import PhoneServer, serve
from panel_tui.web.app import GET_ROUTES, POST_ROUTES
from panel_tui.web.wrong_codes import CodeTries
from screens.phone.drawing import ASSETS
from screens.wall_page.drawing import ASSETS as WALL_ASSETS
from tests.door.test_asvs_3_pages import PATHS, every_reply
from tests.web.phones import HOME, Phone, at_once

pytestmark = pytest.mark.usefixtures("either_parser")

OURS = "Host: 127.0.0.1:PORT\r\nOrigin: http://127.0.0.1:PORT"
FORM = "Content-Type: application/x-www-form-urlencoded"


@pytest.fixture
async def server(room: Room) -> AsyncIterator[PhoneServer]:
    async with serve(room, "127.0.0.1", 0) as running:
        yield running


async def said(server: PhoneServer, sent: str) -> bytes:
    """Send bytes as they are and give all that comes back until the line is closed."""
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(sent.replace("PORT", str(server.port)).encode("latin-1"))
    try:
        return await asyncio.wait_for(reader.read(), 10)
    except ConnectionResetError:
        return b""
    finally:
        writer.close()


async def test_v4_1_1_every_reply_says_what_it_is_and_how_it_is_written(phone: Phone) -> None:
    for reply in await every_reply(phone):
        if reply.content:
            kind, _, charset = reply.headers["content-type"].partition("; ")
            assert kind in ("text/html", "text/css", "text/javascript", "image/svg+xml", "text/plain")
            assert charset == "charset=utf-8" or kind == "image/svg+xml"


@pytest.mark.parametrize(
    "name", ["X-Forwarded-For", "X-Real-IP", "Forwarded", "X-Client-IP", "True-Client-IP"]
)
async def test_v4_1_3_an_address_a_phone_claims_for_itself_is_worth_nothing(
    server: PhoneServer, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    codes = server.app.reception.codes = CodeTries(lambda: 0.0, at_once)
    for n in range(20):
        await said(
            server, f"GET /J/WRONG HTTP/1.1\r\n{OURS}\r\n{name}: 10.9.8.{n}\r\nConnection: close\r\n\r\n"
        )
    assert codes.misses_of("127.0.0.1", "") > 19
    assert codes.misses_of("10.9.8.1", "") == 0


@pytest.mark.parametrize(
    "method", ["PUT", "DELETE", "PATCH", "OPTIONS", "CONNECT", "TRACE", "PROPFIND", "get"]
)
async def test_v4_1_4_only_looking_and_sending_are_possible(server: PhoneServer, method: str) -> None:
    reply = await said(server, f"{method} / HTTP/1.1\r\n{OURS}\r\nConnection: close\r\n\r\n")
    assert reply.startswith((b"HTTP/1.1 405", b"HTTP/1.1 400"))


SMUGGLED = {
    "two lengths": f"POST /join HTTP/1.1\r\n{OURS}\r\n{FORM}\r\nContent-Length: 6\r\nContent-Length: 40\r\n\r\ncode=A",
    "a length and pieces": (
        f"POST /join HTTP/1.1\r\n{OURS}\r\n{FORM}\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n"
        "Connection: close\r\n\r\n6\r\ncode=A\r\n0\r\n\r\n"
    ),
    "pieces of an unknown kind": (
        f"POST /join HTTP/1.1\r\n{OURS}\r\n{FORM}\r\nTransfer-Encoding: xchunked\r\n\r\n6\r\ncode=A\r\n0\r\n\r\n"
    ),
    "pieces twice": (
        f"POST /join HTTP/1.1\r\n{OURS}\r\n{FORM}\r\nTransfer-Encoding: chunked\r\n"
        "Transfer-Encoding: identity\r\n\r\n6\r\ncode=A\r\n0\r\n\r\n"
    ),
    "a length below nought": f"POST /join HTTP/1.1\r\n{OURS}\r\n{FORM}\r\nContent-Length: -1\r\n\r\ncode=A",
    "a length with a plus": f"POST /join HTTP/1.1\r\n{OURS}\r\n{FORM}\r\nContent-Length: +6\r\n\r\ncode=A",
    "a folded line": f"POST /join HTTP/1.1\r\n{OURS}\r\n{FORM}\r\nX: a\r\n b\r\nContent-Length : 6\r\n\r\ncode=A",
}


@pytest.mark.parametrize("sent", SMUGGLED.values(), ids=SMUGGLED.keys())
async def test_v4_2_1_where_a_request_ends_is_never_in_doubt(server: PhoneServer, sent: str) -> None:
    hidden = f"GET /hidden HTTP/1.1\r\n{OURS}\r\nConnection: close\r\n\r\n"
    reply = await said(server, sent + (hidden if "chunked\r\nConn" not in sent else ""))
    assert reply.count(b"HTTP/1.1 ") <= 1
    assert reply[:12] in (b"", b"HTTP/1.1 400", b"HTTP/1.1 303", b"HTTP/1.1 501")


async def test_v4_2_2_a_reply_is_as_long_as_it_says(phone: Phone) -> None:
    for path in PATHS:
        raw = await phone.http.send(
            phone.http.build_request("GET", path, headers={"Accept-Encoding": "gzip"}), stream=True
        )
        body = b"".join([part async for part in raw.aiter_raw()])
        assert len(body) == int(raw.headers["content-length"])
        assert "transfer-encoding" not in raw.headers


@pytest.mark.parametrize("version", ["HTTP/2.0", "HTTP/3", "HTTP/1.2"])
async def test_v4_2_3_no_other_version_of_http_is_spoken(server: PhoneServer, version: str) -> None:
    reply = await said(server, f"GET / {version}\r\n{OURS}\r\nConnection: close\r\n\r\n")
    assert reply.startswith(b"HTTP/1.1 400")
    preface = await said(server, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
    assert preface.startswith(b"HTTP/1.1 4")


async def test_v4_4_1_there_is_no_websocket(server: PhoneServer) -> None:
    reply = await said(
        server,
        f"GET /live HTTP/1.1\r\n{OURS}\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n",
    )
    assert not reply.startswith(b"HTTP/1.1 101")


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/.git/config",
            "/.git/HEAD",
            "/.svn/entries",
            "/.env",
            "/session.toml",
            "/record.jsonl",
            "/phone.py",
        ),
        *(
            "/../session.toml",
            "/..%2fsession.toml",
            "/%2e%2e/record.jsonl",
            "//etc/passwd",
            "/static/",
            "/exports/",
        ),
    ],
)
async def test_v13_4_1_no_file_is_there_to_be_fetched(phone: Phone, path: str) -> None:
    assert (await phone.http.get(path)).status_code == 404


async def test_v13_4_2_no_debugging_is_on(phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("panel_tui.web.get_pages.reception", None)
    await phone.get("/")
    assert phone.status == 500
    assert "Traceback" not in phone.text
    assert "panel_tui" not in phone.text


@pytest.mark.parametrize("path", ["/J/", "/J", "/question/", "/exports", "/templates/", "/phone/"])
async def test_v13_4_3_no_folder_is_listed(phone: Phone, path: str) -> None:
    assert (await phone.http.get(path)).status_code == 404


async def test_v13_4_4_nothing_is_echoed(server: PhoneServer) -> None:
    reply = await said(server, f"TRACE / HTTP/1.1\r\n{OURS}\r\nX-Secret: mango\r\nConnection: close\r\n\r\n")
    assert reply.startswith((b"HTTP/1.1 405", b"HTTP/1.1 400"))
    assert b"mango" not in reply


async def test_v13_4_5_nothing_is_there_but_pages_and_one_sign_of_life(phone: Phone) -> None:
    assert {route.path for route in phone.app.routes} == {
        *(route.path for route in [*GET_ROUTES, *POST_ROUTES]),
        *(asset.path for asset in (*ASSETS, *WALL_ASSETS)),
    }
    for path in ("/docs", "/openapi.json", "/metrics", "/status", "/admin", "/debug", "/desk"):
        assert (await phone.http.get(path)).status_code == 404
    assert (await phone.http.get("/health")).text == "ok"


async def test_v13_4_6_no_reply_says_what_runs_here(server: PhoneServer) -> None:
    for sent in (f"GET / HTTP/1.1\r\n{OURS}\r\nConnection: close\r\n\r\n", "NONSENSE\r\n\r\n"):
        reply = (await said(server, sent)).lower()
        assert reply.startswith(b"http/1.1 ")
        for word in (b"server:", b"uvicorn", b"starlette", b"python", b"x-powered-by", b"h11"):
            assert word not in reply


async def test_v13_4_7_only_style_script_and_mark_are_served_as_files(phone: Phone) -> None:
    kinds = set()
    for asset in ASSETS:
        kinds.add(asset.path.rpartition(".")[2])
        assert (await phone.http.get(asset.path)).content == asset.body
        assert (await phone.http.get(asset.path + ".map")).status_code == 404
        headers = {"Origin": HOME}
        assert (await phone.http.post(asset.path, headers=headers)).status_code == 405
    assert kinds == {"css", "js", "svg"}
