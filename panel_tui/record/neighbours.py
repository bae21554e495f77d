"""The files that stand beside `record.jsonl`, by name."""

from pathlib import Path

from panel_tui.record.disk import Disk


def lock_of(record: Path) -> Path:
    """Name the file whose lock keeps a second copy out; it stays when the session is closed."""
    return record.with_suffix(".lock")


def draft_of(record: Path) -> Path:
    """Name the file a new record is made in, before it gets its real name."""
    return record.with_suffix(".new")


def reserve_of(record: Path) -> Path:
    """Name the file that is given up when the disk is full."""
    return record.with_suffix(".reserve")


def torn_of(record: Path, disk: Disk) -> Path:
    """Name the next free file for bytes that were cut off."""
    number = 1
    while disk.exists(record.with_suffix(f".torn-{number}")):
        number += 1
    return record.with_suffix(f".torn-{number}")
