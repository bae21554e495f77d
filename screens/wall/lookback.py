"""Remember the last poster of each place, so that people can look back without changing anything."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from sessions.views.wall.posters import AnyPoster


class Lookback:
    """The posters in the order they were reached. What undo took back is forgotten."""

    def __init__(self) -> None:
        """Begin with nothing seen."""
        self._seen: list[AnyPoster] = []
        self._steps_back = 0

    @property
    def active(self) -> bool:
        """Whether an earlier poster is up."""
        return self._steps_back > 0

    @property
    def poster(self) -> AnyPoster:
        """Return the poster that should be up. Raises IndexError before the first."""
        return self._seen[-1 - self._steps_back]

    def keep(self, poster: AnyPoster) -> bool:
        """Keep the present poster; say whether the room is at another place than before, which ends looking back."""
        places = [seen.frame.position for seen in self._seen]
        place = poster.frame.position
        if places and places[-1] == place:
            self._seen[-1] = poster
            return False
        if place in places:
            del self._seen[places.index(place) :]
        self._seen.append(poster)
        self._steps_back = 0
        return True

    def remember(self, earlier: Sequence[AnyPoster]) -> None:
        """Put what was up before the first of these in front of them: an earlier wall's, or an earlier start's."""
        before = Lookback()
        for poster in earlier:
            before.keep(poster)
        mine = {poster.frame.position for poster in self._seen}
        new = takewhile(lambda poster: poster.frame.position not in mine, before._seen)
        self._seen = [*new, *self._seen]

    def back(self) -> bool:
        """Go a poster back; say whether there was one. While guests are in, only to what they have seen themselves."""
        if self._steps_back + 1 >= len(self._seen):
            return False
        if self._seen[-1].frame.guests and not self._seen[-2 - self._steps_back].frame.guests:
            return False
        self._steps_back += 1
        return True

    def forward(self) -> None:
        """Come a poster nearer to the present."""
        self._steps_back = max(self._steps_back - 1, 0)

    def come_back(self) -> None:
        """Come to the present at once."""
        self._steps_back = 0
