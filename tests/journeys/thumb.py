"""A thumb on a phone: it taps what is in view, and swipes to see more. What it needed is counted.

A swipe moves the page by seven tenths of the screen's height. Only what lies in view, with nothing over it, can be
tapped, and only once the page says that taps count.
"""

from __future__ import annotations

from playwright.async_api import Locator, Page

_SWIPE = 0.7  # of the screen's height
_MOST_SWIPES = 20

# 0 where the middle of the thing can be tapped; else whether it lies further down (1) or up (-1)
_WHERE = """e => { const box = e.getBoundingClientRect(), x = box.left + box.width / 2, y = box.top + box.height / 2;
  const over = document.elementFromPoint(x, y);
  if (box.top >= 0 && box.bottom <= innerHeight && over && (e.contains(over) || over.contains(e))) return 0;
  return y > innerHeight / 2 ? 1 : -1; }"""


class Thumb:
    """One thumb, and how often it tapped and swiped."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = self.swipes = 0

    def taken(self) -> tuple[int, int]:
        """Give taps and swipes since last asked."""
        taken = self.taps, self.swipes
        self.taps = self.swipes = 0
        return taken

    async def tap(self, thing: Locator) -> None:
        """Tap a thing, once it is in view."""
        await thing.wait_for()
        await self.page.locator("main[data-ready]").wait_for()
        for _ in range(_MOST_SWIPES):
            way = await thing.evaluate(_WHERE)
            if not way:
                break
            await self.page.evaluate(f"scrollBy(0, {way} * {_SWIPE} * innerHeight)")
            self.swipes += 1
        else:
            raise AssertionError("it never came into view")
        box = await thing.bounding_box()
        assert box is not None
        self.taps += 1
        await self.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
