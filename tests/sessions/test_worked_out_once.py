"""What everybody's page has is worked out once, and anew as soon as anything it is made of is another."""

from __future__ import annotations

from msgspec.structs import replace

from sessions.views.phone.about import about_application
from sessions.views.phone.scoring import blank_question
from sessions.views.worked_out_once import worked_out_once
from sessions.wording import speaking
from tests.sessions.worlds import session


def test_the_same_session_is_asked_once_and_another_anew() -> None:
    asked = []

    def what(_model, given):
        asked.append(given)
        return object()

    one, other = session(), replace(session())
    assert worked_out_once(what, one, 1) is worked_out_once(what, one, 1)
    assert asked == [1]
    assert worked_out_once(what, other, 1) is not worked_out_once(what, one, 1)
    assert worked_out_once(what, one, 2) is not worked_out_once(what, one, 1)


def test_what_was_put_right_is_shown_at_once() -> None:
    model = session()
    ref = model.applications[0].ref
    before = about_application(model, ref)
    mended = replace(
        model, applications=(replace(model.applications[0], title="Put right"), *model.applications[1:])
    )
    assert about_application(mended, ref).title == "Put right"
    assert about_application(model, ref) == before


def test_each_language_has_its_own() -> None:
    model = session()
    ref = model.applications[0].ref
    english = blank_question(model, ref, 1).others[0].words
    with speaking("en", {"views.answer.cant-say": "Leave me out"}):
        assert blank_question(model, ref, 1).others[0].words == "Leave me out"
    assert blank_question(model, ref, 1).others[0].words == english
