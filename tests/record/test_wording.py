"""Every way in which the record says no has its sentence."""

import re
from pathlib import Path

import pytest

from panel_tui.record.refusals import RecordDamaged
from sessions.wording.refusals import RECORD

SOURCES = sorted((Path(__file__).resolve().parents[2] / "panel_tui" / "record").glob("*.py"))
RAISED = sorted(
    {
        code
        for source in SOURCES
        for code in re.findall(r'"(record\.(?!jsonl)[a-z-]+)"', source.read_text("utf-8"))
    }
)


def test_codes_are_found_in_the_source():
    assert {"record.full", "record.failed", "record.damaged", "record.locked"} <= set(RAISED)


@pytest.mark.parametrize("code", RAISED)
def test_each_code_has_a_sentence(code: str):
    assert RECORD[code].endswith(".")


def test_damage_is_told_with_its_line():
    damage = RecordDamaged("record.damaged", line=41, good=40)
    assert "line 41" in RECORD[damage.code].format(**damage.facts)


def test_people_are_told_what_is_safe_and_never_blamed():
    said = " ".join(RECORD.values()).lower()
    assert not re.search(r"\b(invalid|error|submit|session expired|illegal|abort)\b", said)
