"""Draw a paper as an HTML page that prints well and, where typst is there, as a tagged PDF/UA-1.

Outside text reaches the template as data, never as markup. A letter that no font of this laptop can draw would stop
the press; it is replaced, and what was replaced is told: see `undrawable`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from screens.safe_text import direction
from sessions.views.paper.document import Document
from sessions.wording import say

if TYPE_CHECKING:
    import jinja2
    import typst

_NAMED = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = re.compile(r"\\(?:u\{([0-9a-fA-F]+)\}|(.))")
_PLAIN = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}
BOX = "□"


def missing_in(diagnostic: str) -> set[str]:
    """Return every piece of text the press says it cannot draw."""
    return {_ESCAPED.sub(_unescaped, piece) for piece in _NAMED.findall(diagnostic)}


def _unescaped(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16)) if escape[1] else _PLAIN.get(escape[2], escape[2])


def instead(piece: str) -> str:
    """Return what stands in for a piece: a symbol's own name in brackets, a box for a letter."""
    names = [unicodedata.name(sign, "").lower() for sign in piece if unicodedata.category(sign) == "So"]
    if names and all(names):
        return f"[{', '.join(names)}]"
    drawn = any(unicodedata.category(sign)[0] in "LNPS" and sign not in _MODIFIERS for sign in piece)
    return BOX if drawn else ""


_MODIFIERS = frozenset(map(chr, range(0x1F3FB, 0x1F400)))  # skin tones: nothing by themselves


def drawn_page(template: str, language: str, **values: object) -> str:
    """Draw a template of this folder's `templates`."""
    return _house().get_template(template).render(language=language, direction=direction(language), **values)


@cache
def _house() -> jinja2.Environment:
    import jinja2

    house = jinja2.Environment(
        loader=jinja2.ChoiceLoader([jinja2.PackageLoader("screens.paper"), jinja2.PackageLoader("screens")]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    house.filters["around_options"] = _around_options
    house.filters["kind"] = lambda block: type(block).__name__
    house.globals["say"] = say
    return house


def _around_options(words: str) -> list[str]:
    """Part words at each option of the command line, such as `--public`, which stays on one line."""
    return _OPTION.split(words)


_OPTION = re.compile(r"((?<![\w-])--[a-z][a-z-]*)")
_FONTS, _TEMPLATES = Path(__file__).parent / "fonts", Path(__file__).parent / "templates"
_TRIES = 8  # each try names all that is missing; a stand-in may itself be missing once


class PressFailed(Exception):  # noqa: N818 - it tells of the press, not of a mistake in the program
    """Typst could not make the PDF, and not for want of a letter."""


class Pressed(Struct, frozen=True):
    """A PDF, and the pieces of text that had to be replaced in it, sorted."""

    pdf: bytes
    replaced: tuple[str, ...]


def can_press() -> bool:
    """Whether typst is installed."""
    try:
        import typst  # noqa: F401 - to be there is all that is asked of it
    except ImportError:
        return False
    return True


def press(template: str, title: str, language: str, data: Any, *, own_fonts_only: bool = False) -> Pressed:
    """Make a PDF of `data`, plain JSON values. The laptop's fonts help out where ours lacks a letter.

    Raises ImportError where typst is not installed, PressFailed where it cannot make it.
    """
    import typst

    source, fonts = _TEMPLATES / template, _fonts(own_fonts_only=own_fonts_only)
    # a PDF/UA without a title is refused
    heading = {"title": title.strip() or "–", "dir": direction(language), **_language(language)}
    replaced: set[str] = set()
    for _ in range(_TRIES):
        stood_in = _changed(data, replaced), _changed(heading, replaced)
        try:
            pdf = _compiled(source, fonts, *stood_in)
        except typst.TypstError as problem:
            missing = missing_in(problem.diagnostic) - replaced
            if not missing:
                raise PressFailed(template) from problem
            replaced |= missing
        else:
            return Pressed(pdf, tuple(sorted(replaced)))
    raise PressFailed(template)


def _compiled(source: Path, fonts: typst.Fonts, data: Any, heading: Any) -> bytes:
    import typst

    inputs = {"paper": json.dumps(data), "heading": json.dumps(heading)}
    made = typst.compile(source, format="pdf", font_paths=fonts, sys_inputs=inputs, pdf_standards=["ua-1"])
    assert isinstance(made, bytes)
    return made


@cache
def _fonts(*, own_fonts_only: bool) -> typst.Fonts:
    import typst

    return typst.Fonts(include_system_fonts=not own_fonts_only, font_paths=[_FONTS])


def _language(language: str) -> dict[str, str]:
    """Split `en-GB` as typst wants it; a language it cannot take is written as undetermined."""
    named = re.fullmatch(r"([A-Za-z]{2,3})(?:-([A-Za-z]{2}))?(?:-.*)?", language)
    return {"lang": named[1].lower() if named else "und", "region": (named[2] or "") if named else ""}


def _changed(data: Any, missing: set[str]) -> Any:
    """Return the data with every missing piece of text replaced."""
    if not missing:
        return data
    found = re.compile("|".join(map(re.escape, sorted(missing, key=len, reverse=True))))
    return _each(data, lambda text: found.sub(lambda piece: instead(piece[0]), text))


def _each(data: Any, change: Callable[[str], str]) -> Any:
    if isinstance(data, str):
        return change(data)
    if isinstance(data, dict):
        return {key: _each(value, change) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_each(value, change) for value in data]
    return data


def as_page(paper: Document) -> str:
    """Draw a paper as one HTML page."""
    return drawn_page("document.html", paper.language, paper=paper)


def as_pdf(paper: Document) -> Pressed:
    """Draw a paper as PDF/UA-1. Raises ImportError where typst is not installed: ask `can_press` first."""
    return press("document.typ", paper.title, paper.language, msgspec.to_builtins(paper))


class PrintedSheet(Struct, frozen=True):
    """What every sheet has; `name` is its templates' and its file's."""

    name: str
    language: str
    title: str


def sheet_as_page(sheet: PrintedSheet) -> str:
    """Draw a sheet as one HTML page that prints on A4."""
    return drawn_page(f"{sheet.name}.html", sheet.language, sheet=sheet)


def sheet_as_pdf(sheet: PrintedSheet) -> Pressed:
    """Draw a sheet as PDF/UA-1. Raises ImportError where typst is not installed."""
    return press(f"{sheet.name}.typ", sheet.title, sheet.language, msgspec.to_builtins(sheet))


class Printed(Struct, frozen=True):
    """A file to be, and the pieces of text that could not be drawn in it."""

    name: str
    data: bytes
    replaced: tuple[str, ...] = ()


def printed(name: str, sheet: PrintedSheet, *, pdf: bool = True) -> Iterator[Printed]:
    """Draw a sheet as a page and, where typst is there, as a PDF."""
    yield Printed(f"{name}.html", sheet_as_page(sheet).encode())
    if pdf and can_press():
        # where it fails, the page is there all the same, and whoever prints sees that the PDF is not
        with suppress(PressFailed):
            pressed = sheet_as_pdf(sheet)
            yield Printed(f"{name}.pdf", pressed.pdf, pressed.replaced)
