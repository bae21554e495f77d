"""The short demo, in a real terminal: three applications, a break, the money and the end, in at most sixty presses."""

import csv

from panel_tui.demo import copy_demo, leanings_of_demo
from panel_tui.folder import read_session
from panel_tui.rehearse import read_leanings
from tests.journeys.terminal import Terminal, panel_tui
from tests.journeys.test_page_down_alone import press_on

MOST = 60


def test_sixty_presses_show_a_whole_short_day(tmp_path):
    kept, out = tmp_path / "kept", tmp_path / "out"
    where = ("--host", "127.0.0.1", "--port", 0)
    wall = Terminal(
        *panel_tui("demo", "--short", "--seed", 3, "--speed", 500, "--keep", kept, "--to", out, *where),
        home=tmp_path,
    )
    try:
        wall.wait_for("7 of 8 of us are here")
        seen = press_on(wall, "the end of the day")
        print(f"the short demo: {len(seen) - 1} presses")
        assert len(seen) - 1 <= MOST
        walked = "\n".join(seen)
        for words in ("stepping out", "We are split", "We agree: yes", "Back at", "given", "What we decided"):
            assert words in walked, words
        wall.press("q")
        wall.wait_for("Leave the wall?")
        wall.press("Enter")
        wall.wait_gone()
    finally:
        wall.close()
    with (out / "rounds.csv").open(encoding="utf-8-sig", newline="") as file:
        rounds = {(row["application"], row["round"]): row["outcome"] for row in csv.DictReader(file)}
    assert rounds == {
        ("A01", "1"): "We agree: yes",
        ("A03", "1"): "We are split",
        ("A03", "2"): "We agree: yes",
        ("A08", "1"): "We agree: yes",
    }


def test_its_folder_has_three_applications_with_their_summaries_and_one_conflict(tmp_path):
    copy_demo(tmp_path / "short", short=True)
    session = read_session(tmp_path / "short").session
    assert [application.ref for application in session.applications] == ["A01", "A03", "A08"]
    assert all(application.summary for application in session.applications)
    assert {path.stem for path in (tmp_path / "short" / "summaries").iterdir()} == {"A01", "A03", "A08"}
    assert [tuple(member.conflicts) for member in session.members if member.conflicts] == [("A08",)]
    assert set(read_leanings(leanings_of_demo(short=True)).applications) == {"A01", "A03", "A08"}
