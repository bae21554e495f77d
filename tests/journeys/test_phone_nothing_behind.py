"""Nothing that is to be read or tapped stands behind anything else: every page, at every size, in all letters."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Page

from tests.journeys.test_phone_access import gallery
from tests.web.gallery import PAGES

SIZES = ((320, 568), (390, 664), (360, 740), (740, 360))
LETTERS = ("", "text-large", "text-largest")
LOOKS = {(letters, size) for letters in LETTERS for size in SIZES}
_ONE_WAY = {look for n, look in enumerate((letters, size) for size in SIZES for letters in LETTERS) if n % 2}
SHORT = {"plain": _ONE_WAY, "read": LOOKS - _ONE_WAY}  # every pair of letters, size and words is among them

# A thumb goes down the page, a swipe of 70% at a time, and looks whether each thing in view can be seen and touched.
# What has been passed may go beneath the count of points that are left to share, as it goes beneath the screen's edge.
_BEHIND = """() => {
  const things = [...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && !e.closest('.unseen, svg')
    && (e.matches('input, button, a, textarea, select, summary, label.choice')
      || [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())));
  const behind = new Set();
  const passed = (over, y) => over.closest('.left') && y < innerHeight / 2 && scrollY > 0;
  for (let at = 0; ; at += innerHeight * 0.7) {
    scrollTo(0, at);
    for (const e of things) for (const box of e.getClientRects()) {
      const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
      const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
      if (bottom - top < 4 || right - left < 4) continue;
      for (const y of [top + (bottom - top) / 4, (top + bottom) / 2, bottom - (bottom - top) / 4]) {
        const over = document.elementFromPoint((left + right) / 2, y);
        if (over && !e.contains(over) && !over.contains(e) && !passed(over, y))
          behind.add(`${(e.textContent.trim() || e.id).slice(0, 40)} behind ${over.className || over.tagName}`);
      }
    }
    if (at + innerHeight >= document.documentElement.scrollHeight) break;
  }
  return [...behind]; }"""


Looks = set[tuple[str, tuple[int, int]]]


async def found(page: Page, home: str, easy: str, looks: Looks) -> dict[tuple[object, ...], object]:
    """Look at every page in letters and at sizes; give what stands behind something, by where it was seen."""
    behind: dict[tuple[object, ...], object] = {}
    for name in PAGES:
        await page.goto(f"{home}/page/{name}?easy={easy}")
        for letters in LETTERS:
            await page.evaluate(
                "letters => { const { classList } = document.documentElement;"
                " classList.remove('text-large', 'text-largest'); if (letters) classList.add(letters); }",
                letters,
            )
            for width, height in (size for size in SIZES if (letters, size) in looks):
                await page.set_viewport_size({"width": width, "height": height})
                if hidden := await page.evaluate(_BEHIND):
                    behind[name, letters, width, height] = hidden
    return behind


async def test_nothing_to_be_read_or_tapped_stands_behind_the_bar(tmp_path: Path) -> None:
    async with gallery(tmp_path) as visit:
        page = await visit.phone()
        for easy, looks in SHORT.items():
            assert await found(page, visit.home, easy, looks) == {}, easy


@pytest.mark.slow
async def test_nothing_stands_behind_the_bar_in_any_letters_and_words_at_any_size(tmp_path: Path) -> None:
    async with gallery(tmp_path) as visit:
        page = await visit.phone()
        for easy in SHORT:
            assert await found(page, visit.home, easy, LOOKS) == {}, easy


def test_the_short_form_has_every_pair() -> None:
    rows = [(easy, letters, size) for easy, looks in SHORT.items() for letters, size in looks]
    assert len(set(rows)) == len(LOOKS)
    assert {(easy, letters) for easy, letters, _ in rows} == {(e, one) for e in SHORT for one in LETTERS}
    assert {(easy, size) for easy, _, size in rows} == {(e, one) for e in SHORT for one in SIZES}
    assert {(letters, size) for _, letters, size in rows} == LOOKS


async def test_a_bar_that_hides_an_answer_is_noticed(tmp_path: Path) -> None:
    async with gallery(tmp_path) as visit:
        page = await visit.phone(320)
        await page.goto(f"{visit.home}/page/score")
        await page.evaluate(
            "document.querySelector('.bar').style.cssText = 'position: sticky; bottom: 0; z-index: 1'"
        )
        await page.set_viewport_size({"width": 320, "height": 568})
        assert any("Completely" in one for one in await page.evaluate(_BEHIND))
