"""Many rooms brought together in PostgreSQL, DuckDB or Parquet: what each gives, where it is put, what is drawn of all.

Neither engine is read in before a destination is opened: each is an extra, and only `gather` wants one.
"""

from panel_tui.gather.destination import GatherRefusal
from panel_tui.gather.gathering import Line, gather
from panel_tui.gather.opening import destination, remove_room
from panel_tui.gather.report import write_report
from panel_tui.gather.rooms import rooms_in

__all__ = ["GatherRefusal", "Line", "destination", "gather", "remove_room", "rooms_in", "write_report"]
