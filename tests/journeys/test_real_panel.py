"""A real panel of twelve on twenty-eight proposals goes in through the phone pages and comes out cell for cell."""

import csv
import subprocess
from collections import Counter

import pytest

from tests.journeys.terminal import panel_tui

SESSION = """
title = "Twelve judges"
pot = 28000
seats = 12
quorum = 1

[scale]
low = 0
high = 40
best = "low"
words = []

[[criterion]]
key = "rating"
question = "How strong is this proposal?"
"""

TIED = [{"P03", "P16"}, {"P19", "P25"}, {"P20", "P22"}, {"P27", "P28"}]


@pytest.fixture(scope="module")
def ratings(shared_data):
    """(seat, ref) → the rating as printed, or nothing where there is a gap."""
    with (shared_data / "panel-12x28" / "ratings.csv").open(encoding="utf-8") as file:
        rows = list(csv.reader(file))
    refs = [f"P{int(title[1:]):02d}" for title in rows[0][1:]]
    return {
        (seat, ref): str(int(float(cell))) if cell else ""
        for seat, row in enumerate(rows[1:], start=1)
        for ref, cell in zip(refs, row[1:], strict=True)
    }


@pytest.fixture(scope="module")
def exported(ratings, tmp_path_factory):
    """The day, through the pages, and its exports by seat."""
    tmp_path = tmp_path_factory.mktemp("panel")
    folder = tmp_path / "panel"
    folder.mkdir()
    (folder / "session.toml").write_text(SESSION, encoding="utf-8")
    refs = sorted({ref for _seat, ref in ratings})
    lines = "".join(f"{ref},Proposal {ref},1000\n" for ref in refs)
    (folder / "applications.csv").write_text(f"ref,title,asked\n{lines}", encoding="utf-8")
    answers = tmp_path / "answers.csv"
    given = "".join(
        f"{seat},{ref},rating,{value or 'stepping-out'}\n" for (seat, ref), value in ratings.items()
    )
    answers.write_text(f"seat,application,criterion,value\n{given}", encoding="utf-8")
    kept = tmp_path / "kept"
    run(panel_tui("rehearse", folder, "--answers", answers, "--headless", "--seed", "1", "--keep", kept))
    run(panel_tui("export", kept, "--to", tmp_path / "out", "--seats"))
    return tmp_path / "out"


def run(command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr + done.stdout[-2000:]
    return done.stdout


def read(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_rating_comes_out_as_it_went_in_and_none_is_invented(ratings, exported):
    rows = read(exported / "scores.csv")
    kinds = Counter(row["answer"] for row in rows)
    assert kinds["score"] == 279
    assert len(rows) - kinds["score"] == 57
    out = {(int(row["member"].split()[-1]), row["application"]): row["value"] for row in rows}
    assert out == ratings


def test_gaps_are_conflicts_not_noughts(exported):
    assert {row["answer"] for row in read(exported / "scores.csv")} == {"score", "stepping-out"}
    assert len(read(exported / "conflicts.csv")) == 57


def test_the_four_pairs_with_equal_means_have_their_tie_breaks_named(exported):
    rows = read(exported / "results.csv")
    by_score = {}
    for row in rows:
        by_score.setdefault(row["score"], []).append(row)
    tied = [group for group in by_score.values() if len(group) > 1]
    assert sorted(sorted(row["application"] for row in group) for group in tied) == sorted(map(sorted, TIED))
    for group in tied:
        ranks = {row["rank"] for row in group}
        parted = len(ranks) == len(group)
        assert all(bool(row["tie_break"]) is parted for row in group)


def test_the_lowest_rating_is_the_best(ratings, exported):
    def mean(ref):
        values = [int(v) for (_seat, r), v in ratings.items() if r == ref and v]
        return sum(values) / len(values)

    first = next(row for row in read(exported / "results.csv") if row["rank"] == "1")
    assert first["application"] == min({ref for _seat, ref in ratings}, key=mean)
