"""Some network disks cannot lock a file: a session there is refused before anything is made, and says where to go."""

import errno
import sys
from pathlib import Path

import pytest

from panel_tui.record import Record, RecordFailed
from panel_tui.record.after_file import AfterFile, ClosingHead
from panel_tui.record.disk import RealDisk
from panel_tui.record.journal import Journal
from sessions.wording import say

if sys.platform == "win32":
    pytest.skip("Windows locks in another way", allow_module_level=True)

WITHOUT = [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS]


@pytest.fixture(params=WITHOUT, ids=[errno.errorcode[one] for one in WITHOUT])
def without_locks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    def flock(_handle: int, _how: int) -> None:
        raise OSError(request.param, "no locks here")

    monkeypatch.setattr("fcntl.flock", flock)


@pytest.mark.usefixtures("without_locks")
def test_a_session_on_it_is_refused_in_words_and_no_record_is_made(tmp_path: Path):
    with pytest.raises(RecordFailed) as refused:
        Record.open(tmp_path / "record.jsonl", program="test")
    assert refused.value.code == "record.no-locks"
    assert not (tmp_path / "record.jsonl").exists()
    said = say(refused.value.code)
    for part in ("cannot lock files", "Everything in the folder is safe", "this laptop's own disk"):
        assert part in said


@pytest.mark.usefixtures("without_locks")
def test_what_became_of_a_day_is_refused_in_the_same_words(tmp_path: Path):
    (tmp_path / "record.jsonl").write_bytes(b"")
    with pytest.raises(RecordFailed) as refused:
        AfterFile(tmp_path, ClosingHead(record="", line=1, hash=""), program="test")
    assert refused.value.code == "record.no-locks"


def test_one_that_loses_its_locks_in_mid_day_is_told_as_a_disk_that_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    journal = Journal(tmp_path / "record.jsonl", disk=RealDisk(), program="test")

    def flock(_handle: int, _how: int) -> None:
        raise OSError(errno.ENOLCK, "no locks any more")

    monkeypatch.setattr("fcntl.flock", flock)
    with pytest.raises(RecordFailed) as stopped:
        journal.reopen()
    assert say(f"record.now.{stopped.value.code.partition('.')[2]}")
    journal.close()
