"""Any sequence of appends, faults, kills and power cuts: nothing promised is lost, nothing refused comes back."""

import os

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from panel_tui.record import Record
from tests.faults.disk import Fault
from tests.faults.platter import Loss
from tests.faults.world import World

losses = st.sampled_from([None, *Loss])


def machine(record_class: type[Record]) -> type[RuleBasedStateMachine]:
    """Make the state machine over one kind of record."""

    class Room(RuleBasedStateMachine):
        world: World

        @initialize(seed=st.integers(0, 2**16))
        def arrive(self, seed: int) -> None:
            self.world = World(record_class, seed=seed)
            self.world.start()

        @rule(sizes=st.lists(st.integers(1, 3), min_size=1, max_size=4), loss=losses)
        def append(self, sizes: list[int], loss: Loss | None) -> None:
            self.world.append(*sizes)
            self.world.recover(loss)

        @rule(loss=losses)
        def append_poison(self, loss: Loss | None) -> None:
            self.world.append_poison()
            self.world.recover(loss)

        @rule(call=st.integers(1, 9), fault=st.sampled_from(Fault))
        def plan(self, call: int, fault: Fault) -> None:
            self.world.disk.plan({call: fault})

        @rule(spare=st.integers(0, 600))
        def fill_up(self, spare: int) -> None:
            self.world.disk.room = self.world.disk.used() + spare

        @precondition(lambda self: self.world.disk.room is not None)
        @rule()
        def make_room(self) -> None:
            self.world.disk.room = None

        @rule(loss=losses)
        def crash(self, loss: Loss | None) -> None:
            self.world.crash(loss)
            self.world.start()

        @rule()
        def leave_and_come_back(self) -> None:
            self.world.leave()
            self.world.start()

        @invariant()
        def everything_promised_is_there(self) -> None:
            if hasattr(self, "world"):
                self.world.check()

        def teardown(self) -> None:
            if hasattr(self, "world"):
                self.world.cut_power(Loss.NOTHING_KEPT)
                self.world.start()
                self.world.close()

    return Room


def play(record_class: type[Record], sequences: int, *, print_blob: bool = True) -> None:
    run_state_machine_as_test(
        machine(record_class),
        settings=settings(
            max_examples=sequences,
            stateful_step_count=30,
            deadline=None,
            database=None,
            print_blob=print_blob,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_three_hundred_sequences_lose_nothing():
    play(Record, 300)


@pytest.mark.slow
def test_thousands_of_sequences_lose_nothing():
    play(Record, int(os.environ.get("RECORD_SEQUENCES", "2000")))
