"""A workshop with a question of its own: a list without names, kept, that comes back where it helps."""

import msgspec
from msgspec.structs import replace

from sessions import commands as c
from sessions import events as e
from sessions.audit import audit
from sessions.evolve import fold
from sessions.model.phases import Phase
from sessions.model.refusals import No
from sessions.model.session import Step, StepKind
from sessions.model.stage import EarlierList, EarlierStage
from sessions.state.kept_lists import how_we_work, kept_lists, questions_for_guests
from sessions.views.phone.current_page import Ask, Mine, page
from sessions.views.place_names import after_this, name, phase_now
from sessions.views.record import record_view
from sessions.views.record.next_stage import handed_on
from sessions.views.record.story import besides
from sessions.views.record.tellable import tellable
from sessions.views.wall.current_poster import Outside, poster
from tests.sessions.meeting import interview, onward
from tests.sessions.worlds import World, doors_open, session

HOW = "How do we want to work together?"
GUESTS = "What shall we ask everybody we meet?"
RULES = ("Let everybody finish", "One voice at a time")
TO_ASK = ("What will be different?", "Who is it for?")


def day(*, seats=6, asks=(HOW,), met=False, **more):
    model = session(seats=seats, **more)
    workshops = tuple(Step(f"w{n}", StepKind.WORKSHOP, 20, ask=ask) for n, ask in enumerate(asks))
    meeting = (replace(interview(1, questions=()), ask=GUESTS),) if met else ()
    return replace(model, steps=(model.steps[0], *workshops, *meeting, *model.steps[1:]))


def shown(world):
    return poster(world.state, world.clock, Outside())


def phone(world, seat=1):
    return page(world.state, seat, world.clock, Ask(), Mine())


def listed(world: World, *texts: str) -> World:
    """Come to the list with what somebody suggested."""
    while world.state.plan.phase is not Phase.WORKSHOP:
        world = onward(world)
    gathered = c.Gathered(len(texts), tuple(sorted(texts)))
    world = world.when(c.Next(world.state.plan.position, sure=True, gathered=gathered))
    assert world.state.plan.phase is Phase.WORKSHOP_LIST
    return world


def kept(world: World, *texts: str) -> World:
    return listed(world, *texts).press()


def until(world: World, phase: Phase, ref: str = "") -> World:
    while world.state.plan.phase is not phase or (ref and world.state.application != ref):
        world = onward(world)
    return world


def test_the_list_begins_empty_and_is_kept_as_it_was_put_together():
    world = doors_open(day()).press_until(Phase.WORKSHOP)
    assert shown(world).heading == HOW
    assert phone(world).heading == HOW
    assert phone(world).own
    world = listed(world, *RULES)
    assert [line.question for line in world.state.draft] == sorted(RULES)
    assert [words for words, _ in shown(world).rows] == sorted(RULES)
    changed = (e.Draft("One of us speaks, all listen"), e.Draft("Breaks are kept"))
    world = world.when(c.ListCriteria(world.state.plan.position, changed)).press()
    world.then(e.ListKept("w0", ("One of us speaks, all listen", "Breaks are kept")))
    assert world.state.plan.phase is Phase.WORKSHOP_SHOWN
    assert [words for words, _ in shown(world).rows] == [line.question for line in changed]
    assert phone(world).listed[:2] == (("One of us speaks, all listen", ""), ("Breaks are kept", ""))
    assert world.state.model.criteria == session().criteria
    assert audit(world.history) is None
    assert fold(world.history) == world.state


def test_it_is_called_what_it_is_and_not_our_criteria():
    world = doors_open(day()).press_until(Phase.WORKSHOP)
    said = (name(world.state, world.state.step), phase_now(world.state))
    assert said == ("A list of our own", "a list of our own")
    assert after_this(listed(world).state) == "keep the list"


def test_it_can_be_made_after_something_was_scored():
    model = day()
    late = replace(model, steps=(*model.steps[:1], *model.steps[2:5], model.steps[1], *model.steps[5:]))
    world = kept(doors_open(late), *RULES)
    assert world.state.scoring
    assert world.state.kept == {"w0": tuple(sorted(RULES))}
    assert audit(world.history) is None


def test_a_list_of_no_lines_may_be_kept_and_then_nothing_comes_back():
    world = kept(doors_open(day()))
    world.then(e.ListKept("w0", ()))
    assert "keep nothing" in shown(world).lines[0]
    assert kept_lists(world.state) == ()
    assert shown(until(world, Phase.TALK)).kept == ""


def test_what_stands_is_not_changed_any_more():
    world = kept(doors_open(day()), *RULES)
    again = world.after(e.StepStarted("w0"))
    assert shown(again).lines == ("Our list stands. We go on with it.",)
    again.when(c.ListCriteria(again.state.plan.position, (e.Draft("x"),))).then_refused(No.NOT_NOW)
    assert [type(one) for one in again.press().happened] == [e.StepStarted]


def test_fewer_than_five_are_not_asked_on_phones_and_say_it_aloud():
    world = doors_open(day(seats=4)).press_until(Phase.WORKSHOP)
    assert "say them out loud" in " ".join(shown(world).lines)
    assert type(phone(world)).__name__ == "Wait"
    world = listed(world)
    world = world.when(c.ListCriteria(world.state.plan.position, (e.Draft("Listen first"),))).press()
    assert world.state.kept == {"w0": ("Listen first",)}
    assert audit(world.history) is None


def test_nothing_says_who_wrote_and_who_did_not():
    world = listed(doors_open(day(seats=6)).press_until(Phase.WORKSHOP), "Listen first")
    closed = world.history[-1].event
    assert isinstance(closed, e.SuggestionsClosed)
    assert set(closed.__struct_fields__) == {"step", "suggestions", "lines"}
    pages = {seat: phone(world, seat) for seat in world.state.seats}
    assert len({msgspec.json.encode(replace(one, seat=None)) for one in pages.values()}) == 1


def test_each_talk_recalls_another_line_and_phones_have_them_all():
    world = kept(doors_open(day(applications=3)), *RULES)
    said = []
    for ref in ("A01", "A02", "A03"):
        world = until(world, Phase.TALK, ref)
        said.append(shown(world).kept)
        [recall] = phone(world).recalls
        assert (recall.heading, recall.texts) == (HOW, tuple(sorted(RULES)))
    first, second = (f"{HOW} “{line}”" for line in sorted(RULES))
    assert said == [first, second, first]


def test_a_long_line_is_recalled_without_its_question():
    line = "We let everybody finish, also those who take their time to say what they came here to say"
    world = until(kept(doors_open(day()), line), Phase.TALK)
    assert shown(world).kept == f"“{line}”"


def test_guests_are_asked_what_was_kept_for_them_and_it_is_no_rule_of_ours():
    world = kept(doors_open(day(asks=(HOW, GUESTS), met=True)), *RULES)
    world = kept(world, *TO_ASK)
    assert "ask our guests" in shown(world).lines[0]
    world = until(world, Phase.INTERVIEW_QUESTIONS)
    assert world.state.interview.questions == TO_ASK
    assert len(world.state.interview.asking) == 2
    assert [words for words, _ in shown(world).rows] == list(TO_ASK)
    world = until(world, Phase.INTERVIEW_ASK)
    assert shown(world).question == TO_ASK[0]
    assert [one.ask for one in how_we_work(world.state)] == [HOW]
    assert audit(world.history) is None


def test_written_questions_come_before_those_that_were_kept():
    model = day(asks=(GUESTS,), met=True)
    steps = tuple(
        replace(one, questions=("Who are you?",)) if one.kind is StepKind.INTERVIEW else one
        for one in model.steps
    )
    world = until(kept(doors_open(replace(model, steps=steps)), *TO_ASK), Phase.INTERVIEW_QUESTIONS)
    assert world.state.interview.questions == ("Who are you?", *TO_ASK)


def test_a_list_for_guests_is_not_too_long_nor_empty_by_a_slip():
    world = listed(doors_open(day(asks=(GUESTS,), met=True)))
    world.press(sure=False).then_refused(No.ASK_AGAIN_EMPTY_LIST)
    world.press(sure=True).then(e.ListKept("w0", ()))
    many = tuple(e.Draft(f"Why {n}?") for n in range(13))
    world.when(c.ListCriteria(world.state.plan.position, many)).press().then_refused(No.TOO_MANY_QUESTIONS)
    world.when(c.ListCriteria(world.state.plan.position, many[:12])).press().then(
        e.ListKept("w0", tuple(line.question for line in many[:12]))
    )


def test_where_the_workshop_was_left_out_guests_are_not_told_of_nought_questions():
    world = doors_open(day(asks=(GUESTS,), met=True))
    world = world.when(c.SkipStep(world.state.plan.position, "w0"))
    world = until(world, Phase.INTERVIEW_QUESTIONS)
    assert shown(world).lines == ("We have not agreed on questions.",)
    world = onward(world)
    assert not any("0" in line for line in shown(world).lines)
    assert onward(world).state.plan.phase is Phase.INTERVIEW_THEIRS


def test_record_and_exports_tell_every_list_and_no_seat():
    world = kept(kept(doors_open(day(asks=(HOW, GUESTS), met=True)), *RULES), *TO_ASK)
    told = besides(tellable(world.state), public=True).kept
    assert [one.lines for one in told] == [tuple(sorted(RULES)), TO_ASK]
    facts = record_view(world.state, codes={n: f"code{n}" for n in range(1, 7)}, public=True)
    assert [(one.ask, one.lines, one.for_guests) for one in facts.session.kept] == [
        (HOW, tuple(sorted(RULES)), False),
        (GUESTS, TO_ASK, True),
    ]


def test_lists_go_on_to_the_next_stage_and_come_back_there():
    world = kept(kept(doors_open(day(asks=(HOW, GUESTS), met=True)), *RULES), *TO_ASK)
    [before] = handed_on(world.state, ("A01",), session_id="id", head="head")
    assert before.kept == (EarlierList(HOW, tuple(sorted(RULES))), EarlierList(GUESTS, TO_ASK, True))
    after = doors_open(replace(day(asks=(), met=True), before=(before,)))
    world = until(after, Phase.INTERVIEW_QUESTIONS)
    assert world.state.interview.questions == TO_ASK
    assert shown(until(world, Phase.TALK)).kept.startswith(HOW)
    assert [one.stage for one in kept_lists(world.state)] == ["A panel", "A panel"]


def test_the_same_question_asked_anew_has_the_newer_list_alone():
    earlier = EarlierStage("id", "head", "Before", kept=(EarlierList(HOW, ("Old",)),))
    world = kept(doors_open(replace(day(), before=(earlier,))), *RULES)
    assert [one.lines for one in kept_lists(world.state)] == [tuple(sorted(RULES))]
    assert questions_for_guests(world.state, "") == ()


def test_a_record_that_claims_another_list_than_was_made_is_not_believed():
    world = listed(doors_open(day()).press_until(Phase.WORKSHOP), *RULES)
    assert audit(world.after(e.ListKept("w0", ("Something else",))).history) is not None
    criteria = doors_open(replace(day(), steps=(Step("w", StepKind.WORKSHOP, 20), *session().steps)))
    criteria = criteria.press_until(Phase.WORKSHOP_LIST)
    forged = e.ListKept("w", tuple(line.question for line in criteria.state.draft))
    assert audit(criteria.after(forged).history) is not None
