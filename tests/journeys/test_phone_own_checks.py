"""What axe lets pass: labels that are seen, nothing lost when zoomed, the way focus goes, news that is announced."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from panel_tui.folder.languages import learn_language
from screens.phone.drawing import draw
from sessions.model.phases import Phase
from tests.journeys.phone_browser import go_to, heading, visiting
from tests.journeys.test_phone_access import every_page, gallery
from tests.web.gallery import PAGES
from tests.wording.made_up import RIGHT_TO_LEFT, make_up

# axe is content with a placeholder, a title or a label nobody can see
_UNSEEN_LABELS = """() => [...document.querySelectorAll('input:not([type=hidden]), textarea, select')]
  .filter(e => ![...(e.labels || [])].some(l => {
    const box = l.getBoundingClientRect(), style = getComputedStyle(l);
    const words = [...l.childNodes].map(n => n.textContent).join('').trim();
    return words && box.width > 40 && box.height > 20 && style.visibility === 'visible' && style.opacity === '1'
      && style.clipPath === 'none'; }))
  .map(e => e.outerHTML)"""

_LOST = """() => [...document.querySelectorAll('body *')]
  .filter(e => e.checkVisibility() && !e.closest('.unseen, svg')
    && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
  .filter(e => { const box = e.getBoundingClientRect(), style = getComputedStyle(e);
    return box.left < -1 || box.right > innerWidth + 1 || box.width < 1 || box.height < 1
      || (style.overflow !== 'visible' && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
      || ['fixed', 'sticky'].includes(style.position); })
  .map(e => `${e.tagName} ${e.textContent.trim().slice(0, 40)}`)"""

# WCAG 1.4.12: people may set the space between lines, letters and words for themselves
_SPACED = """() => { const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important;'
    + ' word-spacing: .16em !important; } p { margin-bottom: 2em !important; }');
  document.adoptedStyleSheets = [sheet]; }"""

_FAINT_EDGES = """() => {
  const parts = c => c.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const paper = light(parts(getComputedStyle(document.body).backgroundColor));
  return [...document.querySelectorAll('label.choice, input[type=text], input[type=radio], button.second')]
    .filter(e => e.checkVisibility())
    .map(e => [e, light(parts(getComputedStyle(e).borderTopColor))])
    .filter(([e, edge]) => (Math.max(edge, paper) + 0.05) / (Math.min(edge, paper) + 0.05) < 3)
    .map(([e]) => e.outerHTML); }"""

_FOCUSED = """() => { const e = document.activeElement;
  const box = e.getBoundingClientRect(), style = getComputedStyle(e);
  return e === document.body ? null : {what: e.tagName + ' ' + (e.textContent.trim() || e.name || '').slice(0, 30),
    group: e.type === 'radio' ? e.name : '', top: box.top + scrollY,
    inside: box.top >= -1 && box.bottom <= innerHeight + 1,
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2}; }"""

_STOPS = """() => { const radios = new Set();
  return [...document.querySelectorAll('a[href], button, summary, textarea, select, input:not([type=hidden])')]
    .filter(e => e.checkVisibility())
    .filter(e => e.type !== 'radio' || (!radios.has(e.name) && radios.add(e.name))).length; }"""


async def test_every_input_has_a_label_that_is_seen(tmp_path: Path) -> None:
    async with gallery(tmp_path) as visit:
        page = await visit.phone(320)
        async for name in every_page(visit, page):
            assert await page.evaluate(_UNSEEN_LABELS) == [], name
        await page.goto(f"{visit.home}/page/join")
        await page.evaluate("document.querySelector('label').className = 'unseen'")
        assert await page.evaluate(_UNSEEN_LABELS) != [], "a label nobody sees is noticed"


async def test_nothing_is_lost_at_400_percent_nor_with_more_space_between_letters(tmp_path: Path) -> None:
    """A laptop's screen of 1280 by 1024 has 320 by 256 left at 400%."""
    make_up()
    assert learn_language("cy")
    async with gallery(tmp_path) as visit:
        page = await visit.phone(320)
        await page.set_viewport_size({"width": 320, "height": 256})
        for query in ("?text=largest&language=cy&easy=read", f"?text=large&language={RIGHT_TO_LEFT}"):
            async for name in every_page(visit, page, query):
                assert await page.evaluate(_LOST) == [], f"{name}{query}"
                await page.evaluate(_SPACED)
                assert await page.evaluate(_LOST) == [], f"{name}{query} spaced"
        await page.evaluate(
            "document.querySelector('h1').style.cssText = 'white-space: nowrap; width: 900px'"
        )
        assert await page.evaluate(_LOST) != [], "a heading that runs off the page is noticed"


async def test_what_can_be_tapped_has_an_edge_that_is_seen(tmp_path: Path) -> None:
    async with gallery(tmp_path) as visit:
        page = await visit.phone(320)
        for colours in ("light", "dark", "strong"):
            for name in ("join", "score", "score-box", "ballot", "wait-code", "stepping-out"):
                await page.goto(f"{visit.home}/page/{name}?colours={colours}")
                assert await page.evaluate(_FAINT_EDGES) == [], f"{name} {colours}"
        await page.evaluate("document.querySelector('button.second').style.borderColor = '#333'")
        assert await page.evaluate(_FAINT_EDGES) != [], "an edge nobody sees is noticed"


async def test_focus_goes_down_the_page_and_reaches_everything(tmp_path: Path) -> None:
    async with gallery(tmp_path) as visit:
        page = await visit.phone(320)
        async for name in every_page(visit, page):
            first, stops, tops, groups = None, 0, [0.0], set()
            for _ in range(80):
                await page.keyboard.press("Tab")
                at = await page.evaluate(_FOCUSED)
                where = at and (at["what"], at["top"])
                if at is None or where == first:
                    break  # once round
                first = first or where
                assert at["ring"], f"{name}: nobody sees that {at['what']} has the focus"
                assert at["inside"], f"{name}: {at['what']} has the focus out of sight"
                assert at["top"] >= tops[-1] - 60, f"{name}: focus jumps up to {at['what']}"
                tops.append(at["top"])
                stops += not (at["group"] and at["group"] in groups)
                groups.add(at["group"])
            else:
                raise AssertionError(f"{name}: focus never leaves the page")
            # where a field is to be mended it begins there
            if not await page.locator("[autofocus]").count():
                assert stops == await page.evaluate(_STOPS), name


async def test_news_is_put_where_screen_readers_are_listening_already(tmp_path: Path) -> None:
    """A status that comes into being together with its words is not announced."""
    async with visiting(tmp_path) as visit:
        phone = await visit.seated()
        await phone.evaluate("for (const id of ['news', 'heard']) document.getElementById(id).heard = true")
        await go_to(visit.room, Phase.READ)
        await heading(phone, "Warm Welcome Lunches")
        unseen = phone.locator("#heard")
        await unseen.get_by_text("The page has changed.").wait_for()
        for place in (unseen, phone.locator("#news")):
            assert await place.get_attribute("role") == "status"
            assert await place.evaluate("e => e.heard === true && e.getAttribute('aria-live') !== 'off'")
        assert await phone.evaluate("document.activeElement.tagName") == "H1"


def test_every_page_has_one_place_for_news() -> None:
    for name, page in PAGES.items():
        assert draw(page).count('id="news" role="status"') == 1, name


async def test_a_page_says_its_language_and_direction(tmp_path: Path) -> None:
    make_up()
    assert learn_language("cy")
    async with gallery(tmp_path) as visit:
        page = await visit.phone(320)
        for language, direction in (("en", "ltr"), ("cy", "ltr"), (RIGHT_TO_LEFT, "rtl")):
            await page.goto(f"{visit.home}/page/score?language={language}")
            said = await page.evaluate(
                "[document.documentElement.lang, getComputedStyle(document.body).direction]"
            )
            assert said == [language, direction]
            for name, sample in PAGES.items():
                html = draw(replace(sample, language=language))
                assert f'<html lang="{language}" dir="{direction}"' in html, name
