"""The readable record as one HTML page: no scripts, nothing fetched, escaped by default, made to be printed."""

from __future__ import annotations

from collections.abc import Iterator

import jinja2

from panel_tui.wording import learn_language
from sessions.views.record import story
from sessions.wording import say, speaking

from .material import File, Material

_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def decision_record(material: Material) -> Iterator[File]:
    """Make `decision-record.html`."""
    model = material.state.model
    learn_language(model.language)
    with speaking(model.language, dict(model.wording)):
        told = story(material.state, public=material.public)
        page = _template().render(
            told=told,
            head=material.head,
            program=material.program,
            direction="rtl" if told.language.partition("-")[0] in _RIGHT_TO_LEFT else "ltr",
        )
    yield File("decision-record.html", [page.encode()])


def _template() -> jinja2.Template:
    house = jinja2.Environment(
        loader=jinja2.PackageLoader("panel_tui.exports"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    house.globals["say"] = say
    return house.get_template("decision_record.html")
