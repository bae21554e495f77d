"""How an export says no: one plain sentence, and nothing half written."""

from __future__ import annotations

from panel_tui.unable import Unable
from sessions.wording import say


class ExportRefused(Unable):
    """Say no with a wording key and the facts its sentence needs."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        return say(self.code, **self.facts)
