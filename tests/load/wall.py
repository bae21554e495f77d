"""The wall in a real terminal, pressed on while the phones go on: no wait of its own holds their loop up."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

from tests.journeys.terminal import Terminal, panel_tui

_MOST_PRESSES = 12


class Wall:
    """`panel-tui run` in tmux."""

    def __init__(self, folder: Path, port: int) -> None:
        command = panel_tui("run", folder, "--host", "127.0.0.1", "--port", port)
        self.terminal = Terminal(*command, home=folder.parent)

    async def shows(self, *words: str) -> None:
        """Wait until these words are up."""
        await asyncio.to_thread(self.terminal.wait_for, *words)

    async def press(self, *keys: str) -> None:
        """Press keys."""
        await asyncio.to_thread(self.terminal.press, *keys)

    async def on(self, *words: str) -> None:
        """Press the one key until these words are up, once more where the wall asks for it."""
        for _ in range(_MOST_PRESSES):
            before = _place(await self.text())
            await self.press("NPage")
            text = await asyncio.to_thread(self._settled, before)
            if any(word in text for word in words):  # the rest of it is on its way
                return await self.shows(*words)
        raise AssertionError(f"never came to {words}:\n{self.terminal.screen}")

    async def text(self) -> str:
        """Give the screen's words."""
        return await asyncio.to_thread(lambda: self.terminal.text)

    def _settled(self, before: tuple[str, bool]) -> str:
        """Wait until the room has moved on and its place is drawn to the end."""
        seen = [before]

        def still() -> bool:
            seen.append(_place(self.terminal.text))
            return seen[-1] == seen[-2] != before

        self.terminal.wait_until(still)
        return self.terminal.text

    def close(self) -> None:
        """End it."""
        self.terminal.close()


def _place(text: str) -> tuple[str, bool]:
    """Tell what the wall shows, a further page too, but for its clocks; and whether it asks to press again."""
    return re.sub(r"\d{1,2}:\d{2}", "", text.partition(" Then ")[0]), "Press again" in text
