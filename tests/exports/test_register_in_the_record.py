"""The register of conflicts as the record tells of it: when it was signed off, and with how many in it."""

from __future__ import annotations

from sessions import commands as c
from sessions.events import Signing
from sessions.phases import Phase

from .days import Day, everyone, panel
from .made import page


def signed(*, out: int) -> Day:
    """Let so many seats step out of an application, and sign at both ends."""
    day = Day(panel(seats=12)).do(c.SignRegister(Signing.START))
    for seat in range(1, out + 1):
        day.do(c.StepOut(seat, "A02"))
    day.score("A01", everyone(12, c1=4, c2=4)).until(Phase.CLOSING)
    return day.do(c.SignRegister(Signing.END)).end()


def test_both_signings_are_told_with_how_many_ties_were_in_it():
    told = page(signed(out=2))

    assert "Before we scored, we signed off this register. Nothing was in it at 10:" in told
    assert "At the end of the day, we signed it off once more. 2 ties were in it at " in told


def test_a_register_with_one_tie_says_so():
    assert "One tie was in it at " in page(signed(out=1))


def test_in_public_few_ties_are_not_counted():
    told = page(signed(out=2), public=True)

    assert "Fewer than five ties were in it at " in told
    assert "2 ties were in it" not in told
    assert "5 ties were in it" in page(signed(out=5), public=True)


def test_a_register_nobody_signed_is_not_told_of():
    day = Day(panel()).score("A01", everyone(6, c1=4, c2=4)).end()

    assert "signed" not in page(day)
