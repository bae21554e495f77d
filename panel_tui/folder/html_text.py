"""Read HTML in a cell as text: what a form's editor kept as `<p>` and `&amp;` is what people wrote."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

_HTML = re.compile(
    r"</?(?:p|br|b|i|u|em|strong|ul|ol|li|div|span|a|h[1-6]|table|tr|td|th|tbody|font|img|hr|blockquote|sup|sub)"
    r"(?:\s[^<>]*)?/?>|&(?:[a-zA-Z]{2,8}|#\d{1,6}|#[xX][0-9a-fA-F]{1,5});"
)
_BLOCKS = frozenset(["p", "div", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr"])
_LINES = frozenset(["br", "tr", "li"])
_UNSEEN = frozenset({"script", "style", "head", "title"})


def is_html(text: str) -> bool:
    """Whether a text has tags or entities in it that nobody writes on purpose."""
    found = _HTML.search(text)
    return found is not None and (found[0].startswith("<") or unescape(found[0]) != found[0])


def html_text(text: str) -> str:
    """Return the words of it: a line for each line, a dash before each item of a list."""
    reader = _TextReader()
    reader.feed(text if "<" in text else text.replace("\n", "<br>"))
    reader.close()
    lines = [" ".join(line.split()) for line in "".join(reader.parts).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _TextReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _UNSEEN:
            self.unseen += 1
        elif tag in _BLOCKS:
            self.parts.append("\n\n")
        elif tag in _LINES:
            self.parts.append("\n- " if tag == "li" else "\n")
        elif tag in ("td", "th"):
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        elif tag in _BLOCKS:
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.parts.append(data)
