"""The manual's pictures of what `export` makes: a page of the record, a letter, a sheet of the workbook.

`python -m tests.pictures --manual` takes them anew, from the demo of seed 7.
"""

from __future__ import annotations

import io
import re
import subprocess
import tempfile
from pathlib import Path

import openpyxl
from PIL import Image

from tests.exports.test_letters_as_documents import converted
from tests.journeys.terminal import panel_tui
from tests.paper import pdf
from tests.pictures.readme import KEPT, keep

RECORD, LETTER, SHEET = "export-record", "export-letter", "export-sheet"
NAMES = (RECORD, LETTER, SHEET)
_FILES = {RECORD: "decision-record.pdf", LETTER: "letters/06-A06.pdf"}
_RESULTS = "Results"
_DPI = 84
_SHORT, _TIME = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}"), re.compile(r"\d{1,2}:\d\d( \([^)]*\))?")


def take(into: Path = KEPT) -> None:
    """Let the demo decide, and take them all."""
    with tempfile.TemporaryDirectory() as home:
        out = Path(home) / "out"
        subprocess.run(panel_tui("demo", "--headless", "--seed", 7, "--to", out), check=True)
        for name in NAMES:
            keep(into / f"{name}.png", picture(name, out, Path(home)), words_now(name, out))


def picture(name: str, out: Path, room: Path) -> Image.Image:
    """Draw one of them from what was exported to `out`; `room` is for what LibreOffice needs."""
    if name == SHEET:
        made = converted(room, out / "workbook.xlsx", "pdf").read_bytes()
        first = next(
            n for n in range(1, pdf.pages(made) + 1) if f"{_RESULTS}, page" in pdf.read(made, page=n)
        )
        drawn = pdf.drawn(made, dpi=_DPI, page=first)
    else:
        drawn = pdf.drawn((out / _FILES[name]).read_bytes(), dpi=_DPI)
    return Image.open(io.BytesIO(drawn)).convert("RGB").quantize(16)


def words_now(name: str, out: Path) -> str:
    """Say what one of them says in what was exported to `out`, without when that was."""
    if name == SHEET:
        rows = openpyxl.load_workbook(out / "workbook.xlsx")[_RESULTS].iter_rows(values_only=True)
        return " ".join(str(cell) for row in rows for cell in row if cell is not None)
    words = " ".join(pdf.read((out / _FILES[name]).read_bytes(), page=1).split())
    return _TIME.sub("…", _SHORT.sub("…", words))
