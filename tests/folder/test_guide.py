"""The manual's page on spreadsheets promises nothing that is not there."""

import re

from click.testing import CliRunner

from panel_tui.cli import panel_tui as commands
from panel_tui.folder.spreadsheet.column_names import FIELDS
from panel_tui.folder.spreadsheet.judged_rows import KINDS
from panel_tui.folder.spreadsheet.table import MOST_COLUMNS, MOST_ROWS
from panel_tui.guide import topics

PAGE = next(one.text for one in topics() if one.name == "spreadsheets")


def test_every_option_it_names_is_one_of_new():
    named = set(re.findall(r"--[a-z][a-z-]+", PAGE))
    helped = CliRunner().invoke(commands, ["new", "--help"]).output

    assert {"--map", "--sheet", "--row", "--currency", "--leave-out", "--take-in"} <= named
    assert {option for option in named if option not in helped} == set()


def test_every_word_it_gives_for_rows_is_known():
    words = set(re.findall(r"`--(?:leave-out|take-in) ([a-z]+)`", PAGE))

    assert words
    assert words <= {*KINDS, "none"}


def test_its_limits_and_our_columns_are_as_it_says():
    assert f"up to {MOST_COLUMNS:,} columns and {MOST_ROWS:,} rows" in PAGE
    for field in FIELDS:
        assert f"`{field}`" in PAGE
