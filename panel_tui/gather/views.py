"""The views of all rooms: the statements of the SQL file of the same name, for either engine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from panel_tui.gather.ddl import quoted

NAMES = (
    "rooms_by_place",
    "awards_by_place_and_theme",
    "asked_against_given",
    "agreement_by_round",
    "minutes_an_application",
    "felt_then_and_now",
)
"""In the order they are told."""


def views(schema: str) -> tuple[tuple[str, str], ...]:
    """Return each view's name, and the statement that makes it."""
    text = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    parts = (part.strip() for part in text.replace("{schema}", f'"{schema}"').split(";\n"))
    return tuple(
        (name, part) for part in parts for name in re.findall(r'CREATE OR REPLACE VIEW "[^"]+"\.(\w+)', part)
    )


def views_anew(schema: str) -> Iterator[str]:
    """Give the statements that make the views, or bring an older version's up to this one: columns come at the end."""
    for _name, statement in views(schema):
        yield statement
    yield from view_comments(schema)


def view_comments(schema: str) -> Iterator[str]:
    """Return the statements that say what each view is: the comment lines above it."""
    for name, part in views(schema):
        above = part.split("\n\n")[-1].splitlines()
        said = " ".join(line.removeprefix("--").strip() for line in above if line.startswith("--"))
        yield f'COMMENT ON VIEW "{schema}".{name} IS {quoted(said)}'
