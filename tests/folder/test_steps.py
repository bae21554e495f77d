"""The agenda as written, expanded to one step a line."""

from panel_tui.folder import read_session
from sessions.agenda import default_agenda
from sessions.model import StepKind


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
