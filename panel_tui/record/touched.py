"""What TinyDB's updaters work on: a table that notes which documents they touch, and leaves the real one alone."""

from collections.abc import Iterator, Mapping, MutableMapping
from copy import deepcopy
from typing import Any

Documents = Mapping[str, dict[str, Any]]
Changes = dict[str, dict[str, Any] | None]


class Touched(MutableMapping[int, dict[str, Any]]):
    """Read through to the table; keep every change aside, at the cost of what is changed."""

    def __init__(self, table: Documents) -> None:
        self._table = table
        self._changed: Changes = {}
        self._lent: dict[str, dict[str, Any]] = {}

    def __getitem__(self, doc_id: int) -> dict[str, Any]:
        """Lend a copy, since an updater may change what it is given."""
        key = str(doc_id)
        if key in self._changed:
            document = self._changed[key]
            if document is None:
                raise KeyError(doc_id)
            return document
        if key not in self._lent:
            self._lent[key] = deepcopy(self._table[key])
        return self._lent[key]

    def __setitem__(self, doc_id: int, document: dict[str, Any]) -> None:
        self._changed[str(doc_id)] = document

    def __delitem__(self, doc_id: int) -> None:
        if doc_id not in self:
            raise KeyError(doc_id)
        if str(doc_id) in self._table:
            self._changed[str(doc_id)] = None
        else:
            del self._changed[str(doc_id)]

    def __contains__(self, doc_id: object) -> bool:
        key = str(doc_id)
        return self._changed[key] is not None if key in self._changed else key in self._table

    def __iter__(self) -> Iterator[int]:
        yield from (int(key) for key in self._table if int(key) in self)
        yield from (int(key) for key in self._changed if key not in self._table)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def changes(self) -> Changes:
        """Give what was changed: the new document, or None where it was taken away."""
        edited = {key: copy for key, copy in self._lent.items() if copy != self._table[key]}
        return {**edited, **self._changed}
