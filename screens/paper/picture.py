"""Pictures for paper, as SVG: a square code, and the message a phone shows when its camera has seen one.

Each comes with the words for those who cannot see it.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape
from importlib.resources import files
from itertools import groupby

from msgspec import Struct

from screens.square_data import add_link
from sessions.wording import say

_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}">{2}</svg>'
_LETTER = 0.56  # of the size of the letters: about how wide one is


class Picture(Struct, frozen=True):
    """An SVG, and what it shows in words."""

    svg: str
    alt: str


_OPENING = re.compile(r"<svg[^>]*viewBox=\"([^\"]+)\"[^>]*>")
_LINES = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="{}" fill="none" stroke="#111" stroke-width="2" '
    'stroke-linecap="round" stroke-linejoin="round">'
)


@cache
def symbol(name: str) -> Picture:
    """Return a symbol of Easy Read, as phones have it, to stand alone; it only repeats the words beside it."""
    drawn = (files("screens.phone") / "symbols" / f"{name}.svg").read_text(encoding="utf-8").strip()
    drawn = _OPENING.sub(lambda opening: _LINES.format(opening[1]), drawn)
    return Picture(drawn.replace('class="thick"', 'stroke-width="4"'), "")


def square(link: str, alt: str) -> Picture:
    """Draw a QR: a path of dark runs, with four light modules all round."""
    import qrcode

    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=4)
    add_link(code, link)
    code.make(fit=True)
    rows = code.get_matrix()
    path = "".join(f"M{x} {y}h{wide}v1h-{wide}z" for y, row in enumerate(rows) for x, wide in _runs(row))
    paper = f'<rect width="{len(rows)}" height="{len(rows)}" fill="#fff"/>'
    ink = f'<path shape-rendering="crispEdges" d="{path}" fill="#000"/>'
    return Picture(_SVG.format(len(rows), len(rows), paper + ink), alt)


def _runs(row: list[bool]) -> list[tuple[int, int]]:
    found, x = [], 0
    for dark, modules in groupby(row):
        wide = len(list(modules))
        if dark:
            found.append((x, wide))
        x += wide
    return found


def pop_up(address: str) -> Picture:
    """Draw a phone whose camera looks at a square, the message above it, and a finger that taps it."""
    size = min(15.0, 150 / (max(len(address), 1) * _LETTER))
    parts = (
        '<rect x="20" y="4" width="200" height="272" rx="24" fill="#fff" stroke="#111" stroke-width="5"/>',
        '<rect x="34" y="24" width="172" height="218" rx="6" fill="#d9dde2"/>',
        '<circle cx="120" cy="259" r="9" fill="none" stroke="#111" stroke-width="3"/>',
        *(_eye(x, y) for x, y in ((72, 122), (138, 122), (72, 188))),
        "".join(
            f'<rect x="{x}" y="{y}" width="10" height="10" fill="#111"/>'
            for x, y in ((140, 190), (156, 190), (148, 204), (164, 206), (140, 216), (122, 130), (122, 160))
        ),
        '<rect x="40" y="40" width="160" height="44" rx="12" fill="#fff" stroke="#111" stroke-width="3"/>',
        f'<text x="120" y="{62 + size / 3:.1f}" font-size="{size:.1f}" font-weight="700" text-anchor="middle" '
        f'font-family="Atkinson Hyperlegible, Verdana, sans-serif" fill="#111">{escape(address)}</text>',
        '<path d="M214 84q-8-14-20-8q-8 6 0 18l34 52q-14-4-24 4q-6 8 4 14l46 26q22 10 40-8q16-18 6-44l-12-34'
        'q-6-14-18-8q-8-10-18-4q-8-8-18-2z" fill="#fff" stroke="#111" stroke-width="4" stroke-linejoin="round"/>',
    )
    return Picture(_SVG.format(310, 280, "".join(parts)), say("paper.join.picture", address=address))


def _eye(x: int, y: int) -> str:
    ring = (
        f'<rect x="{x + 3}" y="{y + 3}" width="34" height="34" fill="#fff" stroke="#111" stroke-width="6"/>'
    )
    return f'{ring}<rect x="{x + 13}" y="{y + 13}" width="14" height="14" fill="#111"/>'
