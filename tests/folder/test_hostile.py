"""Whatever stands in a folder, reading it ends in a session or in reasons, never in a crash."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panel_tui.folder import check_report, read_session

KEYS = re.findall(
    r"\w+",
    """title date place currency pot seats joining start quorum language order seed scale wifi criterion consensus
    ties strand open_data member step key question weight counted low high best words options rule rounds kind ref
    minutes label conflicts awards name password funder_id prefix nonsense""",
)

PLAIN = st.one_of(
    st.sampled_from(
        ["nan", "-inf", "1e999", "1e99999999999999999999", "0xffffffffffffffffffffffffff", "-0", "2.5"]
    ),
    st.sampled_from(
        ["2026-12-03", "10:00:00", "2026-12-03T10:00:00Z", "true", "[]", "{}", '""', '"A01"', '"\\u001b"']
    ),
    st.sampled_from(
        ['"shuffled"', '"application"', '"applications"', '"break"', '"reach"', '"low"', '"{about}"']
    ),
    st.integers(-(10**20), 10**20).map(str),
    st.integers(0, 12).map(str),
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Z"]), max_size=20).map(json.dumps),
)
KEY = st.sampled_from(KEYS)


def table(values: dict[str, str]) -> str:
    return "{" + ", ".join(f"{key} = {value}" for key, value in values.items()) + "}"


VALUE = st.recursive(
    PLAIN,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(lambda items: "[" + ", ".join(items) + "]"),
        st.dictionaries(KEY, inner, max_size=4).map(table),
    ),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("panel")


@given(settings=st.dictionaries(KEY, VALUE, max_size=12))
def test_any_settings_give_a_session_or_reasons(folder: Path, settings: dict[str, str]):
    usual = {"title": '"Day"', "pot": "5", "seats": "7", "criterion": '[{key = "a", question = "A?"}]'}
    text = "".join(f"{key} = {value}\n" for key, value in {**usual, **settings}.items())
    (folder / "session.toml").write_text(text, encoding="utf-8")
    (folder / "applications.csv").write_text("title,asked\nTea,5\n")

    reading = read_session(folder, draw=lambda: 3)

    assert (reading.session is None) == bool(reading.faults)
    said = check_report(reading)
    assert not [mark for mark in said if mark != "\n" and ord(mark) < 32]
    assert all(fault.line is None or settings_line(text, fault.line) for fault in reading.faults)


def settings_line(text: str, line: int) -> bool:
    return 1 <= line <= text.count("\n")


@given(toml=st.binary(max_size=200), sheet=st.binary(max_size=200))
def test_any_bytes_give_a_session_or_reasons(folder: Path, toml: bytes, sheet: bytes):
    (folder / "session.toml").write_bytes(toml)
    (folder / "applications.csv").write_bytes(sheet)

    reading = read_session(folder)

    assert reading.session is None
    assert {fault.file for fault in reading.faults} >= {"session.toml"}
    assert check_report(reading)


@given(
    titles=st.lists(
        st.sampled_from(["ref", "title", "asked", "least", "strand", "summary", "Amount Awarded", "x", ""])
    ),
    rows=st.lists(
        st.lists(st.text(max_size=12) | st.sampled_from(["5", "£1,000", "'=1", "-1", "1e5"]), max_size=9)
    ),
)
def test_any_cells_give_a_session_or_reasons(folder: Path, titles: list[str], rows: list[list[str]]):
    import csv
    import io

    text = io.StringIO()
    csv.writer(text).writerows([titles, *rows])
    (folder / "session.toml").write_text(
        'title = "Day"\npot = 5\nseats = 7\n[[criterion]]\nkey = "a"\nquestion = "A?"\n'
    )
    (folder / "applications.csv").write_bytes(text.getvalue().encode("utf-8", "replace"))

    reading = read_session(folder)

    assert (reading.session is None) == bool(reading.faults)
    assert check_report(reading)
