"""Other screens that show the wall: the code that lets one in, and which are in. In the program's memory alone.

A screen can only look. Whoever lets one in is at the wall; each code serves one screen, for two minutes. None is
offered while guests are in. All screens end with the day, or when the facilitator says so.
"""

from __future__ import annotations

from collections.abc import Callable

from panel_tui.room.card_codes import ALPHABET, fast_hash, plain
from panel_tui.room.notifier import Notifier
from panel_tui.system.clock import Clock
from sessions.model.phases import Phase
from sessions.state import State

LENGTH = 6  # letters of a code; how many may be tried is worked out from it, in `web.wrong_codes`
LASTS = 120.0  # seconds
_DAYS_END = (Phase.OVERNIGHT, Phase.THANKS)


class OtherScreens:
    """The screens that show the wall beside the terminal. `blank` says that the facilitator has blanked it."""

    def __init__(self, clock: Callable[[], Clock], state: Callable[[], State], notifier: Notifier) -> None:
        """Begin with none; the room's clock and state are asked for at each call."""
        self._clock, self._state, self._notifier = clock, state, notifier
        self._code, self._until = "", 0.0
        self._in: set[str] = set()
        self._ended: dict[str, str] = {}  # why a screen shows the wall no more, where it did
        self._sent: dict[tuple[str, str], tuple[str, float]] = {}
        self.blank = False

    @property
    def count(self) -> int:
        """Count the screens that were let in and have not been ended."""
        return len(self._in)

    @property
    def revision(self) -> int:
        """Number what the room has told so far: while it is the same, so is the wall."""
        return self._notifier.told

    @property
    def may_come(self) -> bool:
        """Whether a screen may be let in now."""
        state = self._state()
        return not state.guests_in and not _day_is_over(state)

    def offered(self) -> str:
        """Return the code for the next screen, a fresh one once the last has served; empty while none may come."""
        if not self.may_come:
            return ""
        if not self.stands:
            clock = self._clock()
            self._code, self._until = clock.letters(ALPHABET, LENGTH), clock.elapsed() + LASTS
        return self._code

    @property
    def stands(self) -> bool:
        """Whether there is a code that would let a screen in."""
        return bool(self._code) and self.may_come and self._clock().elapsed() < self._until

    def admit(self, code: str, sending: str = "") -> str:
        """Let a screen in and give its cookie; empty where the code is not the one. A form sent twice is one screen."""
        now, sent = self._clock().elapsed(), (sending, plain(code))
        self._sent = {key: kept for key, kept in self._sent.items() if kept[1] > now}
        before, _ = self._sent.get(sent, ("", 0.0)) if sending else ("", 0.0)
        if before and self.shows(before):
            return before
        if not self.stands or plain(code) != self._code:
            return ""
        cookie = self._clock().token()
        self._code = ""
        self._in.add(fast_hash(cookie))
        if sending:
            self._sent[sent] = cookie, now + LASTS
        self._notifier.notify()
        return cookie

    def shows(self, cookie: str) -> bool:
        """Whether the screen with this cookie shows the wall."""
        return bool(cookie) and fast_hash(cookie) in self._in

    def over(self, cookie: str) -> str:
        """Say why a screen shows the wall no more, "by-hand" or "day"; empty where it never did."""
        return self._ended.get(fast_hash(cookie), "") if cookie else ""

    def end(self) -> None:
        """End them all by the facilitator's hand, and the code that waits for one."""
        self._end("by-hand")
        self._notifier.notify()

    def _end(self, why: str) -> None:
        self._code = ""
        self._ended |= dict.fromkeys(self._in, why)
        self._in = set()

    def darken(self, *, blank: bool) -> None:
        """Blank the other screens with the wall, or bring them back with it."""
        if blank is not self.blank:
            self.blank = blank
            self._notifier.notify()

    def follow(self, state: State) -> None:
        """Keep in step with the room: no code outlives the arrival of guests, no screen the day."""
        if state.guests_in:
            self._code = ""
        if _day_is_over(state):
            self._end("day")  # whoever watches is told with the step itself, once that is kept


def _day_is_over(state: State) -> bool:
    return state.ended or state.plan.phase in _DAYS_END
