"""The words of the record's head are photographed off the last screen, so all of them stand on it at every size."""

import pytest
from msgspec.structs import replace

from sessions.wording import say
from tests.wall.posters import POSTERS

LONGEST = ("sculptor", "binoculars", "worldwide", "festival", "pelicans", "photograph")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (120, 40)], ids=str)
@pytest.mark.parametrize("line", ["views.thanks.line", "views.thanks.open"])
async def test_all_the_words_to_photograph_stand_on_the_last_screen(wall, monkeypatch, size, line):
    words = say("views.thanks.photograph", words=" ".join(LONGEST))
    lines = (say(line), say("views.thanks.kept"), words)
    monkeypatch.setitem(POSTERS, "thanks", replace(POSTERS["thanks"], lines=lines))
    async with wall("thanks", size=size) as it:
        for word in LONGEST:
            assert word in it.text, it.text
        assert "Thank you" in it.text
