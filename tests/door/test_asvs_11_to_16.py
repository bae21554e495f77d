"""OWASP ASVS 5.0, chapters 11, 12, 14, 15 and 16: hashes, TLS, what is kept and said, faults. One test a row."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import re
import ssl
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

import panel_tui
from panel_tui.room.room import Room
from panel_tui.web import Certificate, PhoneServer, serve
from panel_tui.web.wrong_codes import CodeTries
from screens.phone.drawing import ASSETS, SCRIPT, draw
from sessions import commands as c
from sessions.model.answers import score
from sessions.model.phases import Phase
from tests.web.certificates import make_certificate
from tests.web.gallery import PAGES
from tests.web.markup import Markup
from tests.web.phones import HOME, Phone, at_once, cookie_of, go_to

SOURCES = [
    path
    for package in ("panel_tui", "screens", "sessions")
    for path in (Path(panel_tui.__file__).parents[1] / package).rglob("*.py")
]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return make_certificate(tmp_path_factory.mktemp("tls"))


@pytest.fixture
async def encrypted(room: Room, certificate: Certificate) -> AsyncIterator[PhoneServer]:
    async with serve(room, "127.0.0.1", 0, certificate=certificate) as running:
        yield running


async def shaken(
    server: PhoneServer, certificate: Certificate, **versions: ssl.TLSVersion
) -> tuple[str, str]:
    """Shake hands and give the version and the cipher agreed on."""
    context = ssl.create_default_context(cafile=certificate.certificate)
    for name, version in versions.items():
        with contextlib.suppress(ValueError):
            setattr(context, name, version)
    _, writer = await asyncio.open_connection("127.0.0.1", server.port, ssl=context)
    agreed = writer.get_extra_info("ssl_object")
    both = agreed.version(), agreed.cipher()[0]
    writer.close()
    return both


def test_v11_4_1_no_broken_hash_is_used() -> None:
    used = {
        name for path in SOURCES for name in re.findall(r"hashlib\.(\w+)", path.read_text(encoding="utf-8"))
    }
    assert used <= {"sha256", "shake_256", "scrypt"}


def test_v11_5_1_nothing_secret_comes_from_a_predictable_source() -> None:
    """`random` deals only in demonstrations, rehearsals and orders drawn from a seed that everyone may know."""
    importing = {
        path.parts[-2] + "/" + path.name
        for path in SOURCES
        if re.search(r"^(from|import) random\b", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert not {one for one in importing if one.startswith(("web/", "record/", "ballots/"))}
    assert not importing & {
        "panel_tui/room/card_codes.py",
        "panel_tui/room/joining.py",
        "panel_tui/system/clock.py",
        "panel_tui/room/room.py",
    }


async def test_v12_1_1_only_tls_1_2_and_1_3_are_spoken(
    encrypted: PhoneServer, certificate: Certificate
) -> None:
    assert (await shaken(encrypted, certificate))[0] == "TLSv1.3"
    older = await shaken(encrypted, certificate, maximum_version=ssl.TLSVersion.TLSv1_2)
    assert older[0] == "TLSv1.2"
    with pytest.warns(DeprecationWarning, match="TLS"), pytest.raises((ssl.SSLError, ConnectionError)):
        await shaken(
            encrypted,
            certificate,
            minimum_version=ssl.TLSVersion.TLSv1,
            maximum_version=ssl.TLSVersion.TLSv1_1,
        )


async def test_v12_1_2_what_was_heard_cannot_be_read_later(
    encrypted: PhoneServer, certificate: Certificate
) -> None:
    _, cipher = await shaken(encrypted, certificate, maximum_version=ssl.TLSVersion.TLSv1_2)
    assert cipher.startswith(("ECDHE-", "DHE-"))
    assert "GCM" in cipher or "CHACHA20" in cipher


async def test_v12_2_1_with_a_certificate_nothing_is_answered_in_the_clear_but_where_to_go(
    encrypted: PhoneServer,
) -> None:
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{encrypted.port}", trust_env=False) as plain:
        reply = await plain.get("/")
    assert reply.status_code == 307
    assert reply.headers["location"].startswith("https://")
    assert (reply.content, "set-cookie" in reply.headers) == (b"", False)


async def test_v14_2_1_no_cookie_is_ever_in_an_address(room: Room, phone: Phone) -> None:
    await phone.join(room)
    for seat in range(2, 7):
        await room.do(c.TakePaperSeat(seat))
    token = cookie_of(phone.http, "seat")
    for phase in (Phase.PRACTICE, Phase.READ, Phase.SCORE, Phase.BALLOT):
        await go_to(room, phase)
        for path in ("/", "/question/1", "/check", "/step-out", "/ballot"):
            await phone.get(path)
            assert token not in phone.text
            assert "?" not in "".join(link.address for link in phone.page.links)
    gets = [
        form for page in PAGES.values() for form in Markup(draw(page)).all("form") if form["method"] == "get"
    ]
    # what a form puts into the address says where to go; at most that others may see the list that comes
    assert {form["action"] for form in gets} == {"/", "/applications", "/mine", "/wall"}
    fields = re.findall(
        r'<form method="get"[^>]*>(.*?)</form>', "".join(map(draw, PAGES.values())), re.DOTALL
    )
    asked = {name for inside in fields for name in re.findall(r'name="([^"]*)"', inside)}
    assert asked <= {"seen", "code"}  # the latter that one's own may be shown, never which it is
    codes = [re.findall(r'name="code" value="([^"]*)"', inside) for inside in fields]
    assert {value for found in codes for value in found} <= {"yes"}


def test_v14_2_3_nothing_goes_to_anybody_else() -> None:
    drawn = [draw(page) for page in PAGES.values()] + [asset.body.decode() for asset in ASSETS]
    for text in drawn:
        addresses = set(re.findall(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}", text))
        assert addresses <= {"http://www.w3.org"}
    assert not re.search(r"sendBeacon|XMLHttpRequest|WebSocket|importScripts", SCRIPT.body.decode())


async def test_v14_2_5_only_what_holds_nobodys_data_may_be_kept(seated: Phone) -> None:
    for asset in ASSETS:
        assert "immutable" in (await seated.http.get(asset.path)).headers["cache-control"]
    for path in ("/", "/check", "/question/1", "/phone-0000.css", "/check/x.css", "/question/1/y.js"):
        reply = await seated.http.get(path)
        assert reply.headers["cache-control"] == "no-store"
        assert reply.status_code == (404 if "." in path else 200)


async def test_v14_3_2_no_page_is_kept_by_a_browser(room: Room, seated: Phone) -> None:
    await go_to(room, Phase.SCORE)
    for path in ("/", "/question/1", "/check", "/step-out", "/nothing"):
        assert (await seated.http.get(path)).headers["cache-control"] == "no-store"


async def test_v15_3_1_a_page_holds_what_it_shows_and_no_more(room: Room, seated: Phone) -> None:
    await room.take(room.door_code)
    await go_to(room, Phase.SCORE)
    await room.do(c.GiveAnswer(2, "A01", "reach", score(2), "their-sending", 1))
    await seated.get("/question/1")
    for kept in ("their-sending", room.state.seats[2].token, room.state.seats[1].token, "chain", "members"):
        assert kept not in seated.text
    assert set(seated.page.marks) <= {
        *("seat", "page", "position", "application", "criterion", "round", "out"),
        *(
            "away",
            "unkept",
            "away-other",
            "moved",
            "moved-link",
            "changed",
            "save",
            "saved",
            "undo",
            "looking",
        ),
    }


@pytest.mark.parametrize("extra", ["seat", "round", "choice", "text", "code", "__proto__", "constructor"])
async def test_v15_3_3_a_form_with_a_field_it_does_not_have_is_refused(
    room: Room, seated: Phone, extra: str
) -> None:
    await go_to(room, Phase.SCORE)
    fields = {"application": "A01", "criterion": "reach", "id": "x", "revision": "1", "answer": "3"}
    await seated.post("/answer", **fields, **{extra: "1"})
    assert seated.status == 400
    assert room.state.scoring["A01"].cells == {}


async def test_v15_3_4_the_address_that_counts_is_the_connections_own(phone: Phone) -> None:
    codes = phone.app.reception.codes = CodeTries(sleep=at_once)
    for n in range(12):
        await phone.http.get(
            "/J/WRONG", headers={"X-Forwarded-For": f"10.1.1.{n}", "Forwarded": f"for=10.1.1.{n}"}
        )
    assert codes.misses_of("10.0.0.5", "") > 11
    assert codes.misses_of("10.1.1.1", "") == 0


@pytest.mark.parametrize("answer", ["true", "null", "[]", "{}", "1.0", "01x", " ", "Infinity"])
async def test_v15_3_5_a_number_is_a_number(room: Room, seated: Phone, answer: str) -> None:
    await go_to(room, Phase.SCORE)
    await seated.post("/answer", application="A01", criterion="value", id="x", revision="1", answer=answer)
    assert seated.status == 422
    assert room.state.scoring["A01"].cells == {}


def test_v15_3_6_nothing_that_came_in_names_a_property_in_the_script() -> None:
    script = SCRIPT.body.decode()
    assert "__proto__" not in script
    assert not re.search(r"\w\[[a-z.]+\]\s*=[^=]", script)


@pytest.mark.parametrize("body", [b"code=A&code=B", b"code=A&CODE=B", b"code=A&code[]=B", b"code=A&code=A"])
async def test_v15_3_7_a_field_that_comes_twice_is_refused(phone: Phone, body: bytes) -> None:
    headers = {"Origin": HOME, "Content-Type": "application/x-www-form-urlencoded"}
    assert (await phone.http.post("/join", content=body, headers=headers)).status_code == 400


async def test_v15_3_7_nothing_is_taken_from_the_address(room: Room, seated: Phone) -> None:
    await go_to(room, Phase.SCORE)
    query = {
        "application": "A01",
        "criterion": "reach",
        "id": "x",
        "revision": "1",
        "answer": "3",
        "seat": "2",
    }
    headers = {"Origin": HOME, "Content-Type": "application/x-www-form-urlencoded"}
    await seated.http.post("/answer", params=query, headers=headers)
    assert room.state.scoring["A01"].cells == {}


async def test_v15_4_2_a_seat_is_looked_at_and_taken_in_one(room: Room) -> None:
    taken = await asyncio.gather(*(room.take(room.door_code) for _ in room.state.seats))
    assert sorted(one.seat for one in taken) == list(room.state.seats)


async def test_v16_2_5_no_log_holds_a_code_a_cookie_or_an_answer(
    room: Room, phone: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    code = room.door_code
    with caplog.at_level(logging.DEBUG):
        await phone.join(room)
        await go_to(room, Phase.SCORE)
        await phone.get("/question/3")
        await phone.send(answer="37")
        await phone.get("/J/WRONGCODE")
    ours = "\n".join(
        one.getMessage() for one in caplog.records if not one.name.startswith(("httpx", "httpcore"))
    )
    for secret in (code, cookie_of(phone.http, "seat"), "37", "WRONGCODE"):
        assert secret not in ours


@pytest.mark.parametrize("path", ["/J/x%0aERROR%20all%20is%20lost", "/%1b[2J%1b]0;owned", "/question/%0d%0a"])
async def test_v16_4_1_nobody_writes_into_a_log(
    room: Room, phone: Phone, path: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def stumble(*_: object) -> None:
        raise RuntimeError(path)

    monkeypatch.setattr(room, "page", stumble)
    with caplog.at_level(logging.DEBUG, "panel_tui.web"):
        await phone.http.get("/")
        await phone.http.get(path)
    for one in caplog.records:
        if one.name == "panel_tui.web":
            assert one.getMessage().isprintable()
            assert "lost" not in one.getMessage()


async def test_v16_5_1_a_fault_says_nothing_of_the_inside(
    room: Room, seated: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object) -> None:
        raise RuntimeError("mango at line 12 of /srv/panel")

    monkeypatch.setattr(room, "page", stumble)
    await seated.get("/")
    assert seated.page.status == 500
    for word in ("mango", "line 12", "/srv", "Traceback", "RuntimeError", "panel_tui"):
        assert word not in seated.text


async def test_v16_5_3_a_fault_on_the_way_lets_nothing_through(
    room: Room, seated: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    await go_to(room, Phase.SCORE)
    monkeypatch.setattr(room, "seat_of", lambda _token: 1 / 0)
    await seated.post("/answer", application="A01", criterion="reach", id="x", revision="1", answer="3")
    assert seated.status == 500
    assert room.state.scoring["A01"].cells == {}


async def test_v16_5_4_whatever_goes_wrong_the_next_phone_is_answered(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serve(room, "127.0.0.1", 0) as server:
        home = f"http://127.0.0.1:{server.port}"
        async with httpx.AsyncClient(base_url=home, trust_env=False) as phone:
            for fault in (
                RuntimeError("x"),
                RecursionError(),
                MemoryError(),
                KeyError("x"),
                AssertionError(),
            ):

                def stumble(*_: object, fault: Exception = fault) -> None:
                    raise fault

                with monkeypatch.context() as broken:
                    broken.setattr(room, "page", stumble)
                    assert (await phone.get("/")).status_code == 500
                assert (await phone.get("/")).status_code == 200
