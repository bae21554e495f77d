"""An opening screen on a laptop of our own making."""

from __future__ import annotations

from contextlib import asynccontextmanager

import pytest

from panel_tui.opening.app import OpeningApp
from tests.wall.conftest import Driven


class Opened(Driven):
    """An opening screen that runs, and what is to be read on it."""

    def __init__(self, app, pilot):
        self.app, self.pilot = app, pilot

    @property
    def said(self):
        return self.app.main.answer.said.plain

    async def sees(self, *words):
        await self.until(lambda: all(word in " ".join(self.text.split()) for word in words))


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """A home of one's own, with nothing in it."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return home


@pytest.fixture
def opening(home):
    @asynccontextmanager
    async def opened(said="", at="", size=(80, 24)):
        app = OpeningApp(home, said, at)
        async with app.run_test(size=size, notifications=True) as pilot:
            it = Opened(app, pilot)
            await it.settle()
            yield it

    return opened
