"""The stages of one programme are rooms of their own, and money counts an application of it once."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from panel_tui.gather.rooms import read_room
from sessions.model.decisions import Verdict
from sessions.model.phases import Phase
from sessions.model.stage import Stage, StageName
from tests.gather.places import run
from tests.stages.programme import ASKED, MARKS, ProgrammeDay, lived, shortlist

SUM = sum(ASKED.values())
MONEY = "SELECT sum(applications), sum(awards), sum(asked), sum(given) FROM panel_tui."


def later(at, before, refs, name, *, confirm=True):
    """Live through a stage after `before` that looks at these refs again, and gives A01 what it asked."""
    facts = read_room(before).gives.facts
    model = shortlist()
    kept = tuple(one for one in model.applications if one.ref in refs)
    steps = tuple(step for step in model.steps if not step.ref or step.ref in refs)
    stage = Stage(name, facts.session_id, facts.head)
    if not confirm:
        steps = tuple(step for step in steps if step.kind.value != "budget")
    members = tuple(replace(one, conflicts=()) for one in model.members)
    changed = {"applications": kept, "steps": steps, "stage": stage, "pot": Decimal(5000), "members": members}
    day = ProgrammeDay(replace(model, **changed))
    for ref in refs:
        day.until_step(ref)
        day.score(ref, {seat: {"reach": MARKS[ref], "price": 3} for seat in range(1, 7)}).reveal(ref)
        day.until(Phase.DECISION, ref=ref)
        verdict = Verdict.FUND if ref == "A01" else Verdict.NOT_NOW
        day.decide(ref, verdict, amount=Decimal(ASKED[ref] if verdict is Verdict.FUND else 0))
    return day.end().keep(at)


@pytest.fixture(scope="module")
def stages(tmp_path_factory):
    """Four shortlisted, three interviewed, two decided on at last."""
    folder = tmp_path_factory.mktemp("programme")
    first = lived().keep(folder / "1")
    second = later(folder / "2", first, ("A01", "A02", "A03"), StageName.INTERVIEW)
    later(folder / "3", second, ("A01", "A02"), StageName.FINAL)
    return folder


def test_an_application_of_three_stages_is_asked_for_and_given_once(place, stages):
    assert run(stages, "--into", place.into).exit_code == 0
    for view in ("awards_by_place_and_theme", "asked_against_given"):
        assert place.ask(MONEY + view) == [(len(ASKED), 1, SUM, ASKED["A01"])], view
    rows = place.ask("SELECT applications, went_on FROM panel_tui.asked_against_given ORDER BY went_on DESC")
    assert rows == [(1, 3), (1, 2), (2, 0)]


def test_a_later_stage_that_confirmed_no_list_takes_nothing_out_of_the_sums(place, stages, tmp_path):
    first = stages / "1"
    open_ended = later(tmp_path / "2", first, ("A01",), StageName.INTERVIEW, confirm=False)
    assert run(first, open_ended, "--into", place.into).exit_code == 0
    assert place.ask(MONEY + "awards_by_place_and_theme") == [(len(ASKED), 0, SUM, 0)]


def test_the_report_says_how_stages_are_counted(stages, tmp_path):
    assert run(stages, "--into", tmp_path / "all.duckdb", "--report", tmp_path / "report").exit_code == 0
    page = (tmp_path / "report" / "many-rooms.html").read_text(encoding="utf-8")
    assert "Money counts an application once" in page
    assert "Went on to a later stage" in page


_SESSION, _PLACE = "s.session_id, s.title, s.date, s.place, s.currency, s.pot", "s.currency, a.place, a.theme"
OLDER = {"asked_against_given": _SESSION, "awards_by_place_and_theme": _PLACE}
"""The views that were others before, with what they were grouped by."""


def as_version_2(place):
    for name, by in OLDER.items():
        place.ask(f"DROP VIEW panel_tui.{name}")
        place.ask(
            f"CREATE VIEW panel_tui.{name} AS SELECT {by}, count(a.ref) AS applications, count(a.ref) AS awards, "
            "sum(a.asked) AS asked, sum(a.amount) AS given FROM panel_tui.session AS s "
            f"JOIN panel_tui.application AS a ON a.session_id = s.session_id GROUP BY {by}"
        )
    place.ask("UPDATE panel_tui.about SET version = 2")


@pytest.mark.parametrize("place", ["postgres", "duckdb"], indirect=True)  # Parquet files hold no views
def test_views_of_an_older_version_are_brought_up_and_what_others_made_of_them_stays(place, stages):
    assert run(stages, "--into", place.into).exit_code == 0
    as_version_2(place)
    place.ask("CREATE VIEW panel_tui_own AS SELECT sum(asked) AS asked FROM panel_tui.asked_against_given")
    assert place.ask("SELECT asked FROM panel_tui_own") > [(SUM,)]
    assert run(stages, "--into", place.into).exit_code == 0
    assert place.ask("SELECT asked FROM panel_tui_own") == [(SUM,)]
