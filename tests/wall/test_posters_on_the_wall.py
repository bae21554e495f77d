import pytest

from screens.wall import themes
from tests.wall.posters import HOSTILE, POSTERS, hostile

SIZES = ((60, 20), (80, 24), (120, 40))
# What must be readable on each, at every size that does not draw it in big letters.
WORDS = {
    "lobby": ("10.0.0.7:8765", "PanelRoom", "9 of 12 of us are here"),
    "notice": ("Today we decide together",),
    "practice": ("How much do you like a cup of tea?", "Mostly"),
    "introduce": ("Connecting Older Neighbours", "Bramley Elderly Action", "One of us is stepping out"),
    "asking": ("Question 2 of 4", "Seat 7 asks."),
    "reading": ("about 6 minutes left", "Take your time."),
    "scoring": (
        "Scoring is open",
        "of 9 are in",
        "▟▙  ▟▙  ▟▙  ▟▙  ▟▙  ▟▙  ▟▙  ╭╮  ╭╮",
        "about 3 minutes left",
    ),
    "closed": ("Scoring is closed", "of 9 are in"),
    "reveal": ("Can they do what they say?", "We are split", "Completely", "more questions ↓"),
    "talk": ("one reason for, and one against", "about 1 minute left", "We are split"),
    "talk-again": ("First ballot", "2 minutes over"),
    "ballot": ("Should we fund this?", "of 9 ballots are in the box", "Our rule: 7 of 9 say yes"),
    "outcome": ("First ballot", "Second ballot", "At least 2 of us moved."),
    "outcome-split": ("Third ballot"),
    "deciding": ("Fund · £148,900", "On condition that", "Our reasons", "It is led by older people"),
    "pause": ("Break", "Back at 11:06", "less than 5 minutes left"),
    "budget": ("£1,700,000", "£97,600 left", "Doorstep Choirs", "━━━━", "line up"),
    "closing": ("What we decided", "Doorstep Choirs", "not this time"),
    "confirmed": ("Confirmed together", "decisions one by one", "Silver Screens"),
    "then-and-now": ("At first", "Less confident", "More confident"),
    "listing": ("What we could judge by", " 1  Will this reach", "change the list"),
    "reveal-felt": ("How it is for us", "at first 4 of us, now 8", "Too few of us answered"),
    "ballot-asked": ("Shall we go on with the two that are left", "5  Stop here", "of 9 ballots"),
    "listing-agreed": ("This is what we judge by", "counts for 4.5 parts"),
    "closing-written": ("What we decided", "Warm Welcome Lunches"),
    "closing-by-hand": ("What we decided", "Fund: £148,900", "by the facilitator: 3", "more ↓"),
    "learning": ("Think twice", "We like what is like us", "more to read"),
    "sheet": ("Other ways to divide the pot", "Warm Welc", "puts it away"),
    "thanks": ("Thank you", "Together we gave £1,602,400"),
}


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", POSTERS)
async def test_every_poster_stands_in_its_three_bands_at_every_size(wall, name, size):
    poster = POSTERS[name]
    async with wall(name, size=size) as it:
        rows = it.rows
        assert len(rows) == size[1]
        assert all(len(row) <= size[0] for row in rows)
        assert "11:02" in it.text
        if poster.frame.now:
            assert any("Now" in row for row in rows[-4:])
        if size[1] < 34:
            for words in WORDS[name]:
                assert words in it.text.replace("\n", " "), words
        if name == "introduce" and size[1] >= 24:
            assert "Connecting Older Neighbours" not in "\n".join(rows)


@pytest.mark.parametrize("theme", themes.NAMES)
async def test_every_poster_follows_the_others_in_every_theme(wall, theme):
    async with wall(*POSTERS, theme=theme) as it:
        for name in POSTERS:
            assert it.app.wall.poster is POSTERS[name]
            for _ in range(20):  # what nobody has seen of it comes first
                await it.press("pagedown")
                if it.app.wall.poster is not POSTERS[name]:
                    break


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize(
    "size",
    [(80, 24), *(pytest.param(size, marks=pytest.mark.slow) for size in ((60, 20), (120, 40)))],
    ids=str,
)
async def test_hostile_words_are_drawn_as_words_on_every_poster(wall, text, size):
    posters = hostile(text)
    async with wall(posters=posters, size=size) as it:
        for _ in posters:
            for row in it.rows:
                assert not set(row) & set("\x1b\x07\x85\x9b\u202e\u2066\u2069\u200f\u061c")
            assert not any(strip_has_link(it.app, row) for row in range(size[1]))
            await it.press("pagedown")
        assert it.app.is_running


def strip_has_link(app, row):
    strips = app.screen._compositor.render_strips()
    return any("@click" in (segment.style.meta or {}) for segment in strips[row] if segment.style)


async def test_a_hostile_no_is_said_in_plain_letters(wall):
    async with wall("scoring") as it:
        it.app.tell("[/] [@click=app.quit]x[/] \x1b[31m")
        await it.settle()
        assert "[/] [@click=app.quit]x[/] [31m" in it.text


async def test_title_and_label_in_markup_reach_the_seats_list_as_letters(wall):
    from tests.wall.rooms import table

    state = table()
    async with wall("scoring", state=state) as it:
        it.room.labels = lambda: dict.fromkeys(state.seats, f"[/]{HOSTILE[1]}")
        await it.press("x")
        assert "Seat 1 · [/]" in it.text
        assert "\x1b" not in it.text
