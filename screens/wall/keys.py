"""The wall's keys: one entry gives the key, its line in the palette, the foot and the help."""

from __future__ import annotations

from collections.abc import Container

from msgspec import Struct
from textual.binding import Binding

from sessions.wording import say


class Key(Struct, frozen=True):
    """One thing the facilitator can do: its action's name, its keys, the posters it belongs to, whether it asks.

    `said` is where its words are, if not under its own name.
    """

    name: str
    keys: tuple[str, ...]
    posters: tuple[str, ...] = ()
    asks: bool = False
    said: str = ""

    @property
    def action(self) -> str:
        """Name Textual's action; one that asks something first goes through one door."""
        return f"ask('{self.name}')" if self.asks else self.name

    @property
    def words(self) -> str:
        """Say it shortly."""
        return say(self.said or f"wall.keys.{self.name}")

    @property
    def help(self) -> str:
        """Say it in a sentence."""
        return say(f"{self.said or f'wall.keys.{self.name}'}.help")

    @property
    def shown(self) -> tuple[str, ...]:
        """Name the keys as they stand on a keyboard."""
        return tuple(dict.fromkeys(key_name(key) for key in self.keys))  # two keys may have one name


def key_name(key: str) -> str:
    """Name one key as it stands on a keyboard."""
    try:
        return say(f"wall.key.{key}")
    except KeyError:
        return key


KEYS = (
    Key("next", ("pagedown", "right", "space")),
    Key("back", ("pageup", "left")),
    Key("blank", ("full_stop", "b")),
    Key("pause", ("t",)),
    Key("more", ("plus",)),
    Key("fewer", ("minus",)),
    Key("undo", ("z",)),
    Key("void", ("v",), asks=True),
    Key("step_out", ("x",), asks=True),
    Key("note", ("n",), asks=True),
    Key("decision", ("r",), asks=True),
    Key("agenda", ("m",), asks=True),
    Key("retime", ("l",), asks=True),
    Key("paper", ("p",), asks=True),
    Key("up", ("up",), ("Budget",)),
    Key("down", ("down",), ("Budget",)),
    Key("award", ("enter",), ("Budget",), asks=True),
    Key("criteria", ("e",), ("Listing",), asks=True),
    Key("pass_turn", ("y",), ("Asking",)),
    Key("follow_up", ("d",), ("Asking",)),
    Key("swap", ("w",), ("Lobby",)),
    Key("ready", ("g",), ("Lobby",), asks=True),
    Key("ways", ("w",), ("Budget",)),
    Key("next_list", ("s",), ("Budget",)),
    Key("break_tie", ("o",), asks=True),
    Key("what_if", ("i",), asks=True),
    Key("place", ("u",), asks=True),
    Key("portfolio", ("f",)),
    Key("checks", ("k",)),
    Key("confirm", ("c",), ("Budget",)),
    Key("pass_over", ("j",), ("Confirmed",)),
    Key("theme", ("f2",)),
    Key("help", ("question_mark", "f1"), asks=True),
    Key("palette", ("ctrl+p",)),
    Key("leave", ("q",), asks=True),
)


_ALIKE = {
    "add": "plus",
    "subtract": "minus",
    "decimal": "full_stop",
}  # as some terminals name the number pad's


def meant(key: str, character: str | None) -> str:
    """Return the key that is meant, as the catalogue names it: a letter is a letter with Caps Lock or Shift, too."""
    typed = character or key.removeprefix("shift+")
    return typed.lower() if len(typed) == 1 and typed.isalpha() else _ALIKE.get(key, key)


def bindings(entries: tuple[Key, ...] = KEYS) -> list[Binding]:
    """Return Textual's bindings, an action named after each entry.

    They come first, so that an order is given before the next key is looked at; the App lets them through on
    its main screen alone, so that under a card they are only letters.
    """
    return [
        Binding(",".join(key.keys), key.action, key.words, show=False, priority=True)
        for key in entries
        if key.name != "palette"  # Textual binds the palette itself
    ]


def actions_of(entries: tuple[Key, ...]) -> frozenset[str]:
    """Name Textual's actions of these entries."""
    return frozenset("ask" if key.asks else key.name for key in entries)


def keys_of(name: str) -> frozenset[str]:
    """Return the keys of one entry, as Textual names them."""
    return frozenset(key for entry in KEYS if entry.name == name for key in entry.keys)


def foot(poster: str, *, leaving_out: Container[str] = ()) -> str:
    """Say the keys that belong to one kind of poster, for the foot of it."""
    return "  ".join(foot_parts(poster, leaving_out=leaving_out))


def foot_parts(poster: str, *, leaving_out: Container[str] = ()) -> list[str]:
    """Say each key that belongs to one kind of poster, so that none is torn apart where the wall is narrow."""
    here = [entry for entry in KEYS if poster in entry.posters and entry.name not in leaving_out]
    return [f"{entry.shown[0]} {entry.words}" for entry in here]
