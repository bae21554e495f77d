"""Pictures of every phone page, whole, at the widths of a small and of an ordinary phone."""

from __future__ import annotations

from collections.abc import AsyncIterator

from tests.journeys.phone_browser import Visit
from tests.web.gallery import PAGES

WIDTHS = (320, 390)  # CSS pixels


async def phones(visit: Visit) -> AsyncIterator[tuple[str, str, bytes]]:
    """Give each page's sheet, its name and its picture."""
    for width in WIDTHS:
        phone = await visit.phone(width)
        for name in PAGES:
            await phone.goto(f"{visit.home}/page/{name}")
            yield f"phone-{width}", name, await phone.screenshot(full_page=True)
