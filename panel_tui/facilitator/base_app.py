"""What the wall's and the desk's applications share: keys become orders, and the room's answer is said at the foot.

Neither keeps any state of the session: if one dies of a bug, the room lives on and another opens over it.
"""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Awaitable, Callable, Iterable
from typing import ClassVar

from textual.app import SystemCommand
from textual.message import Message
from textual.screen import Screen
from textual.worker import Worker

from panel_tui.facilitator.facilitator_api import FacilitatorApi
from panel_tui.facilitator.keyed_app import KeyedApp
from panel_tui.system.clock import Clock
from screens.wall import themes
from screens.wall.dialogs.dialog import Dialog
from screens.wall.keys import actions_of
from screens.wall.widgets.words import AnswerBar
from sessions import commands as c
from sessions.model.refusals import No, Refused
from sessions.wording import say

LEFT = "left"
_ASKING = "ask"
_TURNS = 2_000  # of the event loop that a card may take to come up; it needs some dozens


class RoomChanged(Message):
    """The room is not as it was. Many of these are drawn once."""

    def can_replace(self, message: Message) -> bool:
        """Take the place of one that is still waiting."""
        return isinstance(message, RoomChanged)


class BaseApp(KeyedApp):
    """An application over a hand on the room. `run` gives LEFT once the facilitator leaves; nothing if it broke."""

    ALLOW_SELECT = False
    INLINE_PADDING = 0
    PRIVATE: ClassVar[bool] = False
    """Whether the facilitator alone looks on; else a room does, and lists say less."""
    WORDS: ClassVar[str] = "wall"
    """The catalogue that what is said of the screen itself is in."""

    api: FacilitatorApi

    def __init__(self, clock: Clock) -> None:
        """Begin with our own themes, and no question standing; the clock is what keys are paced by."""
        super().__init__(clock)
        for theme in list(self.available_themes):
            self.unregister_theme(theme)
        for ours in themes.THEMES:
            self.register_theme(ours)
        self.theme = themes.suited(self.console.color_system)
        self._colours = self.get_css_variables()
        self.stylesheet.set_variables(self._colours)
        self._actions = actions_of(self.KEYS)

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002 - the library's own
        """Read the sheets anew where the theme has other colours; as the wall opens, they have just been read."""
        if (colours := self.get_css_variables()) != self._colours:
            self._colours = colours
            super().refresh_css(animate)

    @property
    def before_leaving(self) -> str:
        """Say what should be known before leaving."""
        return say(f"{self.WORDS}.leave.line")

    @property
    def leaving_loses(self) -> bool:
        """Whether leaving loses anything; a screen that keeps nothing has nothing to lose."""
        return False

    async def before_leaving_look(self) -> None:
        """Look at what is about to be said of leaving; a screen that keeps nothing has nothing to look at."""

    # What each of the two has of its own.

    @property
    @abstractmethod
    def answer(self) -> AnswerBar:
        """Return the bar at the foot of it."""

    @abstractmethod
    async def draw(self) -> None:
        """Draw what there is to see now."""

    @abstractmethod
    def commands(self) -> Iterable[SystemCommand]:
        """List all that can be done here."""

    async def on_room_changed(self) -> None:
        """Draw once, however much changed."""
        await self.draw()
        if self.pressed_at:
            await self._ask_anew()

    async def _ask_anew(self) -> None:
        """Keep a question that stands in step with the room: whoever it was about may be in by now."""
        asked = self.pressed_at
        try:
            await self.api.ask(position=asked, undo=self._pressed == "undo")
        except Refused as refused:
            if refused.asks_again:
                if self.pressed_at == asked:
                    self.answer.ask(refused.sentence)
                return
        self.hush()
        self.look()

    # What the program answers, at the foot.

    def hush(self) -> None:
        """Take back what was said."""
        self.pressed_at = ""
        self.answer.hush()

    def tell(self, sentence: str) -> None:
        """Say one plain sentence at the foot."""
        self.pressed_at = ""
        self.answer.tell(sentence)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the keys through on the main screen alone: under a card they are only letters."""
        if action in self._actions and self.screen is not self.main:
            return False
        return super().check_action(action, parameters)

    # Orders.

    async def do(self, command: c.Command) -> bool:
        """Return an order; say whether it was granted, and at the foot why not."""
        return await self.granted(self.api.do(command))

    async def granted(self, wish: Awaitable[None]) -> bool:
        """Wait for a wish; say whether it was granted, and at the foot why not."""
        try:
            await wish
        except Refused as refused:
            self.tell(refused.sentence)
            return False
        await self.draw()
        return True

    async def action_add_seat(self) -> None:
        """Add a seat, and say so: nothing on the wall may show it, and nobody can take it without a card."""
        if await self.do(c.AddSeat()):
            self.tell(say("wall.palette.add-seat.done"))

    async def press_on(self) -> None:
        """Do the obvious next thing; where it asks again, the same key once more is a yes."""
        position = self.position
        try:
            await self.api.press(position=position, sure=self.asked("next", position))
        except Refused as refused:
            self.tell(refused.sentence)
            if refused.asks_again:
                self.ask_again("next", position, refused.sentence)
            elif refused.code is No.FEW_ON_PAPER:
                await self.action_ask("paper_way")
            elif refused.code is No.RULE_WHY_NEEDED:
                await self.action_ask("rule_why")
            elif refused.code is No.SLIPS_AGREE:
                await self.action_ask("slips_agree")
            return
        self.hush()
        await self.draw()

    def asked(self, pressed: str, position: str) -> bool:
        """Whether it was asked already, here and about this key: then the same key once more is a yes."""
        return (self.pressed_at, self._pressed) == (position, pressed)

    def ask_again(self, pressed: str, position: str, sentence: str) -> None:
        """Let a question stand at the foot; any other key takes it back."""
        self.pressed_at, self._pressed = position, pressed
        self.answer.ask(sentence)

    async def action_pause(self) -> None:
        """Take a break."""
        await self.do(c.TakeBreak())

    async def action_more(self) -> None:
        """Give a minute more."""
        await self.do(c.AddMinutes(1))

    async def action_fewer(self) -> None:
        """Take a minute away."""
        await self.do(c.AddMinutes(-1))

    async def action_pass_turn(self) -> None:
        """Let somebody else ask."""
        if await self.do(c.PassTurn(self.position)):
            self.tell(say("interviews.phone.passed"))

    async def action_follow_up(self) -> None:
        """Count a question that was not on our list."""
        if await self.do(c.AskFollowUp(self.position)):
            self.tell(say("interviews.wall.followed-up"))

    async def action_undo(self) -> None:
        """Take the last step back."""
        from panel_tui.facilitator.dialog_flows.moving import undo

        await self._hold(undo)

    def action_theme(self) -> None:
        """Change the colours."""
        self.theme = themes.after(self.theme)

    # Orders that ask something first: each asks in a worker, so that the screen goes on hearing the room.

    async def action_ask(self, name: str) -> None:
        """Ask what an order needs, and give it. Keys that follow at once belong to the card, so wait for it."""
        if self.screen is not self.main:
            return
        from panel_tui.facilitator.dialog_flows import ASKING

        conversation: Worker[None] = self.run_worker(self._hold(ASKING[name]), name=name, group=_ASKING)
        for _ in range(_TURNS):
            if conversation.is_finished or (isinstance(self.screen, Dialog) and self.screen.up):
                return
            await asyncio.sleep(0)

    async def _hold(self, conversation: Callable[[BaseApp], Awaitable[None]]) -> None:
        try:
            await conversation(self)
        except Refused as refused:
            self.tell(refused.sentence)
        self.look()

    def _conversing(self) -> bool:
        return any(worker.group == _ASKING and not worker.is_finished for worker in self.workers)

    async def action_quit(self) -> None:
        """Leave by the same door as q."""
        await self.action_ask("leave")

    def action_help_quit(self) -> None:
        """Say how to leave; an interrupt must not end the day."""
        self.tell(say(f"{self.WORDS}.press-q"))

    def leave(self) -> None:
        """Close the screen; the session stays."""
        self.exit(LEFT)

    # The palette.

    def action_command_palette(self) -> None:
        """Open the palette in our words."""
        from screens.command_search import ByWords, Palette

        if self.screen is self.main:
            palette = Palette(providers=[ByWords], placeholder=say("wall.palette.search"))
            self.push_screen(palette, lambda _chosen: self.look())

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002
        """List all that can be done."""
        return self.commands()

    # If it breaks.

    def panic(self, *_renderables: object) -> None:
        """Leave the same card where a fault could draw itself: it would show what was in hand."""
        self._fatal_error()

    def _fatal_error(self) -> None:
        """Leave a plain card behind. Textual's own traceback would print values for the room to read."""
        from panel_tui.system.fault_trace import leave_trace
        from screens.wall.screen import broken_card

        if not self._exit_renderables:
            trace = leave_trace(self.WORDS, self._exception)
            self._exit_renderables.append(broken_card(self.WORDS, trace))
        self._close_messages_no_wait()
