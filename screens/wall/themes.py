"""The terminal wall's three themes, the only colours by number in it; every text pair is at least 7 to 1.

`screens/wall_page/wall.css` has the same for other screens.
"""

from __future__ import annotations

from textual.theme import Theme

LIGHT = "projector-light"
DARK = "projector-dark"
CONTRAST = "high-contrast"

THEMES = (
    Theme(
        name=LIGHT,
        primary="#123a6b",
        secondary="#2b5c94",
        accent="#0b5394",
        success="#145a26",
        warning="#7a4100",
        error="#8c1620",
        foreground="#11161c",
        background="#ffffff",
        surface="#f1f4f8",
        panel="#e3e9f1",
        dark=False,
        variables={
            "quiet": "#414c58",
            "band": "#123a6b",
            "band-text": "#ffffff",
            "foot": "#e3e9f1",
            "foot-text": "#11161c",
            "empty": "#8795a5",
            "bar-again": "#ffd24d",
            "bar-again-text": "#1a1300",
            "bar-plain": "#11161c",
            "bar-plain-text": "#ffffff",
        },
    ),
    Theme(
        name=DARK,
        primary="#9ccbff",
        secondary="#6fa8e6",
        accent="#8fc7ff",
        success="#8ee6a4",
        warning="#ffc766",
        error="#ffa3a3",
        foreground="#f5f7fa",
        background="#0b1017",
        surface="#141c26",
        panel="#1c2735",
        dark=True,
        variables={
            "quiet": "#b9c4d0",
            "band": "#1b3556",
            "band-text": "#ffffff",
            "foot": "#1c2735",
            "foot-text": "#f5f7fa",
            "empty": "#66778a",
            "bar-again": "#ffc766",
            "bar-again-text": "#1a1300",
            "bar-plain": "#f5f7fa",
            "bar-plain-text": "#0b1017",
        },
    ),
    Theme(
        name=CONTRAST,
        primary="#ffffff",
        secondary="#ffffff",
        accent="#ffff00",
        success="#00ff66",
        warning="#ffff00",
        error="#ff9999",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#000000",
        dark=True,
        variables={
            "quiet": "#ffffff",
            "band": "#0000aa",
            "band-text": "#ffffff",
            "foot": "#0000aa",
            "foot-text": "#ffffff",
            "empty": "#b0b0b0",
            "bar-again": "#ffff00",
            "bar-again-text": "#000000",
            "bar-plain": "#ffffff",
            "bar-plain-text": "#000000",
        },
    ),
)

NAMES = tuple(theme.name for theme in THEMES)


def suited(colours: str | None) -> str:
    """Return the theme to begin with, for what Rich found the terminal can show.

    With sixteen colours or none, quiet blues all become the same grey; there only strong contrast is readable.
    """
    return LIGHT if colours in ("256", "truecolor") else CONTRAST


def after(name: str) -> str:
    """Return the theme that follows this one; the last is followed by the first."""
    return NAMES[(NAMES.index(name) + 1) % len(NAMES)] if name in NAMES else NAMES[0]
