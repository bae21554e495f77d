"""The third stage of a programme: what it is told of the second is what the second was shown, and no more."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from msgspec.structs import replace

from panel_tui.cli.stage import stage_report
from panel_tui.folder import read_session
from panel_tui.folder.earlier_stages import before_bytes
from panel_tui.folder.stage_report import stage_lines
from panel_tui.offline.next_stage import StageWishes, make_stage
from panel_tui.offline.stage_link import stage_link
from sessions import commands as c
from sessions.model.decisions import ByQuestion, OnQuestion, Verdict
from sessions.model.invite import InviteDetails
from sessions.model.stage import StageName
from sessions.results.budget import ranking
from sessions.results.carried_to_next_stage import every_shape
from sessions.results.earlier_scores import ranked_score
from sessions.views.paper.invitation import invitation
from sessions.views.record import record_view
from sessions.views.record.story_stages import stages_story
from sessions.views.shapes import shapes
from sessions.views.wall.budget import budget
from sessions.views.wall.poster_inputs import Laid
from sessions.views.wall.posters import Frame
from tests.stages.programme import ProgrammeDay, lived, programme


def marked(model, marks) -> ProgrammeDay:
    """Let six give each application a mark."""
    day = ProgrammeDay(model)
    for ref, mark in marks.items():
        day.until_step(ref)
        day.score(ref, {seat: {"reach": mark, "price": 3} for seat in range(1, 7)}).reveal(ref)
    return day


def second_of(tmp_path, *, here=7, marks=None):
    """Live through two stages scored by the same questions, the second by so many; give its folder and its day."""
    first = programme(tmp_path / "first")
    wishes = StageWishes(StageName.INTERVIEW, ("A01", "A03"), places=1)
    folder = make_stage(first, tmp_path / "second", wishes).folder
    model = read_session(folder, draw=lambda: 1).session
    asked = replace(model.consensus, question="Having met them: should this go on?")
    model = replace(model, consensus=asked, stage=replace(model.stage, earlier=Decimal("0.5")))
    day = lived(model, here=here) if marks is None else marked(model, marks).end()
    day.keep(folder)
    return folder, day


def third_of(second, tmp_path):
    folder = make_stage(second, tmp_path / "third", StageWishes(StageName.FINAL, ("A01", "A03"))).folder
    return folder, read_session(folder, draw=lambda: 1).session


@pytest.mark.parametrize(("here", "told"), [(7, True), (5, False)])
def test_shapes_that_the_second_stage_kept_back_do_not_go_on_to_the_third(tmp_path, here, told):
    second, day = second_of(tmp_path, here=here)
    assert any(shape.bars for shape in shapes(day.state, "A01")) is told
    _, model = third_of(second, tmp_path)
    assert bool(model.before[-1].about("A01").shapes) is told
    assert model.before[0].about("A01").shapes, "those of the first stage were seen"


def test_a_third_stage_that_an_earlier_version_made_with_such_shapes_still_follows(tmp_path):
    second, day = second_of(tmp_path, here=5)
    third, model = third_of(second, tmp_path)
    [*before, last] = model.before
    with_all = tuple(replace(one, shapes=every_shape(day.state, one.ref)) for one in last.carried)
    assert all(one.shapes for one in with_all)
    (third / "before.json").write_bytes(before_bytes((*before, replace(last, carried=with_all))))
    assert all(one.sound for one in stage_link(third, second))


def test_a_strength_and_a_doubt_go_on_as_reasons_do(tmp_path):
    said = ByQuestion(OnQuestion("reach", "They ring you up."), OnQuestion("price", "Dear."))
    orders = [
        c.RecordDecision("A01", Verdict.CHOSEN, reasons="We want to meet them."),
        c.SayByQuestion("A01", said),
    ]
    first = programme(tmp_path / "first", before_the_list=orders)
    folder = make_stage(first, tmp_path / "second", StageWishes(StageName.FINAL)).folder
    [stage] = read_session(folder).session.before
    assert stage.about("A01").reasons == (
        "We want to meet them.\n"
        "A strength. Will it reach people? They ring you up.\n"
        "A doubt. Is the price fair? Dear."
    )
    assert all(one.sound for one in stage_link(folder, first))
    as_before = tuple(replace(one, reasons=one.reasons.partition("\n")[0]) for one in stage.carried)
    (folder / "before.json").write_bytes(before_bytes((replace(stage, carried=as_before),)))
    assert all(one.sound for one in stage_link(folder, first)), "a folder of an earlier version has not both"


def test_where_no_earlier_score_came_along_none_is_said_to_count(tmp_path):
    second, _ = second_of(tmp_path, here=5)  # one fewer than at the first stage: no score of it is told
    _, model = third_of(second, tmp_path)
    assert model.stage.earlier == Decimal("0.5")
    assert not any(one.u for one in model.before[-1].carried)
    words = "An earlier score was to count, and none came along. This stage's stands alone."
    assert stages_story(model, 2).lines == (words,)
    assert words in stage_lines(model)
    state = lived(model, until_the_end=False).until("budget").state
    assert budget(state, Frame("", ""), Laid()).ties == ()
    assert record_view(state, codes={}).results[0].score_before is None


def test_the_command_says_that_scores_which_were_kept_back_do_not_go_on(tmp_path):
    second, _ = second_of(tmp_path, here=5)
    made = make_stage(second, tmp_path / "third", StageWishes(StageName.FINAL, ("A01", "A03")))
    assert made.without_score == ("A01", "A03")
    told = stage_report(made, adjustments_there=False)
    assert "No score goes on for A01, A03:" in told
    assert "kept back since not quite the same people gave them as before" in told


def test_check_names_whose_score_is_todays_alone(tmp_path):
    second, _ = second_of(tmp_path)
    _, model = third_of(second, tmp_path)
    [*before, last] = model.before
    one, other = last.carried
    fewer = replace(model, before=(*before, replace(last, carried=(one, replace(other, u="")))))
    told = " ".join(stage_lines(fewer))
    assert "the earlier one at 0.5 times its weight" in told
    assert f"No earlier score came with {model.called(other.ref)}: there this stage's stands alone." in told


def test_the_score_that_the_second_stage_went_by_weighs_at_the_third(tmp_path):
    second, _ = second_of(tmp_path, marks={"A01": 1, "A03": 5})  # u: 1 and then 0; 1/2 and then 1
    _, model = third_of(second, tmp_path)
    then = {ref: model.before[-1].about(ref).score for ref in ("A01", "A03")}
    assert then == {"A01": Fraction(1, 3), "A03": Fraction(5, 6)}, "(0 + 1/2) / 1.5 and (1 + 1/4) / 1.5"
    state = marked(model, {"A01": 3, "A03": 1}).state
    assert ranked_score(state, "A01") == Fraction(4, 9), "(1/2 + 1/6) / 1.5"
    assert ranked_score(state, "A03") == Fraction(5, 18), "(0 + 5/12) / 1.5"
    assert [place.ref for place in ranking(state)] == ["A01", "A03"]


def test_a_later_stage_does_not_say_that_its_applications_are_all_that_came_in(tmp_path):
    second, day = second_of(tmp_path)
    invited = " ".join(invitation(day.state.model, InviteDetails()).parts[0].lines)
    assert "There are 2 applications. A panel chooses together" in invited
    _, model = third_of(second, tmp_path)
    told = [stage.lines[0] for stage in stages_story(model, 2).stages]
    assert told == [f"There were {n} applications there, and 2 of them are here now." for n in (4, 2)]
    assert "came in" not in " ".join((invited, *told))
