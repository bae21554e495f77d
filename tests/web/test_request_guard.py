"""What is let in at the door, and what every reply carries."""

from __future__ import annotations

import logging
from collections.abc import Callable

import httpx
import pytest

from panel_tui.room.room import Room
from panel_tui.web.request_guard import SAFE_HEADERS, Hosts
from sessions.model.phases import Phase
from tests.web.phones import HOME, Phone, go_to

GOOD_FORM = {"Origin": HOME, "Content-Type": "application/x-www-form-urlencoded"}


def plain(answer: httpx.Response, status: int) -> bool:
    """A plain page of ours with this status."""
    return answer.status_code == status and 'data-page="refused"' in answer.text


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1", "127.0.0.1:80", "panel.local:8765", "127.0.0.1:8765.evil.example", ""],
)
async def test_a_host_that_is_not_ours_is_turned_away(phone: Phone, host: str) -> None:
    assert plain(await phone.http.get("/", headers={"Host": host}), 421)


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "LOCALHOST:8765", "[::1]:8765"])
async def test_the_laptops_own_names_are_let_in(phone: Phone, host: str) -> None:
    assert (await phone.http.get("/health", headers={"Host": host})).text == "ok"


@pytest.mark.parametrize(
    "origin",
    [None, "null", "http://evil.example", "https://127.0.0.1:8765", "http://127.0.0.1", HOME + "/", ""],
)
async def test_a_post_from_elsewhere_changes_nothing(room: Room, phone: Phone, origin: str | None) -> None:
    headers = {} if origin is None else {"Origin": origin}
    assert plain(await phone.http.post(f"/J/{room.door_code}", headers=headers), 403)
    assert room.state.taken == ()


@pytest.mark.parametrize("path", ["/", "/nothing", "/health", "/J/WRONG", "/question/x", "/join"])
async def test_every_reply_keeps_a_browser_to_our_own_pages(phone: Phone, path: str) -> None:
    answer = await phone.http.get(path)
    for name, value in SAFE_HEADERS.items():
        assert answer.headers[name] == value
    assert "strict-transport-security" not in answer.headers
    assert "server" not in answer.headers


async def test_style_and_script_may_be_kept_for_good_because_their_names_hold_their_content(
    phone: Phone,
) -> None:
    page = await phone.http.get("/")
    for name in ("css", "js", "svg"):
        path = next(
            part for part in page.text.split('"') if part.startswith("/phone-") and part.endswith(name)
        )
        answer = await phone.http.get(path)
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert answer.headers["x-content-type-options"] == "nosniff"


async def test_a_form_that_is_too_long_is_refused(phone: Phone) -> None:
    body = b"code=" + b"A" * (16 * 1024)
    assert plain(await phone.http.post("/join", content=body, headers=GOOD_FORM), 413)


async def test_a_form_that_is_too_long_and_does_not_say_so_is_refused(phone: Phone) -> None:
    async def parts():  # type: ignore[no-untyped-def]
        for _ in range(40):
            yield b"A" * 1024

    assert plain(await phone.http.post("/join", content=parts(), headers=GOOD_FORM), 413)


async def test_a_text_of_more_than_two_thousand_characters_is_refused(phone: Phone) -> None:
    body = b"code=" + b"A" * 2_001
    assert plain(await phone.http.post("/join", content=body, headers=GOOD_FORM), 413)


async def test_headers_that_are_too_long_are_refused(phone: Phone) -> None:
    assert plain(await phone.http.get("/", headers={"X-Long": "a" * 17_000}), 431)


@pytest.mark.parametrize(
    "body",
    [
        b"code=A&code=B",
        b"code=A&seat=4",
        b"code",
        b"&&&",
        b"code=%ff%fe",
        b"code=%ED%A0%80",
        "code=é".encode(),
        b"\x00\x01\x02",
        b"a=1&" * 30,
        b'{"code": "A"}',
    ],
)
async def test_a_form_no_page_of_ours_would_send_is_not_understood(phone: Phone, body: bytes) -> None:
    answer = await phone.http.post("/join", content=body, headers=GOOD_FORM)
    assert plain(answer, 400)


@pytest.mark.parametrize("kind", ["application/json", "multipart/form-data; boundary=x", "text/plain", ""])
async def test_another_kind_of_body_is_not_understood(phone: Phone, kind: str) -> None:
    answer = await phone.http.post("/join", content=b"code=A", headers={"Origin": HOME, "Content-Type": kind})
    assert plain(answer, 415)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"])
async def test_only_looking_and_sending_are_possible(phone: Phone, method: str) -> None:
    assert (await phone.http.request(method, "/", headers={"Origin": HOME})).status_code == 405


@pytest.mark.parametrize(("method", "path"), [("POST", "/"), ("GET", "/answer"), ("POST", "/live")])
async def test_a_page_is_only_what_it_is(phone: Phone, method: str, path: str) -> None:
    assert plain(await phone.http.request(method, path, headers={"Origin": HOME}), 405)


async def test_control_marks_in_a_form_are_cleaned_out_at_the_door(room: Room, seated: Phone) -> None:
    await go_to(room, Phase.SCORE)
    await seated.get("/question/3")
    await seated.send(answer="4\u202e\x00")
    assert room.state.scoring["A01"].cells[1]["value"].answer.value == 4


async def test_a_fault_inside_shows_a_plain_page_and_no_value(
    room: Room, seated: Phone, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def stumble(*_: object) -> Callable[..., None]:
        secret = "Mostly, said seat 1"
        raise RuntimeError(secret)

    monkeypatch.setattr(room, "page", stumble)
    with caplog.at_level(logging.DEBUG):
        answer = await seated.http.get("/")
    assert plain(answer, 500)
    assert "Mostly" not in answer.text
    assert "Mostly" not in caplog.text
    assert "RuntimeError" in caplog.text


def test_a_laptop_that_moves_to_a_new_network_is_followed() -> None:
    now, addresses = [0.0], ["10.0.0.7"]
    hosts = Hosts(8765, addresses=lambda: addresses, clock=lambda: now[0])
    assert hosts.ours("10.0.0.7:8765")
    addresses[:] = ["192.168.1.20"]
    assert not hosts.ours("192.168.1.20:8765")
    now[0] = 5.0
    assert hosts.ours("192.168.1.20:8765")
    assert not hosts.ours("10.0.0.7:8765")


def test_strange_hosts_do_not_make_us_look_the_addresses_up_each_time() -> None:
    looks = []
    hosts = Hosts(8765, addresses=lambda: looks.append(1) or (), clock=lambda: 0.0)
    for n in range(100):
        assert not hosts.ours(f"evil-{n}.example")
    assert len(looks) == 1


async def test_first_visit_fits_in_the_first_fourteen_thousand_bytes(phone: Phone) -> None:
    page = await phone.http.get("/")
    total = len(page.content) + sum(len(f"{k}: {v}\r\n") for k, v in page.headers.items())
    for part in page.text.split('"'):
        if part.startswith("/phone-"):
            request = phone.http.build_request("GET", part, headers={"Accept-Encoding": "gzip"})
            answer = await phone.http.send(request, stream=True)
            raw = b"".join([chunk async for chunk in answer.aiter_raw()])
            total += len(raw) + sum(len(f"{k}: {v}\r\n") for k, v in answer.headers.items())
    print(f"first visit, all parts with their headers: {total} bytes")
    assert total < 14_000
