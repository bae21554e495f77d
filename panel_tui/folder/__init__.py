"""The session folder: session.toml, a spreadsheet and summaries in; a checked session out."""

from .fault import Fault, listing
from .reading import Reading, read_session

__all__ = ["Fault", "Reading", "listing", "read_session"]
