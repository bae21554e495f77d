from screens.wall.posters.reveal import rounds_block, shape_blocks
from screens.wall.widgets.bars import bar_lines
from sessions.views.shapes import Bar, RoundBars, Shape
from tests.wall.posters import ROUNDS, SHAPES, bars


def people(line, unit):
    return line.plain.count(unit)


def test_a_bar_has_a_block_for_each_of_us_and_says_how_many():
    lines = bar_lines(bars(3, 0, 1, 0, 4), 72)
    assert [people(line, "█" * 9) for line in lines] == [3, 0, 1, 0, 4]
    assert lines[0].plain == "Not at all  █████████ █████████ █████████ 3"


def test_the_longest_bar_takes_the_width_there_is():
    for most in (6, 9, 14, 25):
        longest = bar_lines((Bar("Mostly", most), Bar("Partly", 1)), 72)[0]
        assert 72 - 4 - most <= longest.cell_length <= 72


def test_thirty_of_us_still_fit_on_a_narrow_wall():
    assert all(line.cell_length <= 56 for line in bar_lines((Bar("Mostly", 30), Bar("Partly", 2)), 56))


def test_one_of_us_is_as_wide_in_every_question_of_a_page():
    crowded = Shape("Who?", "Most of us: mostly", False, bars(0, 0, 0, 25, 0))
    sparse = Shape("What?", "We are split", True, bars(2, 0, 0, 0, 2))
    alone, together = (
        shape_blocks([sparse], 72, grown=False),
        shape_blocks([sparse, crowded], 72, grown=False),
    )
    assert "█████████ █████████ 2" in alone[0][1].plain
    assert "█ █ 2" in together[0][1].plain


def test_rounds_stand_side_by_side_under_one_set_of_words():
    lines = [line.plain for line in rounds_block(ROUNDS, 72, grown=False)]
    assert lines[0].split() == ["First", "ballot", "Second", "ballot"]
    assert sum("Probably not" in line for line in lines) == 1
    assert "1 of us could not say" in lines[-1]
    assert len({len(line) for line in lines}) == 1


def test_a_round_in_bands_keeps_its_own_words_beside_one_with_options():
    banded = RoundBars(
        "Third ballot", (Bar("Leaning no", 1), Bar("In between", 0), Bar("Leaning yes", 8)), ""
    )
    lines = [line.plain for line in rounds_block((ROUNDS[0], banded), 72, grown=False)]
    assert any("Probably not" in line and "In between" in line for line in lines)


def test_a_small_group_has_words_and_no_bars():
    hidden = Shape("Can they?", "Too few of us scored this to show it.", False, ())
    assert len(shape_blocks([hidden], 72, grown=False)[0]) == 2


def test_every_line_of_every_question_fits_every_width():
    for width in (54, 56, 72, 104):
        for block in shape_blocks(SHAPES, width, grown=True):
            assert all(line.cell_length <= width for line in block)
