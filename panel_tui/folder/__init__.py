"""The session folder: session.toml, a spreadsheet and summaries in; a checked session out."""

from panel_tui.folder.fault import Fault, Refusal, listing
from panel_tui.folder.judging.choices import SheetChoices
from panel_tui.folder.judging.question import Question
from panel_tui.folder.new import NewReport, new_folder
from panel_tui.folder.report import check_report, new_report
from panel_tui.folder.session_folder import FolderReading, read_session

__all__ = [
    "Fault",
    "FolderReading",
    "NewReport",
    "Question",
    "Refusal",
    "SheetChoices",
    "check_report",
    "listing",
    "new_folder",
    "new_report",
    "read_session",
]
