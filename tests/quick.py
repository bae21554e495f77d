"""Which tests are quick: whole files, chosen by measuring, so that all of them together take about 25 seconds.

They cover every package with what needs no screen, browser or server. `pytest -m quick` runs them.
"""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path

TESTS = Path(__file__).resolve().parent

QUICK = (
    "test_*.py",
    "guide/test_topics.py",
    "laptops/test_accepting.py",
    "laptops/test_keys_on_a_mac.py",
    "laptops/test_readme_commands.py",
    "laptops/test_typed_paths.py",
    "sessions/test_*.py",
    "folder/test_*.py",
    "exports/test_*.py",
    "record/test_*.py",
    "ready/test_*.py",
    "rehearse/test_*.py",
    "room/test_*.py",
    "desk/test_keys.py",
    "opening/test_new_session.py",
    "opening/test_recent_sessions.py",
    "paper/test_slips_and_phones.py",
    "paper/test_without_typst.py",
    "wall/test_bars.py",
    "wall/test_safe_text.py",
    "wall/test_keying.py",
    "wall/test_keys.py",
    "wall/test_lettering.py",
    "wall/test_lines.py",
    "wall/test_lookback.py",
    "wall/test_qr.py",
    "wall/test_themes.py",
    "wall/test_timing.py",
    "web/test_drawn_once.py",
    "web/test_leaving_early.py",
    "web/test_mine.py",
    "web/test_pages.py",
    "web/test_wrong_codes.py",
    "wording/test_easy_read.py",
    "wording/test_own_words.py",
    "wording/test_reading_age.py",
    "wording/test_speaking.py",
)
# In those folders, and each more than a second: disks, copies of a whole day, every byte of a record.
NOT_QUICK = (
    "exports/test_all_or_nothing.py",
    "exports/test_all_recomputable.py",
    "exports/test_hostile_text.py",
    "exports/test_no_ballot_is_tied.py",
    "exports/test_workbook.py",
    "folder/test_amounts.py",
    "folder/test_hostile.py",
    "folder/test_language.py",
    "ready/test_awake.py",
    "record/test_codec.py",
    "record/test_damage.py",
    "record/test_tinydb_suite.py",
    "rehearse/test_form_client.py",
    "rehearse/test_members.py",
    "rehearse/test_verdict.py",
    "rehearse/test_whole_day.py",
    "room/test_restoring_a_folder.py",
    "room/test_run.py",
    "room/test_sealing.py",
    "room/test_wall_kept.py",
    "sessions/test_percentiles.py",
    "sessions/test_division_methods.py",
    "test_house.py",
)


def is_quick(file: Path) -> bool:
    """Whether the tests of this file are among the quick ones."""
    if TESTS not in file.parents:
        return False
    name = file.relative_to(TESTS).as_posix()
    return _fits(name, QUICK) and not _fits(name, NOT_QUICK)


def _fits(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch(name, one) and name.count("/") == one.count("/") for one in patterns)
