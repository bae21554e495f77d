"""The chart under the results: each application's score, between the lowest and the highest of members' own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from sessions.model import Scale
from sessions.views.record.rows import ResultRow
from sessions.wording import say

_SERIES = (("highest", "long_dash"), ("score", "diamond"), ("lowest", "long_dash"))
_DARK, _PALE = "#1f3a5f", "#767676"
_SCREEN = {"width": 1200, "height": 480}


def add_chart(book: Any, page: Any, rows: Sequence[Struct], scale: Scale) -> None:
    """Draw it below the table. Shapes tell the three apart, not colour alone; blanks are left out."""
    if not rows:
        return
    chart = book.add_chart({"type": "line"})
    fields = ResultRow.__struct_fields__
    for field, shape in _SERIES:
        column = fields.index(field)
        main = field == "score"
        fill = {"color": _DARK if main else _PALE}
        chart.add_series(
            {
                "name": say(f"workbook.chart.{field}"),
                "categories": ["Results", 1, 0, len(rows), 0],
                "values": ["Results", 1, column, len(rows), column],
                "line": {"none": True},
                "marker": {"type": shape, "size": 11 if main else 9, "fill": fill, "border": fill},
            }
        )
    chart.set_high_low_lines({"line": {"color": _PALE, "width": 1.5}})
    chart.set_title({"name": say("workbook.chart.title"), "overlay": False})
    chart.set_x_axis({"name": say("workbook.chart.applications"), "num_font": {"size": 11}})
    chart.set_y_axis({"name": say("workbook.chart.score"), "min": scale.low, "max": scale.high})
    chart.set_legend({"position": "bottom"})
    chart.show_blanks_as("gap")
    chart.set_size(_SCREEN)
    page.insert_chart(
        len(rows) + 2, 1, chart, {"description": say("workbook.chart.said"), "object_position": 2}
    )
