"""The same answer sent again is answered as the first was, and touches no disk."""

from panel_tui.record import RealDisk
from panel_tui.room.open_room import live_room
from sessions import commands as c
from sessions.model.answers import score
from sessions.model.phases import Phase
from tests.journeys.small_session import small_session


async def test_the_same_answer_again_writes_and_syncs_nothing(tmp_path, monkeypatch):
    synced = []
    real = RealDisk.sync
    monkeypatch.setattr(RealDisk, "sync", lambda *given: (synced.append(1), real(*given))[1])
    async with live_room(small_session(tmp_path / "panel")) as room:
        for seat in room.state.seats:
            await room.do(c.TakePaperSeat(seat))
        while room.state.plan.phase is not Phase.SCORE:
            await room.press(position=room.position(), sure=True)
        answer = c.GiveAnswer(1, "A01", "reach", score(4), "the-same", 1)
        assert await room.do(answer)
        before, state = len(synced), room.state
        assert before > 0
        for _ in range(20):
            assert await room.do(answer) == ()
        assert len(synced) == before
        assert room.state is state
