"""Only what comes back exactly as it was given may be stored."""

import math
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panel_tui.record import RecordRefused
from panel_tui.record.chain import DEEPEST, LARGEST, decode, encode_document

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
plain = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | text
values = st.recursive(
    plain, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(text, inner, max_size=4)
)
documents = st.dictionaries(text, values, max_size=5)


@given(documents)
def test_a_document_comes_back_as_it_was_given(document: dict[str, Any]):
    raw, copy = encode_document(document)
    assert copy == document == decode(raw)


@given(documents)
def test_what_is_written_is_one_line_of_printable_ascii(document: dict[str, Any]):
    raw, _ = encode_document(document)
    assert all(0x20 <= byte < 0x7F for byte in raw)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_keep_every_bit(number: float):
    _, copy = encode_document({"n": number})
    assert math.copysign(1, copy["n"]) == math.copysign(1, number)
    assert copy["n"] == number


@pytest.mark.parametrize(
    "value",
    [
        float("nan"),
        float("inf"),
        "\ud800",
        "a\udfffb",
        b"bytes",
        {1, 2},
        Fraction(1, 3),
        object(),
        {1: "one"},
        {None: 1},
    ],
    ids=lambda value: type(value).__name__ if type(value) is object else repr(value),
)
def test_what_json_cannot_say_is_refused(value: Any):
    with pytest.raises(RecordRefused):
        encode_document({"value": value})
    with pytest.raises(RecordRefused):
        encode_document({"deep": [{"er": (value,)}]})


def test_half_a_pair_in_a_key_is_refused():
    with pytest.raises(RecordRefused):
        encode_document({"\udc00": 1})


@pytest.mark.parametrize("document", [[1], "text", None, 3])
def test_a_document_is_an_object(document: Any):
    with pytest.raises(RecordRefused):
        encode_document(document)


def test_a_tuple_is_taken_as_the_list_it_becomes():
    assert encode_document({"pair": (1, (2, 3))})[1] == {"pair": [1, [2, 3]]}


def nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return value


def test_a_hundred_levels_are_deep_enough_for_anyone():
    encode_document({"deep": nested(DEEPEST - 1)})
    for depth in (DEEPEST, 5_000, 200_000):
        with pytest.raises(RecordRefused):
            encode_document({"deep": nested(depth)})


def test_many_shallow_lists_are_not_deep():
    encode_document({"rows": [[number] for number in range(1_000)]})


def test_an_enormous_document_is_refused():
    with pytest.raises(RecordRefused):
        encode_document({"text": "x" * LARGEST})


@pytest.mark.parametrize("raw", [b"", b"{", b"NaN", b'"\xff"', b"[" * 100_000])
def test_what_is_no_json_is_no_document(raw: bytes):
    with pytest.raises(ValueError):
        decode(raw)
