"""Change the questions people score by: their words, their weight, whether they count; add one, take one out."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from panel_tui.folder.amend import with_block, with_value, without_block
from panel_tui.opening.setting_up import changed, told, values_of
from screens.opening.dialogs import Choose, Write
from screens.wall.dialogs.pick import PickLine
from sessions.model.text import clean
from sessions.wording import say

if TYPE_CHECKING:
    from panel_tui.opening.app import OpeningApp

_ADD, _WORDS, _WEIGHT, _COUNTED, _OUT = "add", "words", "weight", "counted", "out"
_CRITERION = "criterion"
_LONGEST = 200
_COMMON = frozenset(
    {"will", "would", "can", "could", "do", "does", "did", "is", "are", "was", "it", "its", "they", "the"}
    | {"this", "that", "a", "an", "of", "how", "what", "well", "who"}
)


async def edit_questions(app: OpeningApp, folder: Path) -> None:
    """Show the questions until Esc; one that is picked can be changed."""
    while True:
        questions = _questions(folder)
        lines = [
            PickLine(str(n), clean(str(one.get("question", ""))), _counts(one))
            for n, one in enumerate(questions)
        ]
        lines.append(PickLine(_ADD, say("opening.edit.question.add")))
        picked = await app.push_screen_wait(Choose(say("opening.edit.questions"), lines))
        if picked is None:
            return
        if picked == _ADD:
            await _add(app, folder, questions)
        else:
            await _change(app, folder, int(picked), questions)


def _counts(one: dict[str, Any]) -> str:
    """Say what a question counts for where it is not what most do."""
    if not one.get("counted", True):
        return say("opening.edit.question.uncounted")
    weight = one.get("weight", 1)
    return "" if weight == 1 else say("opening.edit.question.counts", weight=weight)


def _questions(folder: Path) -> list[dict[str, Any]]:
    held = values_of(folder).get(_CRITERION)
    return [one for one in held if isinstance(one, dict)] if isinstance(held, list) else []


async def _add(app: OpeningApp, folder: Path, questions: list[dict[str, Any]]) -> None:
    words = await _written(app, say("opening.edit.question.add"), say("opening.edit.question.label"), "")
    if words:
        key = short_name(words, {str(one.get("key", "")) for one in questions})
        await changed(app, folder, lambda text: with_block(text, _CRITERION, {"key": key, "question": words}))


async def _change(app: OpeningApp, folder: Path, at: int, questions: list[dict[str, Any]]) -> None:
    one = questions[at]
    counted = one.get("counted", True)
    lines = [
        PickLine(_WORDS, say("opening.edit.question.words")),
        PickLine(_WEIGHT, say("opening.edit.question.weight"), str(one.get("weight", 1))),
        PickLine(
            _COUNTED, say("opening.edit.question.uncount" if counted else "opening.edit.question.count")
        ),
        PickLine(_OUT, say("opening.edit.question.out")),
    ]
    title = clean(str(one.get("question", "")))
    picked = await app.push_screen_wait(Choose(title, lines))
    if picked == _WORDS:
        label = say("opening.edit.question.label")
        words = await _written(app, say("opening.edit.question.words"), label, title)
        if words:
            await changed(app, folder, lambda text: with_value(text, (_CRITERION, at, "question"), words))
    elif picked == _WEIGHT:
        await _weigh(app, folder, at, str(one.get("weight", 1)))
    elif picked == _COUNTED:
        await changed(app, folder, lambda text: with_value(text, (_CRITERION, at, "counted"), not counted))
    elif picked == _OUT:
        await changed(app, folder, lambda text: without_block(text, _CRITERION, at))


async def _weigh(app: OpeningApp, folder: Path, at: int, before: str) -> None:
    label = say("opening.edit.question.weight.label")
    words = await app.push_screen_wait(Write(say("opening.edit.question.weight"), label, before))
    if words is None:
        return
    if not re.fullmatch(r"\d{1,4}(?:\.\d{1,3})?", words.strip(), re.ASCII):
        await told(app, say("opening.edit.question.weight.unfit", found=clean(words, longest=60)))
        return
    weight = Decimal(words.strip())
    value = int(weight) if weight == int(weight) else weight
    await changed(app, folder, lambda text: with_value(text, (_CRITERION, at, "weight"), value))


async def _written(app: OpeningApp, title: str, label: str, begun: str) -> str:
    words = await app.push_screen_wait(Write(title, label, begun))
    return "" if words is None else clean(str(words), longest=_LONGEST)


def short_name(words: str, taken: set[str]) -> str:
    """Make a question's short name from the first word that tells of it, one that no other has."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().casefold()
    found: list[str] = re.findall(r"[a-z]+", plain)
    telling = [word for word in found if word not in _COMMON] or found or ["question"]
    name = telling[0][:20]
    number, key = 2, name
    while key in taken:
        key, number = f"{name}-{number}", number + 1
    return key
