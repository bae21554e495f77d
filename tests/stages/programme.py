"""A programme in small: a shortlist that was lived through, its folder as staff made it, and the stage after it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from msgspec.structs import replace

from panel_tui.folder.written_toml import settings_text
from sessions import commands as c
from sessions.decide.rounds import voters_of
from sessions.model.letterhead import Letterhead
from sessions.model.session import Application, Consensus, Criterion, Member, Scale, Wifi
from sessions.model.stage import Stage, StageName
from tests.exports.days import YES, Day, panel

VERDICTS = ("see them", "hold", "not this time")
ASKED = {"A01": 1000, "A02": 2000, "A03": 3000, "A04": 4000}
MARKS = {"A01": 5, "A02": 4, "A03": 3, "A04": 2}
SHEET = (
    "ref,title,organisation,asked,least,strand,place,theme,summary,their_ref,Contact,Charity number\n"
    + "".join(
        f"{ref},Title {ref},Group {ref},{asked},,,Holbeck,food,,OLD/{ref},Ann of {ref},'=1+{ref}\n"
        for ref, asked in ASKED.items()
    )
)


def shortlist(*, places=2, earlier=0, consensus=Consensus(question="Should this go on?"), **more):  # noqa: B008
    applications = tuple(
        Application(
            ref,
            f"Title {ref}",
            Decimal(asked),
            organisation=f"Group {ref}",
            place="Holbeck",
            theme="food",
            summary=f"What {ref} would do.\n\nAnd how.",
        )
        for ref, asked in ASKED.items()
    )
    criteria = (
        Criterion("reach", "Will it reach people?", Scale(), Decimal(2)),
        Criterion("price", "Is the price fair?", Scale(0, 10, "low", ()), counted=False),
    )
    model = panel(seats=7, applications=applications, criteria=criteria, title="Small grants", **more)
    return replace(
        model,
        pot=Decimal(0),
        members=tuple(Member(n, f"Label {n}", ("A03",) if n == 7 else (), asked=n == 7) for n in range(1, 8)),
        consensus=consensus,
        wifi=Wifi("Room", 'pass "word"'),
        stage=Stage(StageName.SHORTLIST, places=places, verdicts=VERDICTS, earlier=Decimal(earlier)),
    )


class ProgrammeDay(Day):
    """A day that can be stopped as an application is introduced, on which all who may vote say yes."""

    def press(self, *, tally=None) -> ProgrammeDay:
        voters = len(voters_of(self.state)) if self.state.open_round else 0
        return super().press(tally=tally and c.Tally((0, 0, 0, 0, voters), 0))

    def until_step(self, ref) -> ProgrammeDay:
        while self.state.application != ref:
            self.press(tally=YES)
        return self


def lived(model=None, *, here=7, until_the_end=True, before_the_list=()) -> ProgrammeDay:
    """Live through a shortlist: six score each, one steps out on the day, the first two go on."""
    day = ProgrammeDay(model or shortlist(), here=here)
    for ref in ASKED:
        if ref not in {one.ref for one in day.state.model.applications}:
            continue
        day.until_step(ref)
        if ref == "A02":
            day.do(c.StepOut(6, ref))
        seats = [seat for seat in range(1, min(here, 6) + 1) if (seat, ref) not in day.state.conflicts]
        day.score(ref, {seat: {"reach": MARKS[ref], "price": 3} for seat in seats}).reveal(ref)
    for order in before_the_list:
        day.do(order)
    return day.end() if until_the_end else day


def folder_of(model, at: Path) -> Path:
    """Write the folder as staff would have it, with columns and files of their own."""
    at.mkdir(parents=True)
    head = Letterhead(sender=("The charity", "1 High Street"), reference="R/1")
    (at / "session.toml").write_text(settings_text(replace(model, steps=()), head, {}), encoding="utf-8")
    (at / "applications.csv").write_text(SHEET, encoding="utf-8")
    (at / "summaries").mkdir()
    for one in model.applications:
        (at / "summaries" / f"{one.ref}.md").write_text(one.summary + "\n", encoding="utf-8")
    (at / "wording.toml").write_text('[views.step]\nwelcome = "Hello all"\n', encoding="utf-8")
    return at


def programme(at: Path, model=None, **how) -> Path:
    """Give a shortlist's folder with the record of its day."""
    model = model or shortlist()
    return lived(model, **how).keep(folder_of(model, at))
