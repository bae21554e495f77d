"""A workbook that says which language it is in, for those who have it read out: xlsxwriter has no setting for that."""

from __future__ import annotations

from xlsxwriter.core import Core
from xlsxwriter.packager import Packager
from xlsxwriter.workbook import Workbook


class SpokenWorkbook(Workbook):  # type: ignore[misc]  # xlsxwriter carries no types
    """A workbook with a language; xlsxwriter lets the part that packs it be another."""

    language = "en"

    def close(self) -> None:
        """Write it, and let go at once of what was written: a book and its sheets name one another, and would stay."""
        super().close()
        for page in self.worksheets():
            page.fh = None
            page.table.clear()

    def _get_packager(self) -> Packager:
        return _Packager()


class _Packager(Packager):  # type: ignore[misc]
    def _write_core_file(self) -> None:
        core = _Core()
        core.language = self.workbook.language
        core._set_properties(self.workbook.doc_properties)
        core._set_xml_writer(self._filename("docProps/core.xml"))
        core._assemble_xml_file()


class _Core(Core):  # type: ignore[misc]
    language = "en"

    def _write_dc_description(self) -> None:
        super()._write_dc_description()
        self._xml_data_element("dc:language", self.language)
