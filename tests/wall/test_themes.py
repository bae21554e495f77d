import re
from pathlib import Path

import pytest
from textual.color import Color
from textual.css.stylesheet import Stylesheet

import screens.wall
from screens.wall import themes

PAIRS = (
    ("foreground", "background"),
    ("primary", "background"),
    ("accent", "background"),
    ("success", "background"),
    ("warning", "background"),
    ("error", "background"),
    ("quiet", "background"),
    ("foreground", "surface"),
    ("foreground", "panel"),
    ("band-text", "band"),
    ("foot-text", "foot"),
    ("bar-again-text", "bar-again"),
    ("bar-plain-text", "bar-plain"),
)


def colour(theme, name):
    return Color.parse(theme.variables.get(name) or getattr(theme, name))


def brightness(one):
    parts = [c / 255 for c in one.rgb]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", themes.THEMES, ids=themes.NAMES)
@pytest.mark.parametrize("pair", PAIRS, ids="-on-".join)
def test_every_text_is_at_least_seven_to_one(theme, pair):
    text, ground = (colour(theme, name) for name in pair)
    assert contrast(text, ground) >= 7


def test_the_themes_follow_one_another_in_a_ring():
    assert [themes.after(name) for name in themes.NAMES] == [*themes.NAMES[1:], themes.NAMES[0]]


@pytest.mark.parametrize(
    ("colours", "theme"),
    [
        ("truecolor", themes.LIGHT),
        ("256", themes.LIGHT),
        ("standard", themes.CONTRAST),
        (None, themes.CONTRAST),
    ],
)
def test_a_terminal_of_few_colours_begins_with_strong_contrast(colours, theme):
    assert themes.suited(colours) == theme


def test_no_colour_by_number_stands_outside_the_themes():
    here = Path(screens.wall.__file__).parent
    files = [path for path in here.rglob("*") if path.suffix in {".py", ".tcss"} and path.name != "themes.py"]
    assert len(files) > 30
    named = {path.name: re.findall(r"#[0-9a-fA-F]{3,8}\b(?!-)", path.read_text()) for path in files}
    hexes = {name: found for name, found in named.items() if [one for one in found if re.search(r"\d", one)]}
    assert hexes == {}


async def test_the_sheets_are_read_anew_for_other_colours_and_not_as_the_wall_opens(wall, monkeypatch):
    read = []
    monkeypatch.setattr(Stylesheet, "reparse", lambda sheet: read.append(sheet))
    async with wall("scoring") as it:
        first = it.app.theme
        assert read == []
        it.app.theme = themes.after(first)
        await it.until(lambda: read)
    assert len(read) == 1
