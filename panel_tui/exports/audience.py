"""Who an export is for: said in a file of its own, and in the names of all that is for everyone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from panel_tui.exports.material import File, Material, in_the_sessions_words
from sessions.wording import say

ABOUT = "who-these-files-are-for.txt"


def public_name(name: str) -> str:
    """Put `public` into a file's name, before its ending."""
    stem, dot, ending = name.partition(".")
    return f"{stem}-public{dot}{ending}"


def named_for(files: Iterable[File], *, public: bool) -> Iterator[File]:
    """Name files for whom they are made: what is for everyone cannot be taken for what is for staff."""
    for file in files:
        yield file._replace(name=public_name(file.name)) if public else file


def _kinds(material: Material) -> Iterator[str]:
    """Name what there is to say something of; letters and payments wait for a confirmed list."""
    if material.public:
        yield "public"
        return
    yield "staff-seats" if material.seats else "staff"
    if material.state.confirmed:
        yield "letters"
    if material.state.confirmed and material.state.model.places is None:
        yield "finance"


def about_these_files(material: Material) -> Iterator[File]:
    """Say in a file who the others are for."""
    with in_the_sessions_words(material.state.model):
        lines = [material.state.model.title, "", *(say(f"exports.for.{key}") for key in _kinds(material))]
    yield File(ABOUT, [("\r\n".join(lines) + "\r\n").encode("utf-8-sig")])
