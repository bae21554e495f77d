"""What is no file in the place of `after.jsonl`, and a file of rows that say the same: told as what it is."""

from __future__ import annotations

import sys

import pytest

from panel_tui.offline.verify import verify_folder
from panel_tui.record.after_file import AFTER
from tests.after.closed_days import after, kept, said


def in_its_place(folder, odd):
    match odd:
        case "a link that leads nowhere":
            (folder / AFTER).symlink_to("nowhere")
        case "a link to the record":
            (folder / AFTER).symlink_to("record.jsonl")
        case "a folder":
            (folder / AFTER).mkdir()


@pytest.mark.skipif(sys.platform == "win32", reason="links there want a right of their own")
@pytest.mark.parametrize("odd", ["a link that leads nowhere", "a link to the record", "a folder"])
def test_what_is_no_file_in_its_place_is_told_as_such_and_never_as_a_disk_that_failed(tmp_path, odd):
    folder = kept(tmp_path / "day")
    before = (folder / "record.jsonl").read_bytes()
    in_its_place(folder, odd)
    refused = said(after(folder, "--ref", "A03", "--offer", "accepted"))
    assert "could not be opened" in refused
    assert "disk did not keep" not in refused
    found = verify_folder(folder)
    assert not found.whole
    assert "What was recorded after this day could not be opened" in "".join(found.lines)
    assert (folder / "record.jsonl").read_bytes() == before


def test_rows_that_say_the_same_again_are_counted_as_the_one_they_are_about(tmp_path):
    folder = kept(tmp_path / "day")
    file = tmp_path / "many.csv"
    file.write_text("ref,offer\n" + "A03,accepted\n" * 5, encoding="utf-8")
    assert "What became of one is kept." in said(after(folder, "--from", file))
