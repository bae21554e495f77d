"""A topic of the manual: Markdown with one title and its sections, and how words are found in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

_TITLE = re.compile(r"\A# (.+)\n+")
_SECTION = re.compile(r"^## (.+)$", re.M)
_PICTURES = re.compile(r"^!\[.*\]\(.*\)\n\n?", re.M)
_MARKS = re.compile(r"[`*_|#>]|\]\([^)]*\)|\[")


class TopicSection(Struct, frozen=True):
    """A part of a topic. The first has no heading of its own: `heading` is empty, `place` is 0."""

    place: int
    heading: str
    text: str

    @property
    def words(self) -> str:
        """Return the text without its Markdown, on one line."""
        return " ".join(_MARKS.sub("", self.text).split())


class Topic(Struct, frozen=True):
    """A page of the manual, found by its name; `text` is Markdown and begins with the title."""

    name: str
    title: str
    text: str
    sections: tuple[TopicSection, ...]

    @property
    def summary(self) -> str:
        """Return the first sentence under the title."""
        return self.sections[0].words.partition(". ")[0].rstrip(".") + "."


class FoundPassage(Struct, frozen=True):
    """A section in which every word that was looked for stands."""

    topic: Topic
    section: TopicSection

    @property
    def label(self) -> str:
        """Name the place: the topic's title, and the section's heading where it has one."""
        return f"{self.topic.title} · {self.section.heading}" if self.section.heading else self.topic.title


def topic_of(name: str, text: str) -> Topic:
    """Read a topic from its Markdown, without pictures: a terminal has none. Raises ValueError with no title."""
    text = _PICTURES.sub("", text)
    title = _TITLE.match(text)
    if title is None:
        raise ValueError(f"{name} has no title")
    first, *rest = _SECTION.split(text[title.end() :])
    headed = zip(rest[::2], rest[1::2], strict=True)
    sections = [
        TopicSection(0, "", first),
        *(TopicSection(at, *part) for at, part in enumerate(headed, start=1)),
    ]
    return Topic(name, title[1], text, tuple(sections))


def named(topics: Sequence[Topic], words: str) -> Topic | None:
    """Return the topic of this name or title, however it is written; None where there is none."""
    wanted = _letters(words)
    return next((one for one in topics if wanted in (_letters(one.name), _letters(one.title))), None)


def find(topics: Sequence[Topic], words: str) -> list[FoundPassage]:
    """Return every section that has all these words, those that have them in a heading first."""
    wanted = words.casefold().split()
    found = [
        FoundPassage(topic, section)
        for topic in topics
        for section in topic.sections
        if all(word in _searched(topic, section) for word in wanted)
    ]
    return sorted(found, key=lambda one: not all(word in one.label.casefold() for word in wanted))


def _searched(topic: Topic, section: TopicSection) -> str:
    return f"{topic.title} {section.heading} {section.words}".casefold()


def _letters(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))
