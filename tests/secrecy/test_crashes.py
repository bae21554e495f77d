"""A crash at every call of a scripted round: every ballot that was acknowledged comes back, and nothing else."""

import contextlib
import random

import pytest

from panel_tui.record import RecordError
from sessions.model.phases import Phase
from sessions.model.refusals import Refused
from tests.faults.disk import CRASHES, Crash, Fault
from tests.faults.platter import Loss
from tests.secrecy.table import REF, Table, counted

SCRIPT = [
    (1, "5"),
    (2, "1"),
    (3, "cant-say"),
    (2, "1"),
    (4, "4"),
    (5, "5"),
    (1, "2"),
    (6, "3"),
    (7, "5"),
    (4, "4"),
]
LOSSES = (None, *Loss)


async def script(table: Table, sent: dict[int, list[str]]) -> None:
    """Cast by the script, every phone looking in between, then close."""
    for seat, choice in SCRIPT:
        sent.setdefault(seat, []).append(choice)
        await table.cast(seat, choice)
        table.look(1 + seat % len(table.seats))
    await table.close()


async def calls_of_a_round() -> int:
    table = Table()
    await script(table, {})
    return table.disk.calls


def recover(table: Table, loss: Loss | None, seed: int) -> None:
    """Come back, after a kill or a power cut; the fault may have stopped the machine or only the disk."""
    if loss is None:
        table.disk.kill()
    else:
        table.disk.cut_power(loss, random.Random(seed))
    table.start()


async def misfortune(call: int, fault: Fault, loss: Loss | None) -> None:
    table, sent = Table(), {}
    table.disk.plan({call: fault})
    with contextlib.suppress(Crash, Refused, RecordError):
        await script(table, sent)
    recover(table, loss, call)
    state = table.room.state
    if state.plan.phase is Phase.OUTCOME:
        assert table.counts == counted(finals().values()), "the record has the whole count, or none"
        assert not [name for name in table.disk.names() if "ballots" in name]
        return
    for seat in table.seats:
        table.look(seat)
    box = table.room.polling_box.box
    assert not set(table.acknowledged) & set(box.awaited), "a ballot that was acknowledged did not come back"
    for seat in box.awaited:  # on its way at the crash, and never acknowledged
        assert seat not in table.acknowledged
    back = {seat: box._choices[seat] for seat in table.seats if seat in box}
    for seat, choice in table.acknowledged.items():
        place = None if choice == "cant-say" else int(choice) - 1
        assert back[seat] == place, f"seat {seat}: {back[seat]} for {place}"
    assert set(back) == set(table.acknowledged), "a ballot came back that nobody was told of"
    # and the room goes on
    for seat in table.seats:
        await table.cast(seat, "5")
    await table.close()
    assert table.counts == (0, 0, 0, 0, 7, 0)


def finals() -> dict[int, str]:
    return dict(SCRIPT)


async def crash_everywhere(faults, losses, *, every: int = 1) -> int:
    """Give how many crash points were tried."""
    tried = 0
    for call in range(1, await calls_of_a_round() + 1):
        for place, (fault, loss) in enumerate((f, x) for f in faults for x in losses):
            if (call + place) % every == 0:
                try:
                    await misfortune(call, fault, loss)
                except AssertionError as problem:
                    problem.add_note(f"call {call}, {fault}, {loss}")
                    raise
                tried += 1
    return tried


async def test_a_crash_at_every_call_loses_no_ballot():
    assert await crash_everywhere(CRASHES, LOSSES, every=6) > 200


async def test_a_disk_that_fails_at_any_call_loses_no_ballot():
    assert await crash_everywhere((Fault.FULL, Fault.FAILS, Fault.FULL_HALFWAY), LOSSES, every=6) > 200


@pytest.mark.slow
async def test_every_crash_and_every_loss_at_every_call():
    tried = await crash_everywhere(
        (*CRASHES, Fault.FULL, Fault.FAILS, Fault.FULL_HALFWAY, Fault.SHORT), LOSSES
    )
    print(f"{tried} crash points, 0 ballots lost")


async def test_a_disk_without_room_refuses_the_ballot_and_keeps_the_ones_before():
    table = Table()
    for seat in (1, 2, 3, 4, 5):
        await table.cast(seat, "5")
    table.disk.room = table.disk.used()
    await table.cast(1, "5")  # the reserve is given up for it
    table.disk.room = table.disk.used()
    with pytest.raises(Refused) as refused:
        await table.cast(1, "1")
    assert refused.value.code == "not-saved"
    assert table.room.keeping.trouble.name == "full"
    table.disk.room = None
    await table.room.keeping.look()
    await table.cast(6, "4")
    table.restart()
    for seat in table.seats:
        table.look(seat)
    await table.close()
    assert table.counts == (0, 0, 0, 1, 5, 0)


async def test_a_close_that_cannot_be_kept_leaves_the_ballot_open_with_every_ballot_in_it():
    table = Table()
    for seat in (1, 2, 3, 4, 5):
        await table.cast(seat, "5")
    table.disk.plan({1: Fault.FULL})
    with pytest.raises(Refused):
        await table.close()
    assert table.room.state.plan.phase is Phase.BALLOT
    await table.cast(6, "1")
    await table.close()
    assert table.counts == (1, 0, 0, 0, 5, 0)
    assert table.room.state.rounds[REF][-1].cast == 6
