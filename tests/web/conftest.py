"""Rooms and phones for the tests of the pages."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from panel_tui.room.room import Room
from panel_tui.web import phone_protocol
from tests.web.phones import Phone, seated_phones, small_room


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    async with small_room(tmp_path) as opened:
        yield opened


@pytest.fixture(params=["parser in C", "parser in Python"])
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a server read its requests by either: what the door keeps out must not hang on what is installed."""
    in_c = request.param == "parser in C"
    assert phone_protocol.fast_parser(), "the parser in C is among the packages for tests"
    monkeypatch.setattr(phone_protocol, "fast_parser", lambda: in_c)


@pytest.fixture
async def phone(room: Room) -> AsyncIterator[Phone]:
    """A phone that nobody has used yet."""
    async with Phone(room) as fresh:
        yield fresh


@pytest.fixture
async def seated(room: Room, phone: Phone) -> Phone:
    """A phone that has taken seat 1."""
    await phone.join(room)
    return phone


@pytest.fixture
async def phones(day: Room) -> AsyncIterator[list[Phone]]:
    """Six phones with a seat on the file's own `day`."""
    async with seated_phones(day) as phones:
        yield phones
