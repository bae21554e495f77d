"""Draw a template as an HTML page: no scripts, nothing fetched, outside text escaped by the one environment here."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from screens.direction import direction
from sessions.wording import say

if TYPE_CHECKING:
    import jinja2


def drawn_page(template: str, language: str, **values: object) -> str:
    """Draw a template of this folder's `templates`."""
    return _house().get_template(template).render(language=language, direction=direction(language), **values)


@cache
def _house() -> jinja2.Environment:
    import jinja2

    house = jinja2.Environment(
        loader=jinja2.PackageLoader("screens.paper"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    house.filters["kind"] = lambda block: type(block).__name__
    house.globals["say"] = say
    return house
