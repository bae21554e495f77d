"""What `check` says of a session that can be run, and of one that cannot."""

import subprocess
import sys

import pytest

from panel_tui.folder import check_report, read_session

CRITERION = '[[criterion]]\nkey = "{key}"\nquestion = "{key}?"\nweight = {weight}\n'


def test_the_day_is_told_in_hours_and_breaks(make_folder):
    said = check_report(read_session(make_folder()))

    assert "Connecting Neighbours. Applications: 3. Seats: 7. Questions: 1. Pot: £20,000." in said
    assert "Together they ask for £28,500." in said
    assert "The day: 2 h, from 10:00 to about 12:00." in said
    assert "Breaks: 1, 10 minutes in all. The longest stretch without one is 60 minutes." in said
    assert "Reading: about 9 min for each member" in said
    assert said.endswith("Nothing else stands out.")


@pytest.mark.parametrize(
    ("rule", "seats", "said"),
    [
        ("three-quarters", 7, "6 of 7 say yes, and no more than 1 against"),
        ("three-quarters", 6, "5 of 6 say yes, and nobody is against"),
        ("everyone-can-live-with-it", 7, "at least one says yes, and nobody is against"),
        ("no-objections", 7, "nobody chooses the lowest option, and more say yes than no"),
    ],
)
def test_the_rule_is_said_in_heads_for_this_number_of_people(make_folder, good_toml, rule, seats, said):
    toml = good_toml.replace("seats = 7", f"seats = {seats}") + f'[consensus]\nrule = "{rule}"\n'

    assert said in check_report(read_session(make_folder(toml)))


@pytest.mark.parametrize(
    ("weights", "said"),
    [
        ((2, 1, 1), ["“a?” counts for 2 of 4 parts", "“b?” counts for 1 of 4 parts"]),
        ((1.5, 1), ["“a?” counts for 3 of 5 parts", "“b?” counts for 2 of 5 parts"]),
        ((137, 411.5), ["“a?” counts for about 25 in 100", "“b?” counts for about 75 in 100"]),
        ((3,), ["“a?” is the only question that counts"]),
    ],
)
def test_what_a_weight_does_is_said_in_a_sentence(make_folder, weights, said):
    toml = 'title = "Day"\npot = 5\nseats = 7\n' + "".join(
        CRITERION.format(key=key, weight=weight) for key, weight in zip("abc", weights, strict=False)
    )
    report = check_report(read_session(make_folder(toml)))

    assert [part for part in said if part in report] == said


def test_a_question_that_does_not_count_says_so(make_folder, good_toml):
    toml = good_toml + '[[criterion]]\nkey = "joy"\nquestion = "Joy?"\ncounted = false\n'

    assert "“Joy?” is asked and shown, but does not count" in check_report(read_session(make_folder(toml)))


def test_a_panel_too_small_for_secret_ballots_is_warned(make_folder, good_toml):
    report = check_report(read_session(make_folder(good_toml.replace("7", "4"))))

    assert "Seats: 4. No ballot is held with fewer than five" in report
    assert "Our rule is for ballots, so with 4 it is never used." in report
    assert "of 4 say yes" not in report
    assert "There you talk it over" in report


def test_a_small_panel_with_open_scores_is_told_that_all_are_asked(make_folder, good_toml):
    toml = good_toml.replace("7", "4") + '[consensus]\nsmall = "open"\n'
    report = check_report(read_session(make_folder(toml)))

    assert "all scores turn over at once, with seat numbers, if all of you agree" in report
    assert "There you talk it over" not in report


def test_what_a_small_panel_is_never_asked_is_named(make_folder, good_toml):
    toml = good_toml.replace("7", "4") + '[ties]\norder = ["ballot"]\n'
    toml += '[[step]]\nkind = "confidence"\n[[step]]\nkind = "applications"\n'
    report = check_report(read_session(make_folder(toml)))

    assert "A tie is not broken by ballot" in report
    assert "“How confident are we?” asks nothing on phones" in report


@pytest.mark.parametrize(
    ("seats", "said"),
    [(5, "If any of you is away"), (6, "If more than 1 of you"), (7, "If more than 2 of you"), (8, "")],
)
def test_a_panel_of_five_to_seven_knows_how_many_it_can_spare(make_folder, good_toml, seats, said):
    report = check_report(read_session(make_folder(good_toml.replace("7", str(seats)))))

    assert (said in report) if said else ("shapes of scores need five" not in report)


def test_open_scores_that_will_hardly_be_needed_are_said_to_be(make_folder, good_toml):
    toml = good_toml.replace("7", "9") + '[consensus]\nsmall = "open"\n'

    assert "all of you can score each one" in check_report(read_session(make_folder(toml)))


def test_what_nobody_or_one_alone_can_score_is_named_by_itself(make_folder, good_toml):
    toml = good_toml.replace("seats = 7", "seats = 2")
    toml += '[[member]]\nconflicts = ["A01", "A02"]\n[[member]]\nconflicts = ["A01"]\n'
    report = check_report(read_session(make_folder(toml)))

    assert "A01: with conflicts, none of 2 can score." in report
    assert "A02: with conflicts, 1 of 2 can score." in report
    assert "A03: with" not in report


def test_a_panel_too_small_once_conflicts_step_out_is_warned_by_application(make_folder, good_toml):
    toml = good_toml.replace("seats = 7", "seats = 6") + '[[member]]\nconflicts = ["A02", "A03"]\n' * 2

    assert "A02, A03: with conflicts, 4 of 6 can score. So no ballot is held" in check_report(
        read_session(make_folder(toml))
    )


def test_five_left_is_enough(make_folder, good_toml):
    toml = good_toml + '[[member]]\nconflicts = ["A02"]\n' * 2

    assert "with conflicts" not in check_report(read_session(make_folder(toml)))


def test_too_much_for_a_day_and_too_long_a_sitting_are_warned(make_folder, good_toml):
    toml = good_toml + '[[step]]\nkind = "applications"\nminutes = 150\n'
    report = check_report(read_session(make_folder(toml)))

    assert "It needs about 2 days: up to 6 h each" in report
    assert "People would sit for 450 minutes without a break." in report


def test_a_pot_that_covers_everything_is_questioned(make_folder, good_toml):
    assert "The pot covers every ask (£28,500)" in check_report(
        read_session(make_folder(good_toml.replace("20_000", "28_500")))
    )


def test_the_seed_in_use_is_told(make_folder, good_toml):
    folder = make_folder('order = "shuffled"\n' + good_toml)

    assert "shuffled with seed 41" in check_report(read_session(folder, draw=lambda: 41))
    assert "will be shuffled when the day starts" in check_report(read_session(folder))


def test_faults_stand_in_place_of_the_day(make_folder):
    report = check_report(read_session(make_folder("tilte = 1\n")), name="our-panel")

    assert report.startswith("our-panel is not ready.")
    assert "Did you mean “title”?" in report
    assert "The day:" not in report


def test_check_loads_nothing_heavy():
    """A CSV should not wait for the reader of workbooks, nor anything for the wall."""
    heavy = ["python_calamine", "textual", "zipfile"]
    code = f"import panel_tui.folder, sys; print([name for name in {heavy} if name in sys.modules])"

    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert out.stdout.strip() == "[]"


@pytest.mark.parametrize(("quorum", "said"), [("", False), ("quorum = 6", True)])
def test_how_many_must_be_here_is_said_where_it_was_agreed(make_folder, good_toml, quorum, said):
    toml = good_toml.replace("seats = 7", f"seats = 7\n{quorum}")

    assert ("at least 6 people decide" in check_report(read_session(make_folder(toml)))) is said


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ("", None),
        ('[[member]]\nlabel = "Anne Brown"\n', "One seat has a label."),
        ('[[member]]\nlabel = "Anne Brown"\n[[member]]\nlabel = "Mary"\n', "2 seats have a label."),
    ],
)
def test_it_is_said_how_many_seats_have_a_label_and_where_labels_never_go(
    make_folder, good_toml, members, said
):
    report = check_report(read_session(make_folder(good_toml + members)))
    assert (said in report) if said else ("label" not in report)
    assert "Anne Brown" not in report
