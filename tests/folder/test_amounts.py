"""Money as people write it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panel_tui.folder.amounts import MOST, amount, comma_decimals
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
        ("12 500 kr", "12500"),
        ("kr 12 500", "12500"),
        ("CHF 1'200.-", "1200"),
        ("Fr. 1'200.50", "1200.50"),
        ("₹1,00,000", "100000"),
        ("Rs. 12,50,000.50", "1250000.50"),
        ("3 400,50 zł", "3400.50"),
        ("1200,50", "1200.50"),
        ("£12k", "12000"),
        ("£1.2m", "1200000"),
        ("１２００", "1200"),
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
        ("500-", "amount-negative"),
        ("£(500)", "amount-negative"),
        ("abt 500", "amount-words"),
        ("500 each", "amount-words"),
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


@pytest.mark.parametrize(
    ("written", "commas"),
    [
        (["1.200,50", "1.000"], True),
        (["1.200", "3.400"], True),
        (["€ 1.200"], True),
        (["1200,50"], True),
        (["£1.200"], None),
        (["12,500", "£3,400.50"], False),
        (["12,500"], None),
        (["1.200,50", "1,200.50"], None),
        (["1200"], None),
    ],
)
def test_a_column_tells_whether_a_comma_stands_before_its_pence(written: list[str], commas: bool | None):
    assert comma_decimals(written) is commas


def test_where_a_comma_stands_before_the_pence_a_point_groups_thousands():
    assert amount("1.200", commas=True) == 1200
    assert amount("12,50", commas=True) == Decimal("12.50")
    with pytest.raises(Refusal) as refused:
        amount("12,500", commas=True)
    assert refused.value.kind == "amount-two-ways"


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
