"""The record as a TinyDB database: all of TinyDB's own methods, at the cost of what they touch."""

from collections.abc import Callable
from typing import Any, cast

from tinydb import TinyDB
from tinydb.table import Table

from panel_tui.record.storage import AppendOnlyStorage
from panel_tui.record.touched import Touched


class RecordTable(Table):
    """A table that commits what an updater touched, instead of writing the whole database."""

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        table = (self._storage.read() or {}).get(self.name)
        touched = Touched(table or {})
        try:
            updater(touched)
            changes = touched.changes()
            if changes or table is None:
                self._storage.commit({self.name: changes})  # type: ignore[attr-defined]
        except BaseException:
            self._next_id = None  # ids handed out for nothing are handed out again
            raise
        self.clear_cache()


class RecordDB(TinyDB):
    """A TinyDB database on one append-only, chained, durable file."""

    table_class = RecordTable
    default_storage_class = AppendOnlyStorage  # type: ignore[assignment]

    @property
    def storage(self) -> AppendOnlyStorage:
        """Give the storage, by its own type."""
        return cast("AppendOnlyStorage", super().storage)
