"""The session folder: session.toml, a spreadsheet and summaries in; a checked session out."""

from .asking import Question
from .fault import Fault, listing
from .new import NewReport, new_folder
from .reading import Reading, read_session
from .report import check_report, new_report

__all__ = [
    "Fault",
    "NewReport",
    "Question",
    "Reading",
    "check_report",
    "listing",
    "new_folder",
    "new_report",
    "read_session",
]
