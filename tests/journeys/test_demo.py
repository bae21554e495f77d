"""The demo, from its command: every export is there, the same seed gives the same day, and it can be recomputed."""

import csv
import json
import subprocess
import time
from collections import Counter

import pytest

from tests.exports import recompute
from tests.journeys.terminal import panel_tui
from tests.needs import needs
from tests.pictures import manual
from tests.pictures.readme import KEPT, words_in

CSVS = ("scores", "results", "criteria", "rounds", "conflicts", "timings", "interventions")
DRAWN_AFRESH = {"member", "stepped_out", "came_back", "started", "ended", "when"}


@pytest.fixture(scope="module")
def twice(tmp_path_factory):
    """Two runs with one seed, side by side."""
    places = [tmp_path_factory.mktemp("demo") for _ in range(2)]
    began = time.monotonic()
    running = [
        subprocess.Popen(
            panel_tui("demo", "--headless", "--seed", 7, "--to", place / "out", "--keep", place / "kept"),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for place in places
    ]
    said = [one.communicate(timeout=300)[0] for one in running]
    assert [one.returncode for one in running] == [0, 0], said
    print(f"two demos side by side: {time.monotonic() - began:.0f} s")
    return [place / "out" for place in places], [place / "kept" for place in places]


def rows(out, name):
    """A CSV's rows as a bag, without what is drawn or timed afresh."""
    with (out / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        read = list(csv.DictReader(file))
    kept = [tuple((k, v) for k, v in row.items() if k not in DRAWN_AFRESH) for row in read]
    return Counter(kept) if name in ("scores", "conflicts") else kept


def test_every_export_of_the_contract_is_there(twice):
    (out, _), _ = twice
    names = {file.name for file in out.iterdir()}
    assert {f"{name}.csv" for name in CSVS} | {"session.json", "decision-record.html"} <= names


@pytest.mark.parametrize("name", CSVS)
def test_the_same_seed_gives_the_same_day(twice, name):
    (one, other), _ = twice
    assert rows(one, name) == rows(other, name)
    if name != "interventions":
        assert rows(one, name)


def test_another_program_gets_the_same_results_from_the_scores(twice):
    (out, _), _ = twice
    with (out / "scores.csv").open(encoding="utf-8-sig", newline="") as file:
        scores = list(csv.DictReader(file))
    with (out / "results.csv").open(encoding="utf-8-sig", newline="") as file:
        told = {row["application"]: row for row in csv.DictReader(file)}
    worked_out = recompute.Panel(scores, json.loads((out / "session.json").read_text())).results()
    assert set(worked_out) == set(told)
    for ref, row in worked_out.items():
        assert {key: told[ref][key] for key in recompute.WORKED_OUT} == {
            key: row[key] for key in recompute.WORKED_OUT
        }


def test_members_are_named_afresh(twice):
    (one, other), _ = twice
    members = [
        {m["member"] for m in json.loads((out / "session.json").read_text())["members"]}
        for out in (one, other)
    ]
    assert members[0] != members[1]


def test_the_story_the_demo_promises_happens(twice):
    (out, _), _ = twice
    outcomes = {}
    for row in json.loads((out / "session.json").read_text())["rounds"]:
        outcomes.setdefault(row["application"], {})[row["round"]] = row["outcome"]
    told = {tuple(rounds.values()) for rounds in outcomes.values()}
    assert ("We are split", "We agree: yes") in told, "a split that a second round settles"
    assert ("We agree: no",) in told
    assert any(len(rounds) == 3 for rounds in told)


def test_verify_says_the_kept_record_is_whole_and_notices_one_flipped_byte(twice, tmp_path):
    _, (kept, _) = twice
    good = subprocess.run(panel_tui("verify", kept), capture_output=True, text=True, check=False)
    assert good.returncode == 0, good.stderr
    record = (kept / "record.jsonl").read_bytes()
    place = record.index(b'"value":4')
    (tmp_path / "record.jsonl").write_bytes(record[: place + 8] + b"5" + record[place + 9 :])
    bad = subprocess.run(panel_tui("verify", tmp_path), capture_output=True, text=True, check=False)
    assert bad.returncode == 1
    line = record[:place].count(b"\n") + 1
    assert f"line {line}" in bad.stderr


@needs("pdftotext")
@pytest.mark.parametrize("name", manual.NAMES)
def test_the_manual_shows_what_is_exported_now(twice, name):
    (out, _), _ = twice
    assert words_in(KEPT / f"{name}.png") == manual.words_now(name, out)
