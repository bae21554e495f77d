"""What reading one file has to say, in the order found."""

from __future__ import annotations

from .fault import Fault
from .locate import Path, line_of


class Notes:
    """What reading one file has to say: its faults and its warnings, in the order found."""

    def __init__(self, file: str, lines: dict[Path, int] | None = None) -> None:
        self.file, self.lines = file, lines or {}
        self.faults: list[Fault] = []
        self.warnings: list[Fault] = []

    def fault(self, path: Path, kind: str, *, about: str = "", found: str = "", meant: str = "") -> None:
        """Note a fault at `path`."""
        self.faults.append(Fault(self.file, line_of(self.lines, path), kind, about, found, meant))

    def warn(self, path: Path, kind: str, *, about: str = "", found: str = "", meant: str = "") -> None:
        """Note something odd at `path`."""
        self.warnings.append(Fault(self.file, line_of(self.lines, path), kind, about, found, meant))
