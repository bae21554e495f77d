"""Read a record for export, beside a running session, and what a format is made from: files in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from panel_tui.folder.addressees import Carried, addressee
from panel_tui.folder.columns_for_letters import carried_columns
from panel_tui.folder.languages import learn_language
from panel_tui.folder.open_data import letterhead_in
from panel_tui.folder.own_words import read_wording
from panel_tui.record import RecordView
from panel_tui.record.history import blaming, history
from panel_tui.record.read_through import ReadThrough, Unusual
from panel_tui.system.errors import ExportRefused
from panel_tui.system.process import gc_paused
from sessions.evolve import fold
from sessions.model.letterhead import Addressee, Letterhead
from sessions.model.session import Session
from sessions.model.text import clean
from sessions.state import State
from sessions.views.paper.document import Document
from sessions.views.record import Account, RecordFacts, Story, story, written
from sessions.wording import say, speaking_of

_LETTERS = "letters."


@contextmanager
def in_the_sessions_words(model: Session) -> Iterator[None]:
    """Say everything inside as this session says it."""
    learn_language(model.language)
    with speaking_of(model):
        yield


def with_letters_of(folder: Path, model: Session) -> tuple[Session, str]:
    """Take the letters' words from the folder as it is now: they are written after the day, and decide nothing.

    Gives the session, and a sentence where `wording.toml` could not be read.
    """
    found, faults = read_wording(folder)
    own = {key: words for key, words in found.items() if key.startswith(_LETTERS)}
    if not own and not faults:
        return model, ""
    said = say("exports.wording", fault=str(faults[0])) if faults else ""
    return replace(model, wording=tuple({**dict(model.wording), **own}.items())), said


RECORD = "record.jsonl"


class FoundRecord(Struct, frozen=True):
    """A session's state as its record has it, the record's head in words, and which record that is."""

    state: State
    head: str
    record: RecordFacts


def read_record(folder: Path) -> FoundRecord:
    """Fold a session's record. Raises RecordError, or ExportRefused where there is nothing fit to export."""
    path, reading = folder / RECORD, ReadThrough(folder / RECORD)
    try:
        with gc_paused():
            state = fold(reading)
    except (Unusual, OSError, LookupError, StopIteration, ValueError, RuntimeError):
        return found_in(RecordView.read(path))
    return _found(state, reading)


def found_in(record: RecordView) -> FoundRecord:
    """Fold a record that was read. Raises RecordDamaged, or ExportRefused where there is nothing fit to export."""
    with blaming(lambda: record.entries):
        return _found(fold(history(record.entries)), record)


def _found(state: State, record: RecordView | ReadThrough) -> FoundRecord:
    if state.session is None:
        raise ExportRefused("exports.not-begun")
    if any(name != clean(name) for name in _names(state.session)):
        raise ExportRefused("exports.odd-names")
    facts = RecordFacts(record.id, record.lines, state.sealed, state.rehearsal)
    return FoundRecord(state, " ".join(record.head_words), facts)


def _names(model: Session) -> list[str]:
    """Gather what rows are matched by: it is written as it stands, so it must be plain."""
    refs = [name for a in model.every_application for name in (a.ref, a.strand)]
    return [
        *refs,
        *(criterion.key for criterion in model.criteria),
        *(strand.key for strand in model.strands),
        *(name for step in model.steps for name in (step.key, step.ref)),
        *model.ties,
        model.currency,
        model.language,
    ]


# Called with how many formats are done, of how many, and the name of the one being made. It may be called from a
# thread, often, and must be quick.
Progress = Callable[[int, int, str], None]


def untold(_done: int, _of: int, _making: str) -> None:
    """Tell nobody."""


def no_tick() -> None:
    """Let it pass."""


# No vowels, so no words; no digits, so no spreadsheet takes a code for a number or a date.
_LETTERS_MEMBER_CODES = "BCDFGHJKLMNPQRSTVWXZ"
_LENGTH = 4


class Draw(Protocol):
    """Chance, as `random.SystemRandom` has it."""

    def sample(self, population: range, k: int) -> list[int]:
        """Draw `k` different numbers."""


def drawn_codes(seats: Iterable[int], draw: Draw) -> dict[int, str]:
    """Give each seat a new code, in the order of the codes, which tells nothing of the seats."""
    numbers = sorted(seats)
    codes = [
        _code(number) for number in draw.sample(range(len(_LETTERS_MEMBER_CODES) ** _LENGTH), len(numbers))
    ]
    return dict(sorted(zip(numbers, codes, strict=True), key=lambda pair: pair[1]))


def seat_codes(seats: Iterable[int]) -> dict[int, str]:
    """Let each seat stand for itself, in order: for staff who have to look somebody up."""
    return {number: str(number) for number in sorted(seats)}


def _code(number: int) -> str:
    letters = []
    for _ in range(_LENGTH):
        number, place = divmod(number, len(_LETTERS_MEMBER_CODES))
        letters.append(_LETTERS_MEMBER_CODES[place])
    return "M-" + "".join(letters)


class Beside(Struct, frozen=True):
    """What lies in the session's folder and is in no record: the letters' head, and by ref the sheet's other columns.

    Names and addresses are in it, so only letters and the finance sheet are made from it.
    """

    letterhead: Letterhead = Letterhead()
    carried: Mapping[str, Carried] = MappingProxyType({})

    def addressee(self, ref: str) -> Addressee:
        """Find who the letter about an application goes to."""
        return addressee(self.carried.get(ref, {}))


NOTHING_BESIDE = Beside()


def beside_the_record(folder: Path) -> Beside:
    """Read a folder's `[letters]` and sheet as they are now."""
    return Beside(letterhead_in(folder), carried_columns(folder))


_Made = TypeVar("_Made")


class Material(Struct, frozen=True):
    """One export's material. `state` holds only what may be told; `head` is in words; `kept` what was made of them.

    Makers call `tick` every few thousand rows, so that somebody who waits can be told how far it is.
    """

    account: Account
    state: State
    head: str
    program: str
    public: bool
    tick: Callable[[], None] = no_tick
    seats: bool = False
    record: RecordFacts = RecordFacts()
    beside: Beside = NOTHING_BESIDE
    kept: dict[str, Any] = {}

    @property
    def story(self) -> Story:
        """Return the session told in its own words: worked out once for all the formats of an export."""
        return self._once("story", lambda: story(self.state, public=self.public, seats=self.seats))

    @property
    def paper(self) -> Document:
        """Return the decision record as it is written, once for all who draw it."""
        return self._once("paper", lambda: written(self.story, head=self.head, program=self.program))

    def _once(self, name: str, work: Callable[[], _Made]) -> _Made:
        if name not in self.kept:
            with in_the_sessions_words(self.state.model):
                self.kept[name] = work()
        made: _Made = self.kept[name]
        return made


class File(NamedTuple):
    """A file to be: its name, with `/` where it stands in a folder of its own, and its bytes in parts.

    `remarks` are sentences for whoever exports, about what could not be written as it was.
    """

    name: str
    parts: Iterable[bytes]
    remarks: tuple[str, ...] = ()


Maker = Callable[[Material], Iterable[File]]
