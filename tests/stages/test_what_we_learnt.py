"""Pages to learn from and lists we kept go on to the next stage: as the record has them, whole, and to be asked."""

from __future__ import annotations

from msgspec.structs import replace

from panel_tui.folder import check_report, read_session
from panel_tui.offline.next_stage import StageWishes, make_stage
from sessions import commands as c
from sessions.events import Draft
from sessions.model.phases import Phase
from sessions.model.session import Step, StepKind
from sessions.model.stage import StageName
from tests.stages.programme import ASKED, MARKS, ProgrammeDay, folder_of, shortlist

HOW, GUESTS = "How do we want to work together?", "What shall we ask?"
READ = Step(
    "l", StepKind.LEARN, 5, title="Think", file="learn/think.md", text="# Think\n\nTwice.", easy="- Think."
)


def staged(at):
    """Live through a shortlist with a page and two lists, edit the page afterwards, and make the next stage."""
    model = shortlist()
    asked = (Step("w", StepKind.WORKSHOP, 20, ask=HOW), Step("v", StepKind.WORKSHOP, 20, ask=GUESTS))
    model = replace(model, steps=(model.steps[0], READ, *asked, *model.steps[1:]))
    day = ProgrammeDay(model, here=7)
    for line in ("Let all finish", "Why you?"):
        while day.state.plan.phase is not Phase.WORKSHOP_LIST:
            day.press()
        day.do(c.ListCriteria(day.state.plan.position, (Draft(line),)))
        day.press()
    for ref in ASKED:
        day.until_step(ref)
        day.score(ref, {seat: {"reach": MARKS[ref], "price": 3} for seat in range(1, 7)}).reveal(ref)
    folder = day.end().keep(folder_of(model, at / "first"))
    (folder / "learn").mkdir()
    (folder / "learn" / "think.md").write_text("# Think\n\nEdited after the day began.")
    (folder / "learn" / "other.md").write_text("# Not in the agenda")
    return make_stage(folder, at / "next", StageWishes(StageName.INTERVIEW)).folder


def with_steps(folder, *steps):
    path = folder / "session.toml"
    path.write_text(path.read_text(encoding="utf-8") + "\n" + "\n".join(steps), encoding="utf-8")
    return read_session(folder)


def test_pages_go_on_as_the_record_has_them_and_others_as_they_stand(tmp_path):
    folder = staged(tmp_path)
    assert (folder / "learn" / "think.md").read_text() == "# Think\n\nTwice.\n"
    assert (folder / "learn" / "think.easy.md").read_text() == "- Think.\n"
    assert (folder / "learn" / "other.md").read_text() == "# Not in the agenda"
    reading = with_steps(folder, '[[step]]\nkind = "learn"\nfile = "learn/think.md"\n')
    assert reading.faults == (), [str(fault) for fault in reading.faults]
    [page] = [one for one in reading.session.steps if one.kind is StepKind.LEARN]
    assert (page.text, page.easy) == (READ.text, READ.easy)


def test_lists_go_on_and_an_interview_may_ask_one(tmp_path):
    folder = staged(tmp_path)
    assert f'ask = "{GUESTS}"' in (folder / "session.toml").read_text(encoding="utf-8")
    met = f'[[step]]\nkind = "interview"\nref = "A01"\nask = "{GUESTS}"\n'
    reading = with_steps(folder, met)
    assert reading.faults == (), [str(fault) for fault in reading.faults]
    [before] = reading.session.before
    assert [(one.ask, one.lines) for one in before.kept] == [
        (HOW, ("Let all finish",)),
        (GUESTS, ("Why you?",)),
    ]


def test_a_list_nobody_kept_cannot_be_asked(tmp_path):
    folder = staged(tmp_path)
    reading = with_steps(folder, '[[step]]\nkind = "interview"\nref = "A01"\nask = "What shall we aks?"\n')
    assert f"Did you mean “{GUESTS}”" in check_report(reading)


def test_a_file_of_lists_with_marks_in_it_is_not_taken(tmp_path):
    folder = staged(tmp_path)
    path = folder / "before.json"
    path.write_text(path.read_text(encoding="utf-8").replace("Why you?", "Why\\u202e you?"), encoding="utf-8")
    assert [fault.kind for fault in read_session(folder).faults] == ["before-unfit"]
