"""What members give without their name, in the live room: in memory only until the room moves on, then in the record.

A crash loses it, and the room is told. The rules say who may give what; orders are filled in with totals and texts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from panel_tui.room.notifier import Notifier
from sessions import commands as c
from sessions import events as e
from sessions.decide.anonymous import (
    LONGEST_QUESTION,
    POINTS,
    askers,
    check_confidence,
    check_differing,
    check_question,
    check_view_slip,
    closing_questions,
    may_count_felt,
    slips_askable,
)
from sessions.decide.cards_up import check_agreeing
from sessions.decide.position import same_place
from sessions.decide.who_gives import everybody_asked, givers, questions_wait
from sessions.decide.workshop import LONGEST, check_workshop, shares
from sessions.model.phases import ANONYMOUS, Phase
from sessions.model.refusals import No, Refused
from sessions.model.text import clean
from sessions.results.workshop import SHARED
from sessions.secret.anonymous_box import UnsignedBox, place_of, question_place
from sessions.state import State


class AnonymousAnswers:
    """One room's memory of what was given without a name. `state` gives the room's as it is at each call."""

    def __init__(self, state: Callable[[], State], watchers: Notifier) -> None:
        """Begin empty; where something is open already, the laptop has stopped meanwhile."""
        self._state, self._notifier = state, watchers
        self._box = UnsignedBox()
        self._marks: dict[int, dict[int, int | None]] = {}  # what a seat answered to each closing question
        self._turn: dict[int, int] = {}  # which of them it has come to
        self._counted: tuple[c.Tally, ...] = ()  # of the slips
        self._on_slips: tuple[int, ...] = ()  # whose they were
        self._views: dict[
            str, tuple[str, ...]
        ] = {}  # other views from slips, by place; nobody knows whose they are
        self.views_again = False
        """Whether slips have to be typed in again: one of those who wrote them has stepped out, nobody knows whose."""
        self._lost = place_of(state()) if state().day_phase in ANONYMOUS else ""
        self._questions = UnsignedBox()
        self._could_ask: tuple[int, ...] = ()  # who could write what they would ask, as reading ended
        self._questions_lost = question_place(state()) if questions_wait(state()) else ""

    @property
    def restarted(self) -> bool:
        """Whether the laptop stopped while this place of the day was open, and what was given is lost."""
        return bool(self._lost) and self._lost == place_of(self._state())

    def given(self, seat: int) -> bool:
        """Whether a seat has given something here; never what."""
        return self._box.has(place_of(self._state()), seat)

    def asked(self, seat: int) -> int:
        """Say which of several questions a seat has come to, from 1; one more than there are when it is through."""
        return self._turn.get(seat, 1)

    @property
    def questions_lost(self) -> bool:
        """Whether the laptop stopped where what members would ask was only in its memory."""
        return bool(self._questions_lost) and self._questions_lost == question_place(self._state())

    def wrote_question(self, seat: int) -> bool:
        """Whether a seat has written what it would ask here; never what."""
        return self._questions.has(question_place(self._state()), seat)

    @property
    def count(self) -> int:
        """Count who has given something here; of slips as many as there are of the question that most answered."""
        state = self._state()
        slips = max((one.cast for one in self._slips), default=0)
        return self._box.count(place_of(state), givers(state)) + slips

    @property
    def holds_any(self) -> bool:
        """Whether anything is held here, in memory alone, that has not been shown yet."""
        return bool(self.count or self._unshown or any(self._views.values()))

    @property
    def waiting(self) -> int:
        """Count who has yet to answer what everybody is asked."""
        state = self._state()
        by_phone = self._box.count(place_of(state), givers(state))
        return len(givers(state)) - by_phone if everybody_asked(state) else 0

    def filled(self, order: c.Command) -> c.Command:
        """Fill in what was given, where an order leaves this very place. The only totals there are live in it."""
        state = self._state()
        if isinstance(order, c.Undo):
            return replace(order, given=self.count, unshown=self._unshown)
        if isinstance(order, c.JumpTo):
            order = replace(order, unshown=self._unshown)
        if (
            not isinstance(order, c.Next | c.JumpTo | c.EndDay | c.SlipsAgree)
            or order.position != state.plan.position
        ):
            return order
        here, may = place_of(state), givers(state)
        given = self._box.count(here, may)
        if isinstance(order, c.Next) and state.plan.phase is Phase.REVEAL:
            written = self._questions.gathered(question_place(state), self._could_ask, points=POINTS)
            order = replace(order, questions=written.texts, could_ask=self._could_ask)
        # other views belong to the whole application: undo and a jump must not lose them either
        views = bool(state.application) and state.plan.phase is not Phase.CARDS_UP
        certain = isinstance(order, c.EndDay | c.SlipsAgree) or order.sure or views
        if not certain and given < len(may):
            return replace(order, gathered=c.Gathered(given, slips=self._slips))
        points = SHARED + 1 if state.plan.phase is Phase.WORKSHOP_WEIGH else POINTS
        gathered = self._box.gathered(here, may, points=points, begun=self._begun(state))
        if slips := self._views.get(here, ()):
            gathered = replace(gathered, texts=tuple(sorted((*gathered.texts, *slips))))
        return replace(order, gathered=replace(gathered, given=given, slips=self._slips))

    @property
    def _unshown(self) -> int:
        """Count the questions that were written here and have not been shown."""
        return self._questions.count(question_place(self._state()), self._could_ask)

    def _begun(self, state: State) -> dict[int, tuple[int | None, ...]]:
        """Return what those answered who are not through: what they left out they would rather not say."""
        if state.plan.phase is not Phase.CONFIDENCE:
            return {}
        numbers = range(1, len(closing_questions(state)) + 1)
        return {seat: tuple(marks.get(n) for n in numbers) for seat, marks in self._marks.items()}

    def kept(self, events: tuple[e.Event, ...]) -> None:
        """Forget what belongs to another place, once the record has what it keeps."""
        state = self._state()
        for event in events:
            match event:
                case e.ConflictDeclared(seat=seat, application=ref) if ref == state.application:
                    self._box.take_out(place_of(state), seat)
                    self._questions.take_out(question_place(state), seat)
                    if state.seats[seat].paper and self._views.pop(place_of(state), ()):
                        self.views_again = True
                case e.QuestionsShown():
                    self._questions = UnsignedBox()
                case _:
                    pass
        self._box.keep_only(place_of(state))
        self._questions.keep_only(question_place(state))
        if state.plan.phase is Phase.READ:
            self._could_ask = tuple(sorted(askers(state)))
        self._views = {at: texts for at, texts in self._views.items() if at == place_of(state)}
        if state.day_phase is not Phase.DECISION:
            self.views_again = False
        if state.plan.phase is not Phase.CONFIDENCE:
            self._marks, self._turn, self._counted = {}, {}, ()

    # what phones give

    def differ(self, seat: int, application: str, text: str) -> None:
        """Keep another view until the room goes on. Raises Refused."""
        check_differing(self._state(), seat, application)
        self._put(seat, clean(text))

    def ask(self, seat: int, application: str, text: str) -> None:
        """Keep what a member would ask until the talk begins; nothing takes it back. Raises Refused."""
        check_question(self._state(), seat, application)
        words = clean(text, longest=LONGEST_QUESTION)
        place = question_place(self._state())
        self._could_ask = tuple(sorted(askers(self._state())))
        if words:
            self._questions.put(place, seat, words)
        else:
            self._questions.take_out(place, seat)
        self._notifier.notify(seat)

    def agree(self, seat: int, position: str, choice: str) -> None:
        """Keep whether a member agrees to turning scores over, until scoring opens. Raises Refused."""
        same_place(self._state(), position)
        self._put(seat, (check_agreeing(self._state(), seat, choice),))
        self._notifier.notify()

    def feel(self, seat: int, position: str, choice: str, number: int = 1) -> None:
        """Keep a member's answer to closing question `number` until they close. Raises Refused.

        It is in when the last of them is answered; until then the member is not through.
        """
        state = self._state()
        same_place(state, position)
        mark = check_confidence(state, seat, number, choice)
        marks = self._marks.setdefault(seat, {})
        marks[number] = mark
        self._turn[seat] = number + 1
        numbers = range(1, len(closing_questions(state)) + 1)
        if marks.keys() >= set(numbers):
            self._put(seat, tuple(marks[n] for n in numbers))
        self._notifier.notify()

    @property
    def _slips(self) -> tuple[c.Tally, ...]:
        """Return what was counted; nothing once somebody has come to paper or left it: then it is counted again."""
        return self._counted if self._on_slips == slips_askable(self._state()) else ()

    def count_slips(self, first: tuple[c.Tally, ...], second: tuple[c.Tally, ...]) -> None:
        """Take two members' counts of the slips, a question each, until the questions close. Raises Refused."""
        if first != second:
            raise Refused(No.PAPER_DIFFERS)
        state = self._state()
        self._counted, self._on_slips = may_count_felt(state, first), slips_askable(state)
        self._notifier.notify()

    def key_view(self, application: str, text: str) -> None:
        """Keep another view that stands on a slip until the room goes on. Raises Refused."""
        here = place_of(self._state())
        before = self._views.get(here, ())
        self._views[here] = (*before, check_view_slip(self._state(), application, text, keyed=len(before)))
        self.views_again = False

    def suggest(self, seat: int, position: str, texts: Iterable[str]) -> None:
        """Keep what a member suggests to judge by, until the list is shown. Raises Refused."""
        same_place(self._state(), position)
        check_workshop(self._state(), seat, Phase.WORKSHOP)
        self._put(seat, tuple(cleaned for text in texts if (cleaned := clean(text, longest=LONGEST))))
        self._notifier.notify()

    def weigh(self, seat: int, position: str, given: Mapping[str, str]) -> None:
        """Keep how a member shares out the points, until weighing closes. Raises Refused."""
        same_place(self._state(), position)
        check_workshop(self._state(), seat, Phase.WORKSHOP_WEIGH)
        self._put(seat, shares(self._state(), given))
        self._notifier.notify()

    def _put(self, seat: int, given: str | tuple[str, ...] | tuple[int | None, ...]) -> None:
        self._box.put(place_of(self._state()), seat, given)
