"""An application whose keys are orders to a room: each is taken once, for what people see, and none before that."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Hashable
from typing import ClassVar

from textual import events
from textual.app import App
from textual.screen import Screen

from panel_tui.facilitator.key_queue import KeyQueue
from panel_tui.facilitator.step_keys import STEPS, StepKeys
from panel_tui.system.clock import Clock
from screens.wall.keys import Key, keys_of, meant
from sessions.wording import say

_AGAIN = {"next": keys_of("next") | keys_of("confirm"), "undo": keys_of("undo")}
_NO_ORDER = frozenset({"escape", "ctrl+p", "ctrl+q", "ctrl+c"})  # Textual's own, or a clicker's
_SILENT = frozenset(
    {"tab", "shift+tab", "backspace", "delete", "insert", "home", "end"}
)  # they write nothing


class KeyedApp(App[str]):
    """Lets a key through to what it is for: a card, or the room."""

    KEYS: ClassVar[tuple[Key, ...]] = ()

    def __init__(self, clock: Clock) -> None:
        """Begin with nothing drawn and no question standing; the clock is what keys are paced by."""
        super().__init__()
        self.typed = KeyQueue(self, self._conversing)
        self.steps = StepKeys(clock.elapsed)
        self.standing = False
        """Whether something has been drawn. Before that no key acts: there is nothing it could be about."""
        self.pressed_at = ""
        """The place where a question stands that the same key, pressed again, says yes to."""
        self._pressed = "next"
        """Which of the keys that ask again that question is about."""
        self._known = _NO_ORDER.union(*(key.keys for key in self.KEYS))
        self._face: Hashable = None
        self._unknown_at: str | None = None

    @property
    @abstractmethod
    def main(self) -> Screen[None]:
        """Return the one screen on which keys are orders."""

    @property
    @abstractmethod
    def position(self) -> str:
        """Name the place the facilitator looks at: what people see is what they press for."""

    @property
    @abstractmethod
    def face(self) -> Hashable:
        """Return what tells apart what is up: another face has to be seen before a step key acts on it."""

    @abstractmethod
    def tell(self, sentence: str) -> None:
        """Say one plain sentence at the foot."""

    @abstractmethod
    def hush(self) -> None:
        """Take back what was said."""

    @abstractmethod
    def _conversing(self) -> bool:
        """Whether something is being asked."""

    async def on_event(self, event: events.Event) -> None:
        """Let a key through to what it is for; see that a step is taken once, and on what people see."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
            return
        if not self._takes(event):
            return
        if (
            event.key in STEPS - _AGAIN["next"]
            and self.screen_stack[-1:] == [self.main]
            and await self.returned()
        ):
            return
        await super().on_event(event)
        if event.key in STEPS and self.screen_stack[-1:] == [self.main]:
            self._coming_up()  # a step may change what people see before the room says so
        self.look()

    def _takes(self, key: events.Key) -> bool:
        """Whether a key goes on: to a card, or as an order to the room."""
        if not self.standing:
            return False
        if self._conversing():
            return self.typed.takes(key)  # else it waits for the card, or for the next one
        return self._is_order(key) if self.screen is self.main else True

    def _is_order(self, key: events.Key) -> bool:
        """Whether a key counts on the main screen. Any but the one that was asked for takes the question back."""
        key.key = meant(key.key, key.character)
        if key.key in STEPS and not self.steps.counts(key):
            return False
        if key.key not in self._known:
            self._name_the_keys(key)
            return False
        if not (self.pressed_at and key.key in _AGAIN[self._pressed]):
            asked = self.pressed_at
            self.hush()
            # who takes back what was just pressed means the question, not the step before it
            return not (asked and key.key in _AGAIN["undo"])
        return True

    def _name_the_keys(self, key: events.Key) -> None:
        """Say once at each place where the keys are named, unless it is a key that only goes with others."""
        if not (key.is_printable or key.key in _SILENT or key.key.startswith("f")):
            return
        if self.pressed_at:
            self.hush()
        if self._unknown_at != self.position:
            self._unknown_at = self.position
            self.tell(say("wall.keys.unknown"))

    async def returned(self) -> bool:
        """Come back to where the room stands, if something else is up; say whether that was so."""
        return False

    def look(self) -> None:
        """Notice where another thing has come up than was there before."""
        if (face := (self.face, self.pressed_at, self.screen_stack[-1:] == [self.main])) != self._face:
            self._face = face
            self._coming_up()

    def _coming_up(self) -> None:
        self.steps.changing()
        self.call_after_refresh(self._came_up)

    def _came_up(self) -> None:
        self.steps.drawn()
        self.standing = True
