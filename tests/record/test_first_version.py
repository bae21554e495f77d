"""Records begun by the first version: their words are found as they were given, and go on in the same list."""

import json
import shutil
from pathlib import Path

import pytest

from panel_tui.record import Record, RecordView
from panel_tui.record.words import FIRST, lexicon

FIRST_VERSION = Path(__file__).parents[1] / "data" / "first_version"
EXPECTED = json.loads((FIRST_VERSION / "EXPECTED.json").read_text(encoding="utf-8"))


@pytest.fixture
def old(tmp_path):
    return Path(shutil.copytree(FIRST_VERSION / "ended", tmp_path / "old")) / "record.jsonl"


def test_old_heads_and_receipts_are_found_in_old_records(old):
    view, given = RecordView.read(old), EXPECTED["ended"]
    assert " ".join(view.head_words) == given["head"]
    assert view.find_head(given["head"]) == len(old.read_bytes().splitlines())
    (found,) = view.find_receipt(given["receipt"])
    assert (found.doc["event"]["seat"], found.doc["event"]["application"]) == (1, "A01")


async def test_an_old_record_goes_on_with_the_words_it_began_with(old):
    record = Record.open(old, program="test")
    (added,) = await record.append([{"a": 1}])
    words, receipt = record.head_words, added.receipt
    await record.close()
    assert len(words) == 5
    assert set(words) <= set(lexicon(FIRST).words)
    again = RecordView.read(old)
    assert again.head_words == words
    assert [one.line for one in again.find_receipt(receipt)] == [added.line]


async def test_a_new_record_says_which_list_its_words_come_from(tmp_path):
    record = Record.open(tmp_path / "record.jsonl", program="test")
    (added,) = await record.append([{"a": 1}])
    words = record.head_words
    await record.close()
    assert len(words) == 6
    assert json.loads((tmp_path / "record.jsonl").read_bytes().splitlines()[0][65:])["words"] == 2
    again = RecordView.read(tmp_path / "record.jsonl")
    assert again.head_words == words
    assert again.find_receipt(added.receipt)
