"""One drawing for each kind of poster; the style sheet of each stands beside it."""

from __future__ import annotations

from typing import Any

from sessions.views import posters

from .ballot import BallotPoster
from .budget import BudgetPoster
from .closing import ClosingPoster
from .deciding import DecidingPoster
from .drawing import Drawing
from .introduce import IntroducePoster
from .listing import ListingPoster
from .lobby import LobbyPoster
from .notice import NoticePoster
from .outcome import OutcomePoster
from .pause import PausePoster
from .practice import PracticePoster
from .reading import ReadingPoster
from .reveal import RevealPoster
from .scoring import ScoringPoster
from .sheet import SheetPoster
from .talk import TalkPoster
from .thanks import ThanksPoster

DRAWINGS: dict[type[posters.Poster], type[Drawing[Any]]] = {
    posters.Lobby: LobbyPoster,
    posters.Notice: NoticePoster,
    posters.Practice: PracticePoster,
    posters.Introduce: IntroducePoster,
    posters.Reading: ReadingPoster,
    posters.Scoring: ScoringPoster,
    posters.Reveal: RevealPoster,
    posters.Talk: TalkPoster,
    posters.Ballot: BallotPoster,
    posters.Outcome: OutcomePoster,
    posters.Deciding: DecidingPoster,
    posters.Pause: PausePoster,
    posters.Budget: BudgetPoster,
    posters.Sheet: SheetPoster,
    posters.Listing: ListingPoster,
    posters.Closing: ClosingPoster,
    posters.Thanks: ThanksPoster,
}

__all__ = ["DRAWINGS", "Drawing", "LobbyPoster"]
