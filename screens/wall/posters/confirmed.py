"""The list as it was confirmed; PageDown then turns our decisions over, one by one, before the day goes on."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from screens.safe_text import drawn_line
from screens.wall import keys
from screens.wall.posters.budget import BudgetPoster
from screens.wall.widgets.ledger import Ledger
from screens.wall.widgets.lines import Block, Flow, Pages, nothing
from screens.wall.widgets.turned_over import decision_blocks
from sessions.views.wall.list_rows import OneDecision
from sessions.views.wall.posters import Budget, Confirmed
from sessions.wording import say

_TURNED = "every decision"  # kept with what was seen of this line of the agenda: they are turned over once


class ConfirmedPoster(BudgetPoster):
    """The list first; over it, page after page, the decisions. The record knows nothing of where we are in them."""

    decisions: tuple[OneDecision, ...] = ()
    turning = False
    """Whether the decisions are up, and not the list."""
    kept: set[str]
    """What was seen of this line of the agenda so far."""

    def __init__(self) -> None:
        """Begin with the list."""
        super().__init__()
        self.kept = set()

    def compose(self) -> ComposeResult:
        """Lay it out."""
        *parts, foot = super().compose()
        yield from parts
        yield Pages("wall.more-decisions", classes="decisions")
        yield foot

    def show(self, poster: Budget) -> None:
        """Draw this poster."""
        assert isinstance(poster, Confirmed)
        super().show(poster)
        self.decisions = poster.decisions
        self._pages.show(self._blocks if self.decisions else nothing)
        self._foot()

    @property
    def _pages(self) -> Pages:
        return self.query_one(".decisions", Pages)

    def _blocks(self, width: int, *, grown: bool) -> Sequence[Block]:  # noqa: ARG002 - a Blocks
        return decision_blocks(self.decisions, width, self._pages.size.height, self.app.size.height)

    def _foot(self) -> None:
        here = keys.foot_parts("Confirmed")
        still = [say("wall.turned.to-turn"), *here] if _TURNED not in self.kept else []
        said = here if self.turning else [say("wall.budget.confirmed"), *still]
        self.query_one(".keys", Flow).say([drawn_line(words) for words in said])

    def _turn_over(self, *, up: bool) -> None:
        self.turning = up
        self.set_class(up, "-turning")
        self._foot()

    def turn(self, by: int) -> None:
        """Turn a page: of the list, from its end into the decisions, and from the first of them back."""
        pages, ledger = self._pages, self.query_one(Ledger)
        if self.turning and by < 0 and pages.page == 0:
            self._turn_over(up=False)
        elif self.turning:
            pages.turn(by)
        elif by > 0 and self.decisions and ledger.at_end:
            self._turn_over(up=True)
        else:
            super().turn(by)

    def turn_on(self) -> bool:
        """Show the rest of the list, then each decision; say whether there was more."""
        if super().turn_on():
            self._turn_over(up=False)
            return True
        if not self.decisions or _TURNED in self.kept:
            return False
        if not self.turning:
            self._turn_over(up=True)
            return True
        if not self._pages.size.height:
            return True  # it is not laid out yet: nobody has seen anything of it
        if self._pages.turn_on():
            return True
        self.kept.add(_TURNED)
        return False

    def pass_over(self) -> bool:
        """Leave the decisions that were not turned over yet; say whether there were any."""
        if not self.decisions or _TURNED in self.kept:
            return False
        self.kept.add(_TURNED)
        self._turn_over(up=False)
        return True

    def seen(self, seen: set[str]) -> None:
        """Keep what is seen of the decisions together with what was seen of the list."""
        super().seen(seen)
        self._pages.seen = self.kept = seen
        self._foot()
