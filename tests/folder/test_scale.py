"""What one in a column of money stands for: a word for thousands scales it, a sum written out in the title does not."""

from decimal import Decimal

import pytest

from panel_tui.folder.spreadsheet.scale import scale_of
from panel_tui.folder.spreadsheet.title_trust import is_vague, may_be_money


@pytest.mark.parametrize(
    ("title", "scale"),
    [
        ("Amount requested (£k)", 1_000),
        ("Asked, £000s", 1_000),
        ("Amount in £'000", 1_000),
        ("Amount (000s)", 1_000),
        ("Requested (£5,000)", 1),
        ("Grant (£250-£5,000)", 1),
        ("Grant £10,000", 1),
        ("Grant (5,000 to 10,000)", 1),
        ("Small grant 1.000 €", 1),
        ("Amount requested", 1),
    ],
)
def test_thousands_are_a_word_of_their_own_and_no_end_of_a_number(title, scale):
    assert scale_of(title) == Decimal(scale)


def test_whose_column_a_report_says_it_is_changes_nothing():
    assert is_vague("Cost")
    assert is_vague("Opportunity: Cost")
    assert may_be_money("Opportunity: Cost") == may_be_money("Cost")
