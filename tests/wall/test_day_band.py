"""The band at the foot says all of it, however much there is to say."""

import pytest
from msgspec.structs import replace

from panel_tui.folder.languages import learn_language
from sessions.wording import say, speaking
from tests.wall.posters import POSTERS


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_break_and_the_way_home_both_stand_there_whole(wall, size, language):
    assert learn_language(language)
    with speaking(language):
        home = say("views.home-by", at="15:10")
        then = say("views.break-at", at="11:30", home=home)
    poster = POSTERS["scoring"]
    frame = replace(poster.frame, now="scoring", next="close scoring together", then=then)
    async with wall(posters=[replace(poster, frame=frame)], size=size) as it:
        band = " ".join(it.rows[-4:])
        assert [word for word in (*then.split(), "together") if word not in band] == []
