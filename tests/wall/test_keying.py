from screens.wall.dialogs.paper_slips import Keying
from sessions.model.answers import Answer, Kind, score
from sessions.views.desk.choices import SlipQuestion

QUESTIONS = (
    SlipQuestion("reach", "?", 1, 5),
    SlipQuestion("able", "?", 1, 5),
    SlipQuestion("value", "?", 0, 40),
)


def keyed(*keys):
    keying = Keying(QUESTIONS)
    said = [keying.press(key) for key in keys]
    return keying, said


def test_two_readings_that_agree_give_the_answers():
    keying, _ = keyed("4", "c", "3", "5", "enter", "4", "c", "3", "5", "enter")
    assert keying.answers == {"reach": score(4), "able": Answer(Kind.CANT_SAY), "value": score(35)}


def test_one_reading_is_not_enough():
    keying, _ = keyed("4", "c", "7", "enter")
    assert keying.answers is None
    assert keying.second


def test_what_was_left_blank_is_no_answer():
    keying, _ = keyed("4", "b", "x", "4", "b", "x")
    assert keying.answers == {"reach": score(4), "value": Answer(Kind.NOT_APPLICABLE)}


def test_readings_that_differ_are_asked_again_twice_for_that_question_alone():
    keying, said = keyed("4", "3", "b", "4", "2", "b")
    assert "question 2" in said[-1]
    assert keying.answers is None
    assert list(keying.asked) == [1]
    keying.press("3")
    keying.press("3")
    assert keying.answers == {"reach": score(4), "able": score(3)}


def test_a_number_off_the_scale_is_asked_again():
    keying, said = keyed("7")
    assert "from 1 to 5" in said[0]
    assert keying.place == 0
    keying, said = keyed("1", "1", "4", "1", "enter")
    assert "from 0 to 40" in said[-1]
    assert keying.place == 2


def test_backspace_goes_back_a_key():
    keying, _ = keyed("4", "backspace", "5", "1", "b", "5", "1", "b")
    assert keying.answers == {"reach": score(5), "able": score(1)}


def test_other_keys_do_nothing():
    keying, said = keyed("q", "", "£", "٣", "-")
    assert keying.place == 0
    assert said[:4] == ["", "", "", ""]


def test_a_count_takes_nothing_but_numbers():
    keying = Keying((SlipQuestion("0", "No", 0, 3),), numbers_only=True)
    for key in ("c", "x", "2", "2"):
        keying.press(key)
    assert keying.answers == {"0": score(2)}


def test_enter_never_means_that_something_was_left_blank():
    keying, said = keyed("enter", "4", "enter", "3", "enter", "enter")
    assert "no answer" in said[0]
    assert keying.place == 2
    assert said[-1]
    assert not keying.blank(0)


def test_a_blank_can_be_told_from_an_answer_and_taken_back():
    keying, _ = keyed("4", "b")
    assert [keying.blank(0), keying.blank(1)] == [False, True]
    keying.press("backspace")
    assert keying.place == 1


def test_none_of_the_slips_is_a_number_too():
    keying = Keying((SlipQuestion("0", "No", 0, 3),), numbers_only=True)
    assert keying.press("enter")
    for key in ("b", "0", "0"):
        keying.press(key)
    assert keying.answers == {"0": score(0)}
