"""Today's score and the earlier one together, exactly; and counts of two stages that would give a ballot away."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from msgspec.structs import replace

from panel_tui.folder import read_session
from panel_tui.offline.next_stage import StageWishes, make_stage
from sessions import commands as c
from sessions.audit import audit
from sessions.methods.scoring import application_score
from sessions.model.session import Consensus
from sessions.model.stage import Stage, StageName
from sessions.results.budget import ranking, to_rank
from sessions.results.earlier_scores import ranked_score, score_before
from sessions.results.influence import shaped
from sessions.results.told_scores import shown_to_all
from sessions.views.earlier_scores import earlier_words, new_words
from sessions.views.record import record_view
from sessions.views.record.audience import Audience
from sessions.views.record.letters import strength_of
from sessions.views.record.results import criterion_rows
from sessions.views.record.story_stages import stages_story
from sessions.views.shapes import shapes
from sessions.views.wall.application import reveal
from sessions.views.wall.budget import budget
from sessions.views.wall.poster_inputs import Laid
from sessions.views.wall.posters import Frame
from tests.exports.days import YES
from tests.exports.made import book, made_of, material, session
from tests.exports.recompute_all import csvs
from tests.stages.programme import ProgrammeDay, lived, programme, shortlist

SAME = Consensus()  # both stages ask the very same question


def second(tmp_path, *, earlier="0", consensus=None, refs=("A01", "A02", "A03"), **how):
    """Give the model of the stage after a shortlist that was lived through."""
    model = shortlist(places=3, **({} if consensus is None else {"consensus": consensus}))
    first = programme(tmp_path / "first", model, **how)
    folder = make_stage(first, tmp_path / "second", StageWishes(StageName.FINAL, refs)).folder
    found = read_session(folder, draw=lambda: 1).session
    return replace(found, stage=replace(found.stage, earlier=Decimal(earlier)))


def scored(model, marks, *, here=7) -> ProgrammeDay:
    day = ProgrammeDay(model, here=here)
    for ref, mark in marks.items():
        day.until_step(ref)
        seats = [seat for seat in range(1, min(here, 6) + 1) if (seat, ref) not in day.state.conflicts]
        day.score(ref, {seat: {"reach": mark, "price": 3} for seat in seats}).reveal(ref)
    return day


MARKS = {"A01": 1, "A02": 3, "A03": 5}  # the other way round than before


@pytest.mark.parametrize("earlier", ["0", "1", "0.5", "3"])
def test_the_two_scores_are_weighed_as_the_formula_says(tmp_path, earlier):
    model = second(tmp_path, earlier=earlier)
    state = scored(model, MARKS).state
    then = {"A01": Fraction(1), "A02": Fraction(3, 4), "A03": Fraction(1, 2)}
    weight = Fraction(earlier)
    for ref, mark in MARKS.items():
        now = Fraction(mark - 1, 4)
        assert application_score(state.scoring[ref].sheets, model.criteria) == now
        expected = (now + weight * then[ref]) / (1 + weight)
        assert ranked_score(state, ref) == expected
        assert next(one.score for one in to_rank(state) if one.ref == ref) == expected
    order = [place.ref for place in ranking(state)]
    assert order == (["A01", "A02", "A03"] if weight == 3 else ["A03", "A02", "A01"])


def test_one_without_an_earlier_score_has_todays_alone(tmp_path):
    model = second(tmp_path, earlier="1", here=4)  # fewer than five scored then
    state = scored(model, MARKS).state
    assert ranked_score(state, "A01") == 0
    [row] = [one for one in record_view(state, codes={}).results if one.application == "A01"]
    assert (row.score, row.score_now, row.score_before) == (Decimal("1.000000"), Decimal("1.000000"), None)


def test_both_are_exported_and_can_be_worked_out_again(tmp_path):
    day = scored(second(tmp_path, earlier="0.5"), MARKS).end()
    [row] = [one for one in material(day).account.results if one.application == "A02"]
    assert (row.score_now, row.score_before) == (Decimal("3.000000"), Decimal("4.000000"))
    assert row.score == Decimal("3.333333")
    told = session(day)
    assert told["session"]["stage"]["earlier"] == Decimal("0.5")
    assert told["session"]["before"][0]["results"][0]["u"] == "1"
    assert "sure" not in str(told["session"]["before"])


@pytest.mark.parametrize(
    ("earlier", "says"),
    [
        ("0", "Each score begins afresh."),
        ("1", "both weigh the same"),
        ("0.5", "the earlier one at 0.5 times its weight"),
    ],
)
def test_what_earlier_scores_weigh_is_said_in_one_sentence(tmp_path, earlier, says):
    model = second(tmp_path, earlier=earlier)
    assert says in earlier_words(model)
    state = scored(model, MARKS).until("budget").state
    told = " ".join(budget(state, Frame("", ""), Laid()).ties)
    assert (says in told) is (earlier != "0")


def test_who_was_not_there_before_is_a_number_alone(tmp_path):
    day = ProgrammeDay(second(tmp_path, here=5), here=7)
    assert new_words(day.state) == "2 of us are new since the stage before."


@pytest.mark.parametrize("earlier", ["0", "0.5", "1"])
def test_every_csv_of_a_later_stage_comes_out_again_byte_for_byte(tmp_path, earlier):
    day = scored(second(tmp_path, earlier=earlier), MARKS).end()
    assert csvs(session(day)) == made_of("csv", day)


def test_every_csv_and_the_workbook_of_a_shortlist_come_out_again():
    day = lived()
    assert csvs(session(day)) == made_of("csv", day)
    rows = list(book(day)["Budget"].iter_rows(values_only=True))
    titles = rows[0]
    assert [row[titles.index("left")] for row in rows[1:]] == [None] * (len(rows) - 1)
    assert [row[titles.index("amount")] for row in rows[1:]] == [None] * (len(rows) - 1)
    assert [row[titles.index("decision")] for row in rows[1:3]] == ["see them", "see them"]


def ballots(model, voters, *, tally=YES):
    """Hold one ballot on the first application in which these seats vote, by phone, and give its round."""
    day = ProgrammeDay(model)
    ref = model.applications[0].ref
    day.score(ref, {seat: {"reach": 3, "price": 3} for seat in range(1, 8)}).until("ballot", ref=ref)
    n = len(voters)
    counted = c.Tally((0, 0, 0, 0, n), 0)
    order = c.Next(day.state.plan.position, sure=True, cast=n, tally=counted, voted=tuple(voters))
    day.do(order)
    return day, day.state.rounds[ref][-1]


@pytest.mark.parametrize(
    ("then", "now", "told"),
    [
        (7, (1, 2, 3, 4, 5, 6, 7), True),  # the very same
        (7, (1, 2, 3, 4, 5, 6), False),  # one fewer: the count would give that one away
        (7, (1, 2, 3, 4, 5), False),
        (5, (1, 2, 3, 4, 5, 6, 7), False),
        (5, (1, 2, 3, 4, 5), True),
    ],
)
def test_a_count_beside_one_of_an_earlier_stage_that_a_few_tell_apart_is_not_shown(tmp_path, then, now, told):
    model = second(tmp_path, consensus=SAME, refs=("A01",), here=then)
    day, held = ballots(model, now)
    assert held.outcome.value == "We agree: yes"
    assert (held.counts is not None) is told
    assert audit(day.history) is None


def test_a_count_on_another_question_is_another_matter(tmp_path):
    model = second(tmp_path, refs=("A01",))
    model = replace(model, consensus=Consensus(question="Should we fund this?"))
    _, held = ballots(model, (1, 2, 3, 4, 5, 6))
    assert held.counts is not None


def test_a_record_that_shows_such_a_count_all_the_same_is_found_out(tmp_path):
    model = second(tmp_path, consensus=SAME, refs=("A01",))
    alone = replace(model, before=(), stage=Stage(StageName.FINAL))
    day, held = ballots(alone, (1, 2, 3, 4, 5, 6))
    assert held.counts is not None
    opened = day.history[0]
    forged = [replace(opened, event=replace(opened.event, session=model)), *day.history[1:]]
    assert audit(forged) == len(forged) - 1


@pytest.mark.parametrize(("here", "told"), [(7, True), (6, False)])
def test_shapes_of_two_stages_whose_scorers_differ_by_fewer_than_five_are_not_both_shown(
    tmp_path, here, told
):
    model = second(tmp_path)
    then = {seat for shape in model.before[-1].about("A01").shapes for seat in shape.sure}
    assert then == set(range(1, 7))
    state = scored(model, {"A01": 5}, here=here - 1).state
    now = set(state.scoring["A01"].cells)
    assert (now == then) is told
    assert all(bool(shape.bars) is told for shape in shapes(state, "A01"))
    assert shown_to_all(state, "A01") is told
    words = reveal(state, Frame("", "", "", "")).summary
    assert ("it could tell how one of us scored" in words) is not told
    assert "Fewer than 5 of us scored" not in words, "five did, or more"
    [change] = shaped(state).changes
    assert (change.shown, change.alike) == ((2, 2) if told else (0, 0))
    assert bool(strength_of(state, "A01")) is told
    rows = [row for row in criterion_rows(state, Audience.PUBLIC) if row.application == "A01"]
    assert all((row.mean is not None) is told for row in rows)


def test_whose_score_is_todays_alone_is_named_where_others_have_two(tmp_path):
    model = second(tmp_path, earlier="0.5")
    [*before, last] = model.before
    assert all(score_before(model, ref) is not None for ref in ("A01", "A02", "A03"))
    assert not any("stands alone" in line for line in stages_story(model, 2).lines)
    without = tuple(replace(one, u="") if one.ref != "A02" else one for one in last.carried)
    fewer = replace(model, before=(*before, replace(last, carried=without)))
    said = " ".join(stages_story(fewer, 2).lines)
    assert f"No earlier score came with {model.called('A01')} and {model.called('A03')}:" in said
    assert "stands alone" not in " ".join(
        stages_story(replace(fewer, stage=replace(fewer.stage, earlier=Decimal(0))), 2).lines
    )
