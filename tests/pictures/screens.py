"""Pictures of every wall and desk screen, drawn from the samples whose rows are kept."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

from playwright.async_api import Page

from screens.wall import themes
from tests.snapshots import OTHERS, SIZES, WALLS, each_screen

EVERY = (*WALLS, *OTHERS)
MAIN = (
    *("wall-lobby", "wall-introduce", "wall-reading", "wall-scoring", "wall-reveal", "wall-talk"),
    *("wall-ballot", "wall-outcome", "wall-pause", "wall-budget", "wall-closing", "desk-scoring"),
)
_LETTERS = re.compile(r"@font-face \{.*?\}", re.DOTALL)  # asked of a server; this machine has its own


async def screens(page: Page) -> AsyncIterator[tuple[str, str, bytes]]:
    """Give each screen's sheet, its name and its picture: all in the first theme, the main ones in every one."""
    for theme in themes.NAMES:
        for size in SIZES:
            sheet = f"{size[0]}x{size[1]}-{theme}"
            async for name, _, app in each_screen(size, theme, EVERY if theme == themes.NAMES[0] else MAIN):
                yield sheet, name, await _picture(page, app.export_screenshot(title=name))


async def _picture(page: Page, drawing: str) -> bytes:
    own = _LETTERS.sub("", drawing).replace("Fira Code", "DejaVu Sans Mono")
    await page.set_content(f'<body style="margin:0">{own}')
    drawn = page.locator("svg")
    await drawn.evaluate("drawn => drawn.style.width = drawn.viewBox.baseVal.width + 'px'")
    return await drawn.screenshot()
