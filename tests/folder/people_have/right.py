"""What a test knows of one small file: what is in it, and how a careful person reads it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Right(NamedTuple):
    """`apps` has title and amount of each; `refused` what is said where nobody can be asked; `options` answers it."""

    file: str
    data: bytes
    apps: list[list[str]] | None = None
    said: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    options: Mapping = MappingProxyType({})
    warned: tuple[str, ...] = ()
    currency: str = "GBP"
    fields: Mapping = MappingProxyType({})


def text(words: str, encoding: str = "utf-8", end: str = "\n") -> bytes:
    return (words.strip("\n") + "\n").replace("\n", end).encode(encoding)
