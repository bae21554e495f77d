"""Press a template and its data into a PDF/UA-1, with typst: tagged, offline, the same bytes each time.

Outside text reaches the template as data, never as markup. A letter that no font of this laptop can draw would stop
the press; it is replaced, and what was replaced is told: see `undrawable`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from screens.direction import direction

from .undrawable import instead, missing_in

if TYPE_CHECKING:
    import typst

_FONTS, _TEMPLATES = Path(__file__).parent / "fonts", Path(__file__).parent / "templates"
_TRIES = 8  # each try names all that is missing; a stand-in may itself be missing once


class PressFailed(Exception):  # noqa: N818 - it tells of the press, not of a mistake in the program
    """Typst could not make the PDF, and not for want of a letter."""


class Pressed(Struct, frozen=True):
    """A PDF, and the pieces of text that had to be replaced in it, sorted."""

    pdf: bytes
    replaced: tuple[str, ...]


def can_press() -> bool:
    """Say whether typst is installed."""
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
    """Give the data with every missing piece of text replaced."""
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
