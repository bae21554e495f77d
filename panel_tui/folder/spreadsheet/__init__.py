"""Judge tables as a careful person would: where the titles stand, which column is what, which rows are applications.

Pure: it is given rows of cells and what was chosen, and reads no file.
"""
