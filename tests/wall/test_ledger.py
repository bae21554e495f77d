from msgspec.structs import replace

from panel_tui.app import WallApp
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


async def test_28_applications_show_the_line_and_say_how_many_are_out_of_sight():
    rows = tuple(replace(ROWS[n % 11], rank=str(n + 1)) for n in range(28))
    for line in (0, 5, 14, 27, 28):
        lines = await lines_of(replace(BUDGET, rows=rows, line=line))
        assert sum("━" in each for each in lines) == 1
        hidden = [each for each in lines if each.startswith(("↑", "↓"))]
        seen = len(lines) - len(hidden) - 1
        assert seen + sum(int(each.split()[1]) for each in hidden) == 28


async def test_a_narrow_wall_keeps_rank_title_ask_and_decision():
    lines = await lines_of(BUDGET, size=(60, 20))
    assert all(len(line) <= 58 for line in lines)
    assert "Tea and Tablets" in lines[1]
    assert "£212,000" in lines[1]
    assert "full" in lines[1]


async def test_money_is_never_cut_short():
    reserve = replace(ROWS[9], funded="reserve list", least="£95,000")
    part = replace(ROWS[9], funded="", least="£1,240,600")
    rows = (*ROWS[:9], reserve, part)
    lines = await lines_of(replace(BUDGET, rows=rows))
    assert lines[10].rstrip().endswith("reserve list")
    assert "least useful: £1,240,600" in lines[11]
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
