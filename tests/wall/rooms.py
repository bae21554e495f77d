"""A room of our own making: scripted posters, refusals to order, and every command kept to be looked at."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sessions.commands import Command, Next
from sessions.refusals import Refused
from sessions.state import State
from sessions.views.posters import AnyPoster

from .posters import NOW, POSTERS


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.time = NOW
        self.drawn = 0

    def now(self) -> dt.datetime:
        return self.time

    def token(self) -> str:
        self.drawn += 1
        return f"token-{self.drawn}"

    def letters(self, alphabet: str, length: int) -> str:
        return (alphabet * length)[:length]


class Watch:
    def __init__(self) -> None:
        self.bell = asyncio.Event()

    async def changed(self) -> None:
        await self.bell.wait()
        self.bell.clear()


class FakeRoom:
    """Goes through its posters a press at a time; says no where it was told to."""

    def __init__(self, *names: str, posters: Sequence[AnyPoster] = (), state: State | None = None) -> None:
        self.posters = list(posters) or [POSTERS[name] for name in names]
        self.at = 0
        self.state = state or State()
        self.clock = Clock()
        self.door_code = "K7QF3T"
        self.address = "10.0.0.7:8765"
        self.done: list[Command] = []
        self.refusals: list[Refused] = []
        self.drawn = 0
        self.watches: list[Watch] = []

    async def do(self, command: Command) -> tuple[()]:
        if self.refusals and not (isinstance(command, Next) and command.sure):
            raise self.refusals.pop(0)
        self.done.append(command)
        if isinstance(command, Next):
            self.at = min(self.at + 1, len(self.posters) - 1)
        self.ring()
        return ()

    async def press(self, *, position: str, sure: bool = False) -> None:
        await self.do(Next(position, sure))

    def poster(self) -> AnyPoster:
        self.drawn += 1
        return self.posters[self.at]

    def position(self) -> str:
        return self.posters[self.at].frame.position

    def show(self, poster: AnyPoster) -> None:
        self.posters[self.at] = poster
        self.ring()

    def ring(self) -> None:
        for watch in self.watches:
            watch.bell.set()

    @contextmanager
    def watch(self) -> Iterator[Watch]:
        watch = Watch()
        self.watches.append(watch)
        yield watch
        self.watches.remove(watch)
