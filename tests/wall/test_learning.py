"""Pages to learn from on the wall: at every size all of a page is up before the day goes on, a wall at a time."""

import pytest

from sessions.model.marked_text import passages
from sessions.views.wall.posters import Frame, Learning
from sessions.wording import english
from sessions.wording.learning import BUILT_IN
from tests.wall.posters import POSTERS

HOSTILE = "A [red]b[/] [@click=app.quit]c[/] <d> {e}\n\n- **[bold]** x\n\n" + "word " * 900


def poster(text):
    read = passages(text)
    return Learning(Frame("1.learn.0", "A panel", now="reading together", next="practice"), "To read", read)


async def walked(it):
    """Press PageDown until another poster is up; give every wall that stood on the way."""
    walls = []
    for _ in range(60):
        if not isinstance(it.app.wall.poster, Learning):
            return walls
        walls.append(it.text)
        await it.press("pagedown")
    raise AssertionError("it never went on")


def words_of(walls):
    return " ".join(" ".join(walls).replace("•", " ").split())


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
@pytest.mark.parametrize("name", [*BUILT_IN, "hostile"])
async def test_every_word_has_been_up_before_the_day_goes_on(wall, size, name):
    text = HOSTILE if name == "hostile" else english()[f"learn.page.{name}"].replace("{rules}", "- No wine.")
    shown = poster(text)
    async with wall(posters=[shown, POSTERS["practice"]], size=size) as it:
        walls = await walked(it)
    seen = words_of(walls)
    for one in shown.passages:
        for word in one.words.split():
            assert word in seen
    assert all("more to read" in one for one in walls[:-1])
    assert "more to read" not in walls[-1]
    if name != "hostile":
        assert len(walls) <= {20: 3, 24: 2, 40: 1}[size[1]]


async def test_a_heading_is_never_the_last_line_of_a_wall(wall):
    text = "\n\n".join(f"{'word ' * 30}\n\n## Heading {n}\n\nBelow {n}" for n in range(8))
    async with wall(posters=[poster(text), POSTERS["practice"]], size=(60, 20)) as it:
        walls = await walked(it)
    for one in walls:
        for n in range(8):
            assert (f"Heading {n}" in one) == (f"Below {n}" in one)
