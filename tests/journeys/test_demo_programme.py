"""The demo's programme, from its command: three linked stages, all their exports, and the same twice from one seed."""

from __future__ import annotations

import csv
import json
import re
import subprocess
from collections import Counter

import pytest

from tests.journeys.terminal import panel_tui

STAGES = ("shortlist", "interview", "final")
DRAWN_AFRESH = {"member", "stepped_out", "came_back", "taken_back", "started", "ended", "when"}

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def twice(tmp_path_factory):
    places = [tmp_path_factory.mktemp("programme") for _ in range(2)]
    asked = ("demo", "--programme", "--headless", "--seed", 7)
    running = [
        subprocess.Popen(
            panel_tui(*asked, "--to", place / "out", "--keep", place / "kept"),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for place in places
    ]
    said = [one.communicate(timeout=900)[0] for one in running]
    assert [one.returncode for one in running] == [0, 0], said
    return places


def rows(place, stage, name):
    with (place / "out" / stage / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        read = list(csv.DictReader(file))
    kept = [tuple((key, value) for key, value in row.items() if key not in DRAWN_AFRESH) for row in read]
    return Counter(kept) if name in ("scores", "conflicts") else kept


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("name", ["scores", "results", "criteria", "rounds", "conflicts", "timings"])
def test_the_same_seed_gives_the_same_programme(twice, stage, name):
    one, other = twice
    assert rows(one, stage, name) == rows(other, stage, name)


def test_nineteen_then_six_then_three(twice):
    counts = {stage: len(rows(twice[0], stage, "results")) for stage in STAGES}
    assert counts == {"shortlist": 19, "interview": 6, "final": 3}
    decided = Counter(dict(row)["decision"] for row in rows(twice[0], "shortlist", "results"))
    assert decided["see them"] == 6


@pytest.mark.parametrize("stage", STAGES)
def test_each_record_is_whole_and_has_its_exports(twice, stage):
    done = subprocess.run(
        panel_tui("verify", twice[0] / "kept" / stage), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    names = {file.name for file in (twice[0] / "out" / stage).iterdir()}
    assert {"results.csv", "session.json", "decision-record.html", "workbook.xlsx", "letters.csv"} <= names


@pytest.mark.parametrize(("earlier", "later"), [("shortlist", "interview"), ("interview", "final")])
def test_each_follows_the_one_before(twice, earlier, later):
    kept = twice[0] / "kept"
    asked = panel_tui("verify", kept / later, "--with", kept / earlier)
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "worked out again, and is the same" in done.stdout


def test_the_decision_record_tells_it_stage_by_stage(twice):
    page = (twice[0] / "out" / "final" / "decision-record.html").read_text(encoding="utf-8")
    words = re.sub(r"<[^>]+>|\s+", " ", page)
    assert "There were 19 applications there, and 3 of them are here now." in words
    assert "There were 6 applications there, and 3 of them are here now." in words
    told = json.loads((twice[0] / "out" / "final" / "session.json").read_bytes())
    assert [one["stage"] for one in told["session"]["before"]] == ["shortlist", "interview"]
