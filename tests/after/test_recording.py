"""`panel-tui after`: what became of each decision, kept beside a record that stays closed to the byte."""

from __future__ import annotations

import asyncio
import datetime as dt
import random
from decimal import Decimal

import pytest
from click.testing import CliRunner

from panel_tui.cli import panel_tui
from panel_tui.offline.follow_up import after_book, after_told, closed_day
from panel_tui.offline.seal import seal_folder
from panel_tui.offline.verify import verify_folder
from panel_tui.record import RecordError, RecordLocked
from panel_tui.record.after_file import AFTER
from panel_tui.system.clock import Clock
from sessions.decide.follow_up import with_entry
from sessions.model.follow_up import AfterEntry, Became, OfferAnswer
from sessions.model.refusals import No, Refused
from tests.after.closed_days import NOW, after, kept, said

PAID = dt.date(2026, 4, 1)


def entry(ref, offer=None, **more) -> AfterEntry:
    return AfterEntry(ref, NOW, OfferAnswer(offer) if offer else None, **more)


def add(folder, *entries) -> None:
    with after_book(closed_day(folder)) as book:
        book.add(entries)


def told(folder):
    return after_told(closed_day(folder)).told


def test_an_offer_accepted_is_worth_what_was_decided_and_its_money_goes_on_a_day(tmp_path):
    folder = kept(tmp_path / "day")
    before = (folder / "record.jsonl").read_bytes()
    assert after(folder, "--ref", "a03", "--offer", "accepted", "--amount", "£4,000").exit_code == 0
    assert told(folder) == {"A03": Became(OfferAnswer.ACCEPTED, Decimal(4000))}
    done = after(folder, "--ref", "A03", "--paid", PAID)
    assert "The money, £4,000, went on 1 April 2026." in said(done)
    assert told(folder)["A03"].paid == PAID
    assert (folder / "record.jsonl").read_bytes() == before


@pytest.mark.parametrize(
    ("why", "line"), [("It came free", "It came free."), ("Why not?", "Why not?"), ("Well.", "Well.")]
)
def test_a_reason_and_what_comes_after_it_are_two_sentences(tmp_path, why, line):
    folder = kept(tmp_path / "day")
    asked = ("--ref", "A04", "--offer", "changed", "--amount", "900", "--by", "the group", "--why", why)
    assert f"The money is not recorded as gone yet. Why: {line} Of " in said(after(folder, *asked))


def test_all_that_is_said_of_a_day_in_welsh_is_in_welsh(tmp_path):
    folder = kept(tmp_path / "day", language="cy")
    told = said(after(folder, "--ref", "A03", "--offer", "accepted"))
    assert "They said yes" not in told
    assert "Dywedon nhw ie" in told


def test_the_last_word_counts_and_the_earlier_line_stays(tmp_path):
    folder = kept(tmp_path / "day")
    add(folder, entry("A01", "accepted"))
    add(folder, entry("A01", "changed", amount=Decimal("3500.50"), by="the group", why="The hall costs less"))
    assert told(folder)["A01"].amount == Decimal("3500.50")
    assert (folder / AFTER).read_text().count("accepted") == 1
    assert after_told(closed_day(folder)).lines == 3


def test_many_come_from_a_file_and_go_in_as_one_line(tmp_path):
    folder, sheet = kept(tmp_path / "day"), tmp_path / "became.csv"
    sheet.write_text(
        '\ufeffref,offer,amount,paid,by,why\na01,Accepted,"£4,000",2026-04-01,,\n\n'
        "A02,declined,,,the group,They found another hall.\n",
        encoding="utf-8",
    )
    assert "What became of 2 is kept." in said(after(folder, "--from", sheet))
    assert told(folder) == {
        "A01": Became(OfferAnswer.ACCEPTED, Decimal(4000), PAID),
        "A02": Became(OfferAnswer.DECLINED, by="the group", why="They found another hall."),
    }
    assert len((folder / AFTER).read_bytes().splitlines()) == 2


def test_a_file_with_something_wrong_is_refused_whole_by_its_lines(tmp_path):
    folder, sheet = kept(tmp_path / "day"), tmp_path / "became.csv"
    sheet.write_text("ref,offer,paid\nA01,accepted,\nA77,accepted,\nA02,perhaps,\nA02,accepted,soon\n")
    done = after(folder, "--from", sheet)
    assert done.exit_code == 1
    for line in (
        "line 3: A77 is nothing that this panel decided",
        "line 4: “perhaps”",
        "line 5: “soon” is no day",
    ):
        assert f"became.csv, {line}" in said(done)
    assert not (folder / AFTER).exists()
    sheet.write_text("ref,offer,seat\nA01,accepted,3\n")
    assert "“seat” is none of them" in said(after(folder, "--from", sheet))
    sheet.write_bytes(b"\xff\xfe\x00")
    assert "cannot be read as a CSV file" in said(after(folder, "--from", sheet))


@pytest.mark.parametrize(
    ("one", "code"),
    [
        (entry("A77", "accepted"), No.NO_DECISION),
        (entry("A01"), No.NOTHING_BECAME),
        (entry("A04", "accepted"), No.NOT_OFFERED),
        (entry("A05", "declined", by="us"), No.NOT_OFFERED),
        (entry("A01", "accepted", amount=Decimal(3000)), No.OTHER_AMOUNT),
        (entry("A01", "changed", by="us", why="so"), No.NEW_AMOUNT_NEEDED),
        (entry("A01", "changed", amount=Decimal("0.001"), by="us", why="so"), No.NEW_AMOUNT_NEEDED),
        (entry("A01", "changed", amount=Decimal("NaN"), by="us", why="so"), No.NEW_AMOUNT_NEEDED),
        (entry("A01", "changed", amount=Decimal(-1), by="us", why="so"), No.NEW_AMOUNT_NEEDED),
        (entry("A01", "changed", amount=Decimal(1), by="us"), No.WHO_AND_WHY),
        (entry("A01", "declined"), No.WHO_NEEDED),
        (entry("A01", paid=PAID), No.NO_MONEY_YET),
        (entry("A01", "declined", by="us", paid=PAID), No.NO_MONEY_YET),
        (entry("A01", "accepted", paid=dt.date(2026, 3, 4)), No.DAY_BEFORE),
        (entry("A01", "accepted", paid=dt.date(2026, 5, 2)), No.DAY_TO_COME),
    ],
)
def test_what_cannot_be_so_is_refused_and_nothing_is_kept(tmp_path, one, code):
    folder = kept(tmp_path / "day")
    with pytest.raises(Refused) as refused:
        add(folder, entry("A02", "accepted"), one)
    assert refused.value.code == code
    assert refused.value.sentence
    assert not (folder / AFTER).exists()


def test_money_that_has_gone_cannot_have_been_declined(tmp_path):
    folder = kept(tmp_path / "day")
    add(folder, entry("A01", "accepted", paid=PAID))
    with pytest.raises(Refused) as refused:
        add(folder, entry("A01", "declined", by="the group"))
    assert refused.value.code is No.MONEY_GONE
    add(folder, entry("A01", "changed", amount=Decimal(0), by="the group", why="They sent it back"))
    assert told(folder)["A01"].amount == 0


def test_what_was_on_the_reserve_list_may_be_given_something_after_all(tmp_path):
    folder = kept(tmp_path / "day")
    why = "Tea and Tablets said no"
    add(folder, entry("A04", "changed", amount=Decimal(2500), by="the fund", why=why, paid=PAID))
    assert told(folder)["A04"] == Became(OfferAnswer.CHANGED, Decimal(2500), PAID, "the fund", why)


def test_only_a_day_that_has_ended_has_an_after(tmp_path):
    folder = kept(tmp_path / "day", ended=False)
    done = after(folder, "--ref", "A01", "--offer", "accepted")
    assert done.exit_code == 1
    assert "This day has not ended" in said(done)
    assert not (folder / AFTER).exists()


def test_elsewhere_than_at_a_terminal_what_is_missing_is_named(tmp_path):
    folder = kept(tmp_path / "day")
    assert after(folder).exit_code == 2
    assert "--ref with --offer or --paid" in said(after(folder))
    assert after(folder, "--offer", "accepted").exit_code == 2
    assert after(folder, "--ref", "A01", "--from", "x.csv").exit_code == 2


def test_asked_one_at_a_time_each_is_kept_at_once_and_one_may_stop_anywhere(tmp_path, monkeypatch):
    monkeypatch.setattr("panel_tui.cli.follow_up.can_ask", lambda: True)
    folder = kept(tmp_path / "day")
    from panel_tui.cli import follow_up_asked

    class Typed:
        def __init__(self, *lines):
            self.lines, self.told = list(lines), []

        def ask(self, _words, default=None):
            if not self.lines:
                raise KeyboardInterrupt
            return self.lines.pop(0)

    typed = Typed(
        "a",
        "2026-04-01",
        "x",
        "",
        "c",
        "many",
        "the group",
        "so",
        "",
        "c",
        "3900",
        "the group",
        "It costs less",
        "",
        "q",
    )
    monkeypatch.setattr(follow_up_asked, "ask", typed.ask)
    monkeypatch.setattr(follow_up_asked, "tell", typed.told.append)
    with after_book(closed_day(folder)) as book:
        follow_up_asked.ask_each(book)
    assert told(folder) == {
        "A01": Became(OfferAnswer.ACCEPTED, Decimal(4000), PAID),
        "A03": Became(OfferAnswer.CHANGED, Decimal(3900), None, "the group", "It costs less"),
    }
    assert any("“many” is no amount" in line for line in typed.told)
    assert not typed.lines
    stopped = Typed("a", "2026-04-02")  # then the window is closed
    monkeypatch.setattr(follow_up_asked, "ask", stopped.ask)
    with pytest.raises(KeyboardInterrupt), after_book(closed_day(folder)) as book:
        follow_up_asked.ask_each(book)
    assert told(folder)["A01"].paid == dt.date(2026, 4, 2)


def test_two_at_once_are_refused_and_so_is_one_beside_a_running_session(tmp_path):
    folder = kept(tmp_path / "day")
    with after_book(closed_day(folder)):
        with pytest.raises(RecordLocked) as locked, after_book(closed_day(folder)):
            pass
        assert locked.value.code == "became.locked"
        assert "open in another window" in said(after(folder, "--ref", "A01", "--offer", "accepted"))
    assert after(folder, "--ref", "A01", "--offer", "accepted").exit_code == 0


def test_a_sealed_day_stays_sealed_and_can_still_be_told_of(tmp_path):
    folder = kept(tmp_path / "day")
    add(folder, entry("A01", "accepted"))
    held = (folder / AFTER).read_bytes()
    asyncio.run(seal_folder(folder, tmp_path / "out", unfinished=False, clock=Clock()))
    sealed = (folder / "record.jsonl").read_bytes()
    assert (folder / AFTER).read_bytes() == held
    add(folder, entry("A01", paid=PAID))
    assert (folder / AFTER).read_bytes().startswith(held)
    assert told(folder)["A01"].paid == PAID
    assert (folder / "record.jsonl").read_bytes() == sealed
    assert sorted(path.name for path in folder.iterdir()) == ["after.jsonl", "record.jsonl"]
    found = verify_folder(folder)
    assert found.whole
    assert any("After the day, 2 lines were recorded" in line for line in found.lines)


def test_a_rehearsal_says_that_it_is_one(tmp_path):
    folder = kept(tmp_path / "day", rehearsal=True)
    done = after(folder, "--ref", "A01", "--offer", "accepted", "--to", tmp_path / "page")
    assert "REHEARSAL" in said(done)
    assert "REHEARSAL" in (tmp_path / "page" / "what-became-of-it.html").read_text()


@pytest.mark.parametrize("seed", range(8))
def test_what_is_read_back_is_what_was_recorded_whatever_came_in_what_order(tmp_path, seed):
    chance, folder = random.Random(seed), kept(tmp_path / "day")
    expected: dict[str, Became] = {}
    day = closed_day(folder).day
    for _ in range(15):
        one = AfterEntry(
            chance.choice(["A01", "A02", "A03", "A04", "A05", "A09"]),
            NOW,
            chance.choice([None, *OfferAnswer]),
            chance.choice([None, Decimal(4000), Decimal(chance.randrange(0, 900_000)) / 100]),
            chance.choice([None, PAID, dt.date(2026, 4, 20)]),
            chance.choice(["", "the group"]),
            chance.choice(["", "=1+1", "because\u202e it was"]),
        )
        try:
            then = with_entry(day, expected, one)
        except Refused:
            with pytest.raises(Refused):
                add(folder, one)
        else:
            expected = then
            add(folder, one)
        assert told(folder) == expected


def test_nothing_is_made_by_only_looking(tmp_path):
    folder = kept(tmp_path / "day")
    assert CliRunner().invoke(panel_tui, ["after", str(folder), "--to", str(tmp_path / "p")]).exit_code == 0
    assert not (folder / AFTER).exists()
    assert told(folder) == {}
    with pytest.raises(RecordError):
        closed_day(tmp_path / "nowhere")
