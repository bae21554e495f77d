"""Words and times: parts that draw again only when they say something new."""

from __future__ import annotations

import datetime as dt

from rich.cells import cell_len
from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
from textual.widgets import Static

from screens import timing
from screens.safe_text import drawn
from sessions.views.wall.posters import Countdown


class Words(Static):
    """Plain words in the style of their class."""

    DEFAULT_CSS = "Words.-silent { display: none; }"

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(drawn(text), id=id, classes=classes, markup=False)
        self.said: Content = drawn(text)
        self.set_class(not text, "-silent")

    def say(self, text: str | Content) -> None:
        """Say this instead; the same again costs nothing."""
        content = text if isinstance(text, Content) else drawn(text)
        if not self.said.is_same(content):
            self.said = content
            self.set_class(not content.plain, "-silent")
            self.update(content)

    def render_line(self, y: int) -> Strip:
        """Draw a row; the last one there is room for ends in the sign that the words go on."""
        strip = super().render_line(y)
        room = self.content_size
        last = self.gutter.top + room.height - 1
        if y != last or not room.width or len(self.said.wrap(room.width)) <= room.height:
            return strip
        left = self.gutter.left
        end = left + min(max(cell_len(strip.text[left:].rstrip()), 1), room.width - 1)
        before = list(strip.crop(end - 1, end))
        sign = Strip([Segment("…", before[-1].style if before else None)])
        return Strip.join([strip.crop(0, end), sign, strip.crop(end + 1)])


class AnswerBar(Words):
    """One plain sentence; `-again` where the same key pressed again will be granted."""

    def ask(self, sentence: str) -> None:
        """Say what pressing again would do."""
        self.add_class("-again")
        self.say(sentence)

    def tell(self, sentence: str) -> None:
        """Say why not, or what was done."""
        self.remove_class("-again")
        self.say(sentence)

    def hush(self) -> None:
        """Say nothing."""
        self.say("")


class TimeLeft(Words):
    """A planned time in words, coloured by how it feels."""

    countdown: Countdown | None = None

    def tick(self, now: dt.datetime) -> None:
        """Say how the time stands now."""
        if self.countdown is not None:
            feeling = timing.mood(self.countdown, now)
            self.set_class(feeling is timing.Mood.SOON, "-soon")
            self.set_class(feeling is timing.Mood.OVER, "-over")
            self.say(drawn(timing.in_words(self.countdown, now)))
        else:
            self.remove_class("-soon", "-over")
            self.say("")


class RestLeft(TimeLeft):
    """What is left of a break: in fives, so that nobody counts, and never a warning."""

    def tick(self, now: dt.datetime) -> None:
        """Say roughly how long there still is."""
        self.say("" if self.countdown is None else drawn(timing.in_fives(self.countdown, now)))


class ClockText(Words):
    """The time of day."""

    def tick(self, now: dt.datetime) -> None:
        """Say the time now, to the minute."""
        self.say(f"{now.hour}:{now:%M}")
