"""Which tests are quick: whole files, chosen by measuring, so that all of them take about 30 seconds on two cores.

They cover every package with what needs no screen, browser or server. `pytest -m quick -n 2` runs them.
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
    "opening/test_recent_sessions.py",
    "paper/test_without_typst.py",
    "wall/test_bars.py",
    "wall/test_safe_text.py",
    "wall/test_keying.py",
    "wall/test_keys.py",
    "wall/test_lettering.py",
    "wall/test_lines.py",
    "wall/test_qr.py",
    "wall/test_themes.py",
    "wall/test_timing.py",
    "web/test_leaving_early.py",
    "web/test_mine.py",
    "web/test_pages.py",
    "wording/test_easy_read.py",
    "wording/test_own_words.py",
    "wording/test_reading_age.py",
    "wording/test_speaking.py",
)
# In those folders, and each a second or more: disks, copies of a whole day, documents, every byte of a record.
NOT_QUICK = (
    "exports/test_360giving.py",
    "exports/test_all_or_nothing.py",
    "exports/test_all_recomputable.py",
    "exports/test_asked_at_a_terminal.py",
    "exports/test_columns.py",
    "exports/test_figures_agree.py",
    "exports/test_hostile_text.py",
    "exports/test_letters.py",
    "exports/test_letters_as_documents.py",
    "exports/test_no_ballot_is_tied.py",
    "exports/test_page_breaks.py",
    "exports/test_public_set.py",
    "exports/test_recomputable.py",
    "exports/test_round_trips.py",
    "exports/test_several_days.py",
    "exports/test_the_quick_ways.py",
    "exports/test_verify_exports.py",
    "exports/test_workbook.py",
    "folder/test_amounts.py",
    "folder/test_any_sheet.py",
    "folder/test_carried.py",
    "folder/test_hostile.py",
    "folder/test_hostile_sizes.py",
    "folder/test_language.py",
    "folder/test_real_files.py",
    "ready/test_awake.py",
    "ready/test_visits.py",
    "record/test_codec.py",
    "record/test_damage.py",
    "record/test_tinydb_suite.py",
    "record/test_words.py",
    "rehearse/test_form_client.py",
    "rehearse/test_interviews.py",
    "rehearse/test_members.py",
    "rehearse/test_own_workshop.py",
    "rehearse/test_says_rehearsal.py",
    "rehearse/test_two_days.py",
    "rehearse/test_verdict.py",
    "rehearse/test_whole_day.py",
    "room/test_ballots_without_room.py",
    "room/test_folder_and_record.py",
    "room/test_keeping.py",
    "room/test_restoring_a_folder.py",
    "room/test_run.py",
    "room/test_sealing.py",
    "room/test_undo.py",
    "room/test_wall_kept.py",
    "sessions/test_claims.py",
    "sessions/test_division_methods.py",
    "sessions/test_elections.py",
    "sessions/test_equal_shares.py",
    "sessions/test_go_round.py",
    "sessions/test_history.py",
    "sessions/test_percentiles.py",
    "sessions/test_small_days.py",
    "test_house.py",
    "test_packages.py",
)


def is_quick(file: Path) -> bool:
    """Whether the tests of this file are among the quick ones."""
    if TESTS not in file.parents:
        return False
    name = file.relative_to(TESTS).as_posix()
    return _fits(name, QUICK) and not _fits(name, NOT_QUICK)


def _fits(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch(name, one) and name.count("/") == one.count("/") for one in patterns)
