"""Rooms and phones at the door: those of the web tests, with a hash that is no work."""

from __future__ import annotations

import hashlib

import pytest

from panel_tui.room import card_codes as codes_module
from panel_tui.room import joining as door_module
from tests.web.conftest import phone, room, seated

__all__ = ["phone", "room", "seated"]


def quick_hash(code: str, salt: str) -> str:
    return f"{salt}:{hashlib.sha256(f'{salt}{code}'.encode()).hexdigest()}"


@pytest.fixture(autouse=True)
def no_work(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Hash typed codes at once, but where the real hash is what is tested."""
    if "real_hash" not in request.keywords:
        monkeypatch.setattr(door_module, "slow_hash", quick_hash)
        monkeypatch.setattr(codes_module, "slow_hash", quick_hash)
