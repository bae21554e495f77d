"""Three adversaries who hold the box file and the counts, and guess who cast what.

Each is trained on half of the rounds, whose ballots it is told, and guesses those of the other half. It is measured
against somebody who sees only the counts: putting more weight than that one on what was truly cast is a leak.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from panel_tui.room.ballots.shares import SIZE
from tests.secrecy.rounds import SEATS, SLOT, Round, slots

HELPS = 2.0  # standard errors from which on a feature is believed to help
DOUBT = 20.0  # how many sightings the counts weigh against what was learnt
Features = list[list[object]]  # of each seat, in order


def final_file(one: Round) -> Features:
    """See only what the file held last."""
    last = one.versions[-1]
    return [
        [
            *(byte >> 4 for byte in slot),
            *slot[:2],
            *slot[16:18],
            slot[:2] == slot[SIZE : SIZE + 2],
            len(last),
            _tail(last),
        ]
        for slot in slots(last)
    ]


def every_version(one: Round) -> Features:
    """See every version the disk ever held: who wrote it, what changed and by how much, and how long the file was."""
    written: dict[int, list[int]] = {seat: [] for seat in range(SEATS)}
    states = [bytes(2 * SIZE + SLOT * SEATS), *one.versions]
    for number, (before, after) in enumerate(itertools.pairwise(states), start=1):
        written[_writer(before, after)].append(number)
    return [_of_seat(seat, states, written[seat]) for seat in range(SEATS)]


def _writer(before: bytes, after: bytes) -> int:
    """Tell whose slot a version changed, also where slots are not all of one length."""
    pairs = enumerate(zip(before[SIZE:], after[SIZE:], strict=False))
    first = next((place for place, (a, b) in pairs if a != b), 0)
    return min(SEATS - 1, round(first * SEATS / min(len(before) - 2 * SIZE, SLOT * SEATS)))


def _of_seat(seat: int, states: list[bytes], written: list[int]) -> list[object]:
    features: list[object] = [len(written), *written[:1], *written[-1:]]
    if written:
        before, after = states[written[-1] - 1], states[written[-1]]
        old, new = slots(before)[seat][:1], slots(after)[seat][:1]
        features += [
            bool(old and new) and len(written) > 1 and _bits_apart(slots(before)[seat], slots(after)[seat])
        ]
        features.append(len(after) - len(before))
        features.append(tuple(a - b for a, b in zip(_tail(after), _tail(before), strict=False)))
    return features


def _bits_apart(old: bytes, new: bytes) -> tuple[int, ...]:
    """Lay the newest halves over one another where a choice stands: under one pad their difference is the choices'."""
    return tuple(a ^ b for a, b in zip(old[:2], new[:2], strict=False))


def _tail(data: bytes) -> bytes:
    return data[2 * SIZE + SLOT * SEATS :]


def both(one: Round) -> Features:
    """See all of it at once."""
    return [a + b for a, b in zip(final_file(one), every_version(one), strict=True)]


def neighbours(one: Round) -> Features:
    """See, for each seat, which others' slots are like it: who voted alike would stand out if pads were shared."""
    halves = [slot[:SIZE] for slot in slots(one.versions[-1])]
    return [
        [min(_bits(mine, other) for n, other in enumerate(halves) if n != seat) // 8]
        for seat, mine in enumerate(halves)
    ]


def _bits(one: bytes, other: bytes) -> int:
    return sum((a ^ b).bit_count() for a, b in zip(one, other, strict=False))


ADVERSARIES: dict[str, Callable[[Round], Features]] = {
    "the final file": final_file,
    "every version": every_version,
    "everything, trained": both,
    "who is like whom": neighbours,
}


class Trained:
    """Naive Bayes over those features that told it something when it tried them one by one."""

    def __init__(self, see: Callable[[Round], Features]) -> None:
        self._see = see
        self._seen: dict[int, Features] = {}
        self._by_choice: dict[tuple[int, object], Counter[object]] = {}
        self._choices: Counter[object] = Counter()

    def learn(self, rounds: Sequence[Round]) -> None:
        """Try every feature alone, from half of the rounds to the other; keep what helps, and learn from all."""
        half = len(rounds) // 2
        self._count(rounds[:half])
        places = range(len(self._features(rounds[0])[0]))
        self._useful = [place for place in places if self._surplus(rounds[half:], [place]) > HELPS]
        self._count(rounds)

    def advantage(self, rounds: Sequence[Round]) -> float:
        """Give how many standard errors its guesses are better than those from the counts alone."""
        return self._surplus(rounds, self._useful)

    def _features(self, one: Round) -> Features:
        if id(one) not in self._seen:
            self._seen[id(one)] = self._see(one)
        return self._seen[id(one)]

    def _count(self, rounds: Sequence[Round]) -> None:
        self._by_choice, self._choices = defaultdict(Counter), Counter()
        for one in rounds:
            for seat, features in enumerate(self._features(one), start=1):
                self._choices[one.ballots[seat]] += 1
                for place, value in enumerate(features):
                    self._by_choice[place, value][one.ballots[seat]] += 1

    def _surplus(self, rounds: Sequence[Round], places: Sequence[int]) -> float:
        gains = [self._gain(one, places) for one in rounds] if places else [0.0]
        mean = sum(gains) / len(gains)
        spread = math.sqrt(sum((gain - mean) ** 2 for gain in gains) / max(1, len(gains) - 1))
        return mean / (spread / math.sqrt(len(gains))) if spread else 0.0

    def _gain(self, one: Round, places: Sequence[int]) -> float:
        """Score a round: how much likelier than by the counts it held what each seat truly chose, in logs."""
        return sum(
            self._log_odds(features, one, one.ballots[seat], places)
            for seat, features in enumerate(self._features(one), start=1)
        )

    def _log_odds(self, features: list[object], one: Round, truth: object, places: Sequence[int]) -> float:
        prior = one.counts
        weights = {choice: float(count) for choice, count in prior.items()}
        everyone = sum(self._choices.values())
        for place in places:
            seen = self._by_choice.get((place, features[place] if place < len(features) else None), Counter())
            total = sum(seen.values())
            for choice in weights:
                base = (self._choices[choice] + 1) / (everyone + 6)
                weights[choice] *= (seen[choice] + DOUBT * base) / (total + DOUBT) / base
        return math.log(weights[truth] / sum(weights.values())) - math.log(prior[truth] / sum(prior.values()))


def advantage(see: Callable[[Round], Features], rounds: Sequence[Round]) -> float:
    """Train on half of the rounds, measure on the other half; nought or less is nothing learnt."""
    half = len(rounds) // 2
    adversary = Trained(see)
    adversary.learn(rounds[:half])
    return adversary.advantage(rounds[half:])
