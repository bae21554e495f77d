"""People arrive: squares to scan, an address to type, who is here; and the practice application."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Resize

from screens.safe_text import drawn, drawn_line, joined
from screens.square_data import password
from screens.wall import qr
from screens.wall.posters.drawing import Drawing
from screens.wall.widgets.big_text import Count, Grown, Lettered, dots
from screens.wall.widgets.lines import Flow, Steps
from screens.wall.widgets.words import Words
from sessions.model.text import in_groups
from sessions.views.wall.posters import Lobby, Practice
from sessions.wording import say

STEPS = 44  # cells the steps want beside the squares
_BANDS = 3  # rows of the wall that are not the poster's
BESIDE = Content("   ")  # stands where a step without a number has its number


class LobbyPoster(Drawing[Lobby]):
    """The squares at the left, the steps at the right. Two squares where both fit, else one at a time."""

    poster: Lobby | None = None
    wifi_first = False

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with Horizontal(classes="lobby"):
            with Vertical(classes="square", id="wifi"):
                yield qr.Qr()
                yield Words(say("wall.qr.wifi"), classes="caption")
            with Vertical(classes="square", id="join"):
                yield qr.Qr()
                yield Words(say("wall.qr.join"), classes="caption")
            with Vertical(classes="steps"):
                yield Steps(classes="how")
                yield Words(say("wall.lobby.by-hand"), classes="by-hand")
                yield Lettered(share=0.15, classes="address")
                yield Words(classes="by-hand", id="code-words")
                yield Lettered(share=0.15, classes="code")
                yield Words(classes="here")
                yield Words(classes="dots")
                yield Words(classes="swap")

    def show(self, poster: Lobby) -> None:
        """Draw this poster."""
        self.poster = poster
        self._squares(poster)
        self.query_one(Steps).say(self._how(poster))
        self.query_one(".address", Lettered).say(poster.address)
        with_code = say("wall.lobby.code") if poster.code else say("wall.lobby.card-code")
        self.query_one("#code-words", Words).say(with_code)
        self.query_one(".code", Lettered).say(poster.code, plain=in_groups(poster.code))
        here = say("wall.lobby.here", here=poster.here, seats=poster.seats)
        need = say("wall.lobby.need", n=poster.needed) if poster.needed else ""
        self.query_one(".here", Words).say(f"{here} {need}".strip())
        air = " " if self.app.size.width >= 78 else ""
        self.query_one(".dots", Words).say(dots(poster.here, poster.seats, air=air))

    def on_resize(self, _event: Resize) -> None:
        """Choose the squares again for the new size."""
        if self.poster is not None:
            self.show(self.poster)

    def swap(self) -> None:
        """Show the other square, where only one fits."""
        self.wifi_first = not self.wifi_first
        if self.poster is not None:
            self.show(self.poster)

    def _squares(self, poster: Lobby) -> None:
        both = bool(poster.wifi_link) and self._room_for_both(poster)
        wifi_only = bool(poster.wifi_link) and not both and self.wifi_first
        for name, link, shown in (
            ("wifi", poster.wifi_link, both or wifi_only),
            ("join", poster.link, both or not wifi_only),
        ):
            square = self.query_one(f"#{name}")
            square.display = shown
            square.query_one(qr.Qr).draw(link)
            square.query_one(Words).display = both
        swap = "wall.lobby.swap-back" if self.wifi_first else "wall.lobby.swap"
        self.query_one(".swap", Words).say(say(swap) if poster.wifi_link and not both else "")

    def _room_for_both(self, poster: Lobby) -> bool:
        wide = qr.size(poster.wifi_link).width + qr.size(poster.link).width + 8
        return self.app.size.width >= wide + STEPS - 6

    def _how(self, poster: Lobby) -> list[tuple[Content, Content]]:
        """Number the steps; the Wi-Fi comes first where there is one to join."""
        words: list[Content] = []
        if poster.wifi:
            words.append(drawn(say("wall.lobby.wifi", name=poster.wifi)))
        camera = "wall.lobby.camera" if poster.code else "wall.lobby.camera-card"
        if (
            qr.size(poster.link).height <= self.app.size.height - _BANDS
        ):  # else there is no square to point at
            words += [drawn(say(camera)), drawn(say("wall.lobby.tap"))]
        steps = [(Content.styled(f"{n}  ", "$accent bold"), step) for n, step in enumerate(words, 1)]
        tall = self.app.size.height >= 24
        if poster.wifi and tall:
            steps.insert(1, (BESIDE, drawn_line(say("wall.lobby.stay"), "$quiet")))
        secret = password(poster.wifi_link)
        if poster.wifi and secret and secret not in poster.wifi:
            steps.insert(1, (BESIDE, drawn_line(say("wall.lobby.password", password=secret), "bold")))
        if tall:
            steps += [(BESIDE, line) for line in self._pop_up(poster.address)]
        return steps

    @staticmethod
    def _pop_up(address: str) -> list[Content]:
        """Draw the message to tap, as phones show it."""
        words = drawn_line(say("wall.lobby.pop-up", address=address))
        edge = "─" * (words.cell_length + 2)
        return [
            Content.styled(f"╭{edge}╮", "$quiet"),
            joined(Content.styled("│ ", "$quiet"), words, Content.styled(" │", "$quiet")),
            Content.styled(f"╰{edge}╯", "$quiet"),
        ]


class PracticePoster(Drawing[Practice]):
    """A question that counts for nothing."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Grown(classes="heading")
        yield Words(classes="question")
        yield Flow(classes="choices")
        yield Count()

    def show(self, poster: Practice) -> None:
        """Draw this poster."""
        self.query_one(".heading", Grown).say(poster.heading)
        self.query_one(".question", Words).say(poster.question)
        self.query_one(".choices", Flow).say([drawn_line(f"○ {word}") for word in poster.words])
        self.query_one(Count).show(poster.done, poster.of, say("wall.of-tried", of=poster.of))
