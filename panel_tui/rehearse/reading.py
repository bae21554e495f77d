"""HTML in, a `Page` out, with nothing but the standard library's parser."""

from __future__ import annotations

from html.parser import HTMLParser

from .page import Button, Choice, Field, Form, Link, Page

_UNNAMED = ("submit", "button", "image", "reset")
Attributes = dict[str, str]


def read_page(html: str, *, address: str, status: int = 200) -> Page:
    """Read a page's marks, heading, forms and links."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Page(
        address=address,
        status=status,
        heading=_spaced(reader.heading),
        marks=reader.marks,
        forms=tuple(draft.form(reader.labels) for draft in reader.forms),
        links=tuple(Link(address=at, label=_spaced(words), marks=marks) for at, words, marks in reader.links),
    )


class _Entry:
    """One input as met on the way through the page; `words` gathers what stands inside its label or it."""

    def __init__(self, kind: str, attributes: Attributes) -> None:
        self.kind = kind
        self.name = attributes.get("name", "")
        self.value = attributes.get("value", "on" if kind in ("radio", "checkbox") else "")
        self.id = attributes.get("id", "")
        self.picked = "checked" in attributes
        self.words: list[str] = []
        self.options: list[tuple[Attributes, list[str]]] = []

    def label(self, labels: dict[str, list[str]]) -> str:
        return _spaced(labels.get(self.id, []) or self.words)

    def choices(self, labels: dict[str, list[str]]) -> tuple[Choice, ...]:
        if self.kind != "select":
            return (Choice(value=self.value, label=self.label(labels), picked=self.picked),)
        chosen = [index for index, (at, _) in enumerate(self.options) if "selected" in at] or [0]
        return tuple(
            Choice(value=at.get("value", _spaced(words)), label=_spaced(words), picked=index == chosen[-1])
            for index, (at, words) in enumerate(self.options)
        )


class _Draft:
    """A form while it is being read."""

    def __init__(self, attributes: Attributes) -> None:
        self.attributes = attributes
        self.entries: list[_Entry] = []
        self.buttons: list[tuple[Attributes, list[str]]] = []

    def form(self, labels: dict[str, list[str]]) -> Form:
        fields: dict[str, Field] = {}
        for entry in self.entries:
            field = self._field(entry, labels)
            known = fields.get(entry.name)
            if known is not None and entry.kind in ("radio", "checkbox"):
                field = Field(name=known.name, kind=known.kind, choices=known.choices + field.choices)
            fields[entry.name] = field
        return Form(
            action=self.attributes.get("action", ""),
            method=self.attributes.get("method", "get").lower(),
            fields=tuple(fields.values()),
            buttons=tuple(
                Button(
                    name=at.get("name", ""),
                    value=at.get("value", ""),
                    label=_spaced(words) or at.get("value", ""),
                    action=at.get("formaction", ""),
                )
                for at, words in self.buttons
            ),
            marks=_marks(self.attributes),
        )

    def _field(self, entry: _Entry, labels: dict[str, list[str]]) -> Field:
        if entry.kind in ("radio", "checkbox", "select"):
            return Field(name=entry.name, kind=entry.kind, choices=entry.choices(labels))
        typed = "".join(entry.words).removeprefix("\n") if entry.kind == "textarea" else entry.value
        label = "" if entry.kind == "textarea" and entry.id not in labels else entry.label(labels)
        return Field(name=entry.name, kind=entry.kind, value=typed, label=label)


class _Reader(HTMLParser):
    """Walk the page once, keeping what a person could act on."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.marks: Attributes = {}
        self.heading: list[str] = []
        self.forms: list[_Draft] = []
        self.links: list[tuple[str, list[str], Attributes]] = []
        self.labels: dict[str, list[str]] = {}
        self._open: _Draft | None = None
        self._hearing: dict[str, list[str]] = {}  # tag → where the words inside it go
        self._label_of: _Entry | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at = {name: value or "" for name, value in attrs}
        if tag in ("body", "main"):
            self.marks |= _marks(at)
        elif tag == "h1":
            self._hearing[tag] = self.heading
        elif tag == "a" and "href" in at:
            words = self._hearing[tag] = []
            self.links.append((at["href"], words, _marks(at)))
        elif tag == "label":
            self._hearing[tag] = self.labels.setdefault(at["for"], []) if "for" in at else []
        elif tag == "form":
            self._open = _Draft(at)
            self.forms.append(self._open)
        elif self._open is not None:
            self._in_form(self._open, tag, at)

    def _in_form(self, form: _Draft, tag: str, at: Attributes) -> None:
        kind = at.get("type", "text" if tag == "input" else "submit").lower()
        if tag == "button" or (tag == "input" and kind in _UNNAMED):
            words: list[str] = []
            if kind in ("submit", "image"):
                form.buttons.append((at, words))
            if tag == "button":
                self._hearing[tag] = words
        elif tag in ("input", "textarea", "select") and at.get("name") and "disabled" not in at:
            entry = _Entry(kind if tag == "input" else tag, at)
            form.entries.append(entry)
            if tag == "textarea":
                self._hearing[tag] = entry.words
            elif "label" in self._hearing:
                entry.words = self._hearing["label"]  # the label stands round its input
        elif tag == "option" and form.entries:
            self._hearing[tag] = []
            form.entries[-1].options.append((at, self._hearing[tag]))

    def handle_endtag(self, tag: str) -> None:
        self._hearing.pop(tag, None)
        if tag == "form":
            self._open = None

    def handle_data(self, data: str) -> None:
        for words in self._hearing.values():
            words.append(data)


def _marks(attributes: Attributes) -> Attributes:
    return {name[5:]: value for name, value in attributes.items() if name.startswith("data-")}


def _spaced(words: list[str]) -> str:
    return " ".join("".join(words).split())
