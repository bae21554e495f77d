"""A list that we made stands on phones line by line, also where Easy Read says everything else in fewer words."""

from __future__ import annotations

from screens.phone.drawing import draw
from screens.phone.preferences import Look
from sessions.views.phone.pages import Result

LINES = (("One person speaks at a time", ""), ("Will it last?", "counts for 4.0 parts in 10 of the score"))


def test_every_line_of_it_is_there_in_easy_read_too_and_what_is_said_of_it_stands_apart():
    lines = ("It comes back when we talk.",)
    page = Result(heading="How do we want to work together?", lines=lines, listed=LINES, seat=5)
    for easy in ("plain", "read"):
        drawn = draw(page, look=Look(easy=easy))
        assert "<li>One person speaks at a time</li>" in drawn
        assert "<li>Will it last?<br>counts for 4.0 parts in 10 of the score</li>" in drawn
