"""A workshop for a list of our own with pretend members: some suggest, all weigh, and the kept list is theirs."""

from panel_tui.demo import copy_demo
from panel_tui.rehearse import Leaning
from sessions.state.kept_lists import kept_today
from sessions.wording import say
from tests.rehearse.test_whole_day import day, first_applications

ASK = "How do we want to work together?"


async def test_pretend_members_suggest_lines_for_a_list_of_our_own(tmp_path, leanings):
    folder = tmp_path / "panel"
    copy_demo(folder)
    first_applications(folder, 1)
    with (folder / "session.toml").open("a", encoding="utf-8") as settings:
        settings.write(f'\n[[step]]\nkind = "workshop"\nask = "{ASK}"\n')
        settings.write('[[step]]\nkind = "application"\nref = "A01"\n')
        settings.write('[[step]]\nkind = "budget"\n[[step]]\nkind = "closing"\n')
    state = await day(folder, lambda session: Leaning(session, 1, leanings))
    assert state.ended
    (kept,) = kept_today(state)
    assert kept.ask == ASK
    assert len(kept.lines) >= 2
    assert set(kept.lines) <= {say(f"rehearse.suggestion-{n}") for n in range(1, 6)}
