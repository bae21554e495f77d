"""The third stage of a programme: what it is told of the second is what the second was shown, and no more."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from panel_tui.folder import read_session
from panel_tui.folder.earlier_stages import before_bytes
from panel_tui.offline.next_stage import StageWishes, make_stage
from panel_tui.offline.stage_link import stage_link
from sessions.model.stage import StageName
from sessions.results.carried_to_next_stage import every_shape
from sessions.views.shapes import shapes
from tests.stages.programme import lived, programme


def second_of(tmp_path, *, here=7):
    """Live through two stages scored by the same questions, the second by so many; give its folder and its day."""
    first = programme(tmp_path / "first")
    wishes = StageWishes(StageName.INTERVIEW, ("A01", "A03"), places=1)
    folder = make_stage(first, tmp_path / "second", wishes).folder
    model = read_session(folder, draw=lambda: 1).session
    asked = replace(model.consensus, question="Having met them: should this go on?")
    model = replace(model, consensus=asked, stage=replace(model.stage, earlier=Decimal("0.5")))
    day = lived(model, here=here)
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
