"""OWASP ASVS 5.0, chapter 3: what a browser is told, over plain HTTP and under a certificate. One test a row."""

from __future__ import annotations

import re
import ssl
from collections.abc import AsyncIterator

import httpx
import pytest

from panel_tui.room.room import Room
from panel_tui.web import serve
from panel_tui.web.app import GET_ROUTES, POST_ROUTES
from screens.phone.drawing import ASSETS, SCRIPT, STYLE
from tests.door.test_strangers import FORMS, address_of
from tests.web.certificates import make_certificate
from tests.web.gallery import PAGES
from tests.web.markup import Markup
from tests.web.phones import HOME, Phone

PATHS = [
    *(address_of(route.path) for route in GET_ROUTES if route.path != "/live"),
    "/nothing",
    *(one.path for one in ASSETS),
]


async def every_reply(phone: Phone) -> list[httpx.Response]:
    """One reply of every route, and of what is refused at the door."""
    replies = [await phone.http.get(path) for path in PATHS]
    replies.append(await phone.http.get("/", headers={"Host": "evil.example"}))
    replies.append(await phone.http.request("PUT", "/"))
    for route in POST_ROUTES:
        headers = {"Origin": HOME, "Content-Type": "application/x-www-form-urlencoded"}
        sent = await phone.http.post(address_of(route.path), content=FORMS[route.path], headers=headers)
        replies.append(sent)
    replies.append(await phone.http.post("/join", content=b"x" * 20_000, headers={"Origin": HOME}))
    return replies


@pytest.fixture
async def encrypted(room: Room, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[httpx.AsyncClient]:
    """A phone on the encrypted pages."""
    certificate = make_certificate(tmp_path_factory.mktemp("tls"))
    async with serve(room, "127.0.0.1", 0, certificate=certificate) as server:
        home = f"https://127.0.0.1:{server.port}"
        trusted = ssl.create_default_context(cafile=certificate.certificate)
        async with httpx.AsyncClient(
            base_url=home, verify=trusted, trust_env=False, headers={"Origin": home}
        ) as phone:
            yield phone


async def cookies_of(phone: httpx.AsyncClient, room: Room, headers: dict[str, str]) -> list[str]:
    taken = await phone.post(f"/J/{room.door_code}", headers=headers)
    looked = await phone.post("/look", data={"text": "large"}, headers=headers)
    return [*taken.headers.get_list("set-cookie"), *looked.headers.get_list("set-cookie")]


async def test_v3_2_1_no_reply_can_be_read_as_something_else(phone: Phone) -> None:
    for reply in await every_reply(phone):
        assert reply.headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in reply.headers["content-security-policy"]


def test_v3_2_2_text_is_put_on_the_page_as_text() -> None:
    script = SCRIPT.body.decode()
    assert not re.search(r"\.(inner|outer)HTML\s*[+=]|insertAdjacentHTML", script)
    assert "textContent" in script


def test_v3_2_3_the_script_keeps_to_itself() -> None:
    script = SCRIPT.body.decode()
    code = [line for line in script.splitlines() if line and not line.startswith("//")]
    assert code[0] == '"use strict";'
    assert (code[1], code[-1]) == ("(() => {", "})();")
    assert not re.search(
        r"\b(window|globalThis|document)\.\w+ = (?!next)", script.replace("document.title", "")
    )


async def test_v3_3_1_cookies_travel_only_encrypted_where_there_is_a_certificate(
    room: Room, encrypted: httpx.AsyncClient
) -> None:
    made = await cookies_of(encrypted, room, {})
    assert len(made) == 3  # the seat, its own code, how pages look
    assert all(one.endswith("; Secure") for one in made)


async def test_v3_3_2_no_other_site_can_make_a_phone_send_its_cookies(room: Room, phone: Phone) -> None:
    made = await cookies_of(phone.http, room, {"Origin": HOME})
    assert len(made) == 3
    assert all("; SameSite=Strict;" in one for one in made)


async def test_v3_3_3_cookies_are_bound_to_this_host_where_there_is_a_certificate(
    room: Room, encrypted: httpx.AsyncClient
) -> None:
    made = await cookies_of(encrypted, room, {})
    name = room.polling_box.session
    named = [f"__Host-seat-{name}", f"__Host-code-{name}", "__Host-look"]
    assert [one.partition("=")[0] for one in made] == named
    assert all("; Path=/;" in one and "domain" not in one.lower() for one in made)
    assert 'data-seat="1"' in (await encrypted.get("/")).text
    assert 'class="text-large' in (await encrypted.get("/")).text


async def test_v3_3_4_no_script_can_read_a_cookie(room: Room, phone: Phone) -> None:
    made = await cookies_of(phone.http, room, {"Origin": HOME})
    await phone.http.post("/noted", headers={"Origin": HOME})  # until then the code stands there to be read
    for one in made:
        assert "; HttpOnly;" in one
        value = one.partition("=")[2].partition(";")[0]
        assert value not in (await phone.http.get("/")).text
    assert "document.cookie" not in SCRIPT.body.decode()


async def test_v3_3_5_cookies_are_small(room: Room, phone: Phone) -> None:
    for one in await cookies_of(phone.http, room, {"Origin": HOME}):
        assert len(one.partition(";")[0]) < 100


async def test_v3_4_1_browsers_stay_on_the_encrypted_pages_and_never_hear_of_it_elsewhere(
    encrypted: httpx.AsyncClient, phone: Phone
) -> None:
    for path in PATHS:
        reply = await encrypted.get(path)
        assert reply.headers["strict-transport-security"] == "max-age=31536000; includeSubDomains"
    assert all("strict-transport-security" not in reply.headers for reply in await every_reply(phone))


async def test_v3_4_2_no_other_site_may_read_a_reply(phone: Phone) -> None:
    for reply in await every_reply(phone):
        assert not any(name.startswith("access-control") for name in reply.headers)
    preflight = await phone.http.options("/", headers={"Origin": "http://evil.example"})
    assert not any(name.startswith("access-control") for name in preflight.headers)


async def test_v3_4_3_only_our_own_script_style_and_pictures_are_loaded(phone: Phone) -> None:
    for reply in await every_reply(phone):
        rules = dict(one.strip().split(" ", 1) for one in reply.headers["content-security-policy"].split(";"))
        assert rules["object-src"] == rules["base-uri"] == rules["default-src"] == "'none'"
        assert {rules[f"{kind}-src"] for kind in ("script", "style", "img", "connect")} == {"'self'"}
        assert "unsafe" not in reply.headers["content-security-policy"]


async def test_v3_4_4_no_reply_may_be_guessed_at(phone: Phone) -> None:
    assert {reply.headers["x-content-type-options"] for reply in await every_reply(phone)} == {"nosniff"}


async def test_v3_4_5_no_other_site_hears_our_addresses(phone: Phone) -> None:
    assert {reply.headers["referrer-policy"] for reply in await every_reply(phone)} == {"same-origin"}


async def test_v3_4_6_no_page_can_be_put_into_another(phone: Phone) -> None:
    for reply in await every_reply(phone):
        assert "frame-ancestors 'none'" in reply.headers["content-security-policy"]


async def test_v3_4_8_no_other_window_gets_hold_of_a_page_where_there_is_a_certificate(
    encrypted: httpx.AsyncClient,
) -> None:
    assert (await encrypted.get("/")).headers["cross-origin-opener-policy"] == "same-origin"


@pytest.mark.parametrize("route", POST_ROUTES, ids=lambda route: route.path)
async def test_v3_5_1_every_form_must_come_from_our_own_page(room: Room, seated: Phone, route) -> None:
    entries = len(room.record.entries)
    for origin in ({}, {"Origin": "null"}, {"Origin": "http://evil.example"}):
        headers = {"Content-Type": "application/x-www-form-urlencoded", **origin}
        answer = await seated.http.post(address_of(route.path), content=FORMS[route.path], headers=headers)
        assert answer.status_code == 403
    assert len(room.record.entries) == entries


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
async def test_v3_5_3_looking_changes_nothing(room: Room, phone: Phone, seated: Phone, method: str) -> None:
    state, entries = room.state, len(room.record.entries)
    for route in [*GET_ROUTES, *POST_ROUTES]:
        if route.path != "/live":
            path = route.path.format(code=room.door_code, number=1)
            reply = await seated.http.request(method, path, params={"answer": "5", "application": "A01"})
            assert "set-cookie" not in reply.headers
    assert (room.state, len(room.record.entries)) == (state, entries)


@pytest.mark.parametrize("name", ["callback", "jsonp", "cb"])
async def test_v3_5_6_no_reply_is_a_script_on_request(phone: Phone, name: str) -> None:
    for path in PATHS:
        reply = await phone.http.get(path, params={name: "steal"})
        assert "steal(" not in reply.text
        assert reply.headers.get("content-type", "").startswith("text/javascript") is path.endswith(".js")


async def test_v3_5_7_the_script_is_the_same_for_everyone(phone: Phone, seated: Phone) -> None:
    for one in (SCRIPT, STYLE):
        assert (
            (await phone.http.get(one.path)).content == (await seated.http.get(one.path)).content == one.body
        )


async def test_v3_5_8_no_other_site_can_load_a_reply(phone: Phone) -> None:
    assert {r.headers["cross-origin-resource-policy"] for r in await every_reply(phone)} == {"same-origin"}


async def test_v3_6_1_nothing_is_loaded_from_anywhere_else(phone: Phone) -> None:
    from screens.phone.drawing import draw

    for page in PAGES.values():
        markup = Markup(draw(page))
        loaded = [
            at.get("src") or at.get("href", "") for tag, at in markup.tags if tag in ("script", "link", "img")
        ]
        assert all(address.startswith("/phone-") for address in loaded)
    assert "//" not in re.sub(r"/\*.*?\*/", "", STYLE.body.decode(), flags=re.DOTALL)


def test_v3_7_1_pages_are_html_style_and_script_and_nothing_else() -> None:
    from screens.phone.drawing import draw

    for page in PAGES.values():
        tags = {tag for tag, _ in Markup(draw(page)).tags}
        assert not tags & {"object", "embed", "applet", "iframe", "frame", "canvas", "video", "audio"}


NO_PAGES = {"/live", "/health", "/wall"}  # streams, a sign of life; the wall has its own choices
A_PAGE = [route.path for route in GET_ROUTES if route.path not in NO_PAGES]


@pytest.mark.parametrize("path", A_PAGE)
async def test_whoever_makes_the_letters_larger_stays_on_the_page(seated: Phone, path: str) -> None:
    before = address_of(path)
    answer = await seated.http.post(
        "/look", data={"text": "large"}, headers={"Origin": HOME, "Referer": HOME + before}
    )
    assert answer.headers["location"] == before


@pytest.mark.parametrize(
    "before",
    [
        "http://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "http://[",
        "/J/../x",
    ],
)
async def test_v3_7_2_nobody_is_led_anywhere_else(seated: Phone, before: str) -> None:
    answer = await seated.http.post(
        "/look", data={"text": "large"}, headers={"Origin": HOME, "Referer": before}
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    for route in POST_ROUTES:
        answer = await seated.http.post(
            address_of(route.path),
            content=FORMS[route.path],
            headers={"Origin": HOME, "Referer": before, "Content-Type": "application/x-www-form-urlencoded"},
        )
        where = answer.headers.get("location", "/")
        assert where.startswith("/")
        assert not where.startswith(("//", "/\\"))
