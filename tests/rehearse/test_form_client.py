"""One phone: looks, fills in, sends, follows; keeps its own cookie and nobody else's."""

import contextlib

import pytest
from starlette.applications import Starlette
from starlette.responses import JSONResponse, RedirectResponse, StreamingResponse
from starlette.routing import Route

from panel_tui.rehearse.form_client import FormClient
from tests.rehearse.tiny_room import fields, form, hidden, page, radios, text


async def start(request):
    inside = hidden("id", "7") + radios("answer", "12") + text("name")
    return page("score", request.cookies.get("who", "nobody"), form("../sent?x=1", inside, main=True))


async def sent(request):
    told = {"form": await fields(request)}
    return JSONResponse(told | {"origin": request.headers["origin"], "query": str(request.query_params)})


async def taken(request):
    answer = RedirectResponse("/deep/start", 303)
    answer.set_cookie("who", "seat four", httponly=True, samesite="strict", max_age=100, path="/")
    return answer


async def live(request):
    async def events():
        for line in (": hello\n\n", "event: look\ndata: again\n\n", "data: again\n\n"):
            yield line

    return StreamingResponse(events(), media_type="text/event-stream")


APP = Starlette(
    routes=[
        Route("/deep/start", start),
        Route("/sent", sent, methods=["POST"]),
        Route("/take", taken, methods=["GET", "POST"]),
        Route("/live", live),
    ]
)


@pytest.fixture
async def base(serve):
    return await serve(APP)


async def test_a_form_is_sent_to_where_the_page_says_with_our_own_origin(base):
    async with FormClient(base) as client:
        found = await client.look("/deep/start")
        answered = await client._http.post("/sent", headers={"origin": "x"})
        assert answered.json()["origin"] == "x"
        seen = []
        client._http.event_hooks["response"] = [lambda response: keep(seen, response)]
        await client.send(found, found.main_form, {"answer": "2", "name": "Zoë & co"})
    assert seen == [
        {"form": {"id": "7", "answer": "2", "name": "Zoë & co"}, "origin": base, "query": "x=1"},
    ]


async def keep(seen, response):
    await response.aread()
    seen.append(response.json())


async def test_a_cookie_set_on_the_way_is_kept_by_that_phone_alone(base):
    async with FormClient(base) as one, FormClient(base) as other:
        assert (await one.look("/take")).heading == "seat four"
        assert (await one.look("/deep/start")).heading == "seat four"
        assert (await other.look("/deep/start")).heading == "nobody"


async def test_a_page_knows_where_it_ended_up(base):
    async with FormClient(base) as client:
        assert (await client.look("/take")).address == f"{base}/deep/start"


async def test_listening_tells_of_the_opening_and_of_each_event(base):
    async with FormClient(base) as client:
        assert [told async for told in client.listen("/live")] == [None, None, None]


async def test_listening_where_there_is_no_stream_ends_at_once(base):
    async with FormClient(base) as client, contextlib.aclosing(client.listen("/nowhere")) as stream:
        assert [told async for told in stream] == []


async def test_a_proxy_in_the_environment_is_not_asked(base, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    async with FormClient(base) as client:
        assert (await client.look("/deep/start")).name == "score"
