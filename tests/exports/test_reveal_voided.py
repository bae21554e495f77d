"""A day on which shown scores were set aside: it verifies, and its public export ties no score to who came late."""

import pytest

from panel_tui.offline.verify import verify_folder
from sessions import commands as c
from sessions.audit import audit
from sessions.model.answers import score
from tests.exports.days import Day, everyone, panel
from tests.exports.made import exported, page, tables

FIVE = {seat: {"c1": 1 + seat % 5, "c2": 3} for seat in range(1, 6)}


def a_day(late: int, *, changed=()):
    """Six members; the sixth gives her scores only after the others' had been shown and were set aside.

    `changed` are seats that score anew besides, each with its value for the first criterion.
    """
    day = Day(panel()).score("A01", FIVE).reveal("A01").do(c.VoidReveal("Ann had not finished"))
    for seat, value in ((6, late), *changed):
        day.do(c.KeySlip(seat, "A01", {"c1": score(value), "c2": score(3)}, id=f"again-{seat}"))
    return day.reveal("A01")


def test_such_a_day_replays_exports_and_verifies(tmp_path):
    day = a_day(5).end()
    assert audit(day.history) is None
    folder = day.keep(tmp_path / "s")
    exported(folder, tmp_path / "out")
    assert verify_folder(folder, head=None, receipt=None).whole
    told = [row["what"] for row in tables(day)["interventions.csv"]]
    assert "reveal-voided" in told


def test_while_it_is_scored_again_it_is_left_out_of_every_export():
    day = Day(panel()).score("A01", FIVE).reveal("A01").do(c.VoidReveal("Ann had not finished"))
    for public in (True, False):
        made = tables(day, public=public)
        assert not any(made.get(name) for name in ("results.csv", "criteria.csv", "scores.csv"))


def bars(day, *, public):
    return page(day, public=public).count("<svg")


def test_the_public_record_draws_no_bars_beside_means_that_would_tell_the_difference():
    late, whole = a_day(5), Day(panel()).score("A01", {**FIVE, 6: {"c1": 5, "c2": 3}}).reveal("A01")
    assert bars(whole, public=True) == bars(whole, public=False) == bars(late, public=False)
    assert bars(late, public=True) < bars(whole, public=True)


def test_nor_for_who_stepped_out_after_they_were_shown():
    day = Day(panel()).score("A01", everyone(6, c1=2, c2=2)).reveal("A01")
    assert bars(day, public=True)
    day.do(c.StepOut(6, "A01"))
    assert not bars(day, public=True)


@pytest.mark.parametrize("late", range(1, 6))
def test_the_bars_of_the_room_are_the_same_whatever_the_late_one_gave(late):
    def drawn(day):
        text = page(day)
        return text[text.index("<svg") : text.rindex("</svg>")]

    assert drawn(a_day(late)) == drawn(a_day(1))
    others = [(seat, 1) for seat in range(1, 6)]
    assert drawn(a_day(late, changed=others)) != drawn(a_day(1))
