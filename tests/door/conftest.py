"""Rooms and phones at the door: those of the web tests, with a hash that is no work."""

from __future__ import annotations

import hashlib

import pytest

from panel_tui.room import card_codes as codes_module
from panel_tui.room import joining as door_module
from panel_tui.web import wrong_codes
from tests.web.conftest import either_parser, phone, room, seated

__all__ = ["either_parser", "phone", "room", "seated"]


def quick_hash(code: str, salt: str) -> str:
    return f"{salt}:{hashlib.sha256(f'{salt}{code}'.encode()).hexdigest()}"


@pytest.fixture(autouse=True)
def no_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash typed codes at once."""
    monkeypatch.setattr(door_module, "slow_hash", quick_hash)
    monkeypatch.setattr(codes_module, "slow_hash", quick_hash)


@pytest.fixture(autouse=True)
def no_holding(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Answer a wrong code at once, but where that it is held back is what is tested."""
    if not request.node.get_closest_marker("held_back"):
        monkeypatch.setattr(wrong_codes, "HELD_FOR", 0.01)
