"""The web app for one room: plain lists of routes, and the guard before all of them."""

from __future__ import annotations

from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from panel_tui.room.room import Room
from panel_tui.web import (
    get_pages,
    joining,
    other_screens,
    post_anonymous,
    post_ballots,
    post_scores,
    preferences,
    shared_device,
)
from panel_tui.web.page_finder import PageFinder
from panel_tui.web.post_ballots import HalvesBrought
from panel_tui.web.reception import Reception
from panel_tui.web.request_guard import Hosts, RequestGuard
from panel_tui.web.responses import asset_routes
from panel_tui.web.seat_language import SpeaksForTheSeat
from panel_tui.web.settled_pages import WaitsForTheDisk
from panel_tui.web.shared_device import LocksItself

# Every page and every post, looked through in this order: a rush is made of answers and pages.
ROUTES = [
    Route("/answer", post_scores.answer, methods=["POST"]),
    Route("/", get_pages.home),
    Route("/question/{number}", get_pages.asked_by_number("question")),
    Route("/change/{number}", get_pages.asked_by_number("change")),
    Route("/check", get_pages.asked("check")),
    Route("/practice/{number}", get_pages.asked_by_number("practice")),
    Route("/card/{number}", get_pages.asked_by_number("card")),
    Route("/open-scores", get_pages.asked("open-scores")),
    Route("/step-out", get_pages.asked("step-out")),
    Route("/ballot", get_pages.asked("ballot")),
    Route("/reason", get_pages.asked("reason")),
    Route("/minority", get_pages.asked("minority")),
    Route("/my-questions", get_pages.asked("my-questions")),
    Route("/confidence", get_pages.asked("confidence")),
    Route("/workshop", get_pages.asked("workshop")),
    Route("/J/{code}", joining.door),
    Route("/j/{code}", joining.door),
    Route("/mine", get_pages.mine),
    Route("/applications", get_pages.applications),
    Route("/wall", other_screens.wall),
    Route("/wall/{code}", other_screens.wall_with_code),
    Route("/WALL/{code}", other_screens.wall_with_code),
    Route("/pick/{number}", shared_device.code),
    Route("/live", get_pages.live),
    Route("/health", get_pages.health),
    Route("/join", joining.join, methods=["POST"]),
    Route("/J/{code}", joining.take, methods=["POST"]),
    Route("/j/{code}", joining.take, methods=["POST"]),
    Route("/wall", other_screens.show_wall, methods=["POST"]),
    Route("/noted", joining.noted, methods=["POST"]),
    Route("/hand-in", post_scores.hand_in, methods=["POST"]),
    Route("/step-out", post_scores.step_out, methods=["POST"]),
    Route("/here", post_scores.here, methods=["POST"]),
    Route("/pass", post_scores.pass_turn, methods=["POST"]),
    Route("/come-back", post_scores.come_back, methods=["POST"]),
    Route("/no-conflict", post_scores.no_conflict, methods=["POST"]),
    Route("/practice", post_ballots.practice, methods=["POST"]),
    Route("/ballot", post_ballots.ballot, methods=["POST"]),
    Route("/reason", post_ballots.reason, methods=["POST"]),
    Route("/minority", post_anonymous.minority, methods=["POST"]),
    Route("/my-questions", post_anonymous.my_questions, methods=["POST"]),
    Route("/ask-the-room", post_ballots.ask_the_room, methods=["POST"]),
    Route("/confidence", post_anonymous.confidence, methods=["POST"]),
    Route("/open-scores", post_anonymous.open_scores, methods=["POST"]),
    Route("/card", post_scores.card, methods=["POST"]),
    Route("/rank", post_ballots.rank, methods=["POST"]),
    Route("/workshop", post_anonymous.workshop, methods=["POST"]),
    Route("/signal", post_anonymous.signal, methods=["POST"]),
    Route("/pick", shared_device.pick, methods=["POST"]),
    Route("/unlock", shared_device.unlock, methods=["POST"]),
    Route("/hand-on", shared_device.hand_on, methods=["POST"]),
    Route("/look", preferences.choose_look, methods=["POST"]),
]

GET_ROUTES = [route for route in ROUTES if "GET" in (route.methods or ())]
POST_ROUTES = [route for route in ROUTES if "POST" in (route.methods or ())]


def build_app(room: Room, *, hosts: Hosts | None = None) -> PhoneApp:
    """Build the app. `hosts` says which addresses are ours; left out, the laptop's own on port 8765."""
    return PhoneApp([*ROUTES, *asset_routes()], Reception(room), hosts or Hosts(8765))


class PhoneApp:
    """The pages of one room, behind all that every request passes on its way in and out."""

    def __init__(self, routes: list[Route], front: Reception, hosts: Hosts) -> None:
        """Stand what is to be passed in its order: first the guard, last whoever finds the page."""
        self.routes, self.reception = routes, front
        self.pages = PageFinder(routes)
        within: ASGIApp = self.pages
        for layer in (LocksItself, HalvesBrought, SpeaksForTheSeat, WaitsForTheDisk):
            within = layer(within)
        self._guard = RequestGuard(within, hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        scope["app"] = self
        await self._guard(scope, receive, send)
