from itertools import combinations

import pytest

from screens.wall.keys import KEYS, bindings, foot, keys_of

CONTRACT = {
    "next": {"pagedown", "right", "space"},
    "back": {"pageup", "left"},
    "blank": {"full_stop", "b"},
    "pause": {"t"},
    "more": {"plus"},
    "fewer": {"minus"},
    "undo": {"z"},
    "void": {"v"},
    "step_out": {"x"},
    "note": {"n"},
    "decision": {"r"},
    "agenda": {"m"},
    "paper": {"p"},
    "help": {"question_mark", "f1"},
    "palette": {"ctrl+p"},
    "leave": {"q"},
}


@pytest.mark.parametrize("name", CONTRACT)
def test_the_contract_has_its_keys(name):
    assert keys_of(name) == CONTRACT[name]


def test_no_key_means_two_things_at_one_place():
    for one, other in combinations(KEYS, 2):
        shared = set(one.keys) & set(other.keys)
        apart = one.posters and other.posters and not set(one.posters) & set(other.posters)
        assert not shared or apart, shared


@pytest.mark.parametrize("entry", KEYS, ids=lambda entry: entry.name)
def test_every_entry_has_its_words_and_its_help(entry):
    assert entry.words
    assert entry.help.endswith(".")
    assert all(entry.shown)


def test_every_entry_but_the_palette_is_bound():
    assert len(bindings()) == len(KEYS) - 1


def test_the_budget_names_its_own_keys_at_its_foot():
    assert foot("Budget", leaving_out=("next_list",)) == (
        "↑ line up  ↓ line down  Enter part award  w other ways  c confirm together"
    )
    assert len(foot("Budget", leaving_out=("next_list",))) <= 78  # one line of a wall of 80
