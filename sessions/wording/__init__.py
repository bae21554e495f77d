"""Every sentence a person sees, one catalogue an audience; `say` looks a sentence up and fills it in.

A catalogue is a dict of `str.format` templates. Values are filled in as plain text, never as a template.
"""

from __future__ import annotations

from importlib import import_module

# Each catalogue module holds a dict of its own name in capitals: `wall.WALL`, keys starting `wall.`.
CATALOGUES = ("views", "wall", "phone", "paper", "refusals", "folder", "record", "exports", "command", "rehearse")


def say(key: str, /, **values: object) -> str:
    """Give the sentence kept under `key`, filled in. Raises KeyError for a key no catalogue has."""
    name = key.partition(".")[0]
    catalogue: dict[str, str] = getattr(import_module(f"{__name__}.{name}"), name.upper())
    return catalogue[key].format(**values)
