"""A room in miniature, with pages of its own making: seats, one scoring, one ballot, and the end."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

QUESTIONS = ("reach", "able")
PHASES = ("lobby", "practice", "introduce", "score", "shown", "ballot", "outcome", "ended")


async def fields(request: Request) -> dict[str, str]:
    """Give what a form sent, as a browser writes it by default."""
    return dict(parse_qsl((await request.body()).decode(), keep_blank_values=True))


@dataclass
class TinyRoom:
    """Holds what every seat gave, and how often it gave it."""

    seats: int = 3
    phase: str = "lobby"
    round: int = 1
    taken: list[str] = field(default_factory=list)
    practised: list[int] = field(default_factory=list)
    given: dict[tuple[int, str], list[str]] = field(default_factory=dict)
    handed_in: list[int] = field(default_factory=list)
    out: set[int] = field(default_factory=set)
    ballots: dict[int, list[str]] = field(default_factory=dict)
    looked: int = 0
    presses: int = 0
    poked: list[asyncio.Event] = field(default_factory=list)

    def seat_of(self, request: Request) -> int:
        token = request.cookies.get("seat", "")
        return self.taken.index(token) + 1 if token in self.taken else 0

    def go(self, phase: str) -> None:
        self.phase = phase
        for poked in self.poked:
            poked.set()

    async def press(self) -> None:
        self.presses += 1
        self.go(PHASES[PHASES.index(self.phase) + 1])

    def waiting_for(self) -> int:
        here = set(range(1, len(self.taken) + 1)) - self.out
        if self.phase == "score":
            return len(here - set(self.handed_in))
        return len(here - set(self.ballots)) if self.phase == "ballot" else 0

    def line(self) -> int:
        return PHASES.index(self.phase)

    def finished(self) -> bool:
        return self.phase == "ended"

    def describe(self) -> str:
        return self.phase

    def app(self) -> Starlette:
        routes = [
            Route("/", self.home),
            Route("/in/{code}", self.door, methods=["GET", "POST"]),
            Route("/q/{number:int}", self.question),
            Route("/away", self.away, methods=["GET", "POST"]),
            Route("/give", self.give, methods=["POST"]),
            Route("/live", self.live),
        ]
        return Starlette(routes=routes)

    async def home(self, request: Request) -> Response:
        self.looked += 1
        seat = self.seat_of(request)
        if not seat:
            return page("join", "Join", form("/in/x", text("code"), main=True))
        if seat in self.out and self.phase != "ended":
            back = form(
                "/give", hidden("what", "back"), main=True
            )  # must not be pressed by one who stepped out
            return page("stepping-out", "You have stepped out", back, application="A01")
        if self.phase == "score":
            return RedirectResponse("/q/1" if seat not in self.handed_in else "/q/9", 303)
        return PAGES.get(self.phase, waiting)(self, seat)

    async def door(self, request: Request) -> Response:
        if request.method == "GET":
            return page("seat", "Take this seat?", form("", main=True))
        if len(self.taken) == self.seats:
            return page("refused", "All the seats are taken")
        self.taken.append(f"token-{len(self.taken) + 1}")
        answer = RedirectResponse("/", 303)
        answer.set_cookie("seat", self.taken[-1], httponly=True, samesite="strict", max_age=43200)
        return answer

    async def question(self, request: Request) -> Response:
        seat, number = self.seat_of(request), request.path_params["number"]
        if seat in self.handed_in:
            return page("received", "Your score is in", form("/", method="get", main=True), application="A01")
        if number > len(QUESTIONS):
            return page("check", "Check", form("/give", hidden("application", "A01"), main=True))
        key = QUESTIONS[number - 1]
        inside = hidden("application", "A01") + hidden("criterion", key) + hidden("revision", "1")
        choices = radios("answer", ("1", "2", "3", "4", "5", "cant-say", "not-applicable"))
        skip = f'<a href="/q/{number + 1}" data-skip>Leave it</a><a href="/away" data-signal="step-out">Conflict</a>'
        return page("score", key, form("/give", inside + choices, main=True) + skip, application="A01")

    async def away(self, request: Request) -> Response:
        if request.method == "GET":
            sure = form("/away", hidden("application", "A01"), main=True)
            return page("stepping-out", "Step out?", sure, application="A01")
        self.out.add(self.seat_of(request))
        return RedirectResponse("/", 303)

    async def give(self, request: Request) -> Response:
        seat, sent = self.seat_of(request), await fields(request)
        if sent.get("what") == "back":
            self.out.discard(seat)
        elif sent.get("what") == "practice":
            self.practised.append(seat)
        elif "choice" in sent:
            self.ballots.setdefault(seat, []).append(sent["choice"])
        elif "criterion" in sent:
            self.given.setdefault((seat, sent["criterion"]), []).append(sent["answer"])
            return RedirectResponse(f"/q/{QUESTIONS.index(sent['criterion']) + 2}", 303)
        else:
            self.handed_in.append(seat)
        return RedirectResponse("/", 303)

    async def live(self, request: Request) -> Response:
        poked = asyncio.Event()
        self.poked.append(poked)

        async def events():
            while self.phase != "ended":
                yield "event: look\ndata: again\n\n"
                poked.clear()
                await poked.wait()

        return StreamingResponse(events(), media_type="text/event-stream")


def waiting(room: TinyRoom, seat: int) -> Response:
    if room.phase == "ended":
        return page("ended", "Thank you")
    return page("wait", "Wait", form("/", method="get", main=True))


def ballot(room: TinyRoom, seat: int) -> Response:
    if seat in room.ballots:
        return page("received", "It is in the box", form("/", method="get", main=True), application="A01")
    fields = hidden("application", "A01") + hidden("round", str(room.round))
    boxes = radios("choice", ("1", "2", "3", "4", "5", "cant-say"))
    return page(
        "ballot", "Fund it?", form("/give", fields + boxes, main=True), application="A01", round=room.round
    )


def practice(room: TinyRoom, seat: int) -> Response:
    if seat in room.practised:
        return page("practice", "Done", form("/", method="get", main=True))
    return page(
        "practice", "Try it", form("/give", hidden("what", "practice") + radios("answer", "12345"), main=True)
    )


PAGES = {"ballot": ballot, "practice": practice}


def page(name: str, heading: str, inside: str = "", **marks: object) -> HTMLResponse:
    told = "".join(f' data-{mark}="{value}"' for mark, value in marks.items())
    body = f'<h1>{heading}</h1><main data-page="{name}"{told}>{inside}</main>'
    return HTMLResponse(f'<html lang="en"><body data-seat="">{body}</body></html>')


def form(action: str, inside: str = "", *, method: str = "post", main: bool = False) -> str:
    return f'<form action="{action}" method="{method}"{" data-main" if main else ""}>{inside}<button>Go</button></form>'


def hidden(name: str, value: str) -> str:
    return f'<input type="hidden" name="{name}" value="{value}">'


def text(name: str) -> str:
    return f'<label for="{name}">Code</label><input name="{name}" id="{name}">'


def radios(name: str, values) -> str:
    return "".join(
        f'<label><input type="radio" name="{name}" value="{value}">{value}</label>' for value in values
    )
