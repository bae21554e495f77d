"""The one way words reach the terminal: whatever name is in them, no control character goes with it."""

from __future__ import annotations

import sys

import click

from sessions.text import clean_lines


def cleaned(words: str) -> str:
    """Take out what would steer a terminal; a file's or a folder's name may hold anything. Lines stay lines."""
    return clean_lines(words, longest=sys.maxsize)


def tell(words: str) -> None:
    """Say how it went, on standard output."""
    click.echo(cleaned(words))


def refuse(words: str) -> None:
    """Say why not, on standard error."""
    click.echo(cleaned(words), err=True)


def ask(words: str, default: str | None = None) -> str:
    """Ask for a line; where there is a default, nothing need be typed."""
    return str(click.prompt(cleaned(words), default=default, show_default=False))


def agreed(words: str, *, default: bool = False) -> bool:
    """Ask yes or no; Enter alone is the default."""
    return click.confirm(cleaned(words), default=default)
