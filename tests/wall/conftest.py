"""A wall over a fake room, driven by keys."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest

from panel_tui.facilitator.wall_app import WallApp
from tests.wall.big import with_drawn
from tests.wall.rooms import FakeRoom


class Driven:
    """A wall that runs, and what is to be read on it."""

    def __init__(self, app, pilot):
        self.app, self.pilot, self.room = app, pilot, app.room

    async def press(self, *keys):
        """Press each key as somebody would who looks first: on a busy machine the screen may come later."""
        steps = getattr(self.app, "steps", None)  # the opening screen has none
        for key in keys:
            if steps is not None:
                await self.until(lambda: steps.up)
            await self.pilot.press(key)
        await self.settle()

    async def settle(self):
        await self.pilot.pause()
        await self.pilot.pause()

    async def until(self, true):
        """Go on settling until something is so; the test's own time limit is the end of patience."""
        for _ in range(400):
            if true():
                return
            await self.pilot.pause(0.01)
        raise AssertionError(self.text)

    @property
    def rows(self):
        """Every row of the screen as people see it."""
        return [strip.text for strip in self.app.screen._compositor.render_strips()]

    @property
    def text(self):
        """Every row, and below them what stands drawn in big letters."""
        return "\n".join(with_drawn(self.rows))

    @property
    def said(self):
        return self.app.wall.answer.said.plain


Wall = Callable[..., AbstractAsyncContextManager[Driven]]


@pytest.fixture
def wall() -> Wall:
    @asynccontextmanager
    async def opened(*names, size=(80, 24), theme=None, **room) -> AsyncIterator[Driven]:
        app = WallApp(FakeRoom(*names, **room))
        async with app.run_test(size=size, notifications=True) as pilot:
            if theme:
                app.theme = theme
            driven = Driven(app, pilot)
            await driven.settle()
            yield driven

    return opened
