"""The invitation: its hours are those of `check`, it claims nothing nobody said, and it is one page to hold."""

from __future__ import annotations

import datetime as dt
import random
import re
from decimal import Decimal

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from panel_tui.cli import panel_tui
from panel_tui.folder import FolderReading, check_report, read_session
from panel_tui.folder.plan_in_force import FolderRefused
from panel_tui.offline.invite import make_invitation
from panel_tui.system.errors import Unable
from screens.paper.invitation import easy_invitation_sheet, invitation_sheet
from screens.paper.press import sheet_as_page, sheet_as_pdf
from sessions.model.invite import InviteDetails
from sessions.model.session import Application, Member, Small, Step, StepKind
from sessions.model.stage import EarlierStage, Stage, StageName
from sessions.views.paper.easy_invitation import easy_invitation
from sessions.views.paper.invitation import invitation
from sessions.wording import speaking
from tests.exports.days import Day, panel
from tests.paper.pdf import Tags, heard, pages, squeezed
from tests.wording.made_up import DATA, LATIN, LOUD, make_up

GIVEN = InviteDetails(
    food=("Soup and bread", "Tell us what you cannot eat"),
    expenses=("Bus fares in cash on the day",),
    access=("Step-free, with a hearing loop",),
    contact=("Ann, 0113 496 0000",),
    kept=("Six years",),
    dates=("Interviews: 14 January 2027",),
)


def generated(seed):
    """Make up a session of one day or a few, with breaks of any length and summaries of any."""
    chance = random.Random(seed)
    applications = tuple(
        Application(
            f"A{n:02d}", f"Title {n}", Decimal(1000 * n), summary="word " * chance.choice((0, 90, 700))
        )
        for n in range(1, chance.randint(2, 12))
    )
    steps = [Step("w", StepKind.WELCOME, chance.randint(5, 30))]
    day = dt.date(2026, 12, 3) if chance.random() < 0.8 else None
    for n, one in enumerate(applications):
        steps.append(Step(f"a{n}", StepKind.APPLICATION, chance.randint(10, 45), ref=one.ref))
        kind = chance.random()
        if kind < 0.4:
            steps.append(Step(f"b{n}", StepKind.BREAK, chance.randint(5, 60)))
        elif kind < 0.5:
            start = dt.time(chance.randint(9, 13), 30)
            steps.append(Step(f"n{n}", StepKind.OVERNIGHT, 0, next=dt.date(2026, 12, 4 + n), start=start))
    steps.append(Step("c", StepKind.CLOSING, 10))
    start = dt.time(chance.randint(8, 12), chance.choice((0, 15)))
    return replace(panel(applications=applications), steps=tuple(steps), date=day, start=start)


def figures(said):
    """Give every figure of a text that is about time, as it is written."""
    lengths = re.findall(r"\b\d+ h(?: \d+ min)?|\b\d+ min\b", said)
    return {*lengths, *re.findall(r"\b\d+:\d\d\b", said), *re.findall(r"\b(\d+) minutes", said)}


def plain_words(page):
    return "\n".join(line for part in page.parts for line in (part.heading, *part.lines, *part.blanks))


def easy_words(page):
    return "\n".join(words for line in page.lines for words in (*line.words, line.blank))


@pytest.mark.parametrize("seed", range(40))
def test_every_figure_is_one_that_check_says_and_none_of_its_own_is_missing(seed):
    model = generated(seed)
    said = check_report(FolderReading(model))
    day = said.split("\n\n")[1]  # what check says of the day, or of each
    asked = invitation(model, InviteDetails())

    assert figures(plain_words(asked)) == figures(day) - {"0"}  # no break is said in words
    stretch = re.search(r"longest stretch without one is (\d+) minutes", day)[1]
    assert figures(easy_words(easy_invitation(model, InviteDetails()))) | {stretch} == figures(day) - {"0"}
    count = re.search(r"Breaks: (\d+)", day)[1]
    told = {"0": "No break is planned", "1": "There is one break"}.get(count, f"There are {count} breaks")
    assert told in plain_words(asked)


def test_a_longer_day_is_a_longer_day_on_the_page():
    short, long = (invitation(replace(generated(1), steps=generated(1).steps[:n]), GIVEN) for n in (2, 99))

    assert figures(plain_words(short)) != figures(plain_words(long))


def test_what_only_the_organisers_know_is_a_line_to_fill_in():
    asked = invitation(panel(), InviteDetails())

    assert asked.blanks == (
        "Date",
        "Where",
        "Food and drink",
        "Your costs, such as travel or care",
        "Getting there and getting in",
        "How long this is kept",
        "To say yes, or to ask",
    )
    for promised in ("lunch", "fares", "pay", "free of charge"):
        assert promised not in plain_words(asked).casefold()


@pytest.mark.parametrize("write", [plain_words, easy_words])
def test_what_they_said_stands_there_in_their_words(write):
    model = replace(panel(place="Holbeck"), date=dt.date(2026, 12, 3))
    page = invitation(model, GIVEN) if write is plain_words else easy_invitation(model, GIVEN)
    said = write(page)

    for words in ("Soup and bread", "Bus fares", "Step-free", "0113 496 0000", "14 January", "Holbeck"):
        assert words in said
    assert "Thursday 3 December 2026" in said
    assert ("Six years" in said) is (write is plain_words)


def test_the_page_says_what_is_kept_and_that_it_may_not_be_ones_cup_of_tea():
    said = plain_words(invitation(panel(), GIVEN))

    for words in (
        "number of your seat",
        "Ballots are secret",
        "It may not be your cup of tea, and that is fine",
    ):
        assert words in said
    assert "cup of tea" in easy_words(easy_invitation(panel(), GIVEN))


def test_a_panel_without_ballots_is_promised_none():
    for write, page in ((plain_words, invitation), (easy_words, easy_invitation)):
        assert "vote" not in write(page(panel(seats=4), GIVEN)).casefold()
        assert "ballot" not in write(page(panel(seats=4), GIVEN)).casefold()


def test_what_does_not_happen_is_not_said():
    said = plain_words(invitation(panel(), GIVEN))
    small = replace(panel(seats=4), consensus=replace(panel().consensus, small=Small.OPEN))
    labelled = replace(panel(), members=(Member(1, "Window"), *panel().members[1:]))

    assert "Meet" not in said
    assert "turned over only if all of us agree" not in said
    assert "turned over only if all of us agree" in plain_words(invitation(small, GIVEN))
    assert "what some seats are called" not in said
    assert "That is in no record" in plain_words(invitation(labelled, GIVEN))
    assert "stays in the record" in plain_words(invitation(labelled, GIVEN, labels_recorded=True))


def test_the_programme_and_the_stages_that_are_known_are_named():
    earlier = (
        EarlierStage("id", "head", "First look", date="2026-11-05"),
        EarlierStage("id", "head", "Talk"),
    )
    model = replace(panel(), programme="Good Ageing", stage=Stage(StageName.INTERVIEW), before=earlier)
    said = plain_words(invitation(model, InviteDetails()))

    for words in (
        "“Good Ageing”",
        "“interviews”",
        "First look, Thursday 5 November 2026.",
        "Before it: Talk.",
    ):
        assert words in said


def test_a_shortlist_says_places_and_no_money():
    model = replace(
        panel(), pot=Decimal(0), stage=Stage(StageName.SHORTLIST, places=1, verdicts=("yes", "no"))
    )

    for said in (plain_words(invitation(model, GIVEN)), easy_words(easy_invitation(model, GIVEN))):
        assert "next stage" in said
        assert "£" not in said
    assert "This one is called “shortlist”" in plain_words(invitation(model, GIVEN))


@pytest.mark.parametrize("seats", [4, 6])
def test_in_a_made_up_language_no_english_is_left(seats):
    make_up()
    model = replace(panel(seats=seats, title=DATA, place=DATA), date=dt.date(2026, 12, 3))
    model = replace(model, steps=(*model.steps, Step("met", StepKind.INTERVIEW, 30, ref="A01")))
    with speaking(LOUD):
        said = plain_words(invitation(model, InviteDetails(), (DATA,)))
        said += easy_words(easy_invitation(model, InviteDetails()))
    assert DATA in said
    assert not LATIN.search(said)


@pytest.mark.parametrize("given", [GIVEN, InviteDetails()], ids=["all known", "nothing known"])
@pytest.mark.parametrize("days", [1, 3])
def test_each_is_one_page_whose_words_are_heard_in_order(given, days):
    model = generated(7)
    night = Step("x", StepKind.OVERNIGHT, 0, next=dt.date(2026, 12, 20))
    steps = [step for step in model.steps if step.kind is not StepKind.OVERNIGHT]
    for n in range(days - 1):
        steps.insert(3 * (n + 1), replace(night, key=f"x{n}"))
    model = replace(model, steps=tuple(steps), title="Connecting Neighbours, second round")
    page, easy = invitation(model, given, ("Welsh",)), easy_invitation(model, given)

    for sheet, words in (
        (invitation_sheet("en", page), plain_words(page)),
        (easy_invitation_sheet("en", easy), easy_words(easy)),
    ):
        pdf = sheet_as_pdf(sheet).pdf
        assert pages(pdf) == 1
        assert squeezed(words) in heard(pdf).replace("•", "")
        assert Tags(pdf).title == sheet.title
        assert min(Tags(pdf).sizes()) >= 10.5
        assert all(line in sheet_as_page(sheet) for line in words.splitlines() if not set(line) & set("'&“”"))


SETTINGS = """
title = "A panel"
pot = 1500
seats = 6
[[criterion]]
key = "reach"
question = "Will it reach people?"
[invite]
food = "Soup"
contact = ["Ann", "0113 496 0000"]
"""


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "panel"
    made.mkdir()
    (made / "session.toml").write_text(SETTINGS)
    (made / "applications.csv").write_text("title,asked\nWarm Lunches,1000\nTea and Tablets,2000\n")
    return made


def asked_for(folder, to, *more):
    return CliRunner().invoke(panel_tui, ["invite", str(folder), "--to", str(to), *more])


NAMES = ["invitation-easy-read.html", "invitation-easy-read.pdf", "invitation.html", "invitation.pdf"]


def test_the_command_makes_four_files_and_leaves_the_folder_as_it_was(folder, tmp_path):
    before = sorted(path.name for path in folder.iterdir())
    done = asked_for(folder, tmp_path / "out")

    assert done.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == NAMES
    assert sorted(path.name for path in folder.iterdir()) == before
    assert "Not known, so left as lines to fill in: Date; Where; Your costs" in done.output
    page = (tmp_path / "out" / "invitation.html").read_text(encoding="utf-8")
    assert "Food and drink: Soup" in page
    assert "Ann · 0113 496 0000" in page


def test_it_is_made_after_the_first_seat_as_well_by_the_plan_that_counts(folder, tmp_path):
    model = read_session(folder).session
    Day(model).keep(folder)
    (folder / "session.toml").write_text(SETTINGS.replace("pot = 1500", "pot = 9000"))
    before = (folder / "record.jsonl").read_bytes()

    assert asked_for(folder, tmp_path / "out").exit_code == 0
    page = (tmp_path / "out" / "invitation.html").read_text(encoding="utf-8")
    assert "£1,500" in page
    assert "£9,000" not in page
    assert (folder / "record.jsonl").read_bytes() == before


def test_one_of_a_rehearsal_says_so(folder, tmp_path):
    from sessions import commands as c

    model = replace(read_session(folder).session, title="REHEARSAL: A panel", rehearsal=True)
    day = Day(model, here=0)
    day.do(c.TakePaperSeat(1)).keep(folder)
    make_invitation(folder, tmp_path / "out")

    for name in ("invitation.html", "invitation-easy-read.html"):
        assert "REHEARSAL: A panel" in (tmp_path / "out" / name).read_text(encoding="utf-8")


def test_it_is_not_put_into_the_sessions_own_folder(folder):
    done = asked_for(folder, folder / "out")

    assert done.exit_code == 1
    assert not (folder / "out").exists()


def test_it_can_be_in_another_language_and_only_in_one_we_speak(folder, tmp_path):
    assert asked_for(folder, tmp_path / "cy", "--language", "cy").exit_code == 0
    assert '<html lang="cy"' in (tmp_path / "cy" / "invitation.html").read_text(encoding="utf-8")
    with pytest.raises(Unable, match="We speak: en, cy"):
        make_invitation(folder, tmp_path / "none", "welsh")
    assert not (tmp_path / "none").exists()


def test_a_slip_in_its_settings_is_named_by_line(folder, tmp_path):
    (folder / "session.toml").write_text(SETTINGS.replace("food =", "fod ="))

    with pytest.raises(FolderRefused, match="line 9: There is no setting called “fod”"):
        make_invitation(folder, tmp_path / "out")
    assert not (tmp_path / "out").exists()
