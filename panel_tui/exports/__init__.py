"""Exports: one file a format, made from what may be told, written whole or not at all."""

from panel_tui.exports.export import FORMATS, ExportReport, export_all
from panel_tui.system.errors import ExportRefused

__all__ = ["FORMATS", "ExportRefused", "ExportReport", "export_all"]
