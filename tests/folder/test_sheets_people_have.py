"""Sheets as people have them, made here: each beside what a careful person reads in it, asks, and says."""

import pytest

from tests.folder.people_have import (
    abroad,
    bare_rows,
    cells,
    corners,
    letters,
    more_tools,
    odd_rows,
    round_the_table,
    titles,
    tools,
    words,
    workbooks,
)
from tests.folder.test_expected_imports import Made

TOPICS = (
    letters,
    more_tools,
    cells,
    words,
    titles,
    workbooks,
    corners,
    tools,
    round_the_table,
    odd_rows,
    bare_rows,
    abroad,
)
ALL = [case for topic in TOPICS for case in topic.CASES]
ASKED = [case for case in ALL if case.refused]
READ = [case for case in ALL if case.apps is not None]


def made(tmp_path, case, **options):
    file = tmp_path / case.file
    file.write_bytes(case.data)
    return Made(tmp_path, file, **options)


@pytest.mark.parametrize("case", ASKED, ids=lambda case: case.file)
def test_what_has_no_safe_reading_is_never_guessed(tmp_path, case):
    refused = made(tmp_path, case)

    assert not refused.report.made, refused.said
    for part in case.refused:
        assert part in refused.refused


@pytest.mark.parametrize("case", READ, ids=lambda case: case.file)
def test_it_is_read_as_a_careful_person_reads_it(tmp_path, case):
    read = made(tmp_path, case, **case.options)

    assert read.report.made, read.refused
    assert read.applications == case.apps
    assert read.session.currency == case.currency
    for field, right in case.fields.items():
        assert [row.get(field) for row in read.rows] == right
    for part in case.said:
        assert part in read.said
    warned = " ".join(map(str, read.report.warnings))
    for part in case.warned:
        assert part in warned


def test_each_has_a_name_of_its_own():
    assert len({case.file for case in ALL}) == len(ALL) >= 230
