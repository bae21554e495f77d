"""The record comes through every planned misfortune, and every seeded bug fails at one of them."""

from collections.abc import Callable, Iterator

import pytest

from panel_tui.record import Record, RecordError
from tests.faults.bugs import BUGS
from tests.faults.days import MISFORTUNES

Misfortune = Callable[[type[Record]], Iterator[None]]


@pytest.mark.parametrize("misfortune", MISFORTUNES, ids=lambda misfortune: misfortune.__name__)
def test_nothing_promised_is_lost(misfortune: Misfortune):
    assert sum(1 for _ in misfortune(Record)) > 0


@pytest.mark.parametrize("bug", BUGS.values(), ids=BUGS.keys())
def test_a_seeded_bug_is_caught(bug: type[Record]):
    assert any(catches(misfortune, bug) for misfortune in MISFORTUNES)


def catches(misfortune: Misfortune, bug: type[Record]) -> bool:
    try:
        for _ in misfortune(bug):
            pass
    except (AssertionError, RecordError, pytest.fail.Exception):
        return True
    return False
