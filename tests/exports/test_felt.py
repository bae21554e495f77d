"""What came of the closing questions, in every file that tells of it: bands of five or more, then and now."""

from msgspec.structs import replace

from panel_tui.exports.up_to_date import exports_beside
from panel_tui.record import RecordView
from panel_tui.record.history import history
from sessions import commands as c
from sessions import events as e
from sessions.decide.anonymous import closing_questions
from sessions.evolve import evolve
from sessions.model.phases import Phase
from sessions.model.session import Step, StepKind
from sessions.views.record import RecordFacts
from sessions.views.record.gathered import gathered
from tests.exports.days import MORNING, Day, panel, whole_day
from tests.exports.made import exported, material, page, raw, session, tables
from tests.exports.recompute_all import csvs

OWN = "=Did we hear every voice?"


def asked_twice(then: c.Gathered, now: c.Gathered) -> Day:
    """Ask the same two questions in the morning and at the end of a day with six seats, all on paper."""
    model = panel()
    first, *between, last = model.steps
    asked = [Step(f"q{n}", StepKind.CONFIDENCE, 5, questions=("free", OWN)) for n in (1, 2)]
    day = Day(replace(model, steps=(first, asked[0], *between, asked[1], last)))
    for told in (then, now):
        while day.state.plan.phase is not Phase.CONFIDENCE:
            day.press()
        day.do(c.Next(day.state.plan.position, sure=True, gathered=told))
        assert day.state.plan.phase is Phase.FELT_SHOWN
    return day


def slips(*counts: tuple[int, ...], skipped: int = 0) -> c.Gathered:
    return c.Gathered(slips=tuple(c.Tally(one, skipped) for one in counts))


THEN = slips((1, 2, 2, 1, 0), (0, 1, 1, 1, 1), skipped=0)
NOW = slips((0, 0, 1, 2, 2), (0, 0, 0, 3, 3))


def test_a_row_for_each_band_and_one_without_where_fewer_than_five_answered():
    day = asked_twice(THEN, NOW)
    rows = [(row["question"], row["moment"], row["band"], row["count"]) for row in tables(day)["felt.csv"]]
    assert rows == [
        ("free", "1", "low", "3"),
        ("free", "1", "middle", "2"),
        ("free", "1", "high", "1"),
        ("free", "2", "low", "0"),
        ("free", "2", "middle", "1"),
        ("free", "2", "high", "4"),
        ("'" + OWN, "1", "", ""),
        ("'" + OWN, "2", "low", "0"),
        ("'" + OWN, "2", "middle", "0"),
        ("'" + OWN, "2", "high", "6"),
    ]
    answers = {row["answer"] for row in tables(day)["felt.csv"] if row["question"] == "free"}
    assert answers == {"Not so much", "Partly", "Mostly"}
    assert b"1,2,2,1" not in raw(day)["felt.csv"], "points are never told, bands are"


def test_another_program_makes_the_same_table_of_session_json():
    day = asked_twice(THEN, NOW)
    assert csvs(session(day))["felt.csv"] == raw(day)["felt.csv"]


def test_the_readable_record_tells_each_question_then_and_now():
    told = page(asked_twice(THEN, NOW))
    assert ">How it is for us</h2>" in told
    assert "Do you feel free to decide as you see it?" in told
    assert "“Mostly”: at first 1 of us, now 4." in told


def test_many_rooms_have_the_same_bands():
    rows = gathered(
        material(asked_twice(THEN, NOW)).account, RecordFacts("x", 3), head="", program="", proof="record"
    ).felt
    assert [(row.question, row.moment, row.band, row.count) for row in rows][:6] == [
        ("free", 1, "low", 3),
        ("free", 1, "middle", 2),
        ("free", 1, "high", 1),
        ("free", 2, "low", 0),
        ("free", 2, "middle", 1),
        ("free", 2, "high", 4),
    ]
    assert [(row.question, row.moment) for row in rows[6:]] == [(OWN, 2)] * 3
    assert all(row.point is None for row in rows)


def test_an_earlier_versions_total_is_that_of_how_confident_we_feel():
    day = whole_day()
    model = panel()
    step = Step("asked", StepKind.CONFIDENCE, 5)
    old = Day(replace(model, steps=(step, *model.steps)))
    old.press()
    assert closing_questions(old.state) == ("confident",)
    told = e.ConfidenceClosed("asked", 6, (0, 1, 2, 3, 0), 0)
    state = evolve(old.state, e.Stamped(MORNING, told))
    assert state.plan.phase is Phase.CONFIDENCE_SHOWN
    assert [(one.question, one.counts, one.cant_say) for one in state.felt] == [
        ("confident", (0, 1, 2, 3, 0), 0)
    ]
    assert session(day)["session"]["felt"] == []


def test_verify_compares_what_an_export_says_of_it_in_a_welsh_session_too(tmp_path):
    day = asked_twice(THEN, NOW)
    welsh = replace(day.state.model, language="cy")
    again = Day(welsh)
    for told in (THEN, NOW):
        while again.state.plan.phase is not Phase.CONFIDENCE:
            again.press()
        again.do(c.Next(again.state.plan.position, sure=True, gathered=told))
    folder = again.keep(tmp_path / "panel")
    made = exported(folder, formats=["csv", "json"]).folder
    found = list(exports_beside(folder, *read(folder)))
    assert [sound for _, sound in found] == [True], found
    (made / "felt.csv").write_text("question\r\n", encoding="utf-8-sig")
    assert [sound for _, sound in exports_beside(folder, *read(folder))] == [False]


def read(folder):
    view = RecordView.read(folder / "record.jsonl")
    return view, tuple(history(view.entries))
