"""The pot over the whole width: what is given, and what is left."""

from __future__ import annotations

from textual.content import Content

from screens.safe_text import drawn_line, joined
from screens.wall.widgets.laid_lines import LaidLines
from sessions.views.wall.list_rows import Sums
from sessions.wording import say

_PARTS = (("given", "█", "$accent"), ("left", "░", "$empty"))


class MoneyBar(LaidLines):
    """Two parts, as wide as their money; each says what it is where its words fit into it."""

    sums: Sums | None = None

    def show(self, sums: Sums | None) -> None:
        """Show these sums."""
        if sums != self.sums:
            self.sums = sums
            self.refresh(layout=True)

    def lines(self, width: int) -> list[Content]:
        """Draw the one line."""
        if self.sums is None:
            return []
        amounts = [max(amount, 0) for amount in (self.sums.given, self.sums.left)]
        parts = zip(_PARTS, shares(amounts, width), self.sums.words, strict=True)
        return [joined(*(_part(*how, wide, words) for how, wide, words in parts))]


def shares(amounts: list[int], width: int) -> list[int]:
    """Part a width in the proportion of amounts, no cell lost; what there is something of has at least one."""
    whole = sum(amounts)
    if not whole:
        return [0 for _ in amounts]
    ends = [round(width * sum(amounts[: at + 1]) / whole) for at in range(len(amounts))]
    wide = [end - start for start, end in zip([0, *ends], ends, strict=False)]
    for at, amount in enumerate(amounts):
        if amount and not wide[at]:
            wide[at] += 1
            wide[wide.index(max(wide))] -= 1
    return wide


def _part(name: str, cell: str, style: str, wide: int, words: str) -> Content:
    """Draw one part with its words in its middle; the words never stand for more than the part holds."""
    said = drawn_line(say(f"wall.budget.bar-{name}", amount=words))
    spare = wide - said.cell_length - 2
    if spare < 2:
        return Content.styled(cell * wide, style)
    before, after = cell * (spare // 2), cell * (spare - spare // 2)
    return joined(Content.styled(before, style), " ", said.stylize("bold"), " ", Content.styled(after, style))
