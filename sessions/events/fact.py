"""What every fact has in common."""

from __future__ import annotations

from msgspec import Struct


class Fact(Struct, frozen=True, tag_field="fact", tag=True, forbid_unknown_fields=True):
    """Something that happened; its class name is its kind in the record."""
