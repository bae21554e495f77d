"""The opening screen's keys: one entry gives the key, its line in the palette, the foot and the help."""

from __future__ import annotations

from screens.wall.keys import Key
from sessions.wording import say


class OpeningKey(Key, frozen=True):
    """One thing that can be done; `of_a_day` where it needs a day to be chosen in the list."""

    of_a_day: bool = False

    @property
    def words(self) -> str:
        """Say it shortly."""
        return say(f"opening.keys.{self.name}")

    @property
    def help(self) -> str:
        """Say it in a sentence."""
        return say(f"opening.keys.{self.name}.help")


KEYS = (
    OpeningKey("open", ("enter",)),
    OpeningKey("run", ("r",), of_a_day=True),
    OpeningKey("rehearse", ("h",), of_a_day=True),
    OpeningKey("check", ("c",), of_a_day=True),
    OpeningKey("export", ("e",), of_a_day=True),
    OpeningKey("verify", ("v",), of_a_day=True),
    OpeningKey("forget", ("delete",), of_a_day=True),
    OpeningKey("new", ("n",)),
    OpeningKey("find", ("o",)),
    OpeningKey("demo", ("d",)),
    OpeningKey("theme", ("f2",)),
    OpeningKey("help", ("question_mark", "f1")),
    OpeningKey("palette", ("ctrl+p",)),
    OpeningKey("leave", ("q",)),
)
OF_A_DAY = tuple(key for key in KEYS if key.of_a_day)
ALWAYS = tuple(key for key in KEYS if key.name in ("new", "find", "demo"))
_FOOT = ("new", "find", "demo", "help", "leave")


def foot() -> str:
    """Say the keys worth knowing, for the foot of the screen."""
    return "   ".join(f"{key.shown[0]} {key.words}" for key in KEYS if key.name in _FOOT)
