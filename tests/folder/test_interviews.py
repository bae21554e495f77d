"""Interviews in session.toml: whom we meet, and the questions everybody is asked."""

import pytest
from msgspec.structs import replace

from panel_tui.folder import check_report, read_session
from panel_tui.folder.interviews_report import interview_worries
from sessions.model.session import StepKind
from sessions.model.stage import EarlierApplication, EarlierCount, EarlierStage, Stage, StageName
from sessions.plan.day_load import day_load

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


def looked_at(reading):
    assert reading.faults == (), [str(fault) for fault in reading.faults]
    assert not any("more than once" in str(fault) for fault in reading.warnings)
    return [(step.kind.value, step.ref) for step in reading.session.steps if step.ref]


def test_an_application_that_is_met_is_not_counted_again_among_all_the_others(make_folder, good_toml):
    toml = good_toml + '[[step]]\nkind = "applications"\nminutes = 20\n' + FIRST + END
    reading = read_session(make_folder(toml))
    assert looked_at(reading) == [("application", "A02"), ("application", "A03"), ("interview", "A01")]
    assert day_load(reading.session).minutes == 20 + 20 + 40 + 30  # two, the interview, the budget


def test_one_that_is_scored_before_it_is_met_has_a_step_of_its_own(make_folder, good_toml):
    own = '[[step]]\nkind = "application"\nref = "A01"\n'
    reading = read_session(make_folder(good_toml + own + '[[step]]\nkind = "applications"\n' + FIRST + END))
    assert looked_at(reading) == [
        ("application", "A01"), ("application", "A02"), ("application", "A03"), ("interview", "A01"),
    ]  # fmt: skip


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


def test_a_stage_of_interviews_in_which_nobody_is_met_is_told(make_folder, good_toml):
    stage = '[stage]\nname = "interview"\n'
    assert "nobody is met in it" in check_report(read_session(make_folder(good_toml + stage + END)))


def test_a_stage_of_interviews_with_one_is_not(make_folder, good_toml):
    stage = '[stage]\nname = "interview"\n'
    assert "nobody is met in it" not in check_report(
        read_session(make_folder(good_toml + stage + FIRST + END))
    )


@pytest.mark.parametrize(("asked", "told"), [("Should we meet them?", True), ("Should we fund this?", False)])
@pytest.mark.parametrize("later", [0, 1])
@pytest.mark.parametrize("places", [None, 3])
def test_a_ballot_that_asks_again_what_a_stage_before_asked_is_told(
    make_folder, good_toml, asked, told, later, places
):
    session = read_session(make_folder(good_toml + FIRST + END)).session
    count = EarlierCount("Should we meet them?", ("No", "Yes"), (1, 2, 3, 4, 5))
    then = EarlierApplication("A01", counts=(count,))
    session = replace(
        session,
        stage=Stage(StageName.INTERVIEW, places=places),
        before=(
            EarlierStage("an id", "words", "Shortlist", name="shortlist", carried=(then,)),
            *[EarlierStage("another", "words", "Interviews", name="interview")] * later,
        ),
        consensus=replace(session.consensus, question=asked),
    )
    assert any("as a stage before did" in one for one in interview_worries(session)) is told
