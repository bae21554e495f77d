"""`verify` says what it found and what it cannot know, and no record that was cut or lengthened passes for whole."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from panel_tui.offline.verify import verify_folder
from panel_tui.record import Record, RecordView
from panel_tui.record.history import document
from sessions import audit as audit_module
from sessions import commands as c
from sessions import events as e
from sessions.model.answers import score
from sessions.model.decisions import Decision, Verdict
from sessions.model.phases import Phase
from sessions.model.session import Standing
from sessions.state import State
from tests.exports.days import MORNING, Day, everyone, panel
from tests.exports.made import exported

SHEET = """
title = "A panel"
pot = 1500
seats = 6
[[criterion]]
key = "c1"
question = "Question 1?"
[[criterion]]
key = "c2"
question = "Question 2?"
"""
SHEET_ROWS = "ref,title,organisation,asked\nA01,{first},Group 1,1000\nA02,Title 2,Group 2,2000\n"


def a_day() -> Day:
    """A day with a score that was put right after everyone had seen it."""
    day = Day(panel()).score("A01", everyone(6, c1=4, c2=5)).reveal("A01")
    day.do(c.Correct(2, "A01", "c1", score(3), "the slip said three"))
    return day.score("A02", everyone(6, c1=2, c2=2)).reveal("A02").end()


def kept(day: Day, folder: Path, *, later=()) -> Path:
    """Keep a day, one entry a line; `later` are events that are put on its end whatever the rules say."""
    folder.mkdir()
    asyncio.run(_kept(folder / "record.jsonl", [*day.history, *(e.Stamped(MORNING, one) for one in later)]))
    (folder / "session.toml").write_text(SHEET, encoding="utf-8")
    (folder / "applications.csv").write_text(SHEET_ROWS.format(first="Title 1"), encoding="utf-8")
    return folder


async def _kept(path: Path, events) -> None:
    record = Record.open(path, program="test")
    for one in events:
        await record.append([document(one)])
    await record.close()


def closing_words(folder: Path) -> str:
    """Give what stood on the closing screen."""
    view = RecordView.read(folder / "record.jsonl")
    at = next(one.line for one in view.entries if one.doc["event"]["fact"] == "SessionEnded")
    return " ".join(view.head_words_at(at))


def said(folder: Path, **asked) -> tuple[bool, str]:
    verdict = verify_folder(folder, **asked)
    return verdict.whole, "\n".join(verdict.lines)


def cut(folder: Path, lines: int) -> None:
    path = folder / "record.jsonl"
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-lines]))


def test_verify_says_which_session_it_is_and_that_its_day_has_ended(tmp_path):
    folder = kept(a_day(), tmp_path / "s")
    whole, words = said(folder)
    assert whole
    assert "A panel, 3 December 2026: 6 seats, 2 applications." in words, "the day we met, planned or not"
    assert "The day ended on 3 December 2026 at" in words
    assert closing_words(folder) in words
    assert "Nothing was added since." in words


def test_verify_says_when_we_met_and_not_when_we_meant_to(tmp_path):
    day = Day(panel(date=MORNING.date().replace(day=10)))
    _, words = said(kept(day.score("A01", everyone(6, c1=4, c2=5)).reveal("A01").end(), tmp_path / "s"))
    assert "A panel, 3 December 2026: 6 seats" in words
    assert "10 December" not in words


def test_verify_asks_for_the_words_that_were_photographed(tmp_path):
    folder = kept(a_day(), tmp_path / "s")
    assert "Only the words photographed at the closing tell" in said(folder)[1]
    whole, words = said(folder, head=closing_words(folder))
    assert whole
    assert "These are the words of the closing screen." in words
    assert "Only the words photographed" not in words


def test_a_record_whose_end_was_cut_off_is_not_said_to_be_whole(tmp_path):
    folder = kept(a_day(), tmp_path / "s")
    words_kept = closing_words(folder)
    cut(folder, 12)
    _, words = said(folder)
    assert "The day has not ended in this record" in words
    whole, words = said(folder, head=words_kept)
    assert not whole
    assert "never stood at those words" in words


def test_a_record_cut_after_it_was_exported_is_told_by_the_exports_beside_it(tmp_path):
    folder = kept(a_day(), tmp_path / "s")
    exported(folder, formats=["csv", "json"])
    assert said(folder)[0]
    cut(folder, 1)
    whole, words = said(folder)
    assert not whole
    assert "exports/session.json was made from a record that stood at other words" in words


@pytest.mark.parametrize("left", [1, 30, 200])
def test_a_torn_last_line_is_told(tmp_path, left):
    folder = kept(a_day(), tmp_path / "s")
    path = folder / "record.jsonl"
    data = path.read_bytes()
    start = data.rstrip(b"\n").rfind(b"\n") + 1
    path.write_bytes(data[: min(start + left, len(data) - 2)])
    whole, words = said(folder)
    assert not whole
    assert "The last line is torn" in words


DECISION = e.DecisionRecorded("A01", Decision(Verdict.NOT_NOW))
TOUCHING = [
    e.Corrected(1, "A01", "c1", score(1), "why"),
    e.Answered(1, "A02", "c1", score(1), "x", 9),
    DECISION,
    e.ListReopened("why"),
    e.RoundVoided("A01", 1, "why"),
    e.StepStarted("s1"),
    e.PhaseStarted(Phase.BUDGET),
    e.LineMoved(0),
    e.SeatAdded(7),
    e.MinutesAdded(5),
    e.SeatTaken(1, "token", e.Card(1, "code", "key")),
    e.CardsPrinted(()),
    e.SessionEnded(),
]


@pytest.mark.parametrize("lie", TOUCHING, ids=lambda one: type(one).__name__)
def test_a_well_chained_event_after_the_end_is_refused_though_the_closing_words_are_true(tmp_path, lie):
    folder = kept(a_day(), tmp_path / "s", later=[lie])
    whole, words = said(folder, head=closing_words(folder))
    assert not whole
    assert "came after the day had ended" in words


def test_what_may_still_happen_after_the_end_is_sound_and_listed(tmp_path):
    later = [e.SeatTaken(2, "token"), e.Noted("", "Thank Ann"), e.Noted("", "And Bo"), e.Sealed()]
    whole, words = said(kept(a_day(), tmp_path / "s", later=later))
    assert whole
    assert "none of it touches a score, a ballot, a decision or the plan" in words
    for line in ("1 × a member's phone came back", "2 × a note", "1 × the session was sealed"):
        assert line in words
    assert "Its words now:" in words
    assert "the words of the closing screen, above, stand for the day" in words
    folder = kept(a_day(), tmp_path / "t", later=later)
    assert "What came after is listed above." in said(folder, head=closing_words(folder))[1]


def test_everything_the_rules_let_happen_after_the_end_is_sound(tmp_path):
    day = a_day()
    day.do(c.AddNote("Thank Ann")).do(c.FollowClock(60)).do(c.Seal())
    assert said(kept(day, tmp_path / "s"))[0]


def test_the_check_of_what_follows_the_end_has_teeth(tmp_path, monkeypatch):
    folder = kept(a_day(), tmp_path / "s", later=[e.SeatTaken(1, "token", e.Card(1, "code", "key"))])
    assert not said(folder)[0]
    monkeypatch.setattr(audit_module, "may_follow_the_end", lambda _event: True)
    assert said(folder)[0], "a seeded bug: any event may follow the end"


@pytest.mark.parametrize(
    "content",
    [
        {"events": {"1": None}},
        {"events": {"1": {"at": "x"}}},
        {"events": {"9" * 5_000: {"at": "x"}}},
        {"other": {"1": {}}},
    ],
)
async def test_a_line_that_takes_entries_away_or_writes_over_them_is_refused(tmp_path, content):
    folder = tmp_path / "s"
    folder.mkdir()
    record = Record.open(folder / "record.jsonl", program="test")
    await record.append([document(one) for one in a_day().history])
    record.db.storage.commit(content)
    await record.close()
    whole, words = said(folder)
    assert not whole
    assert "does something other than add entries" in words


def test_an_entry_that_is_no_event_of_ours_is_named(tmp_path):
    folder = kept(a_day(), tmp_path / "s")
    asyncio.run(_more(folder / "record.jsonl", {"at": "never", "event": {"fact": "Nonsense"}}))
    whole, words = said(folder)
    assert not whole
    assert "came after the day had ended" in words


async def _more(path: Path, doc) -> None:
    record = Record.open(path, program="test")
    await record.append([doc])
    await record.close()


def test_what_the_folder_says_otherwise_is_listed(tmp_path):
    folder = kept(a_day(), tmp_path / "s")
    (folder / "applications.csv").write_text(SHEET_ROWS.format(first="Another title"), encoding="utf-8")
    whole, words = said(folder)
    assert whole
    assert "A01, title: the folder says “Another title”, the record “Title 1”" in words


def test_a_folder_that_says_the_same_is_not_spoken_of(tmp_path):
    assert "the folder says" not in said(kept(a_day(), tmp_path / "s"))[1]


def test_an_application_set_aside_is_not_said_to_be_in_the_folder_alone(tmp_path):
    day = Day(panel()).do(c.SetApplicationAside("A02", Standing.WITHDRAWN, "They closed."))
    folder = kept(day.score("A01", everyone(6, c1=4, c2=5)).reveal("A01").end(), tmp_path / "s")
    assert "the folder says" not in said(folder)[1].lower()
    assert "only in the folder" not in said(folder)[1]
    (folder / "applications.csv").write_text(SHEET_ROWS.partition("A02")[0].format(first="Title 1"), "utf-8")
    assert "only in" not in said(folder)[1]


def test_an_export_that_was_changed_after_it_was_made_is_told(tmp_path):
    folder = kept(a_day(), tmp_path / "s")
    exported(folder, formats=["csv", "json"])
    assert "It and the tables beside it say the same." in said(folder)[1]
    results = folder / "exports" / "results.csv"
    results.write_bytes(results.read_bytes().replace(b"Title 1", b"Title 9"))
    whole, words = said(folder)
    assert not whole
    assert "exports/results.csv does not say what the record says" in words


@pytest.mark.parametrize("how", [{}, {"public": True}, {"seats": True}])
def test_a_changed_decision_or_reason_in_session_json_is_told(tmp_path, how):
    folder = kept(a_day(), tmp_path / "s")
    exported(folder, formats=["json"], **how)
    (path,) = (one for one in (folder / "exports").glob("**/session*.json") if "schema" not in one.name)
    assert said(folder)[0]
    whole = json.loads(path.read_text("utf-8"))
    whole["results"][0]["amount"] = 1
    path.write_text(json.dumps(whole), "utf-8")
    sound, words = said(folder)
    assert not sound
    assert f"{path.relative_to(folder)} does not say what the record says" in words


def test_an_export_made_before_the_last_note_still_says_what_it_said_then(tmp_path):
    folder = kept(a_day(), tmp_path / "s")
    exported(folder, formats=["csv", "json"])
    asyncio.run(_more(folder / "record.jsonl", document(e.Stamped(MORNING, e.Noted("", "Thank Ann")))))
    whole, words = said(folder)
    assert whole
    assert "It and the tables beside it say what that said." in words


@pytest.mark.parametrize("junk", [b"", b"[" * 100_000, b'{"head": 7}', b"\xff\xfe"])
def test_an_export_nobody_can_read_is_said_and_breaks_nothing(tmp_path, junk):
    folder = kept(a_day(), tmp_path / "s")
    (folder / "exports").mkdir()
    (folder / "exports" / "session.json").write_bytes(junk)
    assert "exports/session.json cannot be read" in said(folder)[1]


def receipt_of(folder: Path, fact: str, seat: int) -> str:
    view = RecordView.read(folder / "record.jsonl")
    events = ((one.receipt, one.doc["event"]) for one in view.entries)
    return next(
        receipt
        for receipt, event in events
        if (event["fact"], event.get("seat"), event.get("application")) == (fact, seat, "A01")
    )


def test_a_receipt_tells_what_was_given_what_was_corrected_and_why_and_what_was_counted(tmp_path):
    folder = kept(a_day(), tmp_path / "s")
    whole, words = said(folder, receipt=receipt_of(folder, "HandedIn", 2))
    assert whole
    story = words[words.index("Given on") :]
    assert "seat 2, A01 “Title 1”" in story
    assert "Question 1? Mostly\n" in story
    assert "Question 1? Mostly became Partly, because “the slip said three”." in story
    counted = story[story.index("Counted as:") :]
    assert "Question 1? Partly (3)" in counted
    assert "Question 2? Completely (5)" in counted


def test_a_receipt_of_a_score_set_aside_says_that_it_was_not_counted(tmp_path):
    day = Day(panel()).score("A01", everyone(6, c1=4, c2=5)).reveal("A01").do(c.StepOut(2, "A01"))
    folder = kept(day, tmp_path / "s")
    words = said(folder, receipt=receipt_of(folder, "HandedIn", 2))[1]
    assert "Set aside at" in words
    assert "It was not counted: seat 2 had a conflict with A01." in words


def test_a_receipt_says_nothing_of_scores_that_nobody_has_been_shown(tmp_path):
    day = Day(panel()).score("A01", everyone(6, c1=4, c2=5))
    folder = kept(day, tmp_path / "s")
    words = said(folder, receipt=receipt_of(folder, "HandedIn", 2))[1]
    assert "stays covered until the scores of A01 are shown" in words
    assert "Mostly" not in words


def test_a_receipt_nobody_was_given_is_refused(tmp_path):
    whole, words = said(kept(a_day(), tmp_path / "s"), receipt="NEVER-GIVEN-100")
    assert not whole
    assert "No entry of this record has that receipt" in words


def test_printed_cards_alone_are_said_to_be_no_session_yet(tmp_path):
    folder = tmp_path / "s"
    folder.mkdir()
    asyncio.run(_kept(folder / "record.jsonl", [e.Stamped(MORNING, e.CardsPrinted((e.Card(1, "", "k"),)))]))
    assert State().session is None
    assert "the session has not begun" in said(folder)[1]
