"""What a screen reader is given: the browser's own accessibility tree, read from its first thing to its last."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.async_api import Page

Node = dict[str, Any]

_CONTROLS = {"radio", "checkbox", "button", "link", "textbox", "combobox"}
_OPENS = "DisclosureTriangle"
_INLINE = {"StaticText", "LineBreak", "strong", "emphasis", "generic", "InlineTextBox"}


class Tree:
    """The tree of one page."""

    def __init__(self, nodes: list[Node]) -> None:
        self._by_id = {node["nodeId"]: node for node in nodes}
        self._root = nodes[0]

    @property
    def title(self) -> str:
        return _name(self._root)

    def all(self, role: str) -> list[Node]:
        return [node for node in self._by_id.values() if _role(node) == role and not node.get("ignored")]

    def under(self, role: str) -> list[tuple[str, str]]:
        """Read what lies under the one thing of this role, in order: role and words of each thing heard."""
        [top] = self.all(role)
        return _joined(self._read(top))

    def whole(self) -> list[tuple[str, str]]:
        """Read the whole page."""
        return _joined(self._read(self._root))

    def _read(self, node: Node) -> Iterator[tuple[str, str]]:
        role, words = _role(node), _name(node)
        if node.get("ignored"):
            yield from self._inside(node)
        elif role == "heading":
            yield f"heading {_properties(node)['level']}", words
        elif role in _CONTROLS or role == _OPENS:
            yield ("opens" if role == _OPENS else role), words
        elif role == "StaticText":
            yield "text", words
        elif role == "LineBreak":
            yield "text", " "
        elif role == "LabelText":
            yield from (one for one in self._inside(node) if one[0] != "text")  # heard as its control's name
        else:
            edge = () if role in _INLINE else (("edge", ""),)
            yield from edge
            yield from self._inside(node)
            yield from edge

    def _inside(self, node: Node) -> Iterator[tuple[str, str]]:
        for child in node.get("childIds", ()):
            if child in self._by_id:
                yield from self._read(self._by_id[child])


def _role(node: Node) -> str:
    return str(node.get("role", {}).get("value", ""))


def _name(node: Node) -> str:
    return " ".join(str(node.get("name", {}).get("value", "")).split())


def _properties(node: Node) -> dict[str, Any]:
    return {one["name"]: one["value"].get("value") for one in node.get("properties", ())}


def description(node: Node) -> str:
    return str(node.get("description", {}).get("value", ""))


def invalid(node: Node) -> bool:
    return _properties(node).get("invalid") == "true"


def _joined(things: Iterator[tuple[str, str]]) -> list[tuple[str, str]]:
    """Put together what is heard as one run of words."""
    heard: list[tuple[str, str]] = []
    run: list[str] = []
    for role, words in (*things, ("edge", "")):
        if role == "text":
            run.append(words)
            continue
        if said := " ".join(" ".join(run).split()):
            heard.append(("text", said))
        run = []
        if role != "edge":
            heard.append((role, words))
    return heard


async def tree(page: Page) -> Tree:
    """Ask the browser for the tree of the page it shows."""
    devtools = await page.context.new_cdp_session(page)
    try:
        return Tree((await devtools.send("Accessibility.getFullAXTree"))["nodes"])
    finally:
        await devtools.detach()
