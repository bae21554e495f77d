"""Interviews in session.toml: whom we meet, and the questions everybody is asked."""

import pytest

from panel_tui.folder import check_report, read_session
from sessions.model.session import StepKind

FIRST = '[[step]]\nkind = "interview"\nref = "A01"\nminutes = 40\nquestions = ["Why?", "With whom?"]\n'
SECOND = '[[step]]\nkind = "interview"\nref = "a02"\nminutes = 40\n'
REST = '[[step]]\nkind = "break"\n'
END = '[[step]]\nkind = "budget"\n'


def met(reading):
    assert reading.faults == (), [str(fault) for fault in reading.faults]
    return [step for step in reading.session.steps if step.kind is StepKind.INTERVIEW]


def test_everybody_is_asked_what_the_first_is_asked(make_folder, good_toml):
    steps = met(read_session(make_folder(good_toml + FIRST + REST + SECOND + END)))
    assert [(step.ref, step.minutes, step.questions) for step in steps] == [
        ("A01", 40, ("Why?", "With whom?")),
        ("A02", 40, ("Why?", "With whom?")),
    ]


def test_without_minutes_an_interview_has_the_usual_ones(make_folder, good_toml):
    [step] = met(read_session(make_folder(good_toml + FIRST.replace("minutes = 40\n", "") + END)))
    assert step.minutes == 45


def test_applications_are_still_all_of_them_where_some_are_met_as_well(make_folder, good_toml):
    toml = good_toml + '[[step]]\nkind = "applications"\n' + FIRST + END
    reading = read_session(make_folder(toml))
    looked = [step.ref for step in reading.session.steps if step.kind is StepKind.APPLICATION]
    assert looked == ["A01", "A02", "A03"]
    assert not any("more than once" in str(fault) for fault in reading.warnings)


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('[[step]]\nkind = "interview"\nquestions = ["Why?"]\n', "whom do we meet"),
        (SECOND, "An interview needs questions"),
        (FIRST.replace("A01", "Z99"), "Z99"),
        (FIRST.replace('["Why?", "With whom?"]', '"Why?"'), "questions"),
        (
            FIRST.replace('["Why?", "With whom?"]', str([f"Why {n}?" for n in range(13)])),
            "13 questions are too many",
        ),
        ('[[step]]\nkind = "note"\nquestions = ["Why?"]\n', "questions"),
    ],
)
def test_what_is_wrong_is_refused_by_name(make_folder, good_toml, toml, said):
    faults = read_session(make_folder(good_toml + toml)).faults
    assert any(said in str(fault) for fault in faults), [str(fault) for fault in faults]


def test_check_says_what_would_tire_people_or_not_be_fair(make_folder, good_toml):
    odd = SECOND.replace("40", "20") + 'questions = ["Something else?"]\n'
    said = check_report(read_session(make_folder(good_toml + FIRST + odd + END)))
    assert "There is less after A01." in said
    assert "Not everybody is asked the same questions" in said
    assert "Not everybody has the same time" in said
