from screens.wall.lookback import Lookback
from tests.wall.posters import POSTERS

A, B, C = POSTERS["lobby"], POSTERS["practice"], POSTERS["scoring"]


def seen(*posters):
    lookback = Lookback()
    for poster in posters:
        lookback.keep(poster)
    return lookback


def test_looking_back_goes_a_poster_at_a_time_and_stops_at_the_first():
    lookback = seen(A, B, C)
    assert lookback.back()
    assert lookback.poster is B
    assert lookback.back()
    assert lookback.poster is A
    assert not lookback.back()


def test_coming_forward_ends_at_the_present():
    lookback = seen(A, B)
    lookback.back()
    lookback.forward()
    assert lookback.poster is B
    assert not lookback.active


def test_a_new_place_ends_looking_back_and_a_change_in_the_same_place_does_not():
    lookback = seen(A, B)
    lookback.back()
    assert not lookback.keep(B)
    assert lookback.active
    assert lookback.keep(C)
    assert not lookback.active


def test_what_was_taken_back_is_forgotten():
    lookback = seen(A, B, C, B)
    lookback.back()
    assert lookback.poster is A
