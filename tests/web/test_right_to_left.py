"""An amount beside words that run from right to left keeps its sign and its figures together."""

from __future__ import annotations

from msgspec.structs import replace

from screens.phone.amount_direction import isolated
from screens.phone.drawing import draw
from tests.web.gallery import PAGES
from tests.wording.made_up import RIGHT_TO_LEFT, make_up


def test_an_amount_is_never_turned_round_beside_arabic() -> None:
    make_up()
    for name, amounts in (("list", ("£148,900", "£212,000", "£16,200")), ("ended", ("£148,900",))):
        drawn = draw(replace(PAGES[name], language=RIGHT_TO_LEFT))
        for amount in amounts:
            assert drawn.count(amount) == drawn.count(f"\u2066{amount}\u2069") > 0, (name, amount)
        assert "\u2066" not in draw(PAGES[name]), "a page that runs from left to right needs none"


def test_other_currencies_and_debts_are_amounts_too_and_what_is_typed_stays() -> None:
    assert isolated("<p>−£5.50 و CHF 1,200 و €7</p>") == (
        "<p>\u2066−£5.50\u2069 و \u2066CHF 1,200\u2069 و \u2066€7\u2069</p>"
    )
    for same in ('<input value="£5">', "<textarea>£5</textarea>", "<p>4 (5), “6”, 11:04, -3, &#39;4</p>"):
        assert isolated(same) == same
