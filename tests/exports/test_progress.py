"""Whoever waits for an export is told how far it is."""

import random

from panel_tui.exports import export_all
from tests.exports.days import Day, everyone, panel, whole_day


def told_by(folder, formats=()):
    told = []
    export_all(
        folder,
        None,
        formats,
        seats=False,
        public=False,
        draw=random.Random(1),
        progress=lambda *how: told.append(how),
    )
    return told


def test_each_format_is_named_as_its_turn_comes(tmp_path):
    told = told_by(whole_day().keep(tmp_path), ["csv", "xlsx", "json"])

    assert list(dict.fromkeys(told)) == [(0, 3, "csv"), (1, 3, "xlsx"), (2, 3, "json")]


def test_a_long_format_tells_more_than_once(tmp_path):
    day = Day(panel(seats=60, applications=1, criteria=40))
    day.score("A01", everyone(60, **{f"c{n}": 3 for n in range(1, 41)})).reveal("A01")

    told = told_by(day.keep(tmp_path), ["xlsx"])

    assert len(told) > 1
