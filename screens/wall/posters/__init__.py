"""One drawing for each kind of poster; the style sheet of each stands beside it."""

from __future__ import annotations

from typing import Any

from screens.wall.posters.application import AskingPoster, IntroducePoster, ReadingPoster, ScoringPoster
from screens.wall.posters.arriving import LobbyPoster, PracticePoster
from screens.wall.posters.budget import BudgetPoster, ClosingPoster, SheetPoster
from screens.wall.posters.confirmed import ConfirmedPoster
from screens.wall.posters.drawing import Drawing
from screens.wall.posters.learning import LearningPoster
from screens.wall.posters.plain import ListingPoster, NoticePoster, PausePoster, ThanksPoster
from screens.wall.posters.reveal import RevealPoster, TalkPoster
from screens.wall.posters.rounds import BallotPoster, DecidingPoster, OutcomePoster, ThenAndNowPoster
from sessions.views.wall import posters

DRAWINGS: dict[type[posters.Poster], type[Drawing[Any]]] = {
    posters.Lobby: LobbyPoster,
    posters.Notice: NoticePoster,
    posters.Learning: LearningPoster,
    posters.Practice: PracticePoster,
    posters.Introduce: IntroducePoster,
    posters.Reading: ReadingPoster,
    posters.Asking: AskingPoster,
    posters.Scoring: ScoringPoster,
    posters.Reveal: RevealPoster,
    posters.Talk: TalkPoster,
    posters.Ballot: BallotPoster,
    posters.BallotOutcome: OutcomePoster,
    posters.ThenAndNow: ThenAndNowPoster,
    posters.Deciding: DecidingPoster,
    posters.Pause: PausePoster,
    posters.Budget: BudgetPoster,
    posters.Confirmed: ConfirmedPoster,
    posters.Sheet: SheetPoster,
    posters.Listing: ListingPoster,
    posters.Closing: ClosingPoster,
    posters.Thanks: ThanksPoster,
}

__all__ = ["DRAWINGS", "BudgetPoster", "ConfirmedPoster", "Drawing", "LobbyPoster"]
