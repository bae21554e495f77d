"""The agenda in `session.json`: as it was agreed in the morning, and beside it as it stands."""

from sessions import commands as c
from sessions.model.session import StepKind
from tests.exports.days import Day, panel
from tests.exports.made import session


def lines(rows):
    return [(row["kind"], row["ref"] or row["title"], row["minutes"]) for row in rows]


def test_an_agenda_nobody_changed_stands_as_it_was_agreed():
    told = session(Day(panel()))["session"]
    assert lines(told["agenda"]) == lines(told["steps"]) != []
    assert not any(row["left_out"] for row in told["agenda"])


def test_what_was_put_in_retimed_and_left_out_is_told_beside_what_was_agreed():
    day = Day(panel())
    agreed = session(day)["session"]["steps"]
    place = day.state.plan.position
    keys = {step.ref or step.kind.value: step.key for step in day.state.steps}
    day.do(c.AddStep(place, StepKind.NOTE, 5, "A word from\x1b[2J the mayor", after=keys["welcome"]))
    day.do(c.Retime(place, {keys["A01"]: 9}))
    day.do(c.SkipStep(place, keys["A02"]))

    told = session(day, public=True)["session"]
    assert told["steps"] == agreed
    assert ("application", "A01", 9) in lines(told["agenda"])
    assert ("application", "A01", 15) in lines(told["steps"])
    assert [row["ref"] for row in told["agenda"] if row["left_out"]] == ["A02"]
    put_in = told["agenda"][[row["kind"] for row in told["agenda"]].index("welcome") + 1]
    assert (put_in["kind"], put_in["minutes"], put_in["left_out"]) == ("note", 5, False)
    assert put_in["title"].startswith("A word from")
    assert "\x1b" not in put_in["title"]
    assert len(told["agenda"]) == len(agreed) + 1
