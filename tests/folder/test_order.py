"""Hearing order: as listed, or shuffled so that anyone can do it again."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from panel_tui.folder import read_session
from panel_tui.folder.refs import SEED_MOST, shuffled

SHUFFLED = 'order = "shuffled"\n'


def refs(reading):
    return [application.ref for application in reading.session.applications]


def test_a_written_seed_gives_the_same_order_every_time(make_folder, good_toml):
    folder = make_folder(SHUFFLED + "seed = 41\n" + good_toml)

    first, again = read_session(folder), read_session(folder, draw=lambda: 7)

    assert refs(first) == refs(again) == list(shuffled(["A01", "A02", "A03"], 41))
    assert first.session.seed == 41


def test_a_seed_left_out_is_drawn_and_recorded(make_folder, good_toml):
    reading = read_session(make_folder(SHUFFLED + good_toml), draw=lambda: 8)

    assert reading.session.seed == 8
    assert refs(reading) == list(shuffled(["A01", "A02", "A03"], 8))


def test_without_anyone_to_draw_the_order_waits_and_says_so(make_folder, good_toml):
    reading = read_session(make_folder(SHUFFLED + good_toml))

    assert (refs(reading), reading.session.seed) == (["A01", "A02", "A03"], None)
    assert [warning.kind for warning in reading.warnings] == ["order-not-drawn"]


def test_the_shuffle_is_the_one_described():
    """Change this and every recorded order can no longer be checked."""
    assert shuffled("ABCDEFGH", 41) == tuple("FGHCEABD")


@given(st.lists(st.integers(), unique=True, max_size=30), st.integers(0, SEED_MOST))
def test_a_shuffle_loses_nothing_and_only_the_seed_decides(items: list[int], seed: int):
    once = shuffled(items, seed)
    Random(seed).random()  # the world's own chance makes no difference

    assert sorted(once) == sorted(items)
    assert shuffled(items, seed) == once


def test_every_order_of_three_comes_up_about_as_often():
    seen = [shuffled("abc", seed) for seed in range(6000)]

    assert all(850 < seen.count(order) < 1150 for order in set(seen))
    assert len(set(seen)) == 6
