"""A web page as someone filling it in sees it: its name, its forms and its links. No route is known here."""

from __future__ import annotations

from collections.abc import Mapping

from sessions.model import Value

TYPED = ("text", "number", "textarea", "search", "tel", "password")  # fields anything may be typed into
PICKED = ("radio", "checkbox", "select")  # fields with given values to pick from


class NotOnThePage(Exception):  # noqa: N818 - it says what is wrong with the page, as a person would
    """Something a member wanted to fill in or press is not there."""


class Choice(Value, frozen=True):
    """One thing that can be picked in a field, and whether the page came with it picked."""

    value: str
    label: str = ""
    picked: bool = False


class Field(Value, frozen=True):
    """One named field of a form; `kind` is an input's type, or `textarea` or `select`."""

    name: str
    kind: str
    value: str = ""
    label: str = ""
    choices: tuple[Choice, ...] = ()

    def offers(self, value: str) -> bool:
        """Say whether this value can be put in."""
        return self.kind in TYPED or any(choice.value == value for choice in self.choices)

    @property
    def untouched(self) -> tuple[str, ...]:
        """Give what the field sends when nobody touches it."""
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
    fields: tuple[Field, ...] = ()
    buttons: tuple[Button, ...] = ()
    marks: Mapping[str, str] = {}

    def field(self, name: str) -> Field | None:
        """Find a field by its name."""
        return next((field for field in self.fields if field.name == name), None)

    def hidden(self, name: str) -> str:
        """Give the value of a hidden field; nothing where there is none."""
        found = self.field(name)
        return found.value if found is not None and found.kind == "hidden" else ""

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


class Page(Value, frozen=True):
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
