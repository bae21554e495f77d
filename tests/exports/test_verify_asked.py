"""What `verify` is asked to look up it looks up, also where a script has nothing in its hand."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from panel_tui.cli import panel_tui
from panel_tui.offline.verify import verify_folder
from tests.after.closed_days import kept


@pytest.mark.parametrize("asked", ["--head", "--receipt"])
def test_an_empty_question_is_not_answered_by_all_is_well(tmp_path, asked):
    folder = kept(tmp_path / "day")
    assert CliRunner().invoke(panel_tui, ["verify", str(folder)]).exit_code == 0
    for nothing in ("", "  "):
        done = CliRunner().invoke(panel_tui, ["verify", str(folder), asked, nothing])
        assert done.exit_code == 1


def test_words_that_were_not_given_are_asked_for_and_nothing_is_said_of_a_record_that_was_cut(tmp_path):
    found = verify_folder(kept(tmp_path / "day"), head="")
    assert not found.whole
    assert "Only the words photographed" in found.lines[-1]
    assert "cut or changed" not in "".join(found.lines)
