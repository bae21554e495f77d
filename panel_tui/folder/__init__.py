"""The session folder: session.toml, a spreadsheet and summaries in; a checked session out.

A name is read in when it is first asked for: who checks a folder needs nothing of what makes one.
"""

from typing import TYPE_CHECKING

from panel_tui.system.lazy import read_when_asked

if TYPE_CHECKING:
    from panel_tui.folder.fault import Fault, Refusal, listing
    from panel_tui.folder.new import NewReport, new_folder
    from panel_tui.folder.report import check_report, new_report
    from panel_tui.folder.session_folder import FolderReading, read_session
    from panel_tui.folder.spreadsheet.choices import SheetChoices
    from panel_tui.folder.spreadsheet.question import Question

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

__getattr__ = read_when_asked(
    __name__,
    {
        "Fault": "fault",
        "FolderReading": "session_folder",
        "NewReport": "new",
        "Question": "spreadsheet.question",
        "Refusal": "fault",
        "SheetChoices": "spreadsheet.choices",
        "check_report": "report",
        "listing": "fault",
        "new_folder": "new",
        "new_report": "report",
        "read_session": "session_folder",
    },
)
