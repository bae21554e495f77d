"""Tell applications from the other rows a table has: sums, remarks, headings, titles again, hidden and withdrawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from panel_tui.folder.amounts import unrounded
from panel_tui.folder.fault import Refusal
from panel_tui.folder.spreadsheet import gone_words as gone
from panel_tui.folder.spreadsheet import row_words as words
from panel_tui.folder.spreadsheet.grid import GridRow
from panel_tui.folder.spreadsheet.header import repeats
from panel_tui.folder.spreadsheet.judged_rows import SURE, Judged
from panel_tui.folder.spreadsheet.name_and_amount import NameAndAmount, is_number
from panel_tui.folder.spreadsheet.title_trust import STRONG, trust

_OUR_LETTERS = frozenset({"letter", "asked_said", "amount_said"})  # columns of our own letters.csv
_MOST_CELLS_OF_A_NOTE = 2
_LONGEST_LABEL, _SHORT = 100, 5  # characters; a status as short as “no” needs its column's title
_CENT = Decimal("0.011")


def judged(
    rows: Sequence[GridRow], titles: Sequence[str], found: Mapping[str, int], *, commas: bool | None
) -> list[Judged]:
    """Judge every row below the titles."""
    return _Judge(rows, titles, found, commas=commas).all()


class _Judge:
    def __init__(
        self, rows: Sequence[GridRow], titles: Sequence[str], found: Mapping[str, int], *, commas: bool | None
    ) -> None:
        self.rows, self.titles, self.found, self.commas = rows, titles, found, commas
        self.asked = found.get("asked")
        self.usual = sorted(len(row.held) for row in rows)[len(rows) // 2] if rows else 0
        whole = [row for row in rows if self._money(row) is not None]
        self.last_amount = max((row.line for row in whole), default=0)
        others = [row for row in whole if not any(words.may_be_sum(label) for label in self._labels(row))]
        if others:
            self.usual = sorted(len(row.held) for row in others)[len(others) // 2]
        first = others[: self._before_gap(others)]
        self.has_refs = "ref" in found and _mostly(bool(row.words(found["ref"])) for row in first)
        self.gap = first[-1].line if len(first) < len(others) else 0  # where the first block ends
        self.texts = {
            at
            for at in range(len(titles))
            if at not in (self.asked, found.get("title"))
            and _mostly(row.cell(at) != "" and not isinstance(row.cell(at), Decimal) for row in others)
        }
        self.statuses = {
            at: (
                any(gone.is_sent(row.words(at)) for row in rows),
                gone.some_go_on(title, [row.words(at) for row in whole]),
            )
            for at, title in enumerate(titles)
            if at in (found.get("status"), found.get("eligible"))
            or (trust(title, "status") >= STRONG and at not in found.values())
            or (gone.tells_who_goes_on(title) and at not in found.values())
            or (title == "letter" and set(titles) >= _OUR_LETTERS)
        }
        self.remarks = [at for at, title in enumerate(titles) if gone.holds_remarks(title)]
        self.several = len({row.sheet for row in rows}) > 1
        self.section = ""  # a heading that says of all below it that they are not to be decided
        self.since: list[Decimal] = []
        self.whole: list[Decimal] = []
        self.after_sum = False
        self.few = few = NameAndAmount(rows, titles, found, self._money)
        self.lacking = few.that_lack(others)
        self.beside = self._empty_column()
        self.above = few.sums_above()

    def all(self) -> list[Judged]:
        """Judge the rows in order; a sum is known by those before it."""
        done: list[Judged] = []
        for at, row in enumerate(self.rows):
            kind, says = self._kind(at, row)
            done.append(Judged(row, kind, says, self._gone_at(row) if kind == "withdrawn" else None))
            if kind in ("headings", "unclear"):
                self.section = says if gone.is_gone_section(says) else ""
            if kind == "sums":
                self.since, self.after_sum = [], True
            elif kind not in SURE:
                self.after_sum = False
                if (money := self._money(row)) is not None:
                    self.since.append(money)
                    self.whole.append(money)
        return done

    def _kind(self, at: int, row: GridRow) -> tuple[str, str]:
        if repeats(row, self.titles):
            return "titles", ""
        if at == 0 and self._is_units(row):
            return "units", ""
        if says := self._sum(row):
            return "sums", says
        if kind := self._remark(at, row):
            return kind, row.words(row.held[0])
        if row.hidden:
            return "hidden", ""
        if says := self._gone(row):
            return "withdrawn", says
        if self._is_struck(row):
            return "struck", ""
        if says := self._unclear(row):
            return "unclear", says
        if self.gap and row.line > self.gap and self.has_refs and not self._has_ref(row):
            return "apart", ""
        if (row.sheet, row.line) in self.lacking:
            return "bare", ""
        return "application", ""

    @staticmethod
    def _before_gap(rows: Sequence[GridRow]) -> int:
        """Count the rows before the first empty line; more than one, or the table is only set loosely."""
        gaps = (at for at in range(2, len(rows)) if rows[at].line > rows[at - 1].line + 1)
        return next(gaps, len(rows))

    # Sums.

    def _sum(self, row: GridRow) -> str:
        """Return the label of a sum; nothing where the row is none."""
        said = self._labels(row)
        label = next((one for one in said if words.may_be_sum(one) or words.is_sure_sum(one)), "")
        there = next((one for one in said if words.is_money_there_is(one)), "")
        bare = self._is_bare(row, label or there)
        adds = self._adds_up(row)
        empty = self._money(row) is None and (self.has_refs or bool(self.texts))
        nameless = not row.words(self.found.get("title"))
        sure = words.is_sure_sum(label) or (adds and (nameless or len(self.whole) > 1)) or empty
        if label and (bare or adds) and sure:
            return label if bare or not self._has_ref(row) else ""
        if there and bare and (self.has_refs or self.texts or self.after_sum):
            return there
        if (
            said
            and self.after_sum
            and nameless
            and self._is_bare(row, said[0])
            and self._money(row) is not None
        ):
            return said[0]  # what follows from a sum: over by so much, left after grants
        told_apart = self.has_refs or bool(self.texts)
        if adds and told_apart and said and len(self.whole) > 1 and self.few.is_only_named(row):
            return said[0]  # a sum whatever word stands beside it: nobody else's row has so little
        if (row.sheet, row.line) in self.above:
            return row.words(self.found.get("title"))
        if all(is_number(row, at) for at in row.held) and row.held and adds and len(self.since) > 1:
            return " "  # a sum that nobody named
        return ""

    def _adds_up(self, row: GridRow) -> bool:
        money = self._money(row)
        if money is None or not self.whole:
            return False
        return any(few and abs(sum(few, Decimal(0)) - money) < _CENT for few in (self.since, self.whole))

    def _is_bare(self, row: GridRow, label: str) -> bool:
        """Whether a row has nothing that tells one applicant from another, where the others have."""
        if self._has_ref(row) and row.words(self.found.get("ref")) != label:
            return False
        return not any(
            row.words(at) for at in self.texts if row.words(at) != label and not is_number(row, at)
        )

    def _empty_column(self) -> int:
        """Return the empty column beside the table, where something else stands beyond it; 0 where none is."""
        last = max(self.found.get("title", 0), self.asked or 0)
        empty = (
            at
            for at in range(last + 1, len(self.titles))
            if not self.titles[at] and not any(row.words(at) for row in self.rows)
        )
        return next(empty, 0)

    def _has_ref(self, row: GridRow) -> bool:
        return self.has_refs and bool(row.words(self.found.get("ref")))

    def _labels(self, row: GridRow) -> list[str]:
        """Return a row's words that may be a label: the long ones of an application are none."""
        words = (row.words(at) for at in row.held if not is_number(row, at))
        return [one for one in words if len(one) <= _LONGEST_LABEL]

    # Rows that are no application, and say it otherwise.

    def _remark(self, at: int, row: GridRow) -> str:
        if self._money(row) is not None or any(column in dict(row.broken) for column in row.held):
            return ""
        held, title = row.held, self.found.get("title")
        if self.beside and all(column > self.beside for column in held):
            return "notes"
        if not any(mark.isalnum() for column in held for mark in row.words(column)):
            return "notes"  # a line drawn with dashes
        if len(held) == 1 and self.usual > 1 and gone.is_gone_section(row.words(held[0])):
            return "headings"
        below = row.line > self.last_amount
        gap = at > 0 and row.line > self.rows[at - 1].line + 1
        if len(held) == 1:
            text, alone = row.words(held[0]), held[0] != title
            if words.is_note(text) or (below and (gap or alone or self._is_below_gap(at))):
                return "notes"
            return "headings" if alone and self.usual > _MOST_CELLS_OF_A_NOTE else ""
        return "notes" if below and self._is_below_gap(at) and len(held) < max(self.usual, 3) else ""

    def _is_below_gap(self, at: int) -> bool:
        """Whether an empty line stands between a row and the last amount."""
        below = (one for one in range(at, -1, -1) if self.rows[one].line > self.last_amount)
        return any(self._is_after_gap(one) for one in below)

    def _is_after_gap(self, at: int) -> bool:
        return at > 0 and self.rows[at].line > self.rows[at - 1].line + 1

    def _unclear(self, row: GridRow) -> str:
        """Say what stands alone where a title would: a heading, or an application without an amount."""
        alone = row.held == [self.found.get("title")] and self._money(row) is None
        return row.words(self.found.get("title")) if alone and self.has_refs and self.usual > 2 else ""

    def _is_units(self, row: GridRow) -> bool:
        return self.asked is not None and row.cell(self.asked) != "" and words.is_units(row.words(self.asked))

    # Rows that are left out where a person says so.

    def _gone_at(self, row: GridRow) -> int | None:
        """Return the column whose status says that a row is withdrawn; `eligible` only where no other does."""
        said = [
            at
            for at, (some_sent, some_on) in self.statuses.items()
            if (says := row.words(at))
            and gone.is_gone(says, self.titles[at], some_sent=some_sent, some_on=some_on)
        ]
        return next((at for at in said if at != self.found.get("eligible")), said[0] if said else None)

    def _gone(self, row: GridRow) -> str:
        at = self._gone_at(row)
        if at is not None:
            says = row.words(at)
            plain = len(says) >= _SHORT and not says[0].isdigit()
            return says if plain else f"{self.titles[at]}: {says}"
        title = row.words(self.found.get("title"))
        if gone.says_gone(title):
            return title
        remarked = next((says for at in self.remarks if gone.is_remarked(says := row.words(at))), "")
        if remarked or self.section:
            return remarked or self.section
        return row.sheet if self.several and gone.is_gone_section(row.sheet) else ""

    def _is_struck(self, row: GridRow) -> bool:
        held = set(row.held)
        return bool(held) and (
            bool(row.struck & {self.found.get("title"), self.asked}) or len(held & row.struck) * 2 > len(held)
        )

    def _money(self, row: GridRow) -> Decimal | None:
        try:
            return unrounded(row.cell(self.asked), commas=self.commas)
        except Refusal:
            return None


def _mostly(truths: Iterable[bool]) -> bool:
    found = list(truths)
    return bool(found) and sum(found) >= 0.8 * len(found)
