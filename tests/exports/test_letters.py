"""Each applicant gets a letter: the decision, one strength first, and the reasons in the panel's own words."""

from decimal import Decimal

import pytest

from panel_tui.exports import ExportRefused
from sessions import commands as c
from sessions.model.decisions import Verdict
from sessions.model.phases import Phase
from sessions.model.session import Application, Criterion, Scale
from tests.exports.days import ONE_ALONE, SPLIT, YES, Day, everyone, panel, read_table, table, whole_day
from tests.exports.made import exported, made_of

OUTCOMES = {
    "A01": ("award", Verdict.FUND, {}),
    "A02": ("award-less", Verdict.PART, {"amount": Decimal("300.50")}),
    "A03": ("defer", Verdict.RESERVE, {}),
    "A04": ("decline", Verdict.NOT_NOW, {}),
}
SHEET = {"c1": 5, "c2": 4}


def decided(*, tally=YES, sheets=None, **more) -> Day:
    """Decide the four ways there are, each with its reasons, and confirm the list."""
    day = Day(panel(applications=4, **more))
    for ref, (_letter, verdict, amount) in OUTCOMES.items():
        day.score(ref, sheets or everyone(6, **SHEET)).reveal(ref).ballot(ref, tally).until(
            Phase.DECISION, ref=ref
        )
        day.decide(ref, verdict, reasons=f"Because of {ref}.\nAnd so on.", conditions=f"If {ref}.", **amount)
    return day.until(Phase.CONFIRMED)


def rows(day):
    return {row["application"]: row for row in table(made_of("letters", day)["letters.csv"])}


def page(day, ref):
    made = made_of("letters", day)
    [name] = [name for name in made if name.endswith(f"-{ref}.html")]
    return made[name].decode()


@pytest.mark.parametrize("ref", OUTCOMES)
def test_each_outcome_has_its_own_letter(ref):
    row = rows(decided())[ref]

    assert row["letter"] == OUTCOMES[ref][0]
    assert row["reasons"] == f"Because of {ref}.\nAnd so on."
    assert row["conditions"] == f"If {ref}."


def test_money_is_a_number_for_programs_and_is_said_for_people():
    row = rows(decided())["A02"]

    assert (row["asked"], row["amount"]) == ("2000", "300.50")
    assert (row["asked_said"], row["amount_said"]) == ("£2,000", "£300.50")
    assert "We have decided to give you £300.50. You asked for £2,000." in row["body"]


@pytest.mark.parametrize("ref", OUTCOMES)
def test_a_strength_comes_first_then_the_decision_then_the_reasons(ref):
    body = rows(decided())[ref]["body"]

    strength, reasons = (
        body.index("“Question 1?” Most of us said: Completely."),
        body.index(f"Because of {ref}."),
    )
    assert body.index("Dear all at Group") < strength < body.index("in the panel's own words") < reasons


@pytest.mark.parametrize(("conditions", "idle"), [("", True), ("Once the lease is signed.", False)])
def test_a_reserve_with_conditions_is_not_told_that_there_is_nothing_to_do(conditions, idle):
    day = Day(panel(applications=1)).score("A01", everyone(6, **SHEET)).reveal("A01").ballot("A01", YES)
    day.until(Phase.DECISION, ref="A01").decide("A01", Verdict.RESERVE, conditions=conditions)
    body = rows(day.until(Phase.CONFIRMED))["A01"]["body"]

    assert "If money comes free, we will write to you again." in body
    assert ("You need not do anything." in body) is idle


@pytest.mark.parametrize(("counts", "named"), [(True, "Talked about?"), (False, "Counts?")])
def test_a_question_that_counts_speaks_for_it_before_one_that_was_only_talked_about(counts, named):
    criteria = (
        Criterion("c1", "Counts?", Scale()),
        Criterion("c2", "Talked about?", Scale(), counted=counts),
    )
    row = rows(decided(criteria=criteria, sheets=everyone(6, c1=4, c2=5)))["A01"]

    assert f"We asked ourselves: “{named}”" in row["strength"]


def test_where_nothing_was_scored_high_by_most_no_strength_is_made_up():
    row = rows(decided(sheets=everyone(6, c1=2, c2=3)))["A04"]

    assert row["strength"] == ""
    assert "spoke for it" not in row["body"]


def test_where_fewer_than_five_scored_no_strength_is_told():
    assert rows(decided(sheets=everyone(4, **SHEET)))["A01"]["strength"] == ""


@pytest.mark.parametrize("ref", OUTCOMES)
def test_the_page_says_all_that_the_mail_merge_says(ref):
    day = decided()
    written = page(day, ref)

    for paragraph in rows(day)[ref]["body"].replace("'", "&#39;").split("\n"):
        assert paragraph in written


def test_the_table_says_where_each_page_is():
    made = made_of("letters", decided())

    assert {row["file"] for row in table(made["letters.csv"])} == {
        name for name in made if name.endswith(".html")
    }


def test_no_letter_tells_a_seat_or_a_ballot():
    """Whoever cast what, and whoever sat where, the letters are the same to the letter."""
    one = everyone(6, **SHEET) | {1: {"c1": 1, "c2": 1}}
    other = everyone(6, **SHEET) | {5: {"c1": 1, "c2": 1}}

    letters = [
        made_of("letters", decided(tally=tally, sheets=sheets))
        for tally, sheets in ((YES, one), (SPLIT, one), (ONE_ALONE, other))
    ]

    text = [{name: made for name, made in one.items() if not name.endswith(".pdf")} for one in letters]
    assert text[0] == text[1] == text[2]


def test_reasons_written_beside_ballots_are_in_no_letter():
    tally = c.Tally((0, 0, 0, 0, 6), 0, ("Marmalade",))

    assert all(b"Marmalade" not in made for made in made_of("letters", decided(tally=tally)).values())


def test_a_groups_own_words_take_the_place_of_ours_also_after_the_day(tmp_path):
    folder = whole_day().keep(tmp_path / "s")
    (folder / "wording.toml").write_text('"letters.dear" = "Bore da {name},"\n', encoding="utf-8")

    report = exported(folder, formats=["letters"])

    assert all(row["body"].startswith("Bore da Group") for row in read_table(report.folder / "letters.csv"))


def test_a_slip_in_those_words_is_said_and_ours_are_used(tmp_path):
    folder = whole_day().keep(tmp_path / "s")
    (folder / "wording.toml").write_text('"letters.deer" = "Oh"\n', encoding="utf-8")

    report = exported(folder, formats=["letters"])

    assert any("wording.toml" in remark for remark in report.remarks)
    assert all(row["body"].startswith("Dear all at") for row in read_table(report.folder / "letters.csv"))


def test_before_the_list_is_confirmed_there_are_none(tmp_path):
    folder = Day(panel()).score("A01", everyone(6, c1=4)).until(Phase.DECISION, ref="A01").keep(tmp_path)

    report = exported(folder)
    with pytest.raises(ExportRefused, match="not been confirmed"):
        exported(folder, formats=["letters"])

    assert not [name for name in report.files if "letters" in name]
    assert any(remark.startswith("Left out: letters.") for remark in report.remarks)


def test_letters_of_a_list_that_was_opened_again_do_not_stay(tmp_path):
    day = whole_day()
    folder = day.keep(tmp_path / "s")
    where = exported(folder, tmp_path / "out").folder
    assert (where / "letters").is_dir()

    again = Day(panel()).score("A01", everyone(6, c1=4)).reveal("A01").keep(tmp_path / "again")
    exported(again, where)

    assert not (where / "letters").exists()
    assert not (where / "letters.csv").exists()


def test_letters_are_never_public(tmp_path):
    folder = whole_day().keep(tmp_path / "s")
    where = exported(folder, tmp_path / "out").folder

    exported(folder, where, public=True)
    with pytest.raises(ExportRefused, match="one applicant alone"):
        exported(folder, public=True, formats=["letters"])

    assert not (where / "letters").exists()


def test_a_ref_that_is_no_file_name_leads_nowhere_else(tmp_path):
    odd = Application("../../A01", "Up", Decimal(5))
    day = Day(panel(applications=(odd,))).until(Phase.CONFIRMED)
    folder = day.keep(tmp_path / "s")

    report = exported(folder, tmp_path / "out" / "deep", ["letters"])

    assert [name for name in report.files if name.endswith(".html")] == ["letters/01-A01.html"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "s"]


def test_each_letter_speaks_the_sessions_language():
    assert '<html lang="cy"' in page(decided(language="cy"), "A01")


def test_who_is_told_conditions_is_not_told_that_nothing_need_be_done():
    told, untold = decided(), Day(panel(applications=4))
    assert "need not do anything" not in page(told, "A03")
    assert "What is said above would then go with it." in page(told, "A03")
    untold.score("A03", everyone(6, **SHEET)).reveal("A03").until(Phase.DECISION, ref="A03")
    untold.decide("A03", Verdict.RESERVE)
    assert "You need not do anything." in page(untold.until(Phase.CONFIRMED), "A03")
