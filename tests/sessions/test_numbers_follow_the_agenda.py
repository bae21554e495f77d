"""Applications are numbered as the agenda hears them, whatever their order in the sheet: on wall, phones and paper."""

from msgspec.structs import replace

from sessions.model.session import Step, StepKind
from sessions.views.paper.booklet import booklet
from sessions.views.phone.about import about, all_applications
from sessions.views.place_names import name
from tests.sessions.worlds import doors_open, session

HEARD = ("A03", "A01", "A02")


def test_the_same_number_stands_everywhere():
    day = session(seats=6, applications=3)
    own = tuple(Step(f"own-{ref}", StepKind.APPLICATION, 20, ref=ref) for ref in HEARD)
    others = tuple(step for step in day.steps if step.kind is not StepKind.APPLICATION)
    state = doors_open(replace(day, steps=(*own, *others))).state
    for n, ref in enumerate(HEARD, start=1):
        told = f"Application {n} of 3"
        assert about(state, ref).order == told
        assert name(state, next(step for step in state.steps if step.ref == ref)) == told
        assert next(one for one in all_applications(state, 1).all if one.ref == ref).order == told
        assert next(page for page in booklet(state.model).pages if page.about.ref == ref).about.order == told
