"""A phone and the laptop over a network that loses, doubles, delays and reorders: the newest answer is the one kept.

The phone's side is as `phone.js` does it: each change of mind is a sending of its own, numbered by the phone's
clock but never below what the page said; only the latest is sent again, with the same id, until it is answered.
"""

from __future__ import annotations

import random

from sessions import commands as c
from sessions.model.answers import score
from sessions.model.refusals import Refused
from tests.sessions.worlds import World, scoring_open

SCHEDULES = 10_000


class Phone:
    """One member's phone: what it wants kept, and what it has sent."""

    def __init__(self, chance: random.Random, *, numbers=True) -> None:
        self.chance, self.numbers = chance, numbers
        self.clock = chance.randrange(1_000)
        self.waiting: c.GiveAnswer | None = None
        self.wanted = 0
        self.page_says = 1
        self.sendings = 0

    def pick(self, value: int) -> None:
        self.clock += self.chance.randrange(1, 50)
        self.sendings += 1
        self.wanted = value
        revision = max(self.page_says, self.clock) if self.numbers else self.page_says
        self.waiting = c.GiveAnswer(1, "A01", "c1", score(value), f"sending-{self.sendings}", revision)

    def answered(self, sending: str, page_says: int) -> None:
        if self.waiting and self.waiting.id == sending:
            self.waiting = None
        self.page_says = max(self.page_says, page_says)


class Laptop:
    """The rules, and what they kept."""

    def __init__(self) -> None:
        self.world: World = START
        self.kept: list[str] = []

    def take(self, command: c.GiveAnswer) -> int:
        """Take a sending and reply with the next revision, as every page does."""
        self.world = self.world.when(command)
        assert self.world.refused is None or isinstance(self.world.refused, Refused)
        self.kept += [event.id for event in self.world.happened]
        return self.cell.revision + 1

    @property
    def cell(self):
        return self.world.state.scoring["A01"].cells[1]["c1"]


START = scoring_open()


def schedule(seed: int, *, numbers=True) -> tuple[Phone, Laptop]:
    """Live through one random schedule, then let the network recover."""
    chance = random.Random(seed)
    phone, laptop = Phone(chance, numbers=numbers), Laptop()
    to_laptop: list[c.GiveAnswer] = []
    to_phone: list[tuple[str, int]] = []
    phone.pick(chance.randint(1, 5))
    for _ in range(chance.randint(5, 30)):
        match chance.choice(["pick", "send", "arrive", "arrive", "reply", "lose", "double"]):
            case "pick":
                phone.pick(chance.randint(1, 5))
            case "send" if phone.waiting:
                to_laptop.append(phone.waiting)
            case "arrive" if to_laptop:
                command = to_laptop.pop(chance.randrange(len(to_laptop)))
                to_phone.append((command.id, laptop.take(command)))
            case "reply" if to_phone:
                phone.answered(*to_phone.pop(chance.randrange(len(to_phone))))
            case "lose" if to_laptop and chance.random() < 0.5:
                to_laptop.pop(chance.randrange(len(to_laptop)))
            case "lose" if to_phone:
                to_phone.pop(chance.randrange(len(to_phone)))
            case "double" if to_laptop:
                to_laptop.append(chance.choice(to_laptop))
            case _:
                pass
    if phone.waiting:
        laptop.take(phone.waiting)
    chance.shuffle(to_laptop)
    for late in to_laptop:  # stragglers, after all is said
        laptop.take(late)
    return phone, laptop


def stale(seeds, *, numbers=True) -> list[int]:
    """Give the schedules that end with another answer than the newest, or keep one sending twice."""
    bad = []
    for seed in seeds:
        phone, laptop = schedule(seed, numbers=numbers)
        newest = laptop.cell.answer == score(phone.wanted)
        if not newest or len(laptop.kept) != len(set(laptop.kept)):
            bad.append(seed)
    return bad


def test_whatever_the_network_does_the_newest_answer_is_the_one_kept():
    assert stale(range(SCHEDULES)) == []


def test_the_simulation_notices_a_phone_that_does_not_number_its_sendings():
    assert stale(range(300), numbers=False)
