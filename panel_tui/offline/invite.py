"""Make the invitation: two pages for people who think of joining, from what the folder and its record say now.

Nothing is recorded, and no card is made: it may be made as often as one likes, before the first seat and after.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from panel_tui.exports.material import File
from panel_tui.exports.placing import place
from panel_tui.folder.languages import languages, learn_language, name_of
from panel_tui.folder.open_data import invite_in
from panel_tui.folder.plan_differences import first_word
from panel_tui.folder.plan_in_force import plan_in_force
from panel_tui.record.history import refuse_sealed
from panel_tui.record.sidecar_files import RECORD
from panel_tui.system.errors import ExportRefused, Unable
from panel_tui.system.same_folder import lies_in
from screens.paper.invitation import printed_invitation
from screens.paper.press import can_press
from sessions.model.invite import InviteDetails
from sessions.model.session import Session
from sessions.views.paper.easy_invitation import easy_invitation
from sessions.views.paper.invitation import Invitation, invitation
from sessions.wording import say, speaking_of


class InviteReport(Struct, frozen=True):
    """What was made, and what there is to know of it: what is left to fill in, and what could not be drawn."""

    files: tuple[str, ...]
    remarks: tuple[str, ...]


def make_invitation(folder: Path, to: Path, language: str = "") -> InviteReport:
    """Write the pages into `to`, which lies outside the session's folder. Raises Unable, or the record's refusals."""
    if lies_in(to, folder):
        raise Unable(say("command.invite-inside"))
    refuse_sealed(folder / RECORD)
    if language and language not in languages():
        raise Unable(say("command.invite-no-language", found=language, meant=", ".join(languages())))
    counts = plan_in_force(folder)
    plan = counts.plan
    if language and language != plan.language:
        plan = replace(plan, language=language, wording=())  # the group's own words are in their language
    learn_language(plan.language)
    given = invite_in(folder)
    others = tuple(name_of(one, plan.language) for one in languages() if one != plan.language)
    with speaking_of(plan):
        page = invitation(plan, given, others, labels_recorded=counts.state.labelled)
        drawing = _Drawing(plan, page, given)
        try:
            names = place(drawing.files(), to)
        except ExportRefused as problem:
            held = problem.code == "exports.held"
            key = "command.invite-held" if held else "command.invite-not-made"
            raise Unable(say(key, **{"place": to, **problem.facts})) from problem
    blank = [say("command.invite-blank", labels="; ".join(page.blanks))] if page.blanks else []
    differs = first_word(counts)
    return InviteReport(names, (*blank, *drawing.remarks(), *([differs] if differs else [])))


class _Drawing:
    """The pages as they are drawn; what had to be replaced in them is kept."""

    def __init__(self, plan: Session, page: Invitation, given: InviteDetails) -> None:
        self._plan, self._page, self._given = plan, page, given
        self._signs: set[str] = set()

    def files(self) -> Iterator[File]:
        """Return each as a file."""
        easy = easy_invitation(self._plan, self._given)
        for one in printed_invitation(self._plan.language, self._page, easy):
            self._signs.update(one.replaced)
            yield File(one.name, [one.data])

    def remarks(self) -> list[str]:
        """Say what is missing, or not as it was written."""
        missing = [] if can_press() else [say("paper.pdf.missing")]
        signs = " ".join(sorted(self._signs))
        return [*missing, *([say("paper.replaced", text=signs)] if signs else [])]
