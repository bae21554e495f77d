"""What a plan of interviews asks of people is said before the day, and whether everybody is treated alike."""

from msgspec.structs import replace

from panel_tui.folder.interviews_report import interview_worries
from sessions.model.session import Step, StepKind
from tests.sessions.meeting import interview, stage

REST = Step("rest", StepKind.BREAK, 10)
NIGHT = Step("night", StepKind.OVERNIGHT, 0)


def worries(*steps):
    return list(interview_worries(replace(stage(applications=8), steps=steps)))


def met(*numbers, rest=REST):
    return [one for n in numbers for one in (interview(n), replace(rest, key=f"rest{n}"))]


def test_six_a_day_with_ten_minutes_between_worry_nobody():
    assert worries(*met(1, 2, 3, 4, 5, 6)) == []


def test_a_seventh_on_one_day_is_too_many_and_is_not_with_a_night_between():
    assert worries(*met(1, 2, 3, 4, 5, 6, 7)) == [
        "Day 1 has 7 interviews. More than 6 tire people, and the last are heard less well."
    ]
    assert worries(*met(1, 2, 3), NIGHT, *met(4, 5, 6, 7)) == []


def test_less_than_ten_minutes_between_two_is_said_and_by_name():
    [said] = worries(*met(1, 2, rest=replace(REST, minutes=9)), interview(3))
    assert said.endswith("There is less after A01, A02.")


def test_a_night_is_rest_enough():
    assert worries(interview(1), NIGHT, interview(2)) == []


def test_other_questions_and_other_minutes_are_named():
    odd = interview(3, minutes=30, questions=("Why?",))
    assert worries(*met(1, 2), odd) == [
        "Not everybody is asked the same questions: look at A03.",
        "Not everybody has the same time: look at A03.",
    ]
