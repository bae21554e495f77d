"""How many taps and swipes an application and a ballot take, counted by a thumb on a real browser's page.

`pytest -s` prints the table. The thumb counted the same on the pages of version 0.1.0, as `BEFORE` has it.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from playwright.async_api import Page

from sessions.model.phases import Phase
from sessions.model.session import Session, Step, StepKind
from tests.journeys.phone_browser import Visit, go_to, heading, pick, press, tap, visiting
from tests.journeys.test_phone_bytes import FOUR, LONG
from tests.journeys.thumb import Thumb
from tests.web.phones import small_session

PHONES = {"390 × 664": (390, 664), "320 × 568": (320, 568)}
Counts = dict[str, tuple[int, int]]
BEFORE: dict[str, Counts] = {
    "390 × 664": {"four questions": (9, 7), "a first ballot, with a reason": (4, 3)},
    "320 × 568": {"four questions": (9, 10), "a first ballot, with a reason": (4, 6)},
}


async def opened(phone: Page, name: str) -> None:
    """Wait for a page, as its script has made it ready."""
    await phone.locator(f"main[data-page={name}]").wait_for()


async def score(thumb: Thumb, *, one_tap: bool = False) -> tuple[int, int]:
    """Answer every question there is, until the score is in."""
    phone = thumb.page
    thumb.taken()
    for _ in range(20):
        main = phone.locator("main")
        name = await main.get_attribute("data-page")
        if name == "received":
            return thumb.taken()
        before = await main.get_attribute("data-criterion")
        if name == "score":
            await thumb.tap(phone.locator(".choice", has_text="Mostly"))
        if not one_tap:
            await thumb.tap(phone.locator("form[data-main] .bar button"))
        await phone.locator(
            f"main:not([data-page='{name}']), main:not([data-criterion='{before}'])"
        ).wait_for()
    raise AssertionError("the score never came in")


async def vote(thumb: Thumb) -> tuple[int, int]:
    """Put a ballot in the box, and say why."""
    phone = thumb.page
    thumb.taken()
    await thumb.tap(phone.locator(".choice", has_text="Probably").last)
    await thumb.tap(phone.locator("form[data-main] button").last)
    await opened(phone, "reason")
    box = phone.locator("textarea")
    if not await box.evaluate("e => e === document.activeElement"):
        await thumb.tap(box)
    await phone.keyboard.type("They know the street.")
    await thumb.tap(phone.locator("form[data-main] button").last)
    await opened(phone, "wait")
    return thumb.taken()


async def counted(visit: Visit, width: int, height: int, *, one_tap: bool = False) -> Counts:
    """Count through an application."""
    room = visit.room
    phone = await visit.seated(width)
    if one_tap:
        await phone.get_by_text("Text and colours").click()
        await press(phone, "One tap saves")
        await phone.locator("html.taps-one").wait_for()
        await phone.get_by_text("Text and colours").click()  # it stays open until it is put away
    await phone.set_viewport_size({"width": width, "height": height})
    thumb = Thumb(phone)
    found: Counts = {}
    for seat in range(2, 7):
        if room.state.seats[seat].token or room.state.seats[seat].paper:
            continue
        await room.take(room.door_code)  # reasons are asked where five vote by phone
    await go_to(room, Phase.SCORE, ref="A01")
    await opened(phone, "score")
    found["four questions"] = await score(thumb, one_tap=one_tap)
    await go_to(room, Phase.BALLOT, ref="A01")
    await opened(phone, "ballot")
    found["a first ballot, with a reason"] = await vote(thumb)
    return found


def table(found: dict[str, Counts]) -> str:
    """Write what was counted as lines, each beside what it was before."""
    rows = [f"{'':<42} {'before':>16} {'now':>16}"]
    for phone, counts in found.items():
        for what, (taps, swipes) in counts.items():
            old = BEFORE.get(phone, {}).get(what)
            before = f"{old[0]} + {old[1]}" if old else ""
            rows.append(f"{phone + ': ' + what:<42} {before:>16} {taps} + {swipes}".replace("  now", "now"))
    return "\n".join(rows)


def nineteen() -> Session:
    """A day of nineteen applications with four questions each, and a page to read about every one."""
    applications = tuple(replace(LONG[0], ref=f"A{n:02}", title=f"{LONG[0].title} {n}") for n in range(1, 20))
    day = small_session(criteria=FOUR, applications=applications)
    steps = tuple(Step(f"a{n}", StepKind.APPLICATION, 20, ref=one.ref) for n, one in enumerate(applications))
    return replace(day, steps=(day.steps[0], *steps, *day.steps[-2:]))


async def whole_day(visit: Visit, width: int, height: int, many: int) -> Counts:
    """Count a day's scores and first ballots, each with a reason."""
    phone = await visit.seated(width)
    await phone.set_viewport_size({"width": width, "height": height})
    thumb = Thumb(phone)
    for _ in range(5):
        await visit.room.take(visit.room.door_code)
    found = {"scores": (0, 0), "ballots": (0, 0)}
    for one in visit.room.state.model.applications[:many]:
        for phase, page, part, act in (
            (Phase.SCORE, "score", "scores", score),
            (Phase.BALLOT, "ballot", "ballots", vote),
        ):
            await go_to(visit.room, phase, ref=one.ref)
            await phone.locator(f"main[data-page={page}][data-application={one.ref}]").wait_for()
            taps, swipes = await act(thumb)
            found[part] = found[part][0] + taps, found[part][1] + swipes
    return found


@pytest.mark.parametrize("size", PHONES)
@pytest.mark.parametrize("many", [2, pytest.param(19, marks=pytest.mark.slow)])
async def test_a_whole_days_taps_and_swipes_are_counted(tmp_path: Path, size: str, many: int) -> None:
    async with visiting(tmp_path, nineteen()) as visit:
        found = await whole_day(visit, *PHONES[size], many)
    before = tuple(count * many for count in BEFORE[size]["four questions"])
    print(
        f"\n{size}, {many} applications of four questions: scores {found['scores']}, before {before};", end=""
    )
    print(f" ballots with a reason {found['ballots']}")
    assert found["scores"][0] == 8 * many
    assert found["scores"][1] <= (0 if size == "390 × 664" else 4 * many)
    assert found["ballots"][0] == 3 * many
    assert found["ballots"][1] <= many


@pytest.mark.parametrize("size", PHONES)
async def test_a_score_takes_eight_taps_and_no_swipe(tmp_path: Path, size: str) -> None:
    async with visiting(tmp_path, small_session(criteria=FOUR, applications=LONG)) as visit:
        found = await counted(visit, *PHONES[size])
    print("\n" + table({size: found}))
    most = 0 if size == "390 × 664" else 4
    assert found["four questions"][0] == 8
    assert found["four questions"][1] <= most
    assert found["a first ballot, with a reason"][0] == 3
    assert found["a first ballot, with a reason"][1] <= 1


async def test_where_one_tap_saves_a_score_takes_a_tap_a_question(tmp_path: Path) -> None:
    async with visiting(tmp_path, small_session(criteria=FOUR, applications=LONG)) as visit:
        found = await counted(visit, 390, 664, one_tap=True)
    print("\n" + table({"390 × 664, one tap saves": found}))
    assert found["four questions"] == (4, 0)


async def test_what_one_tap_saved_can_be_undone(tmp_path: Path) -> None:
    async with visiting(tmp_path, small_session(criteria=FOUR)) as visit:
        phone = await visit.seated()
        await phone.get_by_text("Text and colours").click()
        await press(phone, "One tap saves")
        await phone.locator("html.taps-one").wait_for()
        await go_to(visit.room, Phase.SCORE)
        await heading(phone, FOUR[0].question)
        await press(phone, "Mostly")
        await heading(phone, FOUR[1].question)
        await tap(phone, "Undo")
        await heading(phone, FOUR[0].question)
        await press(phone, "Partly")
        await heading(phone, FOUR[1].question)
        assert visit.room.state.scoring["A01"].cells[1]["c1"].answer.value == 3


async def test_a_second_tap_on_the_same_spot_answers_nothing(tmp_path: Path) -> None:
    async with visiting(tmp_path, small_session(criteria=FOUR)) as visit:
        phone = await visit.seated()
        await go_to(visit.room, Phase.SCORE)
        await heading(phone, FOUR[0].question)
        await pick(phone, "Mostly")
        box = await phone.locator(".bar button").bounding_box()
        assert box is not None
        spot = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        await phone.mouse.click(*spot)
        await heading(phone, FOUR[1].question)
        await phone.mouse.click(
            *spot
        )  # trembling: nothing is asked of the new page, nothing is complained of
        await phone.locator("main[data-ready]").wait_for()
        assert await phone.title() == f"{FOUR[1].question} · Seat 1"
        await phone.mouse.click(*spot)  # meant: the page has stood still
        await phone.get_by_text("Please pick one of the answers").wait_for()
        visit.troubles.clear()


async def test_a_keyboard_is_never_thought_to_tremble(tmp_path: Path) -> None:
    async with visiting(tmp_path, small_session(criteria=FOUR)) as visit:
        phone = await visit.seated()
        await go_to(visit.room, Phase.SCORE)
        for criterion in FOUR:
            await heading(phone, criterion.question)
            await phone.locator("input[value='4']").evaluate("e => { e.checked = true; }")
            await phone.locator(".bar button").focus()
            await phone.keyboard.press("Enter")
        await heading(phone, "Your score is in")
