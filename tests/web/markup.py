"""Find faults in a page's markup that a person would stumble over."""

from __future__ import annotations

from html.parser import HTMLParser

_NEEDS_LABEL = ("text", "radio", "checkbox", "number")


class Markup(HTMLParser):
    """What stands in a page: its tags with their attributes, and which inputs stand inside a label."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    @property
    def unlabelled(self) -> list[str]:
        labelled = {label.get("for") for label in self.all("label")}
        inputs = [one for one in self.all("input") if one.get("type", "text") in _NEEDS_LABEL]
        return [one.get("name", "?") for one in inputs if one.get("id") not in labelled]

    @property
    def doubled_ids(self) -> list[str]:
        ids = [attributes["id"] for _, attributes in self.tags if "id" in attributes]
        return sorted({one for one in ids if ids.count(one) > 1})
