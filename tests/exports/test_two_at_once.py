"""Two exports into one folder at once: neither clears away what the other writes, and no file is claimed in vain."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from pathlib import Path

import pytest

from panel_tui.exports import placing
from panel_tui.exports.material import File
from panel_tui.exports.placing import UNFINISHED, place, staged
from panel_tui.record.disk import RealDisk
from panel_tui.system.errors import ExportRefused


def files(mark: bytes, between=lambda: None):
    for name in ("a.csv", "letters/b.html", "c.csv"):
        yield File(name, [mark])
        if name != "c.csv":
            between()


def held(target: Path) -> dict[str, bytes]:
    found = (path for path in target.rglob("*") if path.is_file())
    return {path.relative_to(target).as_posix(): path.read_bytes() for path in found}


def test_one_that_begins_while_another_writes_leaves_it_whole(tmp_path: Path):
    place(files(b"last year"), tmp_path)
    names = place(files(b"first", lambda: place(files(b"second"), tmp_path)), tmp_path)
    assert held(tmp_path) == dict.fromkeys(names, b"first")


def test_one_whose_files_were_taken_away_is_refused_and_changes_nothing(tmp_path: Path):
    def taken_away() -> None:
        for entry in tmp_path.glob(f"{UNFINISHED}*"):
            shutil.rmtree(entry)

    place(files(b"last year"), tmp_path)
    with pytest.raises(ExportRefused):
        place(files(b"this year", taken_away), tmp_path)
    assert set(held(tmp_path).values()) == {b"last year"}


def test_what_one_that_was_killed_has_left_is_cleared_away(tmp_path: Path):
    left = tmp_path / f"{UNFINISHED}of-old"
    left.mkdir()
    (left / ".held").touch()
    (left / "a.csv").write_bytes(b"half")
    place(files(b"whole"), tmp_path)
    assert not left.exists()


by_folder = pytest.mark.skipif(sys.platform == "win32", reason="a folder has no lock there")


@by_folder
def test_one_that_ends_while_another_is_moved_in_waits_for_it(tmp_path: Path):
    place(files(b"last year"), tmp_path)
    other = RealDisk().lock_folder(tmp_path)
    with staged(files(b"this year"), tmp_path) as ready:
        moving = threading.Thread(target=ready.move_in)
        moving.start()
        moving.join(0.3)
        assert moving.is_alive()
        assert set(held(tmp_path).values()) >= {b"last year"}
        os.close(other)
        moving.join(10)
        assert not moving.is_alive()
    assert set(held(tmp_path).values()) == {b"this year"}


@by_folder
def test_one_that_waited_in_vain_is_refused_and_changes_nothing(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(placing, "LOOKS", 2)
    place(files(b"last year"), tmp_path)
    other = RealDisk().lock_folder(tmp_path)
    with pytest.raises(ExportRefused, match="Another export"):
        place(files(b"this year"), tmp_path)
    os.close(other)
    assert set(held(tmp_path).values()) == {b"last year"}
