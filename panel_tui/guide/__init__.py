"""The manual, offline: one topic a Markdown file in this folder, in the order it is best read."""

from __future__ import annotations

from functools import cache
from importlib import resources

from screens.guide.topic import Topic, topic_of

NAMES = (
    "before-the-day",
    "the-day",
    "phones",
    "paper",
    "invitations",
    "learning-together",
    "interviews",
    "ballots-and-privacy",
    "small-panels",
    "money",
    "after-the-day",
    "spreadsheets",
    "files-and-exports",
    "stages",
    "many-rooms",
    "words-and-languages",
    "keys",
    "when-something-goes-wrong",
    "known-limits",
    "what-a-laptop-can-carry",
    "windows-and-mac",
    "changes",
)


@cache
def topics() -> tuple[Topic, ...]:
    """Read every topic."""
    folder = resources.files(__name__)
    return tuple(
        topic_of(name, folder.joinpath(f"{name}.md").read_text(encoding="utf-8").replace("\r\n", "\n"))
        for name in NAMES
    )
