"""The register of conflicts as the record tells of it: when it was signed off, and with how many in it."""

from __future__ import annotations

from sessions import commands as c
from sessions.events import Signing
from sessions.model.phases import Phase
from tests.exports.days import Day, everyone, panel
from tests.exports.made import page, session


def signed(*, out: int) -> Day:
    """Let so many seats step out of an application, and sign at both ends."""
    day = Day(panel(seats=12)).do(c.SignRegister(Signing.START))
    for seat in range(1, out + 1):
        day.do(c.StepOut(seat, "A02"))
    day.score("A01", everyone(12, c1=4, c2=4)).until(Phase.CLOSING)
    return day.do(c.SignRegister(Signing.END)).end()


def test_both_signings_are_told_with_how_many_ties_were_in_it():
    told = page(signed(out=2))

    assert "Before any scores were shown, we signed off this register. Nothing was in it at 10:" in told
    assert "At the end of the day, we signed it off once more. 2 ties were in it at " in told


def test_one_signed_off_only_at_the_end_is_not_signed_off_once_more():
    day = Day(panel()).score("A01", everyone(6, c1=4, c2=4)).until(Phase.CLOSING)
    told = page(day.do(c.SignRegister(Signing.END)).end())

    assert "Only after scores had been shown, we signed off this register. Nothing was in it at " in told
    assert "The register was not signed off before we scored." in told
    assert "once more" not in told


def test_one_signed_off_again_in_the_middle_of_the_day_is_not_told_as_its_end():
    day = Day(panel()).do(c.SignRegister(Signing.START)).score("A01", everyone(6, c1=4, c2=4))
    told = page(day.reveal("A01").do(c.SignRegister(Signing.END)).end())

    assert "Later, we signed it off once more. Nothing was in it at " in told
    assert "At the end of the day, we signed" not in told


def test_a_register_with_one_tie_says_so():
    assert "One tie was in it at " in page(signed(out=1))


def test_in_public_few_ties_are_not_counted():
    told = page(signed(out=2), public=True)

    assert "Fewer than five ties were in it at " in told
    assert "2 ties were in it" not in told
    assert "5 ties were in it" in page(signed(out=5), public=True)


def test_a_register_nobody_signed_or_asked_for_is_told_of_as_missing():
    told = page(Day(panel()).score("A01", everyone(6, c1=4, c2=4)).end())

    assert "The register was not signed off before we scored." in told
    assert "The record has no word on conflicts from before the day." in told
    assert "not signed off" not in page(signed(out=0))


def test_in_public_nothing_says_how_many_of_fewer_than_five():
    few, five = (session(signed(out=n), public=True)["session"]["register"][-1] for n in (2, 5))
    assert (few["conflicts"], five["conflicts"]) == (None, 5)
    assert session(signed(out=2))["session"]["register"][-1]["conflicts"] == 2


def test_a_conflict_taken_back_on_the_day_is_told_of_by_number_and_in_public_not_even_that():
    day = Day(panel(seats=12)).do(c.StepOut(2, "A02")).do(c.ComeBack(2, "A02", sure=True, why="a slip"))
    day.score("A01", everyone(12, c1=4, c2=4)).end()

    assert "One conflict that had been declared was taken back on the day." in page(day)
    assert "Fewer than five conflicts that had been declared were taken back" in page(day, public=True)
