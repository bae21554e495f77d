"""No letter tells a group that we scored and talked about what nobody scored; whoever exports is told."""

from sessions import commands as c
from sessions.model.phases import Phase
from tests.exports.days import YES, Day, everyone, panel, read_table
from tests.exports.made import exported, page


def test_the_record_of_a_confirmed_list_says_that_nobody_scored_it():
    day = Day(panel(applications=2)).score("A01", everyone(6, c1=4)).reveal("A01").ballot("A01", YES)
    day.until(Phase.DECISION, ref="A01")
    assert "We had not looked at its scores together" in page(day)
    budget = next(step.key for step in day.state.steps if step.kind == "budget")
    day.do(c.JumpTo(day.state.plan.position, budget, sure=True)).until(Phase.CONFIRMED)
    assert "Nobody scored it." in page(day)
    assert "We had not looked at its scores together" not in page(day)


def test_there_is_no_letter_about_what_nobody_scored_and_it_is_said(tmp_path):
    day = Day(panel(applications=3)).score("A01", everyone(6, c1=4)).reveal("A01").ballot("A01", YES)
    day.until(Phase.DECISION, ref="A01")
    budget = next(step.key for step in day.state.steps if step.kind == "budget")
    day.do(c.JumpTo(day.state.plan.position, budget, sure=True))
    folder = day.until(Phase.CONFIRMED).keep(tmp_path / "s")

    report = exported(folder, formats=["letters"])

    assert [row["application"] for row in read_table(report.folder / "letters.csv")] == ["A01"]
    assert [name for name in report.files if name.endswith(".html")] == ["letters/01-A01.html"]
    assert [remark for remark in report.remarks if remark.endswith("A02, A03")]
