"""Whatever people can read comes from the catalogues or from the session: in a made-up language no English is left."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace as renew
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace

from panel_tui.facilitator.wall_app import WallApp
from screens.paper.pack import Whereabouts, pack
from screens.phone.drawing import draw
from screens.phone.preferences import Look
from screens.wall_page.drawing import Around, Wish
from screens.wall_page.drawing import draw as draw_wall
from screens.wall_page.moment import moment
from sessions import commands as c
from sessions.model.decisions import Verdict
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from sessions.model.session import Scale, Small, Step, StepKind, Wifi
from sessions.state import Seat
from sessions.views.phone import pages as p
from sessions.views.phone.about import all_applications
from sessions.views.phone.current_page import Ask, Mine, page, stranger
from sessions.views.phone.mine import my_day
from sessions.views.phone.pages import NAMES
from sessions.views.phone.shared_device import finished, not_shown, pick_seat, type_code
from sessions.views.wall.current_poster import Outside, poster
from sessions.views.wall.posters import Lobby
from sessions.wording import speaking
from tests.exports.made import HEAD
from tests.exports.made import page as page_of
from tests.sessions.worlds import World, doors_open, session
from tests.wall.big import with_drawn
from tests.wall.posters import POSTERS
from tests.wall.rooms import FakeRoom
from tests.web.gallery import PAGES
from tests.wording.made_up import DATA, LATIN, LOUD, RIGHT_TO_LEFT, emptied, make_up, words_in

make_up()
both = pytest.mark.parametrize("language", [LOUD, RIGHT_TO_LEFT])
DATE = dt.date(2026, 12, 3)
TELLING = ("title", "alt", "placeholder", "aria-label", "aria-description", "content")
NOT_WORDS = {  # what browsers read, and a card's code
    "width=device-width, initial-scale=1",
    "light dark",
    "telephone=no",
    "KMP-T4WX-97HR",
    "default-src 'none'; style-src 'unsafe-inline'",
}


class Visible(HTMLParser):
    """Everything in a page that people see or hear: text, and attributes that are read out or said by the script."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.html: dict[str, str | None] = {}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.html = dict(attrs) if tag == "html" else self.html
        telling = (*TELLING, *(name for name, _ in attrs if tag == "body" and name != "data-seat"))
        self.said += [value for name, value in attrs if name in telling and value]

    def handle_data(self, data):
        self.said.append(data)

    @property
    def latin(self) -> list[str]:
        return [text for text in self.said if LATIN.search(text) and text not in NOT_WORDS]


@both
@pytest.mark.parametrize("name", POSTERS)
def test_no_english_is_left_on_the_walls_page(name, language):
    with speaking(language):
        one = emptied(POSTERS[name])
        around = Around(language, trouble=DATA, at_home=True, wish=Wish(captions=True))
        seen = Visible(draw_wall(one, moment(one, dt.datetime(2026, 12, 3, 11, tzinfo=dt.UTC)), around))
    assert [text for text in seen.latin if "tea-and-cake" not in text] == []  # the Wi-Fi's password
    assert seen.html["dir"] == ("rtl" if language == RIGHT_TO_LEFT else "ltr")


@both
@pytest.mark.parametrize("easy", ["plain", "read"])
@pytest.mark.parametrize("name", PAGES)
def test_no_english_is_left_on_a_phone_page(name, easy, language):
    shown = replace(emptied(PAGES[name]), language=language, seat=4)
    markup = Visible(draw(shown, own_code="", look=Look(easy=easy)))
    assert [text for text in markup.said if text.strip()]
    assert markup.latin == []
    direction = "rtl" if language == RIGHT_TO_LEFT else "ltr"
    assert (markup.html["lang"], markup.html["dir"]) == (language, direction)


def test_an_english_word_on_a_page_would_be_noticed():
    shown = replace(emptied(PAGES["join"]), language=LOUD, session="Hello")
    assert Visible(draw(shown)).latin == ["Hello"]


@both
@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
async def test_no_english_is_left_on_any_poster(language, size):
    lobby = replace(POSTERS["lobby"], wifi_link="WIFI:T:WPA;S:◆;P:◆◆;;")
    posters = [emptied(poster) for poster in (lobby, *POSTERS.values()) if poster is not POSTERS["lobby"]]
    with speaking(language):
        app = WallApp(FakeRoom(posters=posters))
        async with app.run_test(size=size, notifications=True) as pilot:
            for one in posters:
                await pilot.pause()
                await pilot.pause()
                rows = [strip.text for strip in app.screen._compositor.render_strips()]
                if not isinstance(one, Lobby):  # what is drawn there is a code, and no word
                    rows = with_drawn(rows)
                assert any("◆" in row for row in rows)
                assert [row for row in rows if LATIN.search(row)] == [], type(one).__name__
                await pilot.press("pagedown")


# A day, lived through in pure code.

SCALE = Scale(words=("1", "2", "3", "4", "5"))
SPLIT, AGREED = c.Tally((3, 0, 0, 0, 3), 1, (DATA,)), c.Tally((0, 0, 0, 0, 6), 0)
GATHERED = c.Gathered(6, (DATA,), ((2, 0, 1, 1, 2),) * 3, (0,) * 3)


def a_day() -> World:
    """A panel of seven whose own words are all `DATA`, with every kind of step."""
    model = session(seats=7, scale=SCALE, place=DATA)
    applications = tuple(
        replace(one, title=DATA, organisation=DATA, summary=DATA, least=Decimal(100))
        for one in model.applications
    )
    kinds = (StepKind.WELCOME, StepKind.PRACTICE, StepKind.CONFIDENCE, StepKind.WORKSHOP, StepKind.NOTE)
    first = tuple(Step(kind, kind, 5) for kind in kinds)
    read = Step("read", StepKind.LEARN, 5, file="learn/ours.md", text=DATA, easy=DATA)
    first = (*first, read, Step("ours", StepKind.WORKSHOP, 5, ask=DATA))
    night = Step("night", StepKind.OVERNIGHT, 0)
    met = Step("met", StepKind.INTERVIEW, 45, ref="A01", questions=(DATA, DATA))
    rest = [step for step in model.steps if step.kind not in kinds]
    return doors_open(
        replace(
            model,
            title=DATA,
            criteria=tuple(replace(one, question=DATA, scale=SCALE) for one in model.criteria),
            applications=applications,
            steps=(*first, *rest[:-2], met, rest[-2], night, rest[-1]),
            consensus=replace(
                model.consensus, question=DATA, options=("1", "2", "3", "4", "5"), small=Small.OPEN
            ),
        )
    )


def all_day(world: World):
    """Live through the day: scores that differ, a split ballot, then one that agrees."""
    for press in range(200):
        phase = world.state.plan.phase
        if phase is Phase.PRACTICE:
            yield world
            world = world.when(c.Practise(1))
            if not world.state.asked:
                world = world.when(c.AskRoom(world.state.plan.position, DATA, ("1", "2")))
                yield world
                world = world.press(tally=c.Tally((5, 2), 0))
                yield world
                world = world.press()
        if phase is Phase.MORNING:
            yield world
            for seat in range(1, 8):
                world = world.when(c.ComeAgain(seat))
        if phase is Phase.INTRODUCE:
            world = world.when(c.StepOut(7, world.state.application))
        if phase is Phase.SCORE:
            yield world
            for seat in range(1, 7):
                for criterion in world.state.model.criteria:
                    sending = f"{press}-{seat}-{criterion.key}"
                    world = world.answer(seat, 1 if seat < 4 else 5, criterion.key, sending=sending)
            yield world
            for seat in range(1, 7):
                world = world.when(c.HandIn(seat, world.state.application))
        if phase is Phase.DECISION:
            world = world.when(c.RecordDecision(world.state.application, Verdict.FUND, None, DATA, DATA))
        yield world
        if phase is Phase.THANKS:
            return
        tally = AGREED if world.state.rounds.get(world.state.application) else SPLIT
        following = c.Next(world.state.plan.position, True, tally.cast, tally, gathered=GATHERED)
        world = world.when(following)
        assert world.refused is None, world.refused
        yield world.when(c.TakeBreak(10))


async def test_an_english_word_on_the_wall_would_be_noticed():
    app = WallApp(FakeRoom(posters=[emptied(POSTERS["scoring"])]))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        rows = with_drawn([strip.text for strip in app.screen._compositor.render_strips()])
        assert any("of 9 are in" in row for row in rows)
        assert [row for row in rows if LATIN.search(row)]


@both
async def test_no_english_is_left_in_help_or_in_what_the_wall_asks(language):
    state = a_day().press_until(Phase.BALLOT).state
    with speaking(language):
        app = WallApp(FakeRoom(posters=[emptied(POSTERS["scoring"])], state=state))
        async with app.run_test(size=(120, 60)) as pilot:
            await pilot.pause()
            for key in ("question_mark", "v", "x", "n", "r", "m", "p", "q"):
                await pilot.press(key)
                await pilot.pause()
                assert len(app.screen_stack) > 1, key
                rows = with_drawn([strip.text for strip in app.screen._compositor.render_strips()])
                assert [row for row in rows if LATIN.search(row)] == [], key
                await pilot.press("escape")
                await pilot.pause()


@both
def test_no_english_is_left_in_what_wall_and_phones_are_given_all_day(language):
    seen, kinds = set(), set()
    with speaking(language):
        for world in all_day(a_day()):
            state, now = world.state, world.clock
            kinds_asked = ("", "check", "step-out", "ballot", "reason", "minority", "confidence", "workshop")
            kinds_asked = (*kinds_asked, "my-questions")
            asks = [Ask("question", 1), *map(Ask, kinds_asked)]
            views = [page(state, seat, now, ask, Mine()) for seat in (1, 7) for ask in asks]
            views += [
                stranger(state),
                poster(state, now, Outside()),
                page(state, 1, now, Ask(), Mine(ballot_in=True)),
                page(state, 1, now, Ask(), Mine(ballot_in=True, asked_why=True, given=True)),
                my_day(state, 1, {}),
                all_applications(state, 1),
                not_shown(state, why="by-hand"),
                not_shown(state, why="day"),
                pick_seat(state, finished(page(state, 1, now, Ask(), Mine()))),
                type_code(replace(state, seats={9: Seat(9)}), 9),
            ]
            for view in views:
                kinds.add(type(view).__name__)
                seen |= {word for word in words_in(view) if LATIN.search(word)}
    assert seen == set()
    assert kinds >= {kind.__name__ for kind in NAMES} - {"TakeSeat", "MakeSharedDevicePage", "Turned", "Rank"}


@both
def test_no_english_is_left_in_the_readable_record(language):
    days = [world for world in all_day(a_day()) if world.state.plan.phase in (Phase.OUTCOME, Phase.THANKS)]
    with speaking(language):
        for world in (days[0], days[-1]):
            state = replace(world.state, session=replace(world.state.session, language=language, date=DATE))
            html = page_of(renew(world, state=state)).replace("panel-tui test", DATA).replace(HEAD, DATA)
            shown = Visible(re.sub(r"(?s)<style>.*?</style>|<code>.*?</code>", "", html))
            assert shown.latin == []
            assert shown.html["lang"] == language


@both
def test_every_refusal_is_said_in_the_language_spoken(language):
    values = dict.fromkeys(
        (
            "missing",
            "seats",
            "n",
            "quorum",
            "here",
            "seat",
            "low",
            "high",
            "over",
            "asked",
            "most",
            "titles",
            "ref",
            "refs",
            "rules",
            "amount",
            "ended",
            "writing",
            "given",
            "of",
        ),
        3,
    )
    with speaking(language):
        assert [no for no in No if LATIN.search(Refused(no, **values).sentence)] == []


@both
def test_no_english_is_left_on_anything_that_is_printed(language):
    model = replace(a_day().state.model, language=language, wifi=Wifi(DATA, DATA))
    where = Whereabouts("10.0.0.7:8765", f"WIFI:T:WPA;S:{DATA};P:{DATA};;")
    with speaking(language):
        printed = list(
            pack(model, [(1, DATA, "12345678", "9" * 26)], where, slips_for=[1, 7], out={(7, "A01")})
        )
    pages = [one for one in printed if one.name.endswith(".html")]
    assert len(pages) == 13
    for one in pages:
        shown = Visible(re.sub(r"(?s)<style>.*?</style>", "", one.data.decode()))
        assert shown.latin == [], one.name
        assert shown.html["lang"] == language


def test_clock_times_are_the_same_in_every_language():
    with speaking(LOUD):
        shown = Visible(draw(p.OnBreak(back_at=dt.datetime(2026, 12, 3, 9, 5, tzinfo=dt.UTC), language=LOUD)))
    assert any("9:05" in text for text in shown.said)
