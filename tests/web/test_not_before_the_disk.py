"""A page shows nothing as given that is not on the disk yet: it waits for it, and after a failure says what is so."""

from __future__ import annotations

import asyncio
import threading

import pytest

from panel_tui.record.disk import RealDisk
from panel_tui.room.room import Room
from sessions.model.phases import Phase
from tests.web.phones import HOME, Phone, go_to


class HeldDisk:
    """Holds every sync until it is let go, and then does it or fails."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.holds, self.fails = threading.Event(), False
        self._let_go = threading.Event()
        sync = RealDisk.sync

        def held(disk: RealDisk, handle: int) -> None:
            self.holds.set()
            assert self._let_go.wait(20)
            if self.fails:
                raise OSError(5, "Input/output error")
            sync(disk, handle)

        monkeypatch.setattr(RealDisk, "sync", held)

    async def held(self) -> None:
        assert await asyncio.to_thread(self.holds.wait, 20)

    def let_go(self) -> None:
        self._let_go.set()


@pytest.mark.parametrize("fails", [False, True])
async def test_a_page_asked_for_meanwhile_shows_no_answer_that_is_not_kept(
    room: Room, seated: Phone, monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    await go_to(room, Phase.SCORE)
    await seated.get("/question/1")
    disk = HeldDisk(monkeypatch)
    disk.fails = fails
    sent = asyncio.ensure_future(seated.send(answer="4"))
    await disk.held()
    looked = asyncio.ensure_future(seated.http.get("/question/1"))
    done, _ = await asyncio.wait([looked], timeout=0.3)
    shown = looked.result().text if done else ""
    assert "You said" not in shown, "it says that an answer is in which may yet be lost"
    disk.let_go()
    await sent
    assert ("You said" in (await looked).text) is not fails


@pytest.mark.parametrize("fails", [False, True])
async def test_the_same_answer_sent_again_is_confirmed_only_once_the_first_is_kept(
    room: Room, seated: Phone, monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    await go_to(room, Phase.SCORE)
    page = await seated.get("/question/1")
    assert page.main_form is not None
    fields = {name: values[0] for name, values in page.main_form.filled({"answer": "4"}).items()}
    disk = HeldDisk(monkeypatch)
    disk.fails = fails
    headers = {"Origin": HOME}
    sent = asyncio.ensure_future(seated.http.post("/answer", data=fields, headers=headers))
    await disk.held()
    again = asyncio.ensure_future(seated.http.post("/answer", data=fields, headers=headers))
    done, _ = await asyncio.wait([again], timeout=0.3)
    assert not done, "it was confirmed while the first could still be lost"
    disk.let_go()
    codes = {(await sent).status_code, (await again).status_code}
    assert codes == ({303} if not fails else {503})
