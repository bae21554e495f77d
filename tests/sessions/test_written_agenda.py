"""What was written of an agenda is told apart by all that was written: what is asked as well."""

import pytest
from msgspec.structs import replace

from sessions.model.session import Step, StepKind
from sessions.plan.only_before import written_agenda
from tests.sessions.meeting import stage
from tests.sessions.worlds import session

CLOSING = Step("felt", StepKind.CONFIDENCE, 5, questions=("confident",))


@pytest.mark.parametrize(
    "change", [{"questions": ("confident", "pace")}, {"minutes": 9}, {"title": "How was it?"}], ids=str
)
def test_a_closing_question_that_is_reworded_or_added_is_noticed(change):
    model = session()
    before = replace(model, steps=(*model.steps, CLOSING))
    after = replace(model, steps=(*model.steps, replace(CLOSING, **change)))
    assert written_agenda(before) != written_agenda(after)
    assert written_agenda(before) == written_agenda(before)


@pytest.mark.parametrize("change", [{"questions": ("Why you?",)}, {"minutes": 55}], ids=str)
def test_what_applicants_are_asked_and_for_how_long_is_noticed(change):
    model = stage()
    met = next(step for step in model.steps if step.kind is StepKind.INTERVIEW)
    other = replace(model, steps=tuple(replace(s, **change) if s is met else s for s in model.steps))
    assert written_agenda(model) != written_agenda(other)


def test_an_application_more_in_the_sheet_is_no_other_agenda():
    model = stage()
    heard = Step("a99", StepKind.APPLICATION, 15, ref="A99")
    assert written_agenda(model) == written_agenda(replace(model, steps=(*model.steps, heard)))
