"""Where all scores have been turned over, each phone looks again at what any of us changes, and at who is asked."""

from panel_tui.web.event_streams import fingerprint
from sessions import commands as c
from sessions.events import Card
from sessions.model.answers import score
from sessions.model.phases import Phase
from tests.sessions.test_cards_up import asked, phone, small, turned


def test_a_card_that_one_of_us_changed_is_looked_at_again_by_all():
    before = turned()
    after = before.when(c.ChangeCard(1, "A01", "c1", score(2), "I see now."))
    assert after.refused is None
    assert phone(before, 3) != phone(after, 3)
    assert fingerprint(before.state, 3) != fingerprint(after.state, 3)


def test_whether_we_are_asked_at_all_may_change_with_who_comes():
    before = asked(small(8), taken=7).when(c.ReopenDoors())
    assert before.state.plan.phase is Phase.CARDS_UP
    after = before.when(c.TakeFreeSeat("token8", Card(0, "code8", "key8")))
    assert phone(before, 3) != phone(after, 3)
    assert fingerprint(before.state, 3) != fingerprint(after.state, 3)
