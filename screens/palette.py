"""The palette: what is typed is looked for first, and only then chosen, however fast Enter comes after it."""

from __future__ import annotations

from textual import on
from textual.command import CommandPalette
from textual.widgets import Input

_LOOK_AGAIN = 0.05  # seconds


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
