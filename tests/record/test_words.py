"""Heads and receipts in words."""

import hashlib

from panel_tui.record.receipts import receipts
from panel_tui.record.words import all_words, head_words, said_words, short_words


def test_there_are_7776_different_words_all_in_small_letters():
    assert len(set(all_words())) == len(all_words()) == 7776
    assert all(word == word.lower() and word.replace("-", "").isalpha() for word in all_words())


def test_a_head_has_five_words_and_another_head_has_others():
    heads = [hashlib.sha256(bytes([number])).hexdigest() for number in range(200)]
    assert len({head_words(head) for head in heads}) == 200
    assert head_words("0" * 64) == ("abacus",) * 5


def test_words_are_taken_as_people_type_them():
    assert said_words(" Scoff, that  SILLINESS\ncolt. portfolio") == (
        "scoff",
        "that",
        "silliness",
        "colt",
        "portfolio",
    )


def test_receipts_of_a_whole_day_hardly_ever_meet():
    day = [
        receipt for line in range(150) for receipt in receipts(hashlib.sha256(bytes([line])).hexdigest(), 100)
    ]
    assert len(set(day)) >= len(day) - 2


def test_a_receipt_is_two_short_words_and_two_digits():
    for receipt in receipts("ab" * 32, 300):
        first, second, digits = receipt.split("-")
        assert {first.lower(), second.lower()} <= set(short_words())
        assert 10 <= int(digits) <= 99


def test_receipts_do_not_depend_on_how_many_came_along():
    assert receipts("ab" * 32, 3) == receipts("ab" * 32, 9)[:3]
