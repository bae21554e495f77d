"""More forms that people's sheets have, each with its right reading in `tests/data/imports`."""

import json
from pathlib import Path

import pytest

from tests.folder.test_expected_imports import Made

DATA = Path(__file__).resolve().parents[1] / "data" / "imports"
EXPECTED = json.loads((DATA / "EXPECTED.json").read_text(encoding="utf-8"))
OPEN = [name for name, right in EXPECTED.items() if "refused" in right]
READ = [name for name, right in EXPECTED.items() if "applications" in right]


@pytest.mark.parametrize("file", OPEN)
def test_what_has_no_safe_reading_is_refused_with_what_to_do(tmp_path, file):
    made = Made(tmp_path, DATA / file)

    assert not made.report.made
    for words in EXPECTED[file]["refused"]:
        assert words in made.refused


@pytest.mark.parametrize("file", READ)
def test_it_is_read_as_a_careful_person_reads_it_and_that_is_said(tmp_path, file):
    right = EXPECTED[file]
    options = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in right.get("options", {}).items()
    }
    made = Made(tmp_path, DATA / file, **options)

    assert made.report.made, made.refused
    assert made.applications == right["applications"]
    for field in ("ref", "organisation", "strand", "place"):
        if field in right:
            assert [row[field] for row in made.rows] == right[field]
    assert made.session.currency == right.get("currency", "GBP")
    for words in right["said"]:
        assert words in made.said
    warned = " ".join(str(fault) for fault in made.report.warnings)
    for words in right.get("warned", []):
        assert words in warned


def test_there_are_twenty_kinds_and_every_file_is_tried():
    tried = {*OPEN, *READ}

    assert len(tried) >= 20
    assert {path.name for path in DATA.iterdir()} == {*tried, "EXPECTED.json", "SOURCE.txt"}
