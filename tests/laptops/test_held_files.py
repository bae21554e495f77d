"""What another program holds for an instant on Windows is tried again; what it goes on holding changes nothing."""

from __future__ import annotations

import errno
import os
import re
import stat
from pathlib import Path

import pytest

from panel_tui.demo import copy_demo
from panel_tui.exports import ExportRefused
from panel_tui.exports.placing import UNFINISHED
from panel_tui.offline.print_pack import Wanted, print_pack
from panel_tui.offline.sheets import NotBegun
from panel_tui.ready.checks import checks
from panel_tui.record.disk import RealDisk
from panel_tui.room.open_room import live_room
from panel_tui.room.room import Room
from panel_tui.system import fresh_files, held_files
from panel_tui.system.cloud import synced_by
from panel_tui.system.fresh_files import can_write_in, fresh_file, fresh_folder
from panel_tui.system.held_files import patiently
from sessions.views.desk.readiness import Grade
from tests.exports.made import exported
from tests.exports.test_all_or_nothing import a_day, files
from tests.ready.test_checks import laptop

ADDRESS = "10.0.0.7:8765"


def windows_says(number: int, path: object = "x") -> PermissionError:
    problem = PermissionError(errno.EACCES, "Access is denied", str(path))
    problem.winerror = number  # type: ignore[attr-defined]
    return problem


class Holding:
    """Another program that holds some files: for so many looks, or for good."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, names: str, *, looks: int = 1_000_000) -> None:
        self.names, self.left, self.waited = re.compile(names), looks, 0.0
        self._patch = monkeypatch
        for name in ("rename", "replace", "unlink"):
            monkeypatch.setattr(Path, name, self._guarding(getattr(Path, name)))
        monkeypatch.setattr(held_files.time, "sleep", self._sleep)

    def _sleep(self, seconds: float) -> None:
        self.waited += seconds

    def _guarding(self, really):
        def guarded(path: Path, *more: object, **named: object) -> object:
            for one in (path, *more):
                if (
                    isinstance(one, Path)
                    and self.names.search(one.name)
                    and os.path.lexists(one)
                    and self.left
                ):
                    self.left -= 1
                    raise windows_says(32, one)
            return really(path, *more, **named)

        return guarded


@pytest.mark.parametrize("number", [5, 32, 33])
def test_what_is_held_is_tried_again(number: int) -> None:
    answers, waited = iter([windows_says(number), windows_says(number), None]), []

    def do() -> str:
        if (problem := next(answers)) is not None:
            raise problem
        return "done"

    assert patiently(do, sleep=waited.append) == "done"
    assert waited == [0.05, 0.05]


def test_what_stays_held_is_told_in_the_end() -> None:
    waited: list[float] = []

    def do() -> None:
        raise windows_says(32)

    with pytest.raises(PermissionError):
        patiently(do, sleep=waited.append)
    assert waited == [0.05] * 19


def test_another_no_is_told_at_once() -> None:
    def do() -> None:
        raise PermissionError(errno.EACCES, "denied")

    with pytest.raises(PermissionError):
        patiently(do, sleep=lambda _seconds: pytest.fail("waited"))


def test_a_record_is_named_and_cleared_away_though_antivirus_looks_into_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").touch()
    virus = Holding(monkeypatch, "^[ab]$", looks=6)
    RealDisk().rename(tmp_path / "a", tmp_path / "b")
    virus.left = 6
    RealDisk().unlink(tmp_path / "b")
    assert list(tmp_path.iterdir()) == []
    assert virus.waited == pytest.approx(0.6)


async def test_a_pdf_that_a_viewer_shows_ends_no_card(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_demo(tmp_path / "day")
    await print_pack(tmp_path / "day", tmp_path / "out", ADDRESS, Wanted([0]))
    before, record = files(tmp_path / "out"), (tmp_path / "day" / "record.jsonl").read_bytes()
    viewer = Holding(monkeypatch, r"^cards\.(pdf|html)$")
    with pytest.raises(NotBegun, match=r"cards\.\w+ in .*out is open in another program.*go on working"):
        await print_pack(tmp_path / "day", tmp_path / "out", ADDRESS, Wanted([0], cards=True))
    assert viewer.waited == pytest.approx(2, abs=0.1)
    assert files(tmp_path / "out") == before
    assert (tmp_path / "day" / "record.jsonl").read_bytes() == record
    assert [one.name for one in (tmp_path / "out").iterdir() if one.name.startswith(UNFINISHED)] == []


def test_an_export_over_an_open_file_changes_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = a_day().keep(tmp_path / "s")
    formats = ["csv", "xlsx", "json"]
    where = exported(session, tmp_path / "out", formats).folder
    before = files(where)
    excel = Holding(monkeypatch, r"^workbook\.xlsx$")
    with pytest.raises(ExportRefused, match=r"workbook\.xlsx in .*out is open in another program"):
        exported(session, where, formats, seed=2)
    assert files(where) == before
    excel.left = 3
    exported(session, where, formats, seed=2)
    assert files(where) != before


def test_a_folder_that_is_denied_is_found_out_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def denied(path: Path, *_more: object) -> int:
        tried.append(path)
        raise windows_says(5, path)

    monkeypatch.setattr(fresh_files.os, "open", denied)
    assert not can_write_in(tmp_path)
    with pytest.raises(PermissionError):
        fresh_file(tmp_path, ".x-")
    assert len(tried) == 2


def test_ten_names_that_are_taken_are_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter(["taken"] * 9 + ["free"] + ["taken"] * 10)
    monkeypatch.setattr(fresh_files.secrets, "token_hex", lambda _size: next(drawn))
    (tmp_path / "x-taken").mkdir()
    assert fresh_folder(tmp_path, "x-") == tmp_path / "x-free"
    with pytest.raises(FileExistsError):
        fresh_folder(tmp_path, "x-")


def test_a_fresh_file_is_its_owners_alone(tmp_path: Path) -> None:
    handle, path = fresh_file(tmp_path, ".x-")
    os.close(handle)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(fresh_folder(tmp_path, ".y-").stat().st_mode) == 0o700


def test_tempfile_is_asked_for_nothing_beside_our_files() -> None:
    packages = Path(__file__).resolve().parents[2] / "panel_tui"
    asks = re.compile(r"tempfile\.\w+\([^)]*dir=")
    assert [one for one in packages.rglob("*.py") if asks.search(one.read_text(encoding="utf-8"))] == []


async def test_in_a_denied_folder_the_wall_says_so(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("panel_tui.ready.checks.can_write_in", lambda _folder: False)
    found = checks(laptop(tmp_path / "day"), room)[0]
    assert (found.name, found.grade) == ("folder", Grade.LOOK)
    assert "cannot be written to" in found.words


async def test_folders_a_mac_guards_do_not_end_the_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = Path.stat

    def guarded(path: Path, **how: bool) -> os.stat_result:
        if "Mobile Documents" in path.parts or path.name in (".dropbox", ".stfolder"):
            raise PermissionError(errno.EPERM, "Operation not permitted", str(path))
        return really(path, **how)

    copy_demo(tmp_path / "Documents" / "day")
    monkeypatch.setattr(Path, "stat", guarded)
    assert synced_by(tmp_path / "Documents" / "day") is None
    async with live_room(tmp_path / "Documents" / "day") as room:
        assert room.state.session is not None
