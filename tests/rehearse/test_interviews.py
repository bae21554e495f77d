"""An interview with pretend members over the real pages: they sit through it, then score and vote."""

from panel_tui.demo import copy_demo
from panel_tui.record import Record
from panel_tui.record.history import history
from panel_tui.rehearse import Leaning
from sessions.audit import audit
from sessions.state import scores_of
from sessions.views.record.interviews import interview_rows
from tests.rehearse.test_whole_day import day, first_applications


async def test_pretend_members_score_before_and_after_they_have_met_the_applicants(tmp_path, leanings):
    folder = tmp_path / "panel"
    copy_demo(folder)
    first_applications(folder, 2)
    with (folder / "session.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[[step]]\nkind = "application"\nref = "A01"\n')
        settings.write('[[step]]\nkind = "interview"\nref = "A01"\nquestions = ["What for?", "Who with?"]\n')
        settings.write('[[step]]\nkind = "interview"\nref = "A02"\n')
        settings.write('[[step]]\nkind = "budget"\n[[step]]\nkind = "closing"\n')
    state = await day(folder, lambda session: Leaning(session, 1, leanings))
    assert state.ended
    seats = [seat for seat in state.seats.values() if seat.taken]
    for ref in ("A01", "A02"):
        assert scores_of(state, ref).revealed
        assert len(scores_of(state, ref).cells) >= len(seats) - 2
    earlier = scores_of(state, "A01").earlier
    assert earlier is not None
    assert len(earlier.cells) >= len(seats) - 2
    assert scores_of(state, "A02").earlier is None
    asked = [(row.application, row.question) for row in interview_rows(state)]
    assert asked == [
        (ref, q) for ref in ("A01", "A02") for q in ("What for?", "Who with?", "Their questions to us")
    ]
    record = Record.open(folder / "record.jsonl", program="test")
    happened = history(record.entries)
    await record.close()
    assert audit(happened) is None
