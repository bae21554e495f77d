"""Exports: one file a format, made from what may be told, written whole or not at all."""

from .export import ExportReport, export_all
from .formats import FORMATS
from .refusal import ExportRefused

__all__ = ["FORMATS", "ExportRefused", "ExportReport", "export_all"]
