"""Pretend members with a mind of their own: the same seed, the same answers, in whatever order they are asked for.

Answers are dealt, not drawn: the room as a whole looks as its leaning says, however few people are in it, and
the seed says who holds what. Those who mark low do so all day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from statistics import NormalDist

from panel_tui.folder.answer_rows import CANT_SAY, NOT_APPLICABLE, STEPPING_OUT, Given, Mark
from panel_tui.rehearse.answer_book import chance
from panel_tui.rehearse.leanings import TWELVE, Absence, ApplicationLean, Lean, Leanings, made_up
from panel_tui.rehearse.page_answers import PRACTICE
from sessions.model.answers import CONFIDENT
from sessions.model.session import Scale, Session, StepKind
from sessions.wording import say

_BIAS = {"harsh": -0.5, "generous": 0.5}  # against a keenness from 0 to 1
_STANDARD = NormalDist()
_ASKING = 0.25  # the part of members who write down what they would ask
_SUGGESTING = 0.5  # the part of members who have something for a list of our own


class Leaning:
    """The book of a panel that leans some way."""

    def __init__(self, session: Session, seed: int, leanings: Leanings | None = None) -> None:
        """Take leanings as given, and make up from the seed what they leave open."""
        self._session, self._seed = session, seed
        self._leanings = leanings if leanings is not None else Leanings()
        self._seats = tuple(member.seat for member in session.members)
        self._persons = self._cast()
        self._lean = cache(self._lean_of)
        self._answers = cache(self._deal_answers)
        self._ballots = cache(self._deal_ballots)
        self._reasons = cache(self._deal_reasons)
        self._views = cache(self._deal_views)
        self._feelings = cache(self._deal_feelings)

    def persona(self, seat: int) -> str:
        """Say what kind of person sits there: harsh, generous, unsure or steady."""
        return self._persons.get(seat, "steady")

    @property
    def practises(self) -> bool:
        """Try the practice question, always."""
        return True

    @property
    def late(self) -> Mapping[int, str]:
        """Name what those who are late wait for."""
        return {late.seat: late.until for late in self._leanings.late}

    def answer(self, seat: int, application: str, criterion: str) -> Given:
        """Return the answer this seat was dealt."""
        if application == PRACTICE:
            return _point(self._session.scale, self._chance("practice", seat), Lean(centre=3, spread=1))
        if seat in self._out(application):
            return STEPPING_OUT
        return self._answers(application, criterion).get(seat)

    def ballot(self, seat: int, application: str, number: int) -> Mark:
        """Return the ballot this seat was dealt; none from those who are away."""
        away = _named(self._leanings.away, application)
        return None if seat in away else self._ballots(application, number).get(seat)

    def reason(self, seat: int, application: str, number: int) -> str:
        """Return the reason this seat was dealt, if any."""
        return self._reasons(application, number).get(seat, "")

    def question(self, seat: int, application: str) -> str:
        """Give one of a few questions to every fourth seat or so, drawn for each application."""
        drawn = self._chance("question", application, seat)
        return say(f"rehearse.question-{int(drawn * 12) + 1}") if drawn < _ASKING else ""

    def view(self, seat: int, application: str) -> str:
        """Return the other view this seat was dealt, if any."""
        return self._views(application).get(seat, "")

    def felt(self, seat: int, line: int, question: str) -> Mark:
        """Return what this seat was dealt to say of the day: at first, and later."""
        steps = self._session.steps
        asked = [at for at, step in enumerate(steps) if step.kind is StepKind.CONFIDENCE]
        return self._feelings(bool(asked) and line > asked[0], question).get(seat)

    def answered(self, seat: int, question: int, answers: int) -> Mark:
        """Return an answer drawn for this seat."""
        return 1 + int(answers * self._chance("asked", question, seat))

    def order(self, seat: int, ballot: int, tied: int) -> tuple[int, ...]:
        """Return an order drawn for this seat."""
        drawn = sorted(range(tied), key=lambda one: self._chance("order", ballot, seat, one))
        return tuple(1 + drawn.index(one) for one in range(tied))

    def suggestion(self, seat: int, line: str) -> str:
        """Give one of a few suggestions to every other seat or so, drawn for each line of the agenda."""
        drawn = self._chance("suggest", line, seat)
        return say(f"rehearse.suggestion-{int(drawn * 10) + 1}") if drawn < _SUGGESTING else ""

    def importance(self, seat: int, question: int) -> Mark:
        """Return how much a question of the workshop's list matters to this seat."""
        return 1 + int(5 * self._chance("matters", question, seat))

    def _deal_answers(self, application: str, criterion: str) -> dict[int, Given]:
        lean = self._lean(application).criteria.get(criterion)
        if lean is None:
            lean = made_up(self._session, application, self._seed).criteria[criterion]
        away = self._out(application) | _named(self._leanings.away, application)
        here = [seat for seat in self._seats if seat not in away]
        doubting = self._sorted(here, lambda seat: -self._doubt(seat, application, criterion))
        unsure, odd = _of_twelve(lean.cant_say, here), _of_twelve(lean.not_applicable, here)
        dealt: dict[int, Given] = dict.fromkeys(doubting[:unsure], CANT_SAY)
        dealt |= dict.fromkeys(doubting[unsure : unsure + odd], NOT_APPLICABLE)
        scoring = self._sorted(
            (seat for seat in here if seat not in dealt),
            lambda seat: (
                0.7 * self._keenness(seat, application) + 0.3 * self._chance(application, criterion, seat)
            ),
        )
        if self._session.criterion(criterion).scale.best == "low":
            scoring.reverse()
        scale = self._session.criterion(criterion).scale
        for place, seat in enumerate(scoring):
            dealt[seat] = _point(scale, (place + 0.5) / len(scoring), lean)
        return dealt

    def _deal_ballots(self, application: str, number: int) -> dict[int, Mark]:
        rounds = self._lean(application).rounds or made_up(self._session, application, self._seed).rounds
        line = rounds[min(number, len(rounds)) - 1]
        voters = [seat for seat in self._seats if seat not in self._out(application)]
        return self._deal_marks(line, voters, application)

    def _deal_feelings(self, later: bool, question: str) -> dict[int, Mark]:  # noqa: FBT001 - a key of a cache
        lines = self._leanings.confidence if question == CONFIDENT else self._leanings.felt
        about = "confidence" if question == CONFIDENT else f"felt {question}"
        return self._deal_marks(lines[-1 if later else 0], self._seats, about) if lines else {}

    def _deal_marks(
        self, line: tuple[int | None, ...], voters: Iterable[int], application: str
    ) -> dict[int, Mark]:
        """Deal a line of marks out: those most in doubt cannot say, whoever is keenest gets the last mark."""
        marks, voters = sorted(mark for mark in line if mark is not None), list(voters)
        doubting = self._sorted(voters, lambda seat: -self._doubt(seat, application, "ballot"))
        unsure = round(len(voters) * (len(line) - len(marks)) / len(line))
        dealt: dict[int, Mark] = dict.fromkeys(doubting[:unsure], CANT_SAY)
        sure = self._sorted(doubting[unsure:], lambda seat: self._keenness(seat, application))
        for place, seat in enumerate(sure):
            dealt[seat] = marks[int((place + 0.5) / len(sure) * len(marks))]
        return dealt

    def _deal_reasons(self, application: str, number: int) -> dict[int, str]:
        rounds = self._lean(application).reasons
        texts = rounds[number - 1] if 0 < number <= len(rounds) else ()
        voters = [seat for seat in self._seats if isinstance(self.ballot(seat, application, number), int)]
        writing = self._sorted(voters, lambda seat: self._chance("reason", application, number, seat))
        return dict(zip(writing, texts, strict=False))

    def _deal_views(self, application: str) -> dict[int, str]:
        texts = self._lean(application).differ
        voters = [seat for seat in self._seats if isinstance(self.ballot(seat, application, 1), int)]
        writing = self._sorted(voters, lambda seat: self._chance("view", application, seat))
        return dict(zip(writing, texts, strict=False))

    def _lean_of(self, application: str) -> ApplicationLean:
        known = self._leanings.applications.get(application)
        return known if known is not None else made_up(self._session, application, self._seed)

    def _out(self, application: str) -> frozenset[int]:
        declared = {member.seat for member in self._session.members if application in member.conflicts}
        return frozenset(declared) | _named(self._leanings.steps_out, application)

    def _cast(self) -> dict[int, str]:
        """Give every seat its person."""
        people = self._leanings.people
        queue = self._sorted(self._seats, lambda seat: self._chance("person", seat))
        cast: dict[int, str] = {}
        for person, many in (
            ("harsh", people.harsh),
            ("generous", people.generous),
            ("unsure", people.unsure),
        ):
            taken = _of_twelve(many, self._seats)
            cast |= dict.fromkeys(queue[:taken], person)
            queue = queue[taken:]
        return cast

    def _keenness(self, seat: int, application: str) -> float:
        return self._chance("keen", application, seat) + _BIAS.get(self.persona(seat), 0)

    def _doubt(self, seat: int, application: str, about: str) -> float:
        return self._chance("doubt", application, about, seat) + (self.persona(seat) == "unsure")

    def _chance(self, *names: object) -> float:
        return chance(self._seed, *names)

    def _sorted(self, seats: Iterable[int], by: Callable[[int], float]) -> list[int]:
        return sorted(seats, key=lambda seat: (by(seat), seat))


def _point(scale: Scale, share: float, lean: Lean) -> int:
    """Find the point of the scale below which this share of people lies."""
    place = lean.centre + lean.spread * _STANDARD.inv_cdf(min(max(share, 0.001), 0.999))
    return max(scale.low, min(scale.high, round(place)))


def _named(absences: Iterable[Absence], application: str) -> frozenset[int]:
    return frozenset(each.seat for each in absences if each.application == application)


def _of_twelve(many: float, seats: Iterable[int]) -> int:
    """Scale "how many in twelve" to the people there are."""
    return max(0, int(many * len(tuple(seats)) / TWELVE + 0.5))
