"""Whatever is sent, to whatever address, at whatever moment: never a fault of ours, never a stray write."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from panel_tui.room.room import Room
from panel_tui.room.shared_device import make_hand_round
from panel_tui.web import build_app
from panel_tui.web.wrong_codes import CodeTries
from sessions import commands as c
from sessions.model.phases import Phase
from tests.web.phones import HOME, at_once, go_to, small_room

PATHS = (
    *(
        "/",
        "/question/1",
        "/question/999",
        "/check",
        "/step-out",
        "/ballot",
        "/reason",
        "/minority",
        "/confidence",
        "/ask-the-room",
        "/open-scores",
        "/card/1",
        "/card/999",
        "/workshop",
        "/J/",
        "/J/X",
        "/j/x",
        "/join",
    ),
    *(
        "/noted",
        "/answer",
        "/hand-in",
        "/come-back",
        "/no-conflict",
        "/practice",
        "/look",
        "/health",
        "/phone.css",
    ),
    *("/pick", "/pick/1", "/pick/99", "/unlock", "/hand-on", "/signal", "/mine"),
)
FIELDS = (
    *("application", "criterion", "id", "revision", "answer", "other", "helped", "round", "choice", "code"),
    *("text", "colours", "seat", "visit", "signal", "back", "reason", "view", "position", "s1", "q1"),
)
VALUES = (
    "A01",
    "A99",
    "reach",
    "value",
    "1",
    "5",
    "cant-say",
    "not-applicable",
    "yes",
    "",
    "-1",
    "99999999999999999999",
)
PHASES = (Phase.ARRIVING, Phase.PRACTICE, Phase.READ, Phase.SCORE, Phase.CLOSED, Phase.REVEAL, Phase.BALLOT)

texts = st.one_of(st.sampled_from(VALUES), st.text(max_size=40))
forms = st.dictionaries(st.one_of(st.sampled_from(FIELDS), st.text(max_size=8)), texts, max_size=6)
bodies = st.one_of(forms, st.binary(max_size=200))
paths = st.one_of(
    st.sampled_from(PATHS),
    st.text(max_size=30).map(lambda t: f"/J/{t}"),
    st.text(max_size=30).map(lambda t: f"/{t}"),
)
kinds = st.sampled_from(
    ["application/x-www-form-urlencoded", "application/json", "text/plain; charset=utf-16", "x"]
)
requests = st.tuples(
    st.sampled_from(["GET", "POST", "POST", "HEAD", "PUT"]),
    paths,
    bodies,
    kinds,
    st.booleans(),
    st.sampled_from(["", "seat", "hand-round"]),
)


async def _a_day_of_requests(tries: list[tuple[str, str, object, str, bool, str]], phase: Phase) -> list[int]:
    with tempfile.TemporaryDirectory() as folder:
        async with small_room(Path(folder)) as room:
            return await _send_all(room, tries, phase)


async def _send_all(
    room: Room, tries: list[tuple[str, str, object, str, bool, str]], phase: Phase
) -> list[int]:
    app = build_app(room)
    app.reception.codes = CodeTries(sleep=at_once)
    taken = await room.take(room.door_code)
    device = await room.take((await make_hand_round(room)).code)
    cookies = {"seat": taken.token, "hand-round": device.token}
    for seat in range(2, 7):
        await room.do(c.TakePaperSeat(seat))
    await go_to(room, phase)
    statuses = []
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app=app, raise_app_exceptions=True), base_url=HOME
    ) as client:
        for method, path, body, kind, ours, held in tries:
            url = httpx.URL(HOME).copy_with(raw_path=_quoted(path))
            headers = {"Origin": HOME if ours else "http://evil.example"}
            if held:
                headers["Cookie"] = f"{held}={cookies[held]}"
            if isinstance(body, dict):
                request = client.build_request(method, url, data=_sendable(body), headers=headers)
            else:
                request = client.build_request(
                    method, url, content=body, headers={**headers, "Content-Type": kind}
                )
            statuses.append((await client.send(request)).status_code)
    return statuses


def _quoted(path: str) -> bytes:
    from urllib.parse import quote

    return quote(path.encode("utf-8", "surrogatepass"), safe="/").encode()


def _sendable(form: dict[str, str]) -> dict[str, str]:
    return {
        k.encode("utf-8", "replace").decode(): v.encode("utf-8", "replace").decode() for k, v in form.items()
    }


def _many(tries: list[tuple[str, str, object, str, bool, str]], phase: Phase) -> None:
    statuses = asyncio.run(_a_day_of_requests(tries, phase))
    assert [status for status in statuses if status >= 500] == []


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(requests, min_size=30, max_size=60), st.sampled_from(PHASES))
def test_no_request_makes_us_stumble(
    tries: list[tuple[str, str, object, str, bool, str]], phase: Phase
) -> None:
    _many(tries, phase)


@pytest.mark.slow
def test_twenty_thousand_requests_do_not_make_us_stumble() -> None:
    sent = 0

    @settings(max_examples=520, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(requests, min_size=30, max_size=60), st.sampled_from(PHASES))
    def many(tries: list[tuple[str, str, object, str, bool, str]], phase: Phase) -> None:
        nonlocal sent
        sent += len(tries)
        _many(tries, phase)

    many()
    print(f"\n{sent} requests, none of them answered with a fault of ours")
    assert sent >= 20_000
