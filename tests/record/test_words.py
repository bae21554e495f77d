"""Heads and receipts in words."""

import hashlib
import itertools
import math
from pathlib import Path

import pytest

from panel_tui.record.receipts import receipts
from panel_tui.record.words import FIRST, KIND, head_words, lexicon, said_words

AVOID = Path(__file__).parents[1] / "data" / "words_to_avoid"
WORDS = lexicon(KIND).words
HEADS = [hashlib.sha256(bytes([number])).hexdigest() for number in range(200)]


def ours() -> tuple[set[str], tuple[str, ...]]:
    """Give the words we avoid, and the beginnings of words."""
    lines = (AVOID / "ours.txt").read_text(encoding="utf-8").split()
    return {line for line in lines if line[-1] != "-"}, tuple(line[:-1] for line in lines if line[-1] == "-")


def unkind(words) -> set[str]:
    published = set((AVOID / "cuss.txt").read_text(encoding="utf-8").splitlines())
    whole, beginnings = ours()
    return {word for word in words if word in published | whole or word.startswith(beginnings)}


def one_edit_apart(one: str, other: str) -> bool:
    """Whether one letter put in, left out, changed or swapped with its neighbour makes one word the other."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    if len(long) > len(short):
        return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    differ = [at for at in range(len(long)) if short[at] != long[at]]
    swapped = len(differ) == 2 and short[differ[0]] == long[differ[1]] and short[differ[1]] == long[differ[0]]
    return len(differ) == 1 or (swapped and differ[1] - differ[0] == 1)


def test_no_word_read_aloud_is_one_of_the_published_words_to_avoid_or_speaks_of_age_illness_money_or_failure():
    assert not unkind(WORDS)


def test_the_list_of_words_to_avoid_finds_what_was_read_aloud_before():
    said = [
        "expletive",
        "fantasize",
        "anger",
        "harsh",
        "elderly",
        "frail",
        "widow",
        "casket",
        "greedy",
        "crook",
        "racism",
    ]
    assert unkind(said) == set(said)
    assert set(said) <= set(lexicon(FIRST).words)


def test_every_word_is_short_small_and_without_a_mark():
    assert len(set(WORDS)) == len(WORDS) == 2048
    assert all(
        word.isascii() and word.isalpha() and word.islower() and 4 <= len(word) <= 10 for word in WORDS
    )


def test_any_two_words_are_at_least_two_edits_apart():
    assert [pair for pair in itertools.combinations(WORDS, 2) if one_edit_apart(*pair)] == []


@pytest.mark.parametrize("number", [FIRST, KIND])
def test_a_head_carries_64_bits_or_more(number):
    assert lexicon(number).in_a_head * math.log2(len(lexicon(number).words)) >= 64


def test_receipts_are_no_likelier_to_meet_than_they_were():
    assert lexicon(KIND).receipts >= lexicon(FIRST).receipts == 4438 * 4438 * 90


@pytest.mark.parametrize(("number", "many"), [(FIRST, 5), (KIND, 6)])
def test_another_head_has_other_words(number, many):
    assert len({head_words(head, number) for head in HEADS}) == len(HEADS)
    assert {len(head_words(head, number)) for head in HEADS} == {many}


def test_the_list_of_earlier_records_is_what_it_was():
    assert len(set(lexicon(FIRST).words)) == len(lexicon(FIRST).words) == 7776
    assert head_words("0" * 64, FIRST) == ("abacus",) * 5


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


@pytest.mark.parametrize(("number", "low", "high"), [(FIRST, 10, 99), (KIND, 100, 999)])
def test_a_receipt_is_two_words_and_a_number(number, low, high):
    for receipt in receipts("ab" * 32, 300, number):
        first, second, digits = receipt.split("-")
        assert {first.lower(), second.lower()} <= set(lexicon(number).for_receipts)
        assert low <= int(digits) <= high


def test_receipts_do_not_depend_on_how_many_came_along():
    assert receipts("ab" * 32, 3) == receipts("ab" * 32, 9)[:3]
