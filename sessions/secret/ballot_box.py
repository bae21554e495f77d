"""The ballot box: in memory only. Counts come out of it, never who."""

from __future__ import annotations

from collections.abc import Collection, MutableMapping

from sessions.commands import Places, Tally
from sessions.model.answers import FEWEST
from sessions.results.tie_ballots import order_of_number


class BallotBox:
    """One round's ballots, a place a seat; casting again changes one's mind."""

    def __init__(
        self, application: str, number: int, memory: MutableMapping[int, int | None] | None = None
    ) -> None:
        """Begin empty, for one round of one application; `memory` is where the choices lie, if not just anywhere."""
        self.round = (application, number)
        self.shut = False
        """Whether phones are closed, while the slips of those on paper are counted."""
        self.paper: Tally | None = None
        """What two members counted on paper, as totals."""
        self.paper_places: Places | None = None
        """The same of a tie-break ballot."""
        self._choices: MutableMapping[int, int | None] = {} if memory is None else memory
        self._reasons: dict[int, str] = {}
        self._asked_why: set[int] = set()
        self._settled: set[int] = set()
        self._awaited: set[int] = set()
        self._found = 0

    def __contains__(self, seat: int) -> bool:
        """Whether a seat's ballot is in, and nothing else."""
        return seat in self._choices

    @property
    def phones(self) -> frozenset[int]:
        """Name the seats that have voted by phone, those whose ballots a crash has left unread among them."""
        return frozenset(self._choices.keys() | self._awaited)

    def count(self, voters: Collection[int]) -> int:
        """Count the ballots of those who may vote, paper included."""
        return len(self._choices.keys() & set(voters)) + self.paper_cast

    @property
    def paper_cast(self) -> int:
        """Count the slips that two members have counted."""
        counted = self.paper or self.paper_places
        return counted.cast if counted else 0

    def put(self, seat: int, choice: int | None) -> None:
        """Put a ballot in: an option's place or an order's number, or None for "can't say"."""
        self._choices[seat] = choice
        self._awaited.discard(seat)

    def settle(self, seat: int) -> None:
        """Keep a cast ballot as it is: its seat has moved to a new device."""
        if seat in self._choices:
            self._settled.add(seat)

    def settled(self, seat: int) -> bool:
        """Whether a seat's ballot may no longer be changed."""
        return seat in self._settled

    def take_out(self, seat: int) -> None:
        """Take out the ballot of a seat that has to step out."""
        self._choices.pop(seat, None)
        self._reasons.pop(seat, None)
        self._asked_why.discard(seat)
        self._awaited.discard(seat)

    # after a crash

    def expect(self, seats: Collection[int]) -> None:
        """Wait for the ballots of these seats: they had voted, and their phones bring their halves."""
        self._awaited = set(seats)
        self._found = len(self._awaited)

    @property
    def awaited(self) -> tuple[int, ...]:
        """Name the seats that had voted and whose ballots are not back yet."""
        return tuple(sorted(self._awaited))

    @property
    def found(self) -> int:
        """Count the ballots that were in the box when the laptop came back; nought where it never went."""
        return self._found

    # reasons, apart from the ballots

    def add_reason(self, seat: int, text: str) -> None:
        """Keep a seat's reason for this round; a second one takes the first one's place, none takes it out."""
        self._asked_why.add(seat)
        if text:
            self._reasons[seat] = text
        else:
            self._reasons.pop(seat, None)

    def asked_why(self, seat: int) -> bool:
        """Whether a seat was asked why and has answered, in words or by having none."""
        return seat in self._asked_why

    # the count

    def places(self, tied: int, voters: Collection[int]) -> Places:
        """Count, for each of the tied, how often it was put in each place, paper and phones together."""
        given = [choice for seat, choice in self._choices.items() if seat in voters]
        paper = self.paper_places or Places(((0,) * tied,) * tied)
        orders = [order_of_number(choice, tied) for choice in given if choice is not None]
        counts = tuple(
            tuple(
                sum(order[one] == place for order in orders) + paper.counts[one][place]
                for place in range(tied)
            )
            for one in range(tied)
        )
        return Places(counts, given.count(None) + paper.cant_say)

    def tally(self, options: int, voters: Collection[int]) -> Tally:
        """Count the ballots for each option, lowest first, paper and phones together; reasons in order of letters."""
        given = [choice for seat, choice in self._choices.items() if seat in voters]
        paper = self.paper or Tally((0,) * options, 0)
        counts = tuple(given.count(place) + paper.counts[place] for place in range(options))
        # a slip has no room for a reason: only who voted by phone can have written one, so five of them must have
        hidden_among = len(self._choices.keys() & set(voters))
        reasons = sorted(text for seat, text in self._reasons.items() if seat in voters)
        reasons = reasons if hidden_among >= FEWEST else []
        return Tally(counts, given.count(None) + paper.cant_say, tuple(reasons))
