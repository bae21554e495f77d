"""Refs: short names that are safe as file names on every system."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panel_tui.folder import refs


@given(st.text(max_size=60))
def test_a_safe_ref_names_one_file_in_its_folder_on_any_system(text: str):
    ref = refs.safe(text)

    assert len(ref) <= refs.LONGEST
    assert not set(ref) - set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-")
    assert not ref.startswith((".", "-"))
    assert not ref.endswith(".")
    assert refs.safe(ref) == ref


@pytest.mark.parametrize("name", ["CON", "nul", "com1.txt", "LPT9", "aux.md"])
def test_names_windows_keeps_for_itself_are_not_refs(name: str):
    assert refs.safe(name) == ""


def test_a_made_ref_steps_over_those_taken():
    assert refs.made(1, taken={"a01", "a02"}) == "A03"
    assert refs.made(120, taken=set()) == "A120"
