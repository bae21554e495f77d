"""Two days with pretend members over the real pages: each says the next morning that it is here."""

from panel_tui.demo import copy_demo
from panel_tui.record import Record
from panel_tui.record.history import history
from panel_tui.rehearse import Leaning
from sessions import events as e
from sessions.audit import audit
from sessions.state import scores_of
from tests.rehearse.test_whole_day import day, first_applications


async def test_pretend_members_come_back_after_a_night_and_score(tmp_path, leanings):
    folder = tmp_path / "panel"
    copy_demo(folder)
    first_applications(folder, 2)
    with (folder / "session.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[[step]]\nkind = "application"\nref = "A01"\n[[step]]\nkind = "overnight"\n')
        settings.write(
            '[[step]]\nkind = "applications"\n[[step]]\nkind = "budget"\n[[step]]\nkind = "closing"\n'
        )
    state = await day(folder, lambda session: Leaning(session, 1, leanings))
    assert state.ended
    assert state.morning is not None
    seats = [seat for seat in state.seats.values() if seat.taken]
    assert not any(seat.away for seat in seats)
    for application in state.model.applications:
        assert len(scores_of(state, application.ref).cells) >= len(seats) - 2, application.ref
    record = Record.open(folder / "record.jsonl", program="test")
    happened = history(record.entries)
    await record.close()
    assert sum(isinstance(one.event, e.MemberBack) for one in happened) == len(seats)
    assert audit(happened) is None
