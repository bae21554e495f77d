"""What seats are called, and any hash of it, is nowhere but in staff's own files, on the desk and on cards."""

from __future__ import annotations

import random
import sys

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from panel_tui.demo import SHORT
from panel_tui.exports import export_all
from panel_tui.folder.members_file import FILE, members_text
from panel_tui.folder.plan_in_force import plan_in_force
from panel_tui.offline.print_pack import print_pack
from panel_tui.offline.verify import verify_folder
from panel_tui.rehearse import Leaning
from panel_tui.running.rehearsal import Rehearsal, rehearse_headless
from panel_tui.system.clock import Clock
from sessions import commands as c
from sessions.decide import decide
from sessions.evolve import fold
from sessions.state import State
from tests.naming.names import demo_without_labels, forms_of, found_in
from tests.sessions.worlds import World, doors_open, session

LABELS = st.lists(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=6, max_size=30).filter(
        lambda text: not text.isascii() or sum(map(str.isalpha, text)) > 4
    ),
    min_size=6,
    max_size=6,
)


def called(model, labels):
    return replace(model, members=tuple(replace(one, label=labels[one.seat - 1]) for one in model.members))


def _told(world):
    return msgspec.json.encode(world.history), repr(world.state).encode()


@given(labels=LABELS)
def test_no_label_enters_an_event_or_the_state(labels):
    world = World().when(c.OpenDoors(called(session(), labels))).when(c.AddSeat())
    bare = (
        World().when(c.OpenDoors(session())).when(c.AddSeat())
    )  # some words stand there whatever seats are called
    for told, without in zip(_told(world), _told(bare), strict=True):
        assert not [one for one in labels for form in forms_of(one) if form in told and form not in without]
    assert world.state == fold(world.history)


@given(before=LABELS, after=LABELS)
def test_a_changed_label_is_no_change_of_what_was_agreed(before, after):
    plan = session()
    world = World().when(c.OpenDoors(called(plan, before)))
    assert decide(world.state, c.OpenDoors(called(plan, after))) == ()
    assert decide(world.state, c.OpenDoors(called(replace(plan, title="Other"), after))) != ()
    begun = doors_open(called(plan, before), taken=1).state
    assert begun == doors_open(called(plan, after), taken=1).state
    assert decide(State(), c.OpenDoors(called(plan, before))) == decide(State(), c.OpenDoors(plan))


def drawn(seed: int, seats: int) -> dict[int, str]:
    chance = random.Random(seed)
    signs = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZéŵßœ"
    return {n: "".join(chance.choices(signs, k=14)) + " Jones" for n in range(1, seats + 1)}


@pytest.mark.parametrize(
    "seed", [1, pytest.param(2, marks=pytest.mark.slow), pytest.param(3, marks=pytest.mark.slow)]
)
async def test_a_whole_day_leaves_no_label_behind(tmp_path, monkeypatch, seed):
    for name in ("XDG_RUNTIME_DIR", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        (tmp_path / name).mkdir(mode=0o700)
        monkeypatch.setenv(name, str(tmp_path / name))
    folder = tmp_path / SHORT
    settings = demo_without_labels(folder)
    seats = settings.count("[[member]]")
    labels = drawn(seed, seats)
    last = labels.pop(seats)  # one stands in session.toml, as before
    head, _, tail = settings.rpartition("[[member]]")
    text = f'{head}[[member]]\nlabel = "{last}"{tail}'
    (folder / "session.toml").write_text(text, encoding="utf-8")
    (folder / FILE).write_bytes(members_text(labels))
    labels[seats] = last
    assert plan_in_force(folder).plan.labels == labels

    plan = Rehearsal(folder, lambda model: Leaning(model, seed), seed)
    came = await rehearse_headless(plan, lambda _said: None)
    assert came.ended
    for to, how in (("all", {}), ("seats", {"seats": True}), ("public", {"public": True})):
        asked = {"seats": False, "public": False, **how}
        export_all(folder, tmp_path / to, [], draw=Clock().draw(), **asked)
    assert verify_folder(folder).whole

    assert found_in(tmp_path, labels.values(), but=(FILE, "session.toml")) == {}
    staff = found_in(tmp_path, labels.values())
    assert set(staff) == {f"{SHORT}/{FILE}", f"{SHORT}/session.toml"}, "the search finds what is there"


@pytest.mark.skipif(sys.platform == "win32", reason="paper is drawn elsewhere")
async def test_cards_have_what_the_folder_calls_the_seats_and_the_record_has_not(tmp_path):
    folder = tmp_path / "panel"
    demo_without_labels(folder)
    labels = {1: "Aardvark Jones"}
    (folder / FILE).write_bytes(members_text(labels))
    await print_pack(folder, tmp_path / "prints", "10.0.0.7:8765")
    assert any(name.startswith("cards") for name in found_in(tmp_path / "prints", labels.values()))
    assert found_in(folder, labels.values(), but=(FILE,)) == {}
