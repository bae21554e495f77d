"""A real spreadsheet of nineteen applications becomes a session, is told honestly, and rehearses to the end."""

import csv
import subprocess

from tests.journeys.terminal import panel_tui


def run(*words):
    done = subprocess.run(panel_tui(*words), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_nineteen_real_applications_from_their_spreadsheet_to_an_export(tmp_path, shared_data):
    folder = tmp_path / "panel-19"
    run("new", folder, "--from", shared_data / "applications" / "panel-19.csv")
    assert "2 days" in run("check", folder)
    out = tmp_path / "out"
    told = run("rehearse", folder, "--headless", "--seed", 3, "--members", 6, "--to", out)
    assert "the end of the day" in told
    with (out / "results.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 19
    assert all(row["decision"] for row in rows)


def test_a_refused_spreadsheet_leaves_nothing_and_says_why(tmp_path, shared_data):
    source = shared_data / "bad-files" / "bom.csv"
    done = subprocess.run(
        panel_tui("new", tmp_path / "x", "--from", source), capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "title" in done.stderr.lower()
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "x").exists()


def test_wrong_usage_is_told_apart_from_a_refusal(tmp_path):
    done = subprocess.run(panel_tui("new", tmp_path / "x"), capture_output=True, text=True, check=False)
    assert done.returncode == 2
