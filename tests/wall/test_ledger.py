from msgspec.structs import replace

from panel_tui.facilitator.wall_app import WallApp
from screens.wall.widgets.ledger import Ledger, window
from tests.wall.posters import POSTERS, ROWS
from tests.wall.rooms import FakeRoom

BUDGET = POSTERS["budget"]


def test_the_window_keeps_the_line_in_sight_wherever_it_stands():
    for line in range(29):
        shown = window(28, line, 12)
        assert len(shown) == 12
        assert shown.start <= line <= shown.stop


async def lines_of(poster, size=(80, 24)):
    app = WallApp(FakeRoom(posters=[poster]))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        return app.wall.query_one(Ledger).render().plain.split("\n")


async def test_the_line_stands_under_the_last_funded_row():
    lines = await lines_of(BUDGET)
    at = next(n for n, line in enumerate(lines) if "━" in line)
    assert "Doorstep Choirs" in lines[at - 1]
    assert "Good Neighbours" in lines[at + 1]
    assert " £97,600 left " in lines[at]


def a_long_list(n, **more):
    """Give a list of n rows, none of them like another, of which the first 20 have money."""
    rows = tuple(
        replace(
            ROWS[0] if n < 20 else ROWS[9], rank=str(n + 1), ref=f"A{n + 1:02d}", title=f"Allotment {n + 1}"
        )
        for n in range(n)
    )
    return replace(BUDGET, rows=rows, line=20, **more)


async def test_28_applications_show_the_line_and_say_how_many_are_out_of_sight():
    for line, current in ((0, 0), (5, 5), (14, 14), (27, 27), (28, None), (3, 25), (25, 3)):
        lines = await lines_of(replace(a_long_list(28), line=line, current=current))
        assert sum("━" in each for each in lines) == 1
        assert sum("▸" in each for each in lines) == (current is not None)
        hidden = [each for each in lines if each.startswith(("↑", "↓"))]
        seen = len(lines) - len(hidden) - 1
        assert seen + sum(int(each.split()[1]) for each in hidden) == 28


async def test_however_much_is_said_of_a_row_the_list_keeps_its_room():
    long = ("▸ " + "A very long title " * 20, "Same score as " + "another " * 60)
    lines = await lines_of(replace(a_long_list(28, ties=long), current=20))
    assert sum("Allotment" in line for line in lines) >= 8
    assert any("▸" in line for line in lines)
    assert any("━" in line for line in lines)


async def test_a_narrow_wall_keeps_rank_title_ask_and_decision():
    lines = await lines_of(BUDGET, size=(60, 20))
    assert all(len(line) <= 58 for line in lines)
    row = next(line for line in lines if "Doorstep Choirs" in line)
    assert "£180,000" in row
    assert "full" in row


async def test_money_is_never_cut_short():
    reserve = replace(ROWS[9], why="first reserve")
    part = replace(ROWS[9], funded="", why="we said £1,240,600: too little left")
    rows = (*ROWS[:9], reserve, part)
    lines = await lines_of(replace(BUDGET, rows=rows))
    assert any(line.rstrip().endswith("first reserve") for line in lines)
    assert any("we said £1,240,600: too little left" in line for line in lines)
    assert not any("£" in line.rpartition("…")[0].rpartition("  ")[2] for line in lines)


async def test_a_part_award_says_so_in_its_own_row_below_the_line():
    part = replace(ROWS[9], funded="part: £97,600", running="£1,700,000")
    poster = replace(BUDGET, rows=(*ROWS[:9], part, ROWS[10]))
    for size in ((80, 24), (60, 20)):
        app = WallApp(FakeRoom(posters=[poster]))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            drawn = app.wall.query_one(Ledger).render()
            lines = drawn.split("\n")
            row = next(line for line in lines if "Good Neighbours" in line.plain)
            assert "part: £97,600" in row.plain
            assert not any("quiet" in str(span.style) for span in row.spans)


async def test_nobody_confirms_rows_or_lists_that_nobody_has_seen():
    small, whole = (
        a_long_list(40, strand=key, lists=("small", ""), heading=key or "the rest", current=20)
        for key in ("small", "")
    )
    room = FakeRoom(posters=[small])
    app = WallApp(room)
    seen = set()
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(40):
            await pilot.pause()
            poster = room.posters[0]
            drawn = app.wall.query_one(Ledger).render().plain
            seen |= {(poster.strand, row.ref) for row in poster.rows if f"{row.title}  " in drawn}
            if room.done:
                break
            await pilot.press("c")
            if room.table.laid:
                room.table.laid.clear()
                room.show(whole)
                await pilot.pause()
    assert len(room.done) == 1
    assert len(seen) == 80


async def test_arrows_turn_pages_once_there_is_no_line_to_move():
    poster = a_long_list(40, confirmed=True)
    app = WallApp(FakeRoom(posters=[replace(poster, current=None, up=None, down=None)]))
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(5):
            await pilot.press("down")
        await pilot.pause()
        assert "Allotment 40" in app.wall.query_one(Ledger).render().plain
