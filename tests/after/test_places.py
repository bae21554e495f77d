"""What became of a shortlist's places: a place is taken, refused or changed, and there is no money to tell of."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import msgspec
import pytest
from msgspec.structs import replace

from panel_tui.offline.follow_up import after_book, after_told, closed_day
from panel_tui.record.after_file import AfterFile
from sessions.model.follow_up import AfterEntry, Became, OfferAnswer
from sessions.model.refusals import No, Refused
from tests.after.closed_days import NOW
from tests.stages.programme import programme

CHANGED = AfterEntry("A01", NOW, OfferAnswer.CHANGED, by="the group", why="They asked to be seen together.")


@pytest.fixture(scope="module")
def shortlisted(tmp_path_factory):
    return programme(tmp_path_factory.mktemp("days") / "shortlist")


@pytest.mark.parametrize(
    "money",
    [
        replace(CHANGED, amount=Decimal(900)),
        AfterEntry("A01", NOW, OfferAnswer.ACCEPTED, amount=Decimal(900)),
        AfterEntry("A01", NOW, OfferAnswer.ACCEPTED, paid=dt.date(2026, 12, 5)),
        AfterEntry("A01", NOW, paid=dt.date(2026, 12, 5)),
    ],
)
def test_an_amount_or_a_day_of_money_beside_a_place_is_refused_and_nothing_is_kept(shortlisted, money):
    one = closed_day(shortlisted)
    with after_book(one) as book, pytest.raises(Refused) as refused:
        book.add([money])
    assert refused.value.code is No.NO_MONEY_HERE
    assert "A shortlist gives no money" in refused.value.sentence
    assert not after_told(one).told


def test_what_became_of_a_place_is_kept_without_one(tmp_path):
    one = closed_day(programme(tmp_path / "shortlist"))
    with after_book(one) as book:
        book.add([CHANGED])
    assert after_told(one).told == {"A01": Became(OfferAnswer.CHANGED, by=CHANGED.by, why=CHANGED.why)}


def test_an_amount_that_an_earlier_version_kept_beside_a_place_is_still_read(tmp_path):
    one = closed_day(programme(tmp_path / "shortlist"))
    with AfterFile(one.folder, one.closing, program="earlier") as file:
        file.append([msgspec.to_builtins(replace(CHANGED, amount=Decimal(900)))])
    assert after_told(one).told["A01"].amount is None
