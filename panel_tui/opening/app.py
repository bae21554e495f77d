"""The opening screen's application: a switchboard. Keys and the list become conversations or errands."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, SystemCommand
from textual.screen import Screen
from textual.widgets import OptionList

from panel_tui.opening.recent_sessions import days, remember
from panel_tui.opening.slow_work import Errand
from screens.opening.screen import DAY, DO, KEYS, SHEET, OpeningScreen
from screens.wall import themes
from screens.wall.dialogs.dialog import Dialog
from screens.wall.screen import SHEETS
from sessions.model.text import clean
from sessions.wording import say

if TYPE_CHECKING:
    from panel_tui.opening.conversations import Conversation

_TURNS = 2_000  # of the event loop that a card may take to come up; it needs some dozens
_CONVERSATION = "conversation"


class OpeningApp(App[Errand]):
    """The days on this laptop. Gives the errand to run, or nothing once the facilitator leaves."""

    ALLOW_SELECT = False
    CSS_PATH: ClassVar[list[str | PurePath]] = [*SHEETS, SHEET]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (78, "-normal"), (110, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (23, "-mid"), (34, "-tall")]  # noqa: RUF012

    def __init__(self, here: Path, said: str = "", at: str = "") -> None:
        """Take where the terminal stands, how the last errand went, and the day to begin on."""
        super().__init__()
        self.here, self.said, self.at = here, said, at
        for theme in list(self.available_themes):
            self.unregister_theme(theme)
        for ours in themes.THEMES:
            self.register_theme(ours)
        self.theme = themes.suited(self.console.color_system)
        self.main = OpeningScreen()

    def get_default_screen(self) -> Screen[None]:
        """Return the one screen."""
        return self.main

    def on_ready(self) -> None:
        """Show the days, and how the last errand went."""
        self.draw(self.at)
        self.tell(self.said)

    def draw(self, at: str = "") -> None:
        """Look at the folders again."""
        self.main.show(days(self.here), at or self.main.chosen)

    def tell(self, sentence: str) -> None:
        """Say one plain sentence at the foot."""
        self.main.answer.tell(sentence)

    # What is chosen.

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the day that was picked, or do what was picked instead."""
        if event.option_list is not self.main.days:  # a card's list, which may be gone with its card by now
            return
        event.stop()
        name = event.option_id or ""
        if name.startswith(DAY):
            await self.converse("menu", Path(name.removeprefix(DAY)))
        elif name.startswith(DO):
            await self.run_action(name.removeprefix(DO))

    async def on_day(self, name: str) -> None:
        """Do something with the day the list stands on; say so where it stands on none."""
        if self.main.chosen:
            await self.converse(name, Path(self.main.chosen))
        else:
            self.tell(say("opening.choose-first"))

    async def action_run(self) -> None:
        """Run the day."""
        await self.on_day("run")

    async def action_rehearse(self) -> None:
        """Rehearse it."""
        await self.on_day("rehearse")

    async def action_check(self) -> None:
        """Check its folder."""
        await self.on_day("check")

    async def action_edit(self) -> None:
        """Set it up."""
        await self.on_day("edit")

    async def action_export(self) -> None:
        """Export its results."""
        await self.on_day("export")

    async def action_verify(self) -> None:
        """Verify its record."""
        await self.on_day("verify")

    async def action_print(self) -> None:
        """Print cards and slips for it."""
        await self.on_day("print")

    async def action_desk(self) -> None:
        """Open the facilitator's own view of it."""
        await self.on_day("desk")

    async def action_folder(self) -> None:
        """Open its folder."""
        await self.on_day("folder")

    async def action_seal(self) -> None:
        """Close it for good."""
        await self.on_day("seal")

    async def action_forget(self) -> None:
        """Take it off the list."""
        await self.on_day("forget")

    async def action_new(self) -> None:
        """Make a day from a spreadsheet."""
        await self.converse("new")

    async def action_find(self) -> None:
        """Look for a folder that is not on the list."""
        await self.converse("find")

    def action_short(self) -> None:
        """Try three applications, in five minutes."""
        self.exit(Errand("short"))

    def action_demo(self) -> None:
        """Try the ready-made day."""
        self.exit(Errand("demo"))

    async def action_help(self) -> None:
        """Say what the keys do."""
        await self.converse("help")

    def action_theme(self) -> None:
        """Change the colours."""
        self.theme = themes.after(self.theme)

    def action_leave(self) -> None:
        """Leave; nothing here can be lost."""
        self.exit(None)

    async def action_quit(self) -> None:
        """Leave by the same door as q."""
        self.action_leave()

    def action_help_quit(self) -> None:
        """Leave on an interrupt too: nothing runs here."""
        self.action_leave()

    # Conversations: each asks in a worker, so that the screen goes on being drawn.

    async def converse(self, name: str, folder: Path | None = None) -> None:
        """Hold a conversation. Keys that follow at once belong to its card, so wait for that."""
        from panel_tui.opening.conversations import CONVERSATIONS

        if self.screen is not self.main or any(worker.group == _CONVERSATION for worker in self.workers):
            return
        self.tell("")
        talk = CONVERSATIONS[name]
        worker = self.run_worker(self._held(talk, folder), name=name, group=_CONVERSATION)
        for _ in range(_TURNS):
            if worker.is_finished or (isinstance(self.screen, Dialog) and self.screen.up):
                return
            await asyncio.sleep(0)

    async def _held(self, talk: Conversation, folder: Path | None) -> None:
        """Hold it to its end. What goes wrong in it is said, and the screen stays."""
        from panel_tui.cli.output import sentence

        try:
            await talk(self, folder)
        except Exception as problem:
            self.tell(clean(sentence(problem)))

    def opened(self, folder: Path) -> None:
        """Remember a folder, and stand on it."""
        remember(folder)
        self.draw(str(folder.resolve()))

    # The palette.

    def action_command_palette(self) -> None:
        """Open the palette in our words."""
        from screens.command_search import Palette

        if self.screen is self.main:
            self.push_screen(Palette(placeholder=say("wall.palette.search")))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002
        """List all that can be done."""
        for key in KEYS:
            if key.name not in ("open", "palette"):
                yield SystemCommand(key.words, key.help, partial(self.run_action, key.action))

    # If it breaks.

    def panic(self, *_renderables: object) -> None:
        """Leave the same card where a fault could draw itself: it would show what was in hand."""
        self._fatal_error()

    def _fatal_error(self) -> None:
        """Leave a plain card behind. Textual's own traceback would print what was in hand."""
        from panel_tui.system.fault_trace import leave_trace
        from screens.wall.screen import broken_card

        if not self._exit_renderables:
            trace = leave_trace("opening", self._exception)
            self._exit_renderables.append(broken_card("opening", trace))
        self._close_messages_no_wait()
