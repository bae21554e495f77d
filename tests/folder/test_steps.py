"""The agenda as written, expanded to one step a line."""

import pytest

from panel_tui.folder import read_session
from sessions.model.session import StepKind
from sessions.plan.default_agenda import default_agenda


def steps(reading):
    assert reading.faults == (), [str(fault) for fault in reading.faults]
    return [(step.kind.value, step.minutes, step.title, step.ref) for step in reading.session.steps]


def test_applications_become_a_step_for_each_not_named_elsewhere(make_folder, good_toml):
    toml = (
        good_toml
        + '[[step]]\nkind = "welcome"\ntitle = "Hello"\n'
        + '[[step]]\nkind = "application"\nref = "a03"\nminutes = 20\n'
        + '[[step]]\nkind = "applications"\nminutes = 12\n[[step]]\nkind = "break"\n'
    )
    reading = read_session(make_folder(toml))

    assert steps(reading) == [
        ("welcome", 10, "Hello", ""),
        ("application", 20, "", "A03"),
        ("application", 12, "", "A01"),
        ("application", 12, "", "A02"),
        ("break", 10, "", ""),
    ]
    assert [step.key for step in reading.session.steps] == ["s1", "s2", "s3", "s4", "s5"]


def test_without_steps_an_agenda_with_breaks_is_made(make_folder):
    session = read_session(make_folder()).session

    assert session.steps == default_agenda(session.applications)
    assert StepKind.BREAK in {step.kind for step in session.steps}


def test_applications_never_heard_and_heard_twice_are_pointed_out(make_folder, good_toml):
    toml = good_toml + '[[step]]\nkind = "application"\nref = "A01"\n' * 2

    reading = read_session(make_folder(toml))

    assert [(w.kind, w.line) for w in reading.warnings] == [("heard-twice", 12), ("never-heard", 11)]


def test_closing_questions_are_names_of_ours_or_the_panels_own_words(make_folder, good_toml):
    asked = 'questions = ["confident", "free", "Did we hear every voice?"]\n'
    toml = good_toml + '[[step]]\nkind = "confidence"\n' * 2 + asked + '[[step]]\nkind = "applications"\n'
    morning, end, *_ = read_session(make_folder(toml)).session.steps

    assert morning.questions == ()
    assert end.questions == ("confident", "free", "Did we hear every voice?")


@pytest.mark.parametrize(
    ("asked", "kind", "meant"),
    [
        ('["confidant"]', "unknown-word", "confident"),
        ('["zzz"]', "unknown-word-bare", "confident, learned, valued, free, pace, again"),
        ('["free", "free"]', "twice", ""),
        (str([f"What of {n}?" for n in range(7)]), "out-of-range", "from 1 to 6"),
    ],
)
def test_a_closing_question_that_cannot_be_is_refused_with_what_was_meant(
    make_folder, good_toml, asked, kind, meant
):
    toml = (
        good_toml + f'[[step]]\nkind = "confidence"\nquestions = {asked}\n[[step]]\nkind = "applications"\n'
    )
    (fault,) = read_session(make_folder(toml)).faults
    assert (fault.kind, fault.meant) == (kind, meant)


def test_only_a_step_of_closing_questions_has_them(make_folder, good_toml):
    toml = good_toml + '[[step]]\nkind = "welcome"\nquestions = ["free"]\n'
    (fault,) = read_session(make_folder(toml)).faults
    assert fault.kind.startswith("unknown-key")
