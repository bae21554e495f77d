"""`new` as it is typed: its options, and what it says into a pipe of any encoding."""

import os
import subprocess

import pytest

from tests.journeys.terminal import panel_tui


def run(*words, encoding="utf-8"):
    where = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    return subprocess.run(panel_tui(*words), capture_output=True, check=False, env=where)


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp1250", "utf-8"])
def test_new_and_check_end_well_whatever_letters_the_pipe_has(tmp_path, shared_data, encoding):
    folder = tmp_path / "panel"
    made = run("new", folder, "--from", shared_data / "imports" / "W1-emoji.csv", encoding=encoding)
    assert (made.returncode, made.stderr) == (0, b"")
    letters = (
        "utf-8" if encoding == "ascii" else encoding
    )  # the command line takes ASCII for a slip of the system
    said = made.stdout.decode(letters)
    assert "3 applications, " in said
    assert said.index("Row 5 is a sum or the like, and is left out") < said.index(
        "Made panel from W1-emoji.csv."
    )
    assert b"Traceback" not in made.stdout
    checked = run("check", folder, encoding=encoding)
    assert (checked.returncode, checked.stderr) == (0, b"")
    assert "Applications: 3." in checked.stdout.decode(letters)


@pytest.mark.parametrize(
    ("file", "options", "said"),
    [
        ("X2-filtered-rows.xlsx", ["--leave-out", "3,5"], "2 applications, £10,200 asked."),
        ("X2-filtered-rows.xlsx", ["--leave-out", "hidden"], "2 applications, £10,200 asked."),
        ("X2-filtered-rows.xlsx", ["--take-in", "3,5"], "4 applications, £33,600 asked."),
        ("X12-sheet-per-strand.xlsx", ["--sheet", "all"], "4 applications, £33,600 asked."),
        ("X12-sheet-per-strand.xlsx", ["--sheet", "Large grants"], "2 applications, £29,000 asked."),
        ("I3-two-amounts.csv", ["--map", "asked=column D"], "2 applications, £4,600 asked."),
        ("twocols.csv", ["--map", "asked=Amount Applied For"], "One application, £100 asked."),
        ("A1-title-rows-above.csv", ["--row", "4", "--currency", "eur"], "3 applications, €5,500 asked."),
    ],
)
def test_an_option_answers_what_nobody_is_there_to_be_asked(tmp_path, shared_data, file, options, said):
    done = run("new", tmp_path / "panel", "--from", shared_data / "imports" / file, *options)

    assert (done.returncode, done.stderr) == (0, b"")
    assert said in done.stdout.decode()


def test_what_is_open_is_refused_with_its_option_and_nothing_is_made(tmp_path, shared_data):
    done = run("new", tmp_path / "panel", "--from", shared_data / "imports" / "X2-filtered-rows.xlsx")

    assert done.returncode == 1
    assert "--leave-out 3,5" in done.stderr.decode()
    assert list(tmp_path.iterdir()) == []


def test_a_currency_that_is_none_is_wrong_usage(tmp_path, shared_data):
    source = shared_data / "imports" / "dup.csv"
    done = run("new", tmp_path / "panel", "--from", source, "--currency", "pounds")

    assert done.returncode == 2
    assert "three letters" in done.stderr.decode()
