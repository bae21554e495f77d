from decimal import Decimal

import pytest

from panel_tui.system.network import wifi_link
from screens.square_data import password
from screens.wall.dialogs.decisions import amount_of, example_of
from sessions.model.session import Wifi


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("£95,000", Decimal(95_000)),
        ("95 000", Decimal(95_000)),
        ("13'600.50", Decimal("13600.50")),
        ("lots", None),
        ("", None),
        ("-5", None),
        ("1e9", None),
        ("٣", None),
    ],
)
def test_an_amount_is_read_as_people_type_it(typed, amount):
    assert amount_of(typed) == amount


@pytest.mark.parametrize(
    ("asked", "example"), [(500, "250"), (51_000, "25,000"), (148_900, "74,000"), (3, "1"), (1, "0.50")]
)
def test_the_example_of_an_amount_is_less_than_was_asked_for(asked, example):
    assert example_of(Decimal(asked)) == example
    assert 0 < amount_of(example) < asked


@pytest.mark.parametrize("secret", ["tea-and-cake", 'a;b:c,"d\\e', ""])
def test_the_password_comes_back_out_of_the_wifi_code(secret):
    assert password(wifi_link(Wifi("Panel;Room:P", secret))) == secret
