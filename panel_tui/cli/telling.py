"""The one way words reach the terminal: whatever name is in them, no control character goes with it."""

from __future__ import annotations

import shutil
import sys
import textwrap
from typing import TextIO

import click

from sessions.text import clean_lines


def cleaned(words: str) -> str:
    """Take out what would steer a terminal; a file's or a folder's name may hold anything. Lines stay lines."""
    return clean_lines(words, longest=sys.maxsize)


def tell(words: str) -> None:
    """Say how it went, on standard output."""
    click.echo(folded(cleaned(words), sys.stdout))


def refuse(words: str) -> None:
    """Say why not, on standard error."""
    click.echo(folded(cleaned(words), sys.stderr), err=True)


def folded(words: str, to: TextIO) -> str:
    """Break lines between words where a person reads them; another program gets each as it is.

    A line set in is a command to copy, and stays whole.
    """
    if not to.isatty():
        return words
    wide = shutil.get_terminal_size().columns
    return "\n".join(
        line
        if len(line) < wide or line.startswith("  ")
        else textwrap.fill(line, wide - 1, break_long_words=False, break_on_hyphens=False)
        for line in words.split("\n")
    )


def ask(words: str, default: str | None = None) -> str:
    """Ask for a line; where there is a default, nothing need be typed."""
    return str(click.prompt(folded(cleaned(words), sys.stdout), default=default, show_default=False))


def agreed(words: str, *, default: bool = False) -> bool:
    """Ask yes or no; Enter alone is the default."""
    return click.confirm(folded(cleaned(words), sys.stdout), default=default)
