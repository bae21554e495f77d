import pytest
import zxingcpp
from PIL import Image

from panel_tui.facilitator.wall_app import WallApp
from panel_tui.system.network import square_link
from screens.square_data import modules
from screens.wall import qr, themes
from tests.journeys.decoders import DECODERS
from tests.wall.posters import LINK, WIFI
from tests.wall.rooms import FakeRoom

BLACK, WHITE = (0, 0, 0), (255, 255, 255)


def pixels(strips):
    """Rasterise cells as a terminal does: the foreground on the lower half, the background on the upper."""
    width = sum(len(segment.text) for segment in strips[0])
    picture = Image.new("RGB", (width * 8, len(strips) * 16))
    for y, strip in enumerate(strips):
        x = 0
        for segment in strip:
            for cell in segment.text:
                colours = (segment.style.bgcolor, segment.style.color)
                assert cell == ("▄" if colours[0] != colours[1] else " ")
                for half, colour in enumerate(colours):
                    box = (x * 8, y * 16 + half * 8, x * 8 + 8, y * 16 + half * 8 + 8)
                    picture.paste(tuple(colour.triplet), box)
                x += 1
    return picture


def read(picture):
    return [found.text for found in zxingcpp.read_barcodes(picture, try_invert=False)]


def test_the_join_code_is_33_by_17_cells():
    assert qr.size(LINK) == (33, 17)


@pytest.mark.parametrize("link", [LINK, WIFI, "http://192.168.137.100:8765/J/K7QF3TM4W"])
def test_the_drawn_code_says_what_it_holds(link):
    assert read(pixels(qr.rows(link))) == [link]


@pytest.mark.parametrize("decoder", list(DECODERS))
@pytest.mark.parametrize("encrypted", [False, True])
def test_three_readers_find_http_in_small_letters(decoder, encrypted):
    link = square_link("192.168.137.100:8765", "K7QF3TM4W", encrypted=encrypted)
    assert link.startswith("https://192." if encrypted else "http://192.")
    assert link in DECODERS[decoder](pixels(qr.rows(link)))


def test_four_modules_of_white_stand_all_round():
    matrix = modules(LINK)
    edges = (*matrix[:4], *matrix[-4:], *(line[:4] for line in matrix), *(line[-4:] for line in matrix))
    assert not any(any(edge) for edge in edges)


@pytest.mark.parametrize("theme", themes.NAMES)
async def test_no_theme_alters_the_code(theme):
    app = WallApp(FakeRoom("lobby"))
    async with app.run_test(size=(80, 24)) as pilot:
        app.theme = theme
        await pilot.pause()
        code = app.wall.query_one("#join Qr")
        drawn = [list(code.render_line(y)) for y in range(17)]
        inks = {tuple(ink.triplet) for row in drawn for s in row for ink in (s.style.color, s.style.bgcolor)}
        assert inks == {BLACK, WHITE}
        assert read(pixels(drawn)) == [LINK]


async def test_half_a_code_is_never_drawn():
    app = WallApp(FakeRoom("lobby"))
    async with app.run_test(size=(60, 14)) as pilot:
        await pilot.pause()
        code = app.wall.query_one("#join Qr")
        said = "".join(segment.text for y in range(code.size.height) for segment in code.render_line(y))
        assert "▀" not in said
        assert said.startswith("To see the square, make the")
