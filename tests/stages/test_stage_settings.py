"""`[stage]` in session.toml and `before.json`: what is read, what is refused by line, and what `check` says of it."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from panel_tui.folder import check_report, read_session
from panel_tui.folder.open_data import invite_in
from panel_tui.folder.written_toml import settings_text
from panel_tui.offline.next_stage import StageWishes, make_stage
from sessions.model.invite import InviteDetails
from sessions.model.letterhead import Letterhead
from sessions.model.session import Consensus, Rule, Small
from sessions.model.stage import Stage, StageName
from tests.stages.programme import programme, shortlist

TOP = 'title = "Winter grants"\nseats = 7\n'
REST = '[[criterion]]\nkey = "reach"\nquestion = "Will it reach people?"\n'
SHEET = "title,asked\nWarm Lunches,12500\nTea and Tablets,9000\nDoorstep Choirs,7000\n"


@pytest.fixture
def reading(tmp_path):
    def read(stage: str, top: str = ""):
        folder = tmp_path / "ours"
        folder.mkdir()
        (folder / "session.toml").write_text(f"{TOP}{top}{stage}{REST}", encoding="utf-8")
        (folder / "applications.csv").write_text(SHEET, encoding="utf-8")
        return read_session(folder)

    return read


def test_places_stand_in_for_the_pot_and_the_usual_decisions_are_there(reading):
    found = reading('[stage]\nname = "shortlist"\nplaces = 2\n')
    assert found.faults == ()
    assert found.session.stage == Stage(
        StageName.SHORTLIST, places=2, verdicts=("see them", "hold", "not this time")
    )
    assert found.session.pot == 0
    assert found.session.consensus.question == "Should this go on to the next stage?"


def test_a_stage_without_places_gives_money_and_needs_a_pot(reading):
    found = reading('[stage]\nname = "final"\n')
    assert [one.kind for one in found.faults] == ["missing-key"]


def test_places_and_a_pot_may_stand_together(reading):
    found = reading('[stage]\nname = "shortlist"\nplaces = 2\n', "pot = 5_000\n")
    assert (found.session.pot, found.session.places) == (Decimal(5000), 2)


@pytest.mark.parametrize(
    ("stage", "kind"),
    [
        ('name = "shortlst"\nplaces = 2', "unknown-word"),
        ("places = 2", "missing-key"),
        ('name = "shortlist"\nplaces = 0', "out-of-range"),
        ('name = "shortlist"\nplaces = "six"', "wrong-type"),
        ('name = "shortlist"\nplaces = 2\nverdicts = ["yes"]', "verdicts-count"),
        ('name = "shortlist"\nplaces = 2\nverdicts = ["yes", "no", "Yes"]', "twice"),
        ('name = "final"\nverdicts = ["yes", "no"]', "verdicts-without-places"),
        ('name = "shortlist"\nplaces = 2\nearlier = 1', "earlier-without-follows"),
        ('name = "shortlist"\nplaces = 2\nhead = "some words"', "head-without-follows"),
        ('name = "shortlist"\nplaces = 2\nearlier = -1\nfollows = "x"', "out-of-range"),
        ('name = "shortlist"\nplaces = 2\nplace = 2', "unknown-key"),
    ],
)
def test_each_slip_is_named_by_its_line(reading, stage, kind):
    faults = reading(f"[stage]\n{stage}\n", "pot = 5_000\n").faults
    assert kind in [one.kind for one in faults]
    assert all(one.line for one in faults)
    assert all(str(one) for one in faults)


def test_one_that_follows_another_of_which_nothing_is_here_is_warned_of(reading):
    found = reading('[stage]\nname = "shortlist"\nplaces = 2\nfollows = "abc"\n')
    assert "before-missing" in [one.kind for one in found.warnings]


def test_check_says_the_places_and_the_decisions_and_no_word_about_money(reading):
    said = check_report(reading('[stage]\nname = "shortlist"\nplaces = 2\n'))
    assert "Places: 2." in said
    assert "It decides: see them, hold, not this time. Those with the first go on." in said
    assert "£" not in said
    assert "pot" not in said


def test_check_asks_about_a_place_for_everyone(reading):
    said = check_report(reading('[stage]\nname = "shortlist"\nplaces = 3\n'))
    assert "There are 3 places for 3 applications" in said


def test_what_is_written_is_what_is_read(tmp_path):
    other = Consensus("Should it?", ("No", "Hm", "Yes"), Rule.NO_OBJECTIONS, 2, Small.OPEN)
    model = shortlist(consensus=other)
    usual = Consensus()
    same = [name for name in usual.__struct_fields__ if getattr(other, name) == getattr(usual, name)]
    assert same == [], (
        "each setting has to differ from the usual one, or one that is not written shows nowhere"
    )
    (tmp_path / "session.toml").write_text(settings_text(model, Letterhead(), {}), encoding="utf-8")
    (tmp_path / "applications.csv").write_text("ref,title,asked\nA01,One,1\nA03,Three,3\n", encoding="utf-8")
    again = read_session(tmp_path).session
    for name in (
        "title",
        "pot",
        "members",
        "criteria",
        "scale",
        "consensus",
        "ties",
        "wifi",
        "stage",
        "joining",
    ):
        assert getattr(again, name) == getattr(model, name), name


@pytest.fixture
def second(tmp_path):
    first = programme(tmp_path / "first")
    return make_stage(first, tmp_path / "second", StageWishes(StageName.FINAL)).folder


def test_check_says_what_a_stage_follows(second):
    said = check_report(read_session(second))
    assert "It follows “Small grants”, and 2 of its applications come from there." in said
    assert "Each score begins afresh." in said
    assert "It scores by questions of a stage before." in said


def test_check_says_nothing_of_questions_that_were_worded_anew(second):
    settings = second / "session.toml"
    settings.write_text(re.sub(r'question = "(Will|Is)', r'question = "Now: \1', settings.read_text()))
    model = read_session(second).session
    assert all(one.question.startswith("Now: ") for one in model.criteria), [
        one.question for one in model.criteria
    ]
    assert "It scores by questions of a stage before." not in check_report(read_session(second))


@pytest.mark.parametrize(
    ("was", "now", "kind"),
    [
        ('"u": "1"', '"u": "7/4"', "before-unfit"),
        ('"u": "1"', '"u": "1/0"', "before-unfit"),
        ('"u": "1"', '"u": "much"', "before-unfit"),
        ("Small grants", "Small\\u202egrants", "before-unfit"),
        ('"panel-tui before 1"', '"another"', "before-unfit"),
        ('"sat": [', '"sat": [0, ', "before-unfit"),
        ('"title"', '"titles"', "before-unfit"),
        ("{", "{" * 5000, "before-unfit"),
        ('"id": "', '"id": "0', "before-other"),
    ],
)
def test_a_file_of_before_that_is_not_ours_is_refused(second, was, now, kind):
    file = second / "before.json"
    text = file.read_text(encoding="utf-8")
    assert was in text
    file.write_text(text.replace(was, now, 1), encoding="utf-8")
    assert [one.kind for one in read_session(second).faults] == [kind]


def test_what_an_invitation_says_goes_on_but_for_the_days(tmp_path):
    earlier = programme(tmp_path / "ours")
    said = '[invite]\nfood = "Lunch, and cake"\nexpenses = ["Buses: we pay", "Taxis: ask"]\ndates = "3 December"\n'
    with (earlier / "session.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n{said}")
    make_stage(earlier, tmp_path / "next", StageWishes(StageName.INTERVIEW))
    assert invite_in(tmp_path / "next") == InviteDetails(
        food=("Lunch, and cake",), expenses=("Buses: we pay", "Taxis: ask")
    )
