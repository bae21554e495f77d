"""What is taken away of an application that was withdrawn, or is not eligible: its row, its letter, and no number."""

import pytest

from sessions import commands as c
from sessions.model.details import Detail
from sessions.model.letterhead import Addressee, Letterhead
from sessions.model.phases import Phase
from sessions.model.session import OpenData, Standing
from sessions.views.record.letters import letters
from tests.exports.days import YES, Day, everyone, panel, table
from tests.exports.made import made_of, page, session, tables

IDS = OpenData("GB-CHC-1", "360G-x", "A fund")
RULE = "Rule 4: no party politics."


def a_day(how: Standing, phase: Phase = Phase.DECISION, why: str = RULE) -> Day:
    """Set the second of three aside at a phase of it, and go on to the end."""
    day = Day(panel(applications=3))
    day.score("A01", everyone(6, c1=4, c2=5)).until(Phase.DECISION, ref="A01")
    day.score("A02", everyone(6, c1=5, c2=5)).until(phase, ref="A02", tally=YES)
    day.do(c.SetApplicationAside("A02", how, why))
    day.score("A03", everyone(6, c1=2, c2=2)).until(Phase.DECISION, ref="A03")
    return day.end()


@pytest.mark.parametrize("how", Standing)
def test_its_row_says_what_became_of_it_and_has_no_number(how):
    row = {one["application"]: one for one in tables(a_day(how))["results.csv"]}["A02"]

    assert (row["outcome"], row["title"], row["reasons"]) == (how.value, "Title 2", RULE)
    filled = {name for name, cell in row.items() if cell}
    assert filled == {"application", "title", "organisation", "asked", "outcome", "reasons"}


def test_the_others_are_ranked_as_if_it_had_never_been_there():
    rows = tables(a_day(Standing.WITHDRAWN))["results.csv"]

    assert [(row["application"], row["rank"]) for row in rows] == [("A01", "1"), ("A03", "2"), ("A02", "")]


@pytest.mark.parametrize("phase", [Phase.SCORE, Phase.BALLOT, Phase.DECISION])
def test_its_scores_stay_in_what_staff_take_away_and_nowhere_else(phase):
    day = a_day(Standing.WITHDRAWN, phase)

    assert sum(row["application"] == "A02" for row in tables(day)["scores.csv"]) == 12
    assert all(row["application"] != "A02" for row in tables(day)["criteria.csv"])
    assert [one["ref"] for one in session(day)["applications"]] == ["A01", "A03"]


def test_scores_that_were_never_shown_are_not_told_while_the_day_goes_on():
    day = Day(panel(applications=3)).score("A01", everyone(6, c1=4, c2=5))
    day.do(c.SetApplicationAside("A01", Standing.WITHDRAWN, RULE))

    assert tables(day)["scores.csv"] == []
    assert session(day)["scores"] == []


def test_open_data_has_nothing_of_it():
    day = a_day(Standing.WITHDRAWN)

    published = made_of("360giving", day, open_data=IDS)["360giving.json"].decode()
    assert ("Title 1" in published, "Title 2" in published) == (True, False)
    assert "A02" not in made_of("pabulib", day)["budget.pb"].decode()


def test_in_public_it_is_named_without_why():
    day = a_day(Standing.WITHDRAWN, why="Their treasurer is ill.")

    assert "treasurer" not in page(day, public=True)
    assert "A02 Title 2: withdrawn by its applicant" in page(day, public=True)
    assert "A02 Title 2: withdrawn by its applicant: Their treasurer is ill." in page(day)
    for made in tables(day, public=True).values():
        assert all("treasurer" not in cell for row in made for cell in row.values())
    assert all(row["application"] != "A02" for row in tables(day, public=True)["rounds.csv"])


@pytest.mark.parametrize(
    ("how", "words"),
    [
        (Standing.WITHDRAWN, "You have taken it back, so the panel has not decided about it."),
        (Standing.NOT_ELIGIBLE, "It does not meet a rule of the fund this money comes from"),
    ],
)
def test_it_has_a_letter_of_its_own_that_never_says_not_this_time(how, words):
    made = made_of("letters", a_day(how))
    [row] = [one for one in table(made["letters.csv"]) if one["application"] == "A02"]

    assert (row["letter"], row["amount"], row["strength"]) == (how.value, "0", "")
    assert words in row["body"]
    assert (RULE in row["body"]) is (how is Standing.NOT_ELIGIBLE)
    for never in ("this time", "scored", "talked", "less money"):
        assert never not in row["body"]


@pytest.mark.parametrize("how", Standing)
def test_its_letter_has_an_address_and_does_not_say_that_anything_was_decided(how):
    to = {ref: Addressee(contact="Ada Ash", address=("1 High Street",)) for ref in ("A01", "A02")}
    written = {one.application: one for one in letters(a_day(how).state, Letterhead(("Our charity",)), to)}
    above = {ref: [block.words for block in one.paper.above] for ref, one in written.items()}

    assert ("Our charity",) in above["A02"]
    assert any("1 High Street" in lines for lines in above["A02"])
    assert "Dear Ada Ash," in written["A02"].body
    assert any(line.startswith("Decided on") for lines in above["A01"] for line in lines)
    assert not any(line.startswith("Decided on") for lines in above["A02"] for line in lines)


def test_the_readable_record_counts_the_others_and_names_it_apart():
    told = page(a_day(Standing.NOT_ELIGIBLE))

    assert "2 applications asked for £4,000 between them." in told
    assert "One more application was not decided on. It stands below." in told
    assert f"A02 Title 2: not eligible by the funder&#39;s rules: {RULE}" in told


def test_every_change_is_exported_with_what_it_was_what_it_is_and_why():
    day = Day(panel(applications=3)).until(Phase.READ, ref="A01")
    day.do(c.ChangeDetail(Detail.TITLE, "Thursdays", "A01", why="a slip"))
    day.do(c.ChangeDetail(Detail.ASKED, "900", "A01", why="they rang"))
    rows = tables(day.end())["interventions.csv"]

    assert [(r["what"], r["application"], r["was"], r["now"], r["why"]) for r in rows] == [
        ("changed-title", "A01", "Title 1", "Thursdays", "a slip"),
        ("changed-asked", "A01", "1000", "900", "they rang"),
    ]
    assert "It asks for £900; it was £1,000" in page(day)
    assert tables(day)["results.csv"][0]["title"] == "Thursdays"


def test_a_conflict_taken_back_stays_in_the_register_as_what_it_was():
    day = Day(panel(applications=3)).do(c.StepOut(2, "A03")).do(c.ComeBack(2, "A03", sure=True, why="no"))
    [row] = tables(day.end())["conflicts.csv"]

    assert (row["application"], row["declared"], row["stepped_out"]) == ("A03", "on the day", "")
    assert row["taken_back"].startswith("2026-12-03T")
