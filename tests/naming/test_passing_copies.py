"""A rehearsal that is left keeps its pretend record among the laptop's passing files, and nobody's name with it."""

from pathlib import Path

from tests.journeys.small_session import small_session
from tests.journeys.terminal import Terminal, panel_tui

LABEL = "Ottoline by the window"


def test_a_rehearsal_that_was_left_holds_no_names_and_no_needs(tmp_path: Path) -> None:
    folder = small_session(tmp_path / "panel", seats=5, more="quorum = 1")
    (folder / "members.toml").write_text(f'[[member]]\nseat = 2\nlabel = "{LABEL}"\n', encoding="utf-8")
    (folder / "members (1).toml").write_text(f"# {LABEL}, as it was\n", encoding="utf-8")
    (folder / "adjustments.toml").write_text("[[seat]]\nseat = 2\nlarge_text = true\n", encoding="utf-8")
    passing = tmp_path / "passing"
    passing.mkdir()
    asked = panel_tui("rehearse", folder, "--seed", 4, "--speed", 500, "--host", "127.0.0.1", "--port", 0)
    wall = Terminal("env", f"TMPDIR={passing}", *asked, home=tmp_path)
    try:
        wall.wait_for("5 of 5 of us are here")
        (copy,) = passing.glob("panel-tui-rehearsal-*")
        assert (copy / "members.toml").exists(), "while it runs, the desk says what seats are called"
        wall.press("q")
        wall.wait_for("Leave")
        wall.press("Enter")
        wall.wait_until(lambda: "was taken out of that copy" in " ".join(wall.farewell.split()))
        assert "panel-tui run" in wall.farewell
    finally:
        wall.close()
    kept = [file for file in copy.rglob("*") if file.is_file()]
    assert any(file.name == "record.jsonl" for file in kept)
    assert not [
        file for file in kept if LABEL.encode() in file.read_bytes() or file.name == "adjustments.toml"
    ]
    assert LABEL in (folder / "members.toml").read_text(encoding="utf-8"), "only the copy's are taken away"
