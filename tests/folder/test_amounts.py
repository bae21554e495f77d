"""Money as people write it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panel_tui.folder.amounts import MOST, amount
from panel_tui.folder.fault import Refusal


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("£12,500", "12500"),
        ("12500.00", "12500"),
        ("13'600", "13600"),
        ("13’600", "13600"),
        ("12 500", "12500"),
        ("12\u00a0500.50", "12500.50"),
        ("GBP 1,700,000", "1700000"),
        ("249700.0", "249700"),
        ("777.59", "777.59"),
        ("1000.1", "1000.10"),
        ("12.500,00", "12500"),
        ("1.700.000", "1700000"),
        ("€ 12.500,5", "12500.50"),
        ("12'500.-", "12500"),
        ("0.500", "0.50"),
        ("  £ 5 ", "5"),
        ("92158.3633333", "92158.36"),
        ("12500 GBP", "12500"),
    ],
)
def test_one_meaning_is_read(written: str, meant: str):
    assert amount(written) == Decimal(meant)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", "amount-empty"),
        ("  ", "amount-empty"),
        ("12.500", "amount-two-ways"),
        ("£1.000", "amount-two-ways"),
        ("12,50", "amount-words"),
        ("12,5000", "amount-words"),
        ("1,2,3", "amount-words"),
        ("-5", "amount-negative"),
        ("£-5", "amount-negative"),
        ("−5", "amount-negative"),
        ("(500)", "amount-negative"),
        ("1.5E+05", "amount-shortened"),
        ("1e999", "amount-shortened"),
        ("nan", "amount-words"),
        ("inf", "amount-words"),
        ("This should be a number", "amount-words"),
        ("about 500", "amount-words"),
        ("5000-6000", "amount-words"),
        ("9" * 30, "amount-huge"),
        ("9" * 5000, "amount-huge"),
    ],
)
def test_anything_else_is_refused_with_its_reason(written: str, reason: str):
    with pytest.raises(Refusal) as refused:
        amount(written)

    assert refused.value.kind == reason


@pytest.mark.parametrize("number", ["NaN", "sNaN", "Infinity", "1e999", "1000000000001"])
def test_numbers_no_pot_holds_are_refused(number: str):
    with pytest.raises(Refusal) as refused:
        amount(Decimal(number))

    assert refused.value.kind == "amount-huge"


@given(st.decimals(0, MOST, places=2))
def test_pounds_and_pence_written_the_english_way_come_back_exactly(money: Decimal):
    assert amount(f"£{money:,.2f}") == amount(f"{money:f}") == amount(money) == money


@given(st.text(max_size=30))
def test_no_text_does_anything_but_give_money_or_a_reason(text: str):
    try:
        given = amount(text)
    except Refusal:
        return
    assert 0 <= given <= MOST
