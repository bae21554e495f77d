"""The manual as a card: what to look for, the list of what there is, and the text that the list stands on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Markdown, OptionList
from textual.widgets.markdown import MarkdownBlock
from textual.widgets.option_list import Option

from screens.guide.topic import FoundPassage, Topic, find, named
from screens.safe_text import drawn_line
from screens.wall.dialogs.dialog import Dialog
from screens.wall.widgets.words import Words
from sessions.wording import say


class Manual(Dialog[None]):
    """Letters search, the arrows choose, PageUp and PageDown turn the text. There is no other mode to be in."""

    CSS_PATH = "guide.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "choose(-1)", show=False, priority=True),
        Binding("down", "choose(1)", show=False, priority=True),
        Binding("pageup", "turn(-1)", show=False, priority=True),
        Binding("pagedown", "turn(1)", show=False, priority=True),
        Binding("escape", "back", show=False, priority=True),
    ]
    HINTS: ClassVar[tuple[str, ...]] = ("guide.choose", "guide.turn", "guide.leave")

    def __init__(self, topics: Sequence[Topic], looked_for: str = "") -> None:
        """Take the topics, and what to begin with: a topic's name, or words to look for."""
        super().__init__(say("guide.title"))
        self.topics = topics
        self.opened_at = named(topics, looked_for)
        self.looked_for = "" if self.opened_at else looked_for
        self.found: list[FoundPassage] = []
        self._shown: Topic | None = None

    def compose(self) -> ComposeResult:
        """Lay it out over the whole screen."""
        with Vertical(id="manual"):
            yield Words(self.heading, classes="card-title")
            yield Input(self.looked_for, placeholder=say("guide.search"))
            with Horizontal():
                yield OptionList(id="contents")
                with VerticalScroll(can_focus=False):
                    yield Markdown(open_links=False)
            yield Words("   ".join(say(hint) for hint in self.HINTS), classes="card-hint")

    def on_mount(self) -> None:
        """Begin where it was asked to."""
        self.query_one(OptionList).can_focus = False
        self._list(self.looked_for)
        if self.opened_at is not None:
            self.query_one(OptionList).highlighted = self.topics.index(self.opened_at)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look for what stands there now."""
        if event.value != self.looked_for:
            self.looked_for = event.value
            self._list(event.value)

    async def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what the list stands on."""
        if event.option_index < len(self.found):
            await self._show(self.found[event.option_index])

    def on_markdown_link_clicked(self, event: Markdown.LinkClicked) -> None:
        """Go to the topic that was clicked on."""
        topic = named(self.topics, event.href.removesuffix(".md"))
        if topic is not None:
            self.query_one(Input).value = self.looked_for = ""
            self._list("")
            self.query_one(OptionList).highlighted = self.topics.index(topic)

    def action_choose(self, by: int) -> None:
        """Go up or down in the list."""
        contents = self.query_one(OptionList)
        if contents.highlighted is not None:
            contents.highlighted = min(max(contents.highlighted + by, 0), contents.option_count - 1)

    def action_turn(self, by: int) -> None:
        """Turn the text by a screen."""
        text = self.query_one(VerticalScroll)
        text.scroll_relative(y=by * max(text.size.height - 2, 1), animate=False)

    def action_back(self) -> None:
        """Take the search back first, then leave."""
        search = self.query_one(Input)
        if search.value:
            search.value = ""
        else:
            self.dismiss(None)

    def _list(self, words: str) -> None:
        """List the topics, or every place where these words are."""
        looking = bool(words.strip())
        self.found = (
            find(self.topics, words)
            if looking
            else [FoundPassage(one, one.sections[0]) for one in self.topics]
        )
        contents = self.query_one(OptionList)
        contents.clear_options()
        if not self.found:
            contents.add_option(Option(drawn_line(say("guide.none")), disabled=True))
            return
        contents.add_options(Option(drawn_line(one.label)) for one in self.found)
        contents.highlighted = 0

    async def _show(self, found: FoundPassage) -> None:
        markdown = self.query_one(Markdown)
        if self._shown is not found.topic:
            self._shown = found.topic
            await markdown.update(found.topic.text)
        self.call_after_refresh(self._bring_up, found)

    def _bring_up(self, found: FoundPassage) -> None:
        """Begin at the section's heading, or as far below it as the word that was looked for asks."""
        text = self.query_one(VerticalScroll)
        blocks = list(self.query(MarkdownBlock))
        headings = [blocks.index(heading) for heading in self.query("MarkdownH2").results(MarkdownBlock)]
        place = found.section.place
        begin = headings[place - 1] if place else 0
        text.scroll_to_widget(blocks[begin], top=True, animate=False, immediate=True)
        if self.looked_for.strip():
            word = self.looked_for.casefold().split()[0]
            end = headings[place] if place < len(headings) else len(blocks)
            for block in blocks[begin:end]:
                if isinstance(block.content, Content) and word in block.content.plain.casefold():
                    text.scroll_to_widget(block, animate=False, immediate=True)
                    return
