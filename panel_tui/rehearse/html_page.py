"""A web page as someone filling it in sees it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from panel_tui.rehearse.html_tags import Attributes, walk, words_of
from sessions.model.session import Value

TYPED = ("text", "number", "textarea", "search", "tel", "password")  # fields anything may be typed into
PICKED = ("radio", "checkbox", "select")  # fields with given values to pick from


class NotOnThePage(Exception):  # noqa: N818 - it says what is wrong with the page, as a person would
    """Something a member wanted to fill in or press is not there."""


class FormChoice(Value, frozen=True):
    """One thing that can be picked in a field, and whether the page came with it picked."""

    value: str
    label: str = ""
    picked: bool = False


class FormField(Value, frozen=True):
    """One named field of a form; `kind` is an input's type, or `textarea` or `select`."""

    name: str
    kind: str
    value: str = ""
    label: str = ""
    choices: tuple[FormChoice, ...] = ()

    def offers(self, value: str) -> bool:
        """Whether this value can be put in."""
        return self.kind in TYPED or any(choice.value == value for choice in self.choices)

    @property
    def untouched(self) -> tuple[str, ...]:
        """Return what the field sends when nobody touches it."""
        if self.kind in PICKED:
            return tuple(choice.value for choice in self.choices if choice.picked)
        return (self.value,)


class Button(Value, frozen=True):
    """A button that sends a form, perhaps to an address of its own."""

    name: str = ""
    value: str = ""
    label: str = ""
    action: str = ""


class Form(Value, frozen=True):
    """One form: where it goes, what is in it. `marks` are its data attributes, without `data-`."""

    action: str
    method: str
    fields: tuple[FormField, ...] = ()
    buttons: tuple[Button, ...] = ()
    marks: Mapping[str, str] = {}

    def field(self, name: str) -> FormField | None:
        """Find a field by its name."""
        return next((field for field in self.fields if field.name == name), None)

    def hidden(self, name: str) -> str:
        """Return the value of a hidden field; nothing where there is none."""
        found = self.field(name)
        return found.value if found is not None and found.kind == "hidden" else ""

    def pressed(self, name: str) -> Form:
        """Return the form as it is sent by one of its buttons. Raises NotOnThePage where it has none of that name."""
        for button in self.buttons:
            if button.name == name:
                with_it = (*self.fields, FormField(name, "hidden", button.value))
                return replace(self, fields=with_it, buttons=(button,))
        raise NotOnThePage(name)

    def filled(self, entries: Mapping[str, str]) -> dict[str, list[str]]:
        """Fill the form in as a browser would. Raises NotOnThePage for a field or value it does not have."""
        for name, value in entries.items():
            field = self.field(name)
            if field is None or not field.offers(value):
                raise NotOnThePage(f"{name}={value}")
        sent = {
            field.name: [entries[field.name]] if field.name in entries else list(field.untouched)
            for field in self.fields
        }
        return {name: values for name, values in sent.items() if values}


class Link(Value, frozen=True):
    """A link and its data attributes."""

    address: str
    label: str = ""
    marks: Mapping[str, str] = {}


class HtmlPage(Value, frozen=True):
    """One page as it came. `marks` are the data attributes of its `body` and `main`; `page` is its name."""

    address: str
    status: int = 200
    heading: str = ""
    marks: Mapping[str, str] = {}
    forms: tuple[Form, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def name(self) -> str:
        """Say what kind of page this is."""
        return self.marks.get("page", "")

    @property
    def main_form(self) -> Form | None:
        """Find the form with the page's main action."""
        return next((form for form in self.forms if "main" in form.marks), None)

    def signal(self, name: str) -> Form | Link | None:
        """Find the form, or the link, that carries a signal."""
        ways: tuple[Form | Link, ...] = (*self.forms, *self.links)
        return next((way for way in ways if way.marks.get("signal") == name), None)

    def link(self, mark: str) -> Link | None:
        """Find the link that carries a mark."""
        return next((link for link in self.links if mark in link.marks), None)


_UNNAMED = ("submit", "button", "image", "reset")


def read_page(html: str, *, address: str, status: int = 200) -> HtmlPage:
    """Read a page's marks, heading, forms and links."""
    reader = _walked(html)
    return HtmlPage(
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

    def choices(self, labels: dict[str, list[str]]) -> tuple[FormChoice, ...]:
        if self.kind != "select":
            return (FormChoice(value=self.value, label=self.label(labels), picked=self.picked),)
        chosen = [index for index, (at, _) in enumerate(self.options) if "selected" in at] or [0]
        return tuple(
            FormChoice(
                value=at.get("value", _spaced(words)), label=_spaced(words), picked=index == chosen[-1]
            )
            for index, (at, words) in enumerate(self.options)
        )


class _Draft:
    """A form while it is being read."""

    def __init__(self, attributes: Attributes) -> None:
        self.attributes = attributes
        self.entries: list[_Entry] = []
        self.buttons: list[tuple[Attributes, list[str]]] = []

    def form(self, labels: dict[str, list[str]]) -> Form:
        fields: dict[str, FormField] = {}
        for entry in self.entries:
            field = self._field(entry, labels)
            known = fields.get(entry.name)
            if known is not None and entry.kind in ("radio", "checkbox"):
                field = FormField(name=known.name, kind=known.kind, choices=known.choices + field.choices)
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

    def _field(self, entry: _Entry, labels: dict[str, list[str]]) -> FormField:
        if entry.kind in ("radio", "checkbox", "select"):
            return FormField(name=entry.name, kind=entry.kind, choices=entry.choices(labels))
        typed = "".join(entry.words).removeprefix("\n") if entry.kind == "textarea" else entry.value
        label = "" if entry.kind == "textarea" and entry.id not in labels else entry.label(labels)
        return FormField(name=entry.name, kind=entry.kind, value=typed, label=label)


class _Reader:
    """Walk the page once, keeping what a person could act on."""

    def __init__(self) -> None:
        self.marks: Attributes = {}
        self.heading: list[str] = []
        self.forms: list[_Draft] = []
        self.links: list[tuple[str, list[str], Attributes]] = []
        self.labels: dict[str, list[str]] = {}
        self._open: _Draft | None = None
        self._hearing: dict[str, list[str]] = {}  # tag → where the words inside it go
        self._label_of: _Entry | None = None

    def begin(self, tag: str, at: Attributes) -> None:
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
        elif (form := self._form_of(at)) is not None:
            self._in_form(form, tag, at)

    def _form_of(self, at: Attributes) -> _Draft | None:
        """Find the form something belongs to: the one it stands in, unless it names another."""
        if "form" not in at:
            return self._open
        return next((form for form in self.forms if form.attributes.get("id") == at["form"]), None)

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

    def end(self, tag: str) -> None:
        self._hearing.pop(tag, None)
        if tag == "form":
            self._open = None

    def hear(self, between: str) -> None:
        if between and self._hearing:
            heard = words_of(between)
            for listening in self._hearing.values():
                listening.append(heard)


def _walked(html: str) -> _Reader:
    reader = _Reader()
    for between, tag in walk(html):
        reader.hear(between)
        if tag.ends:
            reader.end(tag.name)
        else:
            reader.begin(tag.name, tag.attributes())
    return reader


def _marks(attributes: Attributes) -> Attributes:
    return {name[5:]: value for name, value in attributes.items() if name.startswith("data-")}


def _spaced(words: list[str]) -> str:
    return " ".join("".join(words).split())
