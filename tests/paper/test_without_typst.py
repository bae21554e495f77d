"""Where the extra is not installed there is the page, and one plain line says how to get the PDF."""

from __future__ import annotations

import sys

import pytest
from click.testing import CliRunner

from panel_tui.cli import panel_tui
from panel_tui.exports import ExportRefused
from tests.exports.days import whole_day
from tests.exports.made import exported

MISSING = 'There is no PDF: it needs one more part. To have it, type: pip install "panel-tui[pdf]"'


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)  # as Python has it where nothing is installed
    return whole_day().keep(tmp_path / "s")


def test_an_export_of_everything_leaves_the_pdf_out_and_says_so(folder):
    report = exported(folder)

    assert "decision-record.html" in report.files
    assert "decision-record.pdf" not in report.files
    assert MISSING in report.remarks


def test_the_command_line_says_it(folder):
    said = CliRunner().invoke(panel_tui, ["export", str(folder)])

    assert said.exit_code == 0
    assert "There is no PDF" in said.output


def test_a_pdf_asked_for_by_name_is_refused_and_nothing_is_written(folder):
    with pytest.raises(ExportRefused, match=r"A PDF needs one more part\. Nothing was written"):
        exported(folder, formats=["html", "pdf"])

    assert not (folder / "exports").exists()


def test_nothing_is_said_where_no_pdf_was_asked_for(folder):
    assert exported(folder, formats=["html"]).remarks == ()


def test_with_the_extra_there_is_a_pdf_and_nothing_to_say(tmp_path):
    report = exported(whole_day().keep(tmp_path / "s"))

    assert "decision-record.pdf" in report.files
    assert MISSING not in report.remarks
