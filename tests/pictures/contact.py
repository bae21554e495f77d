"""Contact sheets: many pictures on one, each with its name, to be looked at by eye."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

MOST_WIDE = 2000  # pixels
GAP, NAME = 16, 22  # pixels, around a picture and for its name


def contact_sheets(pictures: list[Path], across: int, down: int) -> Iterator[Image.Image]:
    """Lay the pictures out in reading order, as many sheets as they need."""
    left = iter(pictures)
    while batch := list(islice(left, across * down)):
        yield _sheet(batch, across)


def _sheet(paths: list[Path], across: int) -> Image.Image:
    wide = MOST_WIDE // across - GAP
    shown = [(path.stem, _narrowed(Image.open(path).convert("RGB"), wide)) for path in paths]
    rows = [shown[at : at + across] for at in range(0, len(shown), across)]
    heights = [max(picture.height for _, picture in row) + GAP + NAME for row in rows]
    sheet = Image.new("RGB", (MOST_WIDE, sum(heights)), "#9a9a9a")
    pen, letters = ImageDraw.Draw(sheet), ImageFont.load_default(16)
    for at, row in enumerate(rows):
        top = sum(heights[:at])
        for place, (name, picture) in enumerate(row):
            left = place * (wide + GAP) + GAP // 2
            pen.text((left, top + 2), name, "black", letters)
            sheet.paste(picture, (left, top + NAME))
    return sheet


def _narrowed(picture: Image.Image, wide: int) -> Image.Image:
    if picture.width <= wide:
        return picture
    return picture.resize((wide, picture.height * wide // picture.width), Image.Resampling.LANCZOS)
