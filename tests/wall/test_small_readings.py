from decimal import Decimal

import pytest

from panel_tui.network import wifi_link
from screens.wall.asks.amount import amount_of, example_of
from screens.wall.posters.introduce import parted
from screens.wall.wifi import password
from sessions.model import Wifi


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


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [("asks for £148,900", ("asks for", "£148,900")), ("asks for a little", ("asks for a little", ""))],
)
def test_the_amount_is_parted_from_its_words(sentence, parts):
    assert parted(sentence) == parts
