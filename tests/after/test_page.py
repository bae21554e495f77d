"""“What became of what you decided”: one page that says what was recorded, and nothing else of anybody."""

from __future__ import annotations

import datetime as dt
import random
import re
from decimal import Decimal

import pytest

from panel_tui.offline.follow_up import after_book, after_told, closed_day
from screens.paper.press import as_page
from sessions.decide.follow_up import all_told
from sessions.model.follow_up import AfterEntry, OfferAnswer
from sessions.model.refusals import Refused
from sessions.model.text import money
from sessions.views.follow_up import after_sums, became_lines, became_page
from tests.after.closed_days import ASKS, NOW, after, kept, said

PAID = dt.date(2026, 4, 1)


def recorded(folder, *entries) -> str:
    """Record these, make the page by the command, and give its words."""
    with after_book(closed_day(folder)) as book:
        book.add(entries)
    to = folder.parent / "page"
    done = after(folder, "--to", to)
    assert done.exit_code == 0, said(done)
    assert [path.name for path in to.iterdir()] == ["what-became-of-it.html"]
    return (to / "what-became-of-it.html").read_text(encoding="utf-8")


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html.split("</style>")[-1]).split())


@pytest.fixture(scope="module")
def told_day(tmp_path_factory):
    """One day for all that only read it."""
    return closed_day(kept(tmp_path_factory.mktemp("page") / "day")).day


def entry(ref, offer=None, **more) -> AfterEntry:
    return AfterEntry(ref, NOW, OfferAnswer(offer) if offer else None, **more)


def test_it_tells_each_in_short_sentences_and_names_what_nobody_knows_yet(tmp_path):
    told = words(
        recorded(
            kept(tmp_path / "day"),
            entry("A01", "accepted", paid=PAID),
            entry("A02", "declined", by="Jo Secret, treasurer", why="They found another hall."),
            entry("A04", "changed", amount=Decimal(2500), by="the fund", why="It was first in reserve."),
        )
    )
    assert "Warm Lunches Holbeck Lunch Club You gave it £4,000. They said yes to the offer." in told
    assert "The money, £4,000, went on 1 April 2026." in told
    assert "Tea and Tablets Tech for All You gave it £6,500. They said no to the offer." in told
    assert "You put it on the reserve list. Something else was agreed in the end: £2,500." in told
    assert "You gave money to 3 applications. Money has gone to one so far: £4,000." in told
    assert "Nothing is recorded yet about these: Men in Sheds" in told
    assert "Garden Gate" not in told  # nothing was given, and nothing came of it since
    assert "Jo Secret" not in told  # who said so stays with staff


def test_it_has_no_seat_no_score_and_no_reason_of_the_day(tmp_path):
    html = recorded(kept(tmp_path / "day"), entry("A03", "accepted"))
    told = words(html)
    for never in ("seat", "score", "ballot", "rank", "Half of it is what a winter needs", "rehearsal"):
        assert never not in told.lower(), never
    assert "<script" not in html
    assert 'lang="en"' in html
    assert html.count("<h1") == 1


def test_before_anything_is_recorded_it_says_so(tmp_path):
    folder = kept(tmp_path / "day")
    assert after(folder, "--to", tmp_path / "page").exit_code == 0
    told = words((tmp_path / "page" / "what-became-of-it.html").read_text())
    assert "No money is recorded as gone yet." in told
    assert "What happened then" not in told
    assert "Warm Lunches" in told.split("Nothing is recorded yet about these:")[1]


def test_text_from_outside_is_text_on_the_page(tmp_path):
    html = recorded(
        kept(tmp_path / "day"), entry("A01", "changed", amount=Decimal(1), by="x", why="<b>bold</b> & “so”")
    )
    assert "<b>bold" not in html
    assert "&lt;b&gt;bold&lt;/b&gt; &amp;" in html


def test_the_sessions_own_folder_is_no_place_for_it(tmp_path):
    folder = kept(tmp_path / "day")
    assert "the session's own folder" in said(after(folder, "--to", folder))


@pytest.mark.parametrize("seed", range(30))
def test_every_claim_on_it_is_what_was_recorded(told_day, seed):
    """Whatever was recorded: the sums are those of the lines, and each sentence is one of a line's own."""
    chance = random.Random(seed)
    day = told_day
    entries: list[AfterEntry] = []
    for _ in range(12):
        one = AfterEntry(
            chance.choice(["A01", "A02", "A03", "A04", "A05"]),
            NOW,
            chance.choice([None, *OfferAnswer]),
            chance.choice([None, Decimal(chance.randrange(1, 500_000)) / 100]),
            chance.choice([None, PAID]),
            "the group",
            chance.choice(["because", "so it was"]),
        )
        try:
            all_told(day, [*entries, one])
        except Refused:
            continue
        entries.append(one)
    told = all_told(day, entries)
    html = words(as_page(became_page(day, told, NOW.date())))
    gone = sum((one.amount for one in told.values() if one.paid), Decimal(0))
    assert after_sums(day, told).gone == gone
    assert (money(gone, "GBP") in html) if gone else ("No money is recorded as gone yet." in html)
    expected = [
        line
        for one in day.state.model.applications
        if one.ref in told
        for line in became_lines(day, told[one.ref])
    ]
    section = html.split("What happened then")[1].split("What we do not know yet")[0] if told else ""
    for line in expected:
        assert line in section
        section = section[section.index(line) + len(line) :]
    for title, *_ in ASKS:
        ref = f"A{[one[0] for one in ASKS].index(title) + 1:02d}"
        award = day.state.plan.decisions[ref].takes
        assert (title in html) is (ref in told or award)


def test_reading_it_takes_no_line_and_no_lock(tmp_path):
    folder = kept(tmp_path / "day")
    with after_book(closed_day(folder)) as book:
        book.add([entry("A01", "accepted")])
        assert after_told(closed_day(folder)).told["A01"].amount == 4000
        assert after(folder, "--to", tmp_path / "page").exit_code == 0


def test_a_why_without_a_full_stop_runs_into_nothing(told_day):
    for more in ({}, {"paid": PAID}):
        told = all_told(
            told_day, [entry("A04", "changed", amount=Decimal(2500), by="us", why="money came back", **more)]
        )
        *before, last = became_lines(told_day, told["A04"])
        assert last == "Why: money came back"
        assert all(line.endswith(".") for line in before)


def test_one_from_the_reserve_list_is_counted_beside_the_awards(tmp_path):
    """Not among them: the panel gave it nothing on the day."""
    reserve = entry("A04", "changed", amount=Decimal(2500), paid=PAID, by="the fund", why="It was first.")
    assert "Money has gone to one so far: £2,500." in words(recorded(kept(tmp_path / "day"), reserve))
    one = [
        "--ref",
        "A04",
        "--offer",
        "changed",
        "--amount",
        "2500",
        "--by",
        "the fund",
        "--why",
        "It was first.",
    ]
    told = said(after(kept(tmp_path / "third"), *one))
    assert "Of 3 offers, something is recorded about 0. Something is recorded about one more that" in told
    html = words(recorded(kept(tmp_path / "second"), reserve, entry("A01", "accepted", paid=PAID)))
    assert (
        "You gave money to 3 applications. Money has gone to 2 applications so far: £6,500 together." in html
    )
