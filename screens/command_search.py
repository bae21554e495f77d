"""The palette: what is typed is looked for first, and only then chosen, however fast Enter comes after it."""

from __future__ import annotations

from textual import on
from textual.command import CommandPalette, Hit, Hits
from textual.system_commands import SystemCommandsProvider
from textual.widgets import Input

_LOOK_AGAIN = 0.05  # seconds


class ByWords(SystemCommandsProvider):
    """Finds what is typed word by word, in what a command is called and in what is said of it.

    Only where no command has the words are their letters looked for one after the other, as Textual does.
    """

    async def search(self, query: str) -> Hits:
        """Return the commands whose name has every word, then those of which it is said."""
        words, found = query.casefold().split(), False
        for name, help_text, callback, *_ in self.app.get_system_commands(self.screen):
            said = f"{name} {help_text}".casefold()
            if words and all(word in said for word in words):
                found = True
                named = all(word in name.casefold() for word in words)
                yield Hit(1.0 if named else 0.5, name, callback, help=help_text)
        if not found:
            async for hit in super().search(query):
                yield hit


class Palette(CommandPalette):
    """A palette whose Enter waits for the list that belongs to the words above it.

    Textual's own takes the row that is marked as it comes, which on a slow laptop is the first of everything there is.
    """

    @on(Input.Submitted)
    def wait_for_the_list(self, event: Input.Submitted) -> None:
        """Let it be chosen, once nothing is being looked for any more."""
        if any(worker.node is self and not worker.is_finished for worker in self.workers):
            event.stop()
            event.prevent_default()
            again = Input.Submitted(event.input, event.value)
            self.set_timer(_LOOK_AGAIN, lambda: self.post_message(again))
